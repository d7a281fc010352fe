//! The one table of settings.

use std::ops::RangeInclusive;

/// One setting: its key in the environment, what it means, and its default.
pub struct Setting {
    /// Without the prefix `BROBYG_`, as in the TOML file but in upper case.
    pub key: &'static str,
    pub meaning: &'static str,
    pub default: &'static str,
    /// Secrets are never printed.
    pub secret: bool,
    /// The whole numbers that are allowed, if it is one.
    pub bounds: Option<RangeInclusive<i64>>,
}

const fn setting(key: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { key, meaning, default, secret: false, bounds: None }
}

const fn secret(key: &'static str, meaning: &'static str) -> Setting {
    Setting { secret: true, ..setting(key, "", meaning) }
}

const fn number(key: &'static str, default: &'static str, least: i64, most: i64, meaning: &'static str) -> Setting {
    Setting { bounds: Some(RangeInclusive::new(least, most)), ..setting(key, default, meaning) }
}

/// Every setting there is. `.env.example`, `brobyg config` and the readers beside this file all come from this table.
pub const SETTINGS: &[Setting] = &[
    setting("DATA", "./data", "Folder for the SQLite file, the search index and the secret."),
    secret("DATABASE_URL", "Empty for the SQLite file in the data folder, or postgres://… ."),
    setting("LISTEN", "127.0.0.1:8080", "Address and port to serve on."),
    setting(
        "BASE_URL",
        "",
        "Address people use, as in mails: http:// or https:// and a name; empty for http:// and the listen address.",
    ),
    secret(
        "MAIL_URL",
        "smtps://…, smtp://… or file:DIR; empty for the folder mail in the data folder. smtp:// is plain only to this \
         machine; to any other it begins with STARTTLS or sends nothing.",
    ),
    setting("MAIL_FROM", "Brobyg <brobyg@localhost>", "Sender of all mails."),
    setting(
        "MAIL_REPLY_TO",
        "",
        "Box that a person reads, for answers to mails; empty for the mail address in HELP_CONTACT, if there is one.",
    ),
    setting(
        "MAIL_RETURN_DOMAIN",
        "",
        "Domain whose mail to b+…@ comes back to the platform, so that it learns what was not delivered; empty for the \
         sender's own address.",
    ),
    setting("MAIL_PLAIN", "no", "yes lets smtp:// carry mails, and the links in them, unencrypted to another machine."),
    secret(
        "MAIL_BOUNCES_SECRET",
        "At least 32 letters and digits. Mails that come back, and those in which a calendar answers an invitation (they \
         come to the sender), are taken at /mail/bounces/ and this secret; empty: they are not, but `brobyg bounce` \
         reads them too.",
    ),
    setting(
        "SMS_PRESET",
        "",
        "The gateway for text messages: gatewayapi, cpsms, inmobile, link, smsdk, or a file like those in \
         src/message/sms/presets; folder keeps them in the folder sms in the data folder. Empty: none leaves.",
    ),
    setting("SMS_URL", "", "Address of the gateway, instead of the one of its preset."),
    setting("SMS_USER", "", "User at the gateway, where it asks for one."),
    secret("SMS_KEY", "Key or password at the gateway."),
    setting(
        "SMS_VALUES",
        "",
        "What else a preset asks for, as name=value, separated by commas. keyword=… is the word that leads messages to \
         us on a number that several share.",
    ),
    setting(
        "SMS_SENDER",
        "Brobyg",
        "Whom text messages come from: a name of at most 11 signs, which nobody can answer, or a number.",
    ),
    secret(
        "SMS_SECRET",
        "At least 32 letters and digits. Gateways tell what became of a message at /sms/receipts/ and this secret, and \
         what people answer at /sms/inbound/ and it; empty: nobody is listened to.",
    ),
    secret(
        "METRICS_TOKEN",
        "At least 32 letters and digits. Figures on jobs and messages, and nothing personal, are told at /metrics to whoever \
         brings it as a bearer token; empty: to nobody.",
    ),
    secret(
        "SECRET",
        "At least 32 characters, the same on every machine; empty: made once and kept in the data folder.",
    ),
    setting(
        "TRUSTED_PROXIES",
        "",
        "Addresses and networks such as 10.0.0.0/8 whose X-Forwarded-For is believed, separated by commas.",
    ),
    setting(
        "HELP_CONTACT",
        "",
        "Phone or mail of the coordinators, at the foot of every page and letter; empty for MAIL_REPLY_TO.",
    ),
    number("SESSION_IDLE_MINUTES", "30", 1, 1440, "A sign-in ends after so many minutes without a page."),
    number("SESSION_HOURS", "12", 1, 720, "A sign-in ends after so many hours in any case."),
    number(
        "PROPOSAL_DAYS",
        "7",
        2,
        365,
        "Calendar days that a mentor has to answer a proposal and, after the yes, the young person. A question of the \
         mentor stops the clock.",
    ),
    number(
        "PROPOSAL_REMINDER_DAYS",
        "3",
        1,
        364,
        "Calendar days after which an unanswered proposal is reminded of, fewer than PROPOSAL_DAYS.",
    ),
    number(
        "SURVEY_OTHER_DAYS",
        "3",
        1,
        30,
        "Calendar days after a survey was due until the platform asks again, by the other way of whoever has no wish about ways.",
    ),
    number(
        "SURVEY_CALL_DAYS",
        "6",
        1,
        60,
        "Calendar days after a survey was due until staff ring whoever has not answered, in an evening.",
    ),
    number(
        "SURVEY_CALL_AGAIN_DAYS",
        "9",
        1,
        90,
        "Calendar days after a survey was due until staff ring again, in another part of the week.",
    ),
    number(
        "SURVEY_SECOND_ROUTE_DAYS",
        "14",
        1,
        120,
        "Calendar days after a survey was due until whoever passes a word on is asked to.",
    ),
    number(
        "SURVEY_REFERRER_DAYS",
        "21",
        4,
        150,
        "Calendar days after a survey was due until the platform asks whoever referred to have the young person ring. At once where nothing can be written to the young person.",
    ),
    number(
        "SURVEY_LAST_DAYS",
        "35",
        7,
        180,
        "Calendar days after a survey was due until the platform asks for the last time.",
    ),
    number(
        "SURVEY_CLOSE_DAYS",
        "42",
        14,
        365,
        "Calendar days after a survey was due for which the platform asks by itself. Older surveys are left to staff.",
    ),
    setting(
        "QUESTIONNAIRE_HEALTH",
        "no",
        "yes asks the young person about health and well-being too, where a questionnaire has such questions. no: they are neither shown, kept nor in any file.",
    ),
    number("ANSWER_REFERRAL_DAYS", "7", 1, 365, "Calendar days within which staff promise to answer a referral."),
    number(
        "INTEREST_DAYS",
        "60",
        1,
        3650,
        "Calendar days after which staff are to ask whoever waits whether a mentor is still wanted, before they look for \
         one. They count from the referral, its last return to the queue or the last yes.",
    ),
    number(
        "INTEREST_CLOSE_DAYS",
        "21",
        14,
        3650,
        "Calendar days after which a referral is closed whose young person was asked whether a mentor is still wanted, was \
         reminded, and has not answered.",
    ),
    number(
        "ANSWER_ENQUIRY_DAYS",
        "3",
        1,
        365,
        "Calendar days within which staff promise to answer an enquiry from the public page.",
    ),
    number(
        "FIRST_CALL_DAYS",
        "7",
        1,
        60,
        "Calendar days within which a mentor calls the young person for the first time, as both are told.",
    ),
    number("FIRST_MEETING_DAYS", "14", 1, 365, "Calendar days after which a missing first meeting is overdue."),
    number(
        "SILENCE_DAYS",
        "21",
        1,
        365,
        "Calendar days without a meeting after which a course is silent; twice the agreed rhythm, where that is shorter.",
    ),
    number("RHYTHM_DAYS", "14", 3, 42, "Calendar days between two meetings where the two have agreed nothing else."),
    number(
        "MET_ANSWER_DAYS",
        "5",
        2,
        60,
        "Calendar days that both have to say whether they met; then the mentor's word counts alone, and without it staff ask.",
    ),
    number(
        "SILENCE_STEP_DAYS",
        "4",
        1,
        60,
        "Calendar days between two steps when a young person has fallen silent: mentor, young person, second route, referrer, \
         staff.",
    ),
    number(
        "FOLLOW_UP_FIRST_DAYS",
        "7",
        1,
        60,
        "Days after the start on which staff follow up with each side for the first time.",
    ),
    number(
        "FOLLOW_UP_SECOND_DAYS",
        "21",
        2,
        90,
        "Days after the start on which they do so again, more than FOLLOW_UP_FIRST_DAYS.",
    ),
    number(
        "FOLLOW_UP_EVERY_DAYS",
        "28",
        7,
        180,
        "Days from the second follow-up to the third, and between those that come after.",
    ),
    number(
        "FOLLOW_UP_REVIEW_DAYS",
        "91",
        14,
        365,
        "Days after the start on which a course is reviewed: go on, change or stop.",
    ),
    number("FOLLOW_UP_LATE_DAYS", "7", 1, 60, "Days after which a follow-up that is due is overdue."),
    number(
        "MENTOR_SUPPORT_DAYS",
        "120",
        14,
        730,
        "Days without supervision or exchange after which a mentor in a course is to be offered some.",
    ),
    number(
        "ONWARD_PLAN_DAYS",
        "30",
        7,
        90,
        "Days before a planned end on which the mentor is asked for the onward plan, and from which staff see that it is missing.",
    ),
    number("COURSE_MONTHS", "6", 3, 6, "Months from match to planned end when nothing else is agreed."),
    number(
        "REACH_KM",
        "40",
        5,
        500,
        "Kilometres within which a mentor is near, where neither the mentor nor the young person has said how far.",
    ),
    number("CERTIFICATE_MONTHS", "24", 1, 120, "Months a criminal-record check is good for."),
];

/// The text of `.env.example`.
pub fn example() -> String {
    let mut text = String::from(
        "# Settings of Brobyg. Written by `brobyg config --example`; change the table in src/config/settings.rs.\n",
    );
    for setting in SETTINGS {
        let meaning = setting.meaning;
        let bounds = setting.bounds.as_ref().map(|bounds| format!(" {} to {}.", bounds.start(), bounds.end()));
        let (bounds, key, default) = (bounds.unwrap_or_default(), setting.key, setting.default);
        text.push_str(&format!("\n# {meaning}{bounds}\n# BROBYG_{key}={default}\n"));
    }
    text
}
