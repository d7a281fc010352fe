//! A gateway that texts are handed to.

use std::{collections::BTreeMap, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use hyper::{Request, header};
use sea_orm::prelude::Uuid;
use serde_json::Value;
use url::Url;

use super::{
    SmsError,
    answer::{self, Handed, Meaning},
    fill,
    length::{Coding, length},
    preset::{Auth, Body, Method, Preset},
    sender::Sender,
    wire::{self, Lost, Patience, Vouchers},
};

/// As long as a gateway may take to say that it has a message.
const PATIENCE: Patience = Patience { connecting: Duration::from_secs(30), answer: Duration::from_secs(60) };

/// What the settings say of a gateway.
pub struct Account<'a> {
    pub url: &'a str,
    pub user: &'a str,
    pub key: &'a str,
    /// Further values of the preset.
    pub values: BTreeMap<String, String>,
    pub sender: Sender,
    /// Where receipts are to come; none: nobody is told.
    pub receipts: Option<String>,
}

/// A gateway with what it takes to be let in.
pub struct Gateway {
    preset: Preset,
    url: Url,
    user: String,
    key: String,
    values: BTreeMap<String, String>,
    sender: Sender,
    receipts: Option<String>,
    vouchers: Option<Vouchers>,
    patience: Patience,
}

impl Gateway {
    /// # Errors
    /// When a placeholder of the preset has no value, or its address is not one that a key may be sent to.
    pub fn open(preset: Preset, account: Account<'_>) -> Result<Self, SmsError> {
        let url = if account.url.is_empty() { &preset.url } else { account.url };
        let url = Url::parse(url).map_err(|_| SmsError::Url)?;
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(&url));
        if !is_safe || !url.has_host() {
            return Err(SmsError::Url);
        }
        let vouchers = (url.scheme() == "https").then(Vouchers::load).transpose().map_err(SmsError::Vouchers)?;
        let gateway = Self {
            preset,
            url,
            user: account.user.to_owned(),
            key: account.key.to_owned(),
            values: account.values,
            sender: account.sender,
            receipts: account.receipts,
            vouchers,
            patience: PATIENCE,
        };
        gateway.lacking().map_or(Ok(gateway), |name| Err(SmsError::Lacks(name)))
    }

    /// Whether it tells what became of a message, to an address of ours that it knows.
    pub fn tells_receipts(&self) -> bool {
        self.receipts.is_some() && self.preset.receipts.is_some()
    }

    pub fn preset(&self) -> &Preset {
        &self.preset
    }

    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience: Patience { connecting: patience, answer: patience }, ..self }
    }

    /// Hands a text over. `to` is `+4512345678`; the reference is the same at each try.
    pub async fn send(&self, reference: Uuid, to: &str, text: &str) -> Handed {
        let coding = length(text).coding;
        if coding == Coding::Ucs2 && !self.preset.sends_ucs2 {
            return Handed::new(Meaning::Ours, "ucs2");
        }
        let reference = reference.simple().to_string();
        let values = self.filled((&reference, to, text), coding);
        let Some((url, request)) = self.request(&values) else { return Handed::new(Meaning::Ours, "unwritten") };
        match wire::ask(self.vouchers.as_ref(), &url, request, self.patience).await {
            Ok((status, body)) => answer::read(&self.preset, status, &body),
            Err(Lost::Away) => Handed::new(Meaning::Temporary, "away"),
            Err(Lost::Unvouched) => Handed::new(Meaning::Temporary, "no TLS"),
            Err(Lost::Silent) if self.preset.dedupes => Handed::new(Meaning::Temporary, "silent"),
            Err(Lost::Silent) => Handed::new(Meaning::Unknown, "silent"),
        }
    }

    /// The first placeholder that would have no value.
    fn lacking(&self) -> Option<String> {
        let known = self.filled(("", "", ""), Coding::SevenBit);
        let body: Vec<&str> = match &self.preset.body {
            Body::Json { template } => fill::texts(template),
            Body::Form { fields } => fields.values().map(String::as_str).collect(),
        };
        let mut needed = body.into_iter().chain(self.preset.auth.texts()).flat_map(fill::names);
        let is_lacking = |name: &&str| *name != "receipts" && known.get(name).is_none_or(Option::is_none);
        needed.find(is_lacking).map(str::to_owned)
    }

    fn filled<'a>(&'a self, (reference, to, text): (&'a str, &'a str, &'a str), coding: Coding) -> fill::Values<'a> {
        let preset = &self.preset;
        let of_two = |words: &'a Option<(String, String)>, is_first: bool| {
            words.as_ref().map(|(first, second)| if is_first { first.as_str() } else { second.as_str() })
        };
        let (sender, is_name) = match &self.sender {
            Sender::Name(name) => (name.as_str(), true),
            Sender::Number(number) => (preset.number.spell(number), false),
        };
        let given = |value: &'a str| (!value.is_empty()).then_some(value);
        let own = self.values.iter().map(|(name, value)| (name.as_str(), Some(value.as_str())));
        let mut values: fill::Values<'a> = own.collect();
        values.extend([
            ("reference", Some(reference)),
            ("to", Some(preset.number.spell(to))),
            ("text", Some(text)),
            ("sender", Some(sender)),
            ("coding", of_two(&preset.coding, coding == Coding::SevenBit)),
            ("sender-kind", of_two(&preset.sender_kind, is_name)),
            ("receipts", self.receipts.as_deref()),
            ("user", given(&self.user)),
            ("key", given(&self.key)),
        ]);
        values
    }

    fn request(&self, values: &fill::Values<'_>) -> Option<(Url, Request<String>)> {
        let mut url = self.url.clone();
        let filled = |template: &String| fill::text(template, values);
        let let_in = match &self.preset.auth {
            Auth::None => None,
            Auth::Basic { user, password } => {
                let both = format!("{}:{}", filled(user)?, filled(password)?);
                Some((header::AUTHORIZATION.to_string(), format!("Basic {}", STANDARD.encode(both))))
            }
            Auth::Bearer { token } => Some((header::AUTHORIZATION.to_string(), format!("Bearer {}", filled(token)?))),
            Auth::Header { name, value } => Some((name.clone(), filled(value)?)),
            Auth::Query { name, value } => {
                url.query_pairs_mut().append_pair(name, &filled(value)?);
                None
            }
        };
        let (kind, body) = self.body(values)?;
        let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let mut request = Request::builder().method(method(self.preset.method)).uri(target);
        if let Some((name, value)) = let_in {
            let mut value = header::HeaderValue::from_str(&value).ok()?;
            value.set_sensitive(true);
            request = request.header(name, value);
        }
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let request = request
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, kind)
            .header(header::ACCEPT, "application/json")
            .header(header::USER_AGENT, concat!("Brobyg/", env!("CARGO_PKG_VERSION")))
            .body(body)
            .ok()?;
        Some((url, request))
    }

    fn body(&self, values: &fill::Values<'_>) -> Option<(&'static str, String)> {
        Some(match &self.preset.body {
            Body::Json { template } => {
                let said: Value = fill::json(template, values)?;
                ("application/json", said.to_string())
            }
            Body::Form { fields } => {
                let mut form = form_urlencoded::Serializer::new(String::new());
                for (name, field) in fields {
                    if let Some(value) = fill::text(field, values) {
                        form.append_pair(name, &value);
                    }
                }
                ("application/x-www-form-urlencoded", form.finish())
            }
        })
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Post => "POST",
        Method::Put => "PUT",
    }
}

/// Whether an address is reached without a wire, so that it may be spoken to plainly.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.to_canonical().is_loopback(),
        None => false,
    }
}
