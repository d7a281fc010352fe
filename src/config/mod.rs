//! Settings: one table of them, read from the environment over an optional TOML file, and checked all at once.

mod check;
mod errors;
mod settings;
mod values;
mod warnings;

pub use check::{SECRET, is_secret};
pub use errors::{ConfigError, ConfigErrors};
pub use settings::{SETTINGS, Setting, example};
pub use values::{Origin, Values};

use std::{net::SocketAddr, path::PathBuf};

use check::Checked;

use crate::{
    form::typed::mail_address,
    message::{
        Post, PostError,
        sms::{Sms, SmsSettings},
    },
    network::Network,
};

/// The settings as typed values.
#[derive(Clone, Debug)]
pub struct Config {
    pub data: PathBuf,
    pub database_url: String,
    pub listen: SocketAddr,
    /// Scheme, name and port, without a slash at the end.
    pub base_url: String,
    pub mail_url: String,
    pub mail_from: String,
    /// Empty when nobody reads answers.
    pub mail_reply_to: String,
    /// Empty when what comes back comes to the sender.
    pub mail_return_domain: String,
    /// Whether mails may go unencrypted to another machine.
    pub mail_plain: bool,
    /// Behind `/mail/bounces/`; empty: no mail that comes back is taken there.
    pub bounces_secret: String,
    /// What whoever asks for `/metrics` brings; empty: nobody is told any.
    pub metrics_token: String,
    pub sms: SmsSettings,
    /// Empty: the one kept in the data folder.
    pub secret: String,
    pub trusted_proxies: Vec<Network>,
    pub help_contact: String,
    pub rules: Rules,
}

/// The numbers of the scheme's own rules.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    pub session_idle_minutes: i64,
    pub session_hours: i64,
    pub proposal_days: i64,
    pub proposal_reminder_days: i64,
    pub answer_referral_days: i64,
    pub interest_days: i64,
    pub answer_enquiry_days: i64,
    pub interest_close_days: i64,
    pub first_call_days: i64,
    pub first_meeting_days: i64,
    pub silence_days: i64,
    pub rhythm_days: i32,
    pub met_answer_days: i64,
    pub silence_step_days: i64,
    pub follow_up_first_days: i64,
    pub follow_up_second_days: i64,
    pub follow_up_every_days: i64,
    pub follow_up_review_days: i64,
    pub follow_up_late_days: i64,
    pub mentor_support_days: i64,
    pub onward_plan_days: i64,
    pub course_months: u32,
    pub reach_km: u32,
    pub certificate_months: u32,
    pub survey_other_days: i64,
    pub survey_call_days: i64,
    pub survey_call_again_days: i64,
    pub survey_second_route_days: i64,
    pub survey_referrer_days: i64,
    pub survey_last_days: i64,
    pub survey_close_days: i64,
    /// Whether questionnaires ask about health.
    pub questionnaire_health: bool,
}

impl Config {
    /// Types every value.
    ///
    /// # Errors
    /// When a value is not what it must be, or two do not go together: everything that is wrong.
    pub fn from_values(values: &Values) -> Result<Self, ConfigErrors> {
        let mut checked = Checked { values, errors: Vec::new() };
        let data = checked.folder("DATA");
        let listen = checked.address("LISTEN");
        let config = Self {
            database_url: checked.database_url(&data),
            base_url: checked.base_url(listen),
            mail_url: checked.or("MAIL_URL", || format!("file:{}", PathBuf::from(&data).join("mail").display())),
            mail_from: values.text("MAIL_FROM").to_owned(),
            mail_reply_to: checked.or("MAIL_REPLY_TO", || address_in(values.text("HELP_CONTACT"))),
            mail_return_domain: values.text("MAIL_RETURN_DOMAIN").to_owned(),
            mail_plain: checked.yes("MAIL_PLAIN"),
            bounces_secret: checked.path_secret("MAIL_BOUNCES_SECRET"),
            metrics_token: checked.path_secret("METRICS_TOKEN"),
            sms: checked.sms(),
            secret: checked.secret(),
            trusted_proxies: checked.proxies("TRUSTED_PROXIES"),
            help_contact: checked.help_contact(),
            rules: Rules::from_values(&mut checked),
            data: data.into(),
            listen,
        };
        checked.errors.extend(config.post().err().map(ConfigError::from));
        let texts = Sms::open(&config.sms, &config.base_url, &config.data);
        checked.errors.extend(texts.err().map(ConfigError::from));
        ConfigErrors::none_of(checked.errors).map(|()| config)
    }

    /// The way out for mails.
    ///
    /// # Errors
    /// When one of the settings of mails is not what it must be.
    pub fn post(&self) -> Result<Post, PostError> {
        Post::open(&self.mail_url, &self.mail_from, self.mail_plain)?
            .replying_to(&self.mail_reply_to)?
            .returning_to(&self.mail_return_domain)
    }

    /// The same settings on another address; a base URL that was not set follows it.
    pub fn listening_on(mut self, listen: SocketAddr) -> Self {
        if self.base_url == format!("http://{}", self.listen) {
            self.base_url = format!("http://{listen}");
        }
        self.listen = listen;
        self
    }

    /// Whether people reach the platform over TLS; then cookies are `Secure` and named `__Host-`.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// The mail address among the words of a text; empty when there is none.
fn address_in(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || ",;()<>".contains(letter));
    words.filter_map(mail_address).next().unwrap_or_default()
}

impl Rules {
    fn from_values(checked: &mut Checked<'_>) -> Self {
        let rules = Self {
            session_idle_minutes: checked.number("SESSION_IDLE_MINUTES"),
            session_hours: checked.number("SESSION_HOURS"),
            proposal_days: checked.number("PROPOSAL_DAYS"),
            proposal_reminder_days: checked.number("PROPOSAL_REMINDER_DAYS"),
            answer_referral_days: checked.number("ANSWER_REFERRAL_DAYS"),
            interest_days: checked.number("INTEREST_DAYS"),
            interest_close_days: checked.number("INTEREST_CLOSE_DAYS"),
            first_call_days: checked.number("FIRST_CALL_DAYS"),
            answer_enquiry_days: checked.number("ANSWER_ENQUIRY_DAYS"),
            first_meeting_days: checked.number("FIRST_MEETING_DAYS"),
            silence_days: checked.number("SILENCE_DAYS"),
            rhythm_days: checked.number("RHYTHM_DAYS"),
            met_answer_days: checked.number("MET_ANSWER_DAYS"),
            silence_step_days: checked.number("SILENCE_STEP_DAYS"),
            follow_up_first_days: checked.number("FOLLOW_UP_FIRST_DAYS"),
            follow_up_second_days: checked.number("FOLLOW_UP_SECOND_DAYS"),
            follow_up_every_days: checked.number("FOLLOW_UP_EVERY_DAYS"),
            follow_up_review_days: checked.number("FOLLOW_UP_REVIEW_DAYS"),
            follow_up_late_days: checked.number("FOLLOW_UP_LATE_DAYS"),
            mentor_support_days: checked.number("MENTOR_SUPPORT_DAYS"),
            onward_plan_days: checked.number("ONWARD_PLAN_DAYS"),
            course_months: checked.number("COURSE_MONTHS"),
            reach_km: checked.number("REACH_KM"),
            survey_other_days: checked.number("SURVEY_OTHER_DAYS"),
            survey_call_days: checked.number("SURVEY_CALL_DAYS"),
            survey_call_again_days: checked.number("SURVEY_CALL_AGAIN_DAYS"),
            survey_second_route_days: checked.number("SURVEY_SECOND_ROUTE_DAYS"),
            survey_referrer_days: checked.number("SURVEY_REFERRER_DAYS"),
            survey_last_days: checked.number("SURVEY_LAST_DAYS"),
            survey_close_days: checked.number("SURVEY_CLOSE_DAYS"),
            certificate_months: checked.number("CERTIFICATE_MONTHS"),
            questionnaire_health: checked.yes("QUESTIONNAIRE_HEALTH"),
        };
        if rules.proposal_reminder_days >= rules.proposal_days {
            let (reminder, all) = (rules.proposal_reminder_days, rules.proposal_days);
            checked.errors.push(ConfigError::ReminderTooLate(reminder, all));
        }
        if rules.follow_up_first_days >= rules.follow_up_second_days {
            let (first, second) = (rules.follow_up_first_days, rules.follow_up_second_days);
            checked.errors.push(ConfigError::FollowUpsOutOfOrder(first, second));
        }
        if rules.session_idle_minutes > rules.session_hours * 60 {
            checked.errors.push(ConfigError::IdleTooLong(rules.session_idle_minutes, rules.session_hours));
        }
        rules
    }

    /// The calendar days between two meetings: as the two of a course have agreed, or as is usual.
    pub fn rhythm(&self, agreed: Option<i32>) -> i64 {
        agreed.unwrap_or(self.rhythm_days).into()
    }

    /// The calendar days without a meeting after which a course with this agreed rhythm is silent.
    pub fn silent_after(&self, agreed: Option<i32>) -> i64 {
        self.silence_days.min(self.rhythm(agreed) * 2)
    }
}
