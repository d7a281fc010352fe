//! How a gateway is spoken to, as data: what is sent, what its answers mean, and what it tells afterwards.
//!
//! Those of Danish gateways lie beside this file, written after the documents that each of them names. A gateway that is
//! not among them needs such a file and no code.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;
use serde_json::Value;

use super::{answer::Meaning, receipt::Became};

/// The presets that are built in, by the word that the settings call them.
pub const PRESETS: [(&str, &str); 5] = [
    ("gatewayapi", include_str!("presets/gatewayapi.toml")),
    ("cpsms", include_str!("presets/cpsms.toml")),
    ("inmobile", include_str!("presets/inmobile.toml")),
    ("link", include_str!("presets/link.toml")),
    ("smsdk", include_str!("presets/smsdk.toml")),
];

/// A gateway. Texts may hold `{placeholders}`, which [`super::fill`] knows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Preset {
    pub url: String,
    #[serde(default)]
    pub method: Method,
    pub number: NumberStyle,
    /// Whether its documents promise that a second request with the same reference sends nothing twice. Only then is tried
    /// again what nobody answered.
    #[serde(default)]
    pub dedupes: bool,
    /// Whether it sends signs outside the alphabet of phones. One that takes them out would send a name without its letters.
    #[serde(default = "yes")]
    pub sends_ucs2: bool,
    pub auth: Auth,
    pub body: Body,
    /// What `{coding}` stands for: in the alphabet of phones, and outside it.
    #[serde(default)]
    pub coding: Option<(String, String)>,
    /// What `{sender-kind}` stands for: a name, and a number.
    #[serde(default)]
    pub sender_kind: Option<(String, String)>,
    pub answer: AnswerRules,
    pub receipts: Option<ReceiptShape>,
    pub inbound: Option<InboundShape>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    #[default]
    Post,
    Put,
}

/// How a phone number is written.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberStyle {
    /// `4512345678`
    Digits,
    /// `+4512345678`
    Plus,
}

impl NumberStyle {
    /// Spells a number that is kept as `+4512345678`.
    pub fn spell(self, number: &str) -> &str {
        match self {
            Self::Digits => number.trim_start_matches('+'),
            Self::Plus => number,
        }
    }
}

/// How we say who we are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, tag = "how", rename_all = "kebab-case")]
pub enum Auth {
    None,
    Basic { user: String, password: String },
    Bearer { token: String },
    Header { name: String, value: String },
    Query { name: String, value: String },
}

impl Auth {
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::None => Vec::new(),
            Self::Basic { user, password } => vec![user, password],
            Self::Bearer { token } => vec![token],
            Self::Header { value, .. } | Self::Query { value, .. } => vec![value],
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// The template is JSON whose strings hold placeholders; `"{to#}"` becomes a number instead of a string.
    Json {
        #[serde(deserialize_with = "json")]
        template: Value,
    },
    Form {
        fields: BTreeMap<String, String>,
    },
}

fn json<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Value, D::Error> {
    serde_json::from_str(&String::deserialize(source)?).map_err(serde::de::Error::custom)
}

/// What answers mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnswerRules {
    /// Where the gateway's own id stands, as a JSON pointer.
    pub id: Option<String>,
    /// Where the code of an error stands.
    pub code: Option<String>,
    /// The first that fits says what an answer means; where none does, its status alone does.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Such as `200` or `4xx`; empty: any.
    #[serde(default)]
    pub status: Vec<String>,
    /// Where in the answer to look, as a JSON pointer; without it the status decides.
    pub at: Option<String>,
    /// What must stand there; empty: anything at all.
    #[serde(default)]
    pub is: Vec<String>,
    pub means: Meaning,
}

/// How what is told afterwards comes in.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Arrives {
    Json,
    Form,
    /// In the query of the address, also by GET.
    Query,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReceiptShape {
    pub by: Arrives,
    /// Where a list of several stands; without it the whole is one.
    pub each: Option<String>,
    /// Where our reference stands; the first that is there.
    pub reference: Vec<String>,
    pub state: Vec<String>,
    /// Where a finer code stands.
    pub code: Option<String>,
    /// What each state means; one that is not here says nothing yet.
    pub states: BTreeMap<String, Became>,
    /// What a finer code means of a message that did not arrive.
    #[serde(default)]
    pub codes: BTreeMap<String, Became>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InboundShape {
    pub by: Arrives,
    pub each: Option<String>,
    /// Where the number stands, and where the text; the first that is there.
    #[serde(deserialize_with = "pointers")]
    pub from: Vec<String>,
    #[serde(deserialize_with = "pointers")]
    pub text: Vec<String>,
}

/// One place, or a list of them.
fn pointers<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Pointers {
        One(String),
        Several(Vec<String>),
    }
    Ok(match Pointers::deserialize(source)? {
        Pointers::One(pointer) => vec![pointer],
        Pointers::Several(pointers) => pointers,
    })
}

impl Preset {
    /// The preset of this name, or the one in the file of this path.
    ///
    /// # Errors
    /// When there is none, or it is not written as it must be: what is wrong, without the file's content.
    pub fn open(name: &str) -> Result<Self, String> {
        let built_in = PRESETS.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        let text = match built_in {
            Some(text) => text,
            None if name.ends_with(".toml") => fs::read_to_string(name).map_err(|error| error.to_string())?,
            None => return Err("there is no such preset".to_owned()),
        };
        toml::from_str(&text).map_err(|error| error.message().to_owned())
    }
}
