//! What gateways tell of messages afterwards, and what people answer.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    answer::word_at,
    preset::{Arrives, InboundShape, Preset, ReceiptShape},
    wish::Wish,
};
use crate::form::typed;

/// What became of a message that a gateway took.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// It reached the phone. Nobody is said to have read it.
    Delivered,
    /// It did not, for a reason that passes: switched off, abroad, full, or not said.
    Temporary,
    /// The number is none, or takes no messages.
    Number,
    /// The network lets none of ours through to it, mostly because somebody asked for that.
    Barred,
}

/// One thing told of one message of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The id of the message, which was handed over with it.
    pub reference: Uuid,
    pub became: Became,
    /// In the gateway's own words, for the operator.
    pub code: String,
    /// When we were told.
    pub at: DateTime<Utc>,
}

impl Receipt {
    /// Whether it changes what is known of a message so far. Receipts come twice, late and in any order: what was settled
    /// stays, and what did not arrive for a while may arrive yet.
    pub fn moves(&self, so_far: Option<Became>) -> bool {
        match so_far {
            None => true,
            Some(Became::Temporary) => self.became != Became::Temporary,
            Some(_) => false,
        }
    }
}

/// A message of somebody to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// As numbers are kept: `+4512345678`.
    pub from: String,
    pub says: Says,
}

/// What it says: one of the agreed words, or something of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    Wish(Wish),
    Words(String),
}

/// What came to one of our addresses for gateways.
#[derive(Clone, Copy, Debug)]
pub struct Arrived<'a> {
    pub query: &'a str,
    pub body: &'a [u8],
}

/// It is not written as the preset says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads receipts as a preset says. Those about messages that are not ours, and those that say nothing yet, are left out.
pub fn receipts(preset: &Preset, arrived: Arrived<'_>, at: DateTime<Utc>) -> Result<Vec<Receipt>, Unreadable> {
    let Some(form) = &preset.receipts else { return Err(Unreadable) };
    let said = arrived.said(form.by)?;
    Ok(each(&said, form.each.as_deref()).into_iter().filter_map(|one| receipt(form, one, at)).collect())
}

fn receipt(form: &ReceiptShape, said: &Value, at: DateTime<Utc>) -> Option<Receipt> {
    let first = |pointers: &[String]| pointers.iter().find_map(|pointer| word_at(said, pointer));
    let reference = Uuid::try_parse(&first(&form.reference)?).ok()?;
    let state = first(&form.state)?;
    let code = form.code.as_ref().and_then(|pointer| word_at(said, pointer));
    let of_state = *form.states.get(&state)?;
    let finer = code.as_ref().and_then(|code| form.codes.get(&code.to_lowercase()).or_else(|| form.codes.get(code)));
    let became = if of_state == Became::Delivered { of_state } else { finer.copied().unwrap_or(of_state) };
    let code = code.filter(|code| *code != state).map_or(state.clone(), |code| format!("{state} {code}"));
    Some(Receipt { reference, became, code, at })
}

/// Reads what people answered. `keyword` is the word that leads a message to us on a number that several share.
pub fn answered(preset: &Preset, arrived: Arrived<'_>, keyword: Option<&str>) -> Result<Vec<Answered>, Unreadable> {
    let Some(form) = &preset.inbound else { return Err(Unreadable) };
    let said = arrived.said(form.by)?;
    Ok(each(&said, form.each.as_deref()).into_iter().filter_map(|one| one_answered(form, one, keyword)).collect())
}

fn one_answered(form: &InboundShape, said: &Value, keyword: Option<&str>) -> Option<Answered> {
    let from = form.from.iter().find_map(|pointer| word_at(said, pointer))?;
    let from = if from.starts_with('+') { from } else { format!("+{from}") };
    let text = form.text.iter().find_map(|pointer| said.pointer(pointer)?.as_str())?;
    let own = keyword.and_then(|keyword| behind(text, keyword)).unwrap_or(text).trim();
    let says = match Wish::of(text).or_else(|| Wish::of(own)) {
        Some(wish) => Says::Wish(wish),
        None if own.is_empty() => return None,
        None => Says::Words(own.to_owned()),
    };
    Some(Answered { from: typed::phone(&from)?, says })
}

fn behind<'a>(text: &'a str, keyword: &str) -> Option<&'a str> {
    let (first, rest) = text.trim_start().split_once(char::is_whitespace)?;
    first.eq_ignore_ascii_case(keyword).then_some(rest)
}

fn each<'a>(said: &'a Value, list: Option<&str>) -> Vec<&'a Value> {
    let found = list.map_or(Some(said), |list| said.pointer(list));
    match found {
        Some(Value::Array(several)) => several.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

impl Arrived<'_> {
    fn said(self, by: Arrives) -> Result<Value, Unreadable> {
        match by {
            Arrives::Json => serde_json::from_slice(self.body).map_err(|_| Unreadable),
            Arrives::Form => Ok(fields(self.body)),
            // Some append a question mark of their own to an address that has one.
            Arrives::Query => Ok(fields(self.query.replace('?', "&").as_bytes())),
        }
    }
}

fn fields(form: &[u8]) -> Value {
    let fields = form_urlencoded::parse(form).take(100);
    Value::Object(fields.map(|(name, value)| (name.into_owned(), value.into_owned().into())).collect::<Map<_, _>>())
}
