//! Reads each value as what it must be, and collects what is wrong.

use std::{collections::BTreeSet, net::SocketAddr, path::Path, str::FromStr};

use url::Url;

use super::{address_in, errors::ConfigError, settings::SETTINGS, values::Values};
use crate::{message::sms::SmsSettings, network::Network};

/// As many characters as nobody guesses, and the least that a signature of 256 bits deserves.
pub const SECRET_CHARACTERS: usize = 32;
/// Below so many different characters it was not made by chance.
const DIFFERENT_CHARACTERS: usize = 5;
/// Longer than any phone number and mail address together.
const HELP_CHARACTERS: usize = 200;

/// The values, and what was found wrong with them so far.
pub(super) struct Checked<'a> {
    pub values: &'a Values,
    pub errors: Vec<ConfigError>,
}

impl Checked<'_> {
    /// A number within its bounds. What is none is noted, and the default stands in until somebody hears of it.
    pub fn number<N: FromStr + Default>(&mut self, key: &'static str) -> N {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else { return N::default() };
        let (text, bounds) = (self.values.text(key), setting.bounds.clone().unwrap_or(0..=0));
        if text.parse().is_ok_and(|number| bounds.contains(&number)) {
            return text.parse().unwrap_or_default();
        }
        self.errors.push(ConfigError::Number(key, text.to_owned(), bounds));
        setting.default.parse().unwrap_or_default()
    }

    pub fn invalid(&mut self, key: &'static str, text: &str, what: &'static str) {
        self.errors.push(ConfigError::Invalid(key, text.to_owned(), what));
    }

    /// The text of a setting, or what stands for an empty one.
    pub fn or(&self, key: &'static str, default: impl FnOnce() -> String) -> String {
        let text = self.values.text(key);
        if text.is_empty() { default() } else { text.to_owned() }
    }

    pub fn folder(&mut self, key: &'static str) -> String {
        let text = self.values.text(key);
        let path = Path::new(text);
        if text.is_empty() || (path.exists() && !path.is_dir()) {
            self.invalid(key, text, "a folder");
        }
        text.to_owned()
    }

    pub fn address(&mut self, key: &'static str) -> SocketAddr {
        let text = self.values.text(key);
        text.parse().unwrap_or_else(|_| {
            self.invalid(key, text, "an address and a port, such as 127.0.0.1:8080");
            SocketAddr::from(([127, 0, 0, 1], 8080))
        })
    }

    pub fn yes(&mut self, key: &'static str) -> bool {
        let text = self.values.text(key);
        match text {
            "yes" => true,
            "no" | "" => false,
            _ => {
                self.invalid(key, text, "yes or no");
                false
            }
        }
    }

    /// Nothing but a scheme, a name and a port; otherwise links in mails would lead nowhere, or somewhere else.
    pub fn base_url(&mut self, listen: SocketAddr) -> String {
        let text = self.values.text("BASE_URL");
        if text.is_empty() {
            return format!("http://{listen}");
        }
        origin(text).unwrap_or_else(|| {
            self.invalid("BASE_URL", text, "http:// or https://, a name and perhaps a port, with nothing behind them");
            String::new()
        })
    }

    pub fn database_url(&mut self, data: &str) -> String {
        let url = self.or("DATABASE_URL", || format!("sqlite:{}", Path::new(data).join("brobyg.sqlite").display()));
        if !["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
            self.errors.push(ConfigError::Hidden("DATABASE_URL", "empty or postgres://…"));
        }
        url
    }

    pub fn secret(&mut self) -> String {
        let text = self.values.text("SECRET");
        if !text.is_empty() && !is_secret(text) {
            self.errors.push(ConfigError::Hidden("SECRET", SECRET));
        }
        text.to_owned()
    }

    /// A secret that stands in an address.
    pub fn path_secret(&mut self, key: &'static str) -> String {
        let text = self.values.text(key);
        let is_plain = text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'));
        let is_good = is_plain && is_secret(text);
        if !text.is_empty() && !is_good {
            self.errors.push(ConfigError::Hidden(key, "at least 32 letters, digits, - or _, made by chance"));
        }
        text.to_owned()
    }

    /// What is said of text messages, before it is tried together.
    pub fn sms(&mut self) -> SmsSettings {
        let text = |key| self.values.text(key).to_owned();
        SmsSettings {
            preset: text("SMS_PRESET"),
            url: text("SMS_URL"),
            user: text("SMS_USER"),
            key: text("SMS_KEY"),
            values: text("SMS_VALUES"),
            sender: text("SMS_SENDER"),
            secret: self.path_secret("SMS_SECRET"),
        }
    }

    pub fn proxies(&mut self, key: &'static str) -> Vec<Network> {
        let mut proxies = Vec::new();
        for text in self.values.text(key).split(',').map(str::trim).filter(|text| !text.is_empty()) {
            match text.parse::<Network>() {
                Ok(network) if !network.is_everybody() => proxies.push(network),
                Ok(_) => self.invalid(key, text, "a network of proxies: it holds every address there is"),
                Err(_) => self.invalid(key, text, "an address or a network, such as 10.0.0.1 or 10.0.0.0/8"),
            }
        }
        proxies
    }

    /// Where it is not set, the box in which a person reads the answers to mails.
    pub fn help_contact(&mut self) -> String {
        let text = self.values.text("HELP_CONTACT");
        if text.chars().count() > HELP_CHARACTERS || text.chars().any(char::is_control) {
            self.invalid("HELP_CONTACT", text, "one line of at most 200 characters");
        }
        if text.is_empty() { address_in(self.values.text("MAIL_REPLY_TO")) } else { text.to_owned() }
    }
}

/// What a secret must be, as the end of a sentence.
pub const SECRET: &str = "at least 32 characters, made by chance";

/// Whether a text will do as the secret.
pub fn is_secret(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let different: BTreeSet<&char> = characters.iter().collect();
    characters.len() >= SECRET_CHARACTERS && different.len() >= DIFFERENT_CHARACTERS && !is_repeated(&characters)
}

/// Whether a word that is too short by itself stands there again and again.
fn is_repeated(characters: &[char]) -> bool {
    let longest = (characters.len() / 2).min(SECRET_CHARACTERS - 1);
    let repeats = |word: usize| characters.iter().zip(characters.iter().skip(word)).all(|(one, next)| one == next);
    (1..=longest).any(repeats)
}

fn origin(text: &str) -> Option<String> {
    let is_plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\\' | '@' | '?' | '#'));
    let lower = text.to_lowercase();
    if !is_plain || !(lower.starts_with("http://") || lower.starts_with("https://")) {
        return None;
    }
    if lower.contains(":///") {
        return None;
    }
    let url = Url::parse(text).ok().filter(|url| url.has_host() && url.path() == "/")?;
    Some(url.origin().ascii_serialization())
}
