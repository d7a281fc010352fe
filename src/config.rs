//! Settings: one table of them, read from the environment over an optional TOML file.

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

use thiserror::Error;

/// One setting: its key in the environment, what it means, and its default.
pub struct Setting {
    /// Without the prefix `BROBYG_`, as in the TOML file but in upper case.
    pub key: &'static str,
    pub meaning: &'static str,
    pub default: &'static str,
    /// Secrets are never printed.
    pub secret: bool,
}

const fn setting(key: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { key, meaning, default, secret: false }
}

const fn secret(key: &'static str, meaning: &'static str) -> Setting {
    Setting { key, meaning, default: "", secret: true }
}

/// Every setting there is. `.env.example`, `brobyg config` and the reader below all come from this table.
pub const SETTINGS: &[Setting] = &[
    setting("DATA", "./data", "Folder for the SQLite file, the search index and the secret."),
    Setting {
        secret: true,
        ..setting("DATABASE_URL", "", "Empty for the SQLite file in the data folder, or postgres://… .")
    },
    setting("LISTEN", "127.0.0.1:8080", "Address and port to serve on."),
    setting("BASE_URL", "", "Address people use, as in mails; empty for http:// and the listen address."),
    Setting {
        secret: true,
        ..setting("MAIL_URL", "", "smtp://…, smtps://… or file:DIR; empty for the folder mail in the data folder.")
    },
    setting("MAIL_FROM", "Brobyg <brobyg@localhost>", "Sender of all mails."),
    secret(
        "SECRET",
        "At least 32 characters, the same on every machine; empty: made once and kept in the data folder.",
    ),
    setting("TRUSTED_PROXIES", "", "Addresses whose X-Forwarded-For is believed, separated by commas."),
    setting("HELP_CONTACT", "", "Phone or mail of the coordinators, shown at the foot of every page."),
    setting("SESSION_IDLE_MINUTES", "30", "A sign-in ends after so many minutes without a page."),
    setting("SESSION_HOURS", "12", "A sign-in ends after so many hours in any case."),
    setting("PROPOSAL_DAYS", "7", "Calendar days a mentor has to answer a proposal."),
    setting("PROPOSAL_REMINDER_DAYS", "3", "Calendar days after which an unanswered proposal is reminded of."),
    setting("ANSWER_REFERRAL_DAYS", "7", "Calendar days within which staff promise to answer a referral."),
    setting(
        "INTEREST_DAYS",
        "60",
        "Calendar days of waiting after which a young person is asked whether a mentor is still wanted.",
    ),
    setting(
        "ANSWER_ENQUIRY_DAYS",
        "3",
        "Calendar days within which staff promise to answer an enquiry from the public page.",
    ),
    setting("FIRST_MEETING_DAYS", "14", "Calendar days after which a missing first meeting is overdue."),
    setting("SILENCE_DAYS", "21", "Calendar days without a meeting after which a course is silent."),
    setting("COURSE_MONTHS", "6", "Months from match to planned end, 3 to 6, when nothing else is agreed."),
    setting("CERTIFICATE_MONTHS", "24", "Months a criminal-record check is good for."),
];

#[derive(Debug, Error, PartialEq)]
pub enum ConfigError {
    #[error("There is no setting {0}. Run `brobyg config` to see them all.")]
    Unknown(String),
    #[error("{0} is {1}, which is not {2}.")]
    Invalid(String, String, &'static str),
    #[error("The settings file {0} cannot be read: {1}")]
    File(String, String),
}

/// Where a value came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Default,
    File,
    Environment,
}

/// The settings as typed values.
#[derive(Clone, Debug)]
pub struct Config {
    pub data: PathBuf,
    pub database_url: String,
    pub listen: SocketAddr,
    /// Without a slash at the end.
    pub base_url: String,
    pub mail_url: String,
    pub mail_from: String,
    pub secret: String,
    pub trusted_proxies: Vec<std::net::IpAddr>,
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
    pub first_meeting_days: i64,
    pub silence_days: i64,
    pub course_months: u32,
    pub certificate_months: u32,
}

/// Every value with its origin, before it is typed.
pub struct Values(BTreeMap<&'static str, (String, Origin)>);

impl Values {
    /// Reads the environment over the file that `BROBYG_CONFIG` names, if it names one.
    pub fn read(environment: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let mut values: BTreeMap<_, _> =
            SETTINGS.iter().map(|s| (s.key, (s.default.to_owned(), Origin::Default))).collect();
        let given: BTreeMap<String, String> =
            environment.filter_map(|(key, value)| Some((key.strip_prefix("BROBYG_")?.to_owned(), value))).collect();
        if let Some(path) = given.get("CONFIG") {
            for (key, value) in read_file(path)? {
                put(&mut values, &key.to_uppercase(), value, Origin::File)?;
            }
        }
        for (key, value) in given {
            // The tests' own variables tell the tests where their database and browser are.
            if key != "CONFIG" && !key.starts_with("TEST_") {
                put(&mut values, &key, value, Origin::Environment)?;
            }
        }
        Ok(Self(values))
    }

    /// Every setting with its value (secrets masked) and origin, in the order of the table.
    pub fn shown(&self) -> impl Iterator<Item = (&'static Setting, String, Origin)> {
        SETTINGS.iter().map(|setting| {
            let (value, origin) = self.0.get(setting.key).cloned().unwrap_or_default();
            let shown = if setting.secret && !value.is_empty() { "(secret)".to_owned() } else { value };
            (setting, shown, origin)
        })
    }

    /// Replaces a value, as the command line does.
    pub fn set(&mut self, key: &'static str, value: String) {
        self.0.insert(key, (value, Origin::Environment));
    }

    fn text(&self, key: &'static str) -> String {
        self.0.get(key).map(|(value, _)| value.clone()).unwrap_or_default()
    }

    fn number<N: std::str::FromStr>(&self, key: &'static str) -> Result<N, ConfigError> {
        let text = self.text(key);
        text.parse().map_err(|_| ConfigError::Invalid(format!("BROBYG_{key}"), text, "a whole number"))
    }
}

fn read_file(path: &str) -> Result<BTreeMap<String, String>, ConfigError> {
    let failed = |error: String| ConfigError::File(path.to_owned(), error);
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| failed(error.to_string()))?;
    Ok(table
        .into_iter()
        .map(|(key, value)| match value {
            toml::Value::String(text) => (key, text),
            other => (key, other.to_string()),
        })
        .collect())
}

fn put(
    values: &mut BTreeMap<&'static str, (String, Origin)>,
    key: &str,
    value: String,
    origin: Origin,
) -> Result<(), ConfigError> {
    match SETTINGS.iter().find(|setting| setting.key == key) {
        Some(setting) => {
            values.insert(setting.key, (value, origin));
            Ok(())
        }
        None => Err(ConfigError::Unknown(format!("BROBYG_{key}"))),
    }
}

impl Config {
    /// Types every value; the first that does not fit is the error.
    pub fn from_values(values: &Values) -> Result<Self, ConfigError> {
        let data = PathBuf::from(values.text("DATA"));
        let listen_text = values.text("LISTEN");
        let listen: SocketAddr = listen_text
            .parse()
            .map_err(|_| ConfigError::Invalid("BROBYG_LISTEN".into(), listen_text, "an address and a port"))?;
        let or = |key, default: String| Some(values.text(key)).filter(|text| !text.is_empty()).unwrap_or(default);
        Ok(Self {
            database_url: or("DATABASE_URL", format!("sqlite:{}", data.join("brobyg.sqlite").display())),
            base_url: or("BASE_URL", format!("http://{listen}")).trim_end_matches('/').to_owned(),
            mail_url: or("MAIL_URL", format!("file:{}", data.join("mail").display())),
            mail_from: values.text("MAIL_FROM"),
            secret: values.text("SECRET"),
            trusted_proxies: proxies(&values.text("TRUSTED_PROXIES"))?,
            help_contact: values.text("HELP_CONTACT"),
            rules: Rules::from_values(values)?,
            data,
            listen,
        })
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

fn proxies(text: &str) -> Result<Vec<std::net::IpAddr>, ConfigError> {
    text.split(',')
        .map(str::trim)
        .filter(|address| !address.is_empty())
        .map(|address| {
            address.parse().map_err(|_| {
                ConfigError::Invalid("BROBYG_TRUSTED_PROXIES".into(), address.to_owned(), "a list of addresses")
            })
        })
        .collect()
}

impl Rules {
    fn from_values(values: &Values) -> Result<Self, ConfigError> {
        Ok(Self {
            session_idle_minutes: values.number("SESSION_IDLE_MINUTES")?,
            session_hours: values.number("SESSION_HOURS")?,
            proposal_days: values.number("PROPOSAL_DAYS")?,
            proposal_reminder_days: values.number("PROPOSAL_REMINDER_DAYS")?,
            answer_referral_days: values.number("ANSWER_REFERRAL_DAYS")?,
            interest_days: values.number("INTEREST_DAYS")?,
            answer_enquiry_days: values.number("ANSWER_ENQUIRY_DAYS")?,
            first_meeting_days: values.number("FIRST_MEETING_DAYS")?,
            silence_days: values.number("SILENCE_DAYS")?,
            course_months: values.number("COURSE_MONTHS")?,
            certificate_months: values.number("CERTIFICATE_MONTHS")?,
        })
    }
}

/// The text of `.env.example`.
pub fn example() -> String {
    let mut text = String::from(
        "# Settings of Brobyg. Written by `brobyg config --example`; change the table in src/config.rs.\n",
    );
    for setting in SETTINGS {
        text.push_str(&format!("\n# {}\n# BROBYG_{}={}\n", setting.meaning, setting.key, setting.default));
    }
    text
}
