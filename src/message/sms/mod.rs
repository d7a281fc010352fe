//! Text messages: how long they are, how they leave through a gateway, and what is told of them afterwards.
//!
//! How each gateway is spoken to is data (`presets/`). Nothing here knows whom a message is for or why: the outbox does.

mod answer;
mod fill;
mod folder;
mod gateway;
mod length;
mod plain;
mod preset;
mod receipt;
mod sender;
mod wire;
mod wish;

pub use answer::{Handed, Meaning};
pub use folder::{KeptSms, SmsFolder};
pub use length::{Coding, Length, length, most_segments};
pub use plain::plain;
pub use preset::PRESETS;
pub use receipt::{Answered, Arrived, Became, Receipt, Says, Unreadable};
pub use sender::Sender;
pub use wish::Wish;

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use thiserror::Error;

use crate::form::typed;
use gateway::{Account, Gateway};
use preset::Preset;

/// What the settings say of text messages, as texts.
#[derive(Clone, Debug, Default)]
pub struct SmsSettings {
    /// Empty: none leaves. `folder`, the word of a preset, or the path of one.
    pub preset: String,
    pub url: String,
    pub user: String,
    pub key: String,
    /// `name=value`, separated by commas.
    pub values: String,
    pub sender: String,
    /// Behind `/sms/receipts/` and `/sms/inbound/`; empty: nobody is listened to.
    pub secret: String,
}

impl SmsSettings {
    /// Whether text messages leave the house.
    pub fn leaves(&self) -> bool {
        !["", "folder"].contains(&self.preset.as_str())
    }
}

/// What is wrong with these settings. No value is repeated: it may be a key.
#[derive(Debug, Error, PartialEq)]
pub enum SmsError {
    #[error("BROBYG_SMS_PRESET cannot be used: {0}.")]
    Preset(String),
    #[error("BROBYG_SMS_URL must be https://…; http:// is for this machine alone.")]
    Url,
    #[error("BROBYG_SMS_SENDER must be a name of 3 to 11 letters a-z, digits, spaces, dots and hyphens, or a number.")]
    Sender,
    #[error("BROBYG_SMS_VALUES must be name=value, separated by commas.")]
    Values,
    #[error("BROBYG_SMS_PRESET needs {} as well.", lacking(.0))]
    Lacks(String),
    #[error("BROBYG_SMS_PRESET needs HTTPS, but {0}.")]
    Vouchers(&'static str),
}

fn lacking(name: &str) -> String {
    match name {
        "user" => "BROBYG_SMS_USER".to_owned(),
        "key" => "BROBYG_SMS_KEY".to_owned(),
        other => format!("{other}=… in BROBYG_SMS_VALUES"),
    }
}

/// The way out for text messages, as the settings say. Cheap to clone.
#[derive(Clone)]
pub struct Sms {
    way: Way,
    keyword: Option<String>,
}

#[derive(Clone)]
enum Way {
    Off,
    Folder(SmsFolder, Sender),
    Gateway(Arc<Gateway>),
}

impl Sms {
    /// Opens the way that the settings say. `base_url` is where gateways find us, `data` the folder of the platform.
    ///
    /// # Errors
    /// When something of it cannot be used.
    pub fn open(settings: &SmsSettings, base_url: &str, data: &Path) -> Result<Self, SmsError> {
        if settings.preset.is_empty() {
            return Ok(Self { way: Way::Off, keyword: None });
        }
        let sender = Sender::read(&settings.sender).ok_or(SmsError::Sender)?;
        let values = values(&settings.values)?;
        let keyword = values.get("keyword").cloned();
        if settings.preset == "folder" {
            return Ok(Self { way: Way::Folder(SmsFolder::new(data.join("sms")), sender), keyword });
        }
        let preset = Preset::open(&settings.preset).map_err(SmsError::Preset)?;
        let has_secret = !settings.secret.is_empty();
        let receipts = has_secret.then(|| format!("{base_url}/sms/receipts/{}", settings.secret));
        let (url, user, key) = (&settings.url, &settings.user, &settings.key);
        let gateway = Gateway::open(preset, Account { url, user, key, values, sender, receipts })?;
        Ok(Self { way: Way::Gateway(Arc::new(gateway)), keyword })
    }

    /// Whether a message can leave at all.
    pub fn is_on(&self) -> bool {
        !matches!(self.way, Way::Off)
    }

    /// Whether somebody can stop our messages by answering one.
    pub fn can_be_answered(&self) -> bool {
        match &self.way {
            Way::Off => false,
            Way::Folder(_, sender) => sender.can_be_answered(),
            Way::Gateway(gateway) => gateway.sender().can_be_answered() && gateway.preset().inbound.is_some(),
        }
    }

    /// Whether the gateway tells what became of each message.
    pub fn tells_receipts(&self) -> bool {
        matches!(&self.way, Way::Gateway(gateway) if gateway.tells_receipts())
    }

    /// The folder that texts go to, if they go to one.
    pub fn folder(&self) -> Option<&SmsFolder> {
        match &self.way {
            Way::Folder(folder, _) => Some(folder),
            Way::Off | Way::Gateway(_) => None,
        }
    }

    /// The same way out with another limit of time for one text.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        match self.way {
            Way::Gateway(gateway) => match Arc::try_unwrap(gateway) {
                Ok(gateway) => Self { way: Way::Gateway(Arc::new(gateway.with_patience(patience))), ..self },
                Err(gateway) => Self { way: Way::Gateway(gateway), ..self },
            },
            _ => self,
        }
    }

    /// Hands a text over, in the signs of phones as far as that changes no word (see [`plain`]). `to` is a number as it was
    /// typed or is kept. `id` is the same at each try, and receipts come back with it.
    pub async fn send(&self, id: Uuid, now: DateTime<Utc>, to: &str, text: &str) -> Handed {
        let Some(to) = typed::phone(to) else { return Handed::new(Meaning::Number, "no number") };
        let text = plain(text);
        match &self.way {
            Way::Off => Handed::new(Meaning::Stopped, "off"),
            Way::Gateway(gateway) => gateway.send(id, &to, &text).await,
            Way::Folder(folder, sender) => {
                let (Sender::Name(from) | Sender::Number(from)) = sender.clone();
                let kept = folder.keep(id, &KeptSms { from, to, text, sent_at: now }).await;
                match kept {
                    Ok(()) => Handed::new(Meaning::Accepted, "folder"),
                    Err(_) => Handed::new(Meaning::Temporary, "folder"),
                }
            }
        }
    }

    /// Reads receipts that arrived; an error where they are not written as the gateway's are, or there is no gateway.
    pub fn receipts(&self, arrived: Arrived<'_>, at: DateTime<Utc>) -> Result<Vec<Receipt>, Unreadable> {
        receipt::receipts(self.preset().ok_or(Unreadable)?, arrived, at)
    }

    /// Reads what people answered, in the same way.
    pub fn answered(&self, arrived: Arrived<'_>) -> Result<Vec<Answered>, Unreadable> {
        receipt::answered(self.preset().ok_or(Unreadable)?, arrived, self.keyword.as_deref())
    }

    fn preset(&self) -> Option<&Preset> {
        match &self.way {
            Way::Gateway(gateway) => Some(gateway.preset()),
            Way::Off | Way::Folder(..) => None,
        }
    }
}

fn values(text: &str) -> Result<BTreeMap<String, String>, SmsError> {
    let pairs = text.split(',').map(str::trim).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').ok_or(SmsError::Values)?;
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        })
        .collect()
}
