//! What an answer of a gateway means.

use serde::Deserialize;
use serde_json::Value;

use super::preset::{Preset, Rule};

/// What became of handing a message over, told apart by who can do something about it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// The gateway has it.
    Accepted,
    /// It was not taken, and may be tried again.
    Temporary,
    /// The number is none, or takes no messages: its route is dead.
    Number,
    /// The message is not as the gateway wants it: a fault of ours.
    Ours,
    /// The gateway takes nothing of ours: a wrong key, no credit, a sender that is not allowed. The rest waits.
    Stopped,
    /// It may have been sent, and may not: a person decides whether it goes out again.
    Unknown,
}

/// How handing a message over went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    pub meaning: Meaning,
    /// The gateway's own id of it.
    pub id: Option<String>,
    /// The status of the answer and the gateway's code, for the log and the operator.
    pub code: String,
}

impl Handed {
    pub fn new(meaning: Meaning, code: impl Into<String>) -> Self {
        Self { meaning, id: None, code: code.into() }
    }
}

/// The longest id or code that is kept of what a gateway says.
const LONGEST: usize = 60;

/// Reads an answer by the rules of its preset.
pub fn read(preset: &Preset, status: u16, body: &[u8]) -> Handed {
    let said: Value = serde_json::from_slice(body).unwrap_or_default();
    let at = |pointer: &Option<String>| pointer.as_ref().and_then(|pointer| word_at(&said, pointer));
    let rule = preset.answer.rules.iter().find(|rule| fits(rule, status, &said));
    let meaning = match rule.map_or_else(|| of_status(status), |rule| rule.means) {
        // What was sent twice would be sent once.
        Meaning::Unknown if preset.dedupes => Meaning::Temporary,
        meaning => meaning,
    };
    let code = [Some(status.to_string()), at(&preset.answer.code)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Handed { meaning, id: at(&preset.answer.id).filter(|_| meaning == Meaning::Accepted), code }
}

/// What a status means that no rule tells of. A gateway that fails may have sent before it did.
fn of_status(status: u16) -> Meaning {
    match status {
        200..=299 => Meaning::Accepted,
        429 => Meaning::Temporary,
        401..=403 | 407 => Meaning::Stopped,
        400..=499 => Meaning::Ours,
        _ => Meaning::Unknown,
    }
}

fn fits(rule: &Rule, status: u16, said: &Value) -> bool {
    let is_status = |wanted: &String| {
        let status = status.to_string();
        *wanted == status || wanted.strip_suffix("xx").is_some_and(|class| status.starts_with(class))
    };
    let found = rule.at.as_ref().map(|pointer| word_at(said, pointer));
    let is_said = match found {
        None => true,
        Some(None) => false,
        Some(Some(word)) => rule.is.is_empty() || rule.is.contains(&word),
    };
    is_said && (rule.status.is_empty() || rule.status.iter().any(is_status))
}

/// The text, number or truth at a place, as a word.
pub fn word_at(said: &Value, pointer: &str) -> Option<String> {
    let word = match said.pointer(pointer)? {
        Value::String(word) => word.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => return None,
    };
    Some(word.chars().filter(|sign| !sign.is_control()).take(LONGEST).collect())
}
