//! Puts the values of one message into the texts of a preset.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

/// The values that placeholders stand for, by their names. A name without a value takes with it the field it stands in.
pub type Values<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// Every placeholder in a text: `{to}` is `to`, and so is `{to#}`.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Name(name) => Some(name.trim_end_matches('#')),
        Piece::Words(_) => None,
    })
}

/// The text with its values; nothing where one has no value.
pub fn text(template: &str, values: &Values<'_>) -> Option<String> {
    let mut filled = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Name(name) => filled.push_str(values.get(name.trim_end_matches('#')).copied().flatten()?),
        }
    }
    Some(filled)
}

/// The same of every text in a JSON template.
pub fn json(template: &Value, values: &Values<'_>) -> Option<Value> {
    match template {
        Value::String(words) => {
            let filled = text(words, values)?;
            let is_number = words.starts_with('{') && words.ends_with("#}");
            let number = is_number.then(|| filled.parse::<u64>().ok()).flatten();
            Some(number.map_or(Value::String(filled), |number| Value::Number(Number::from(number))))
        }
        Value::Array(parts) => Some(parts.iter().filter_map(|part| json(part, values)).collect()),
        Value::Object(fields) => {
            let filled = fields.iter().filter_map(|(name, field)| Some((name.clone(), json(field, values)?)));
            Some(Value::Object(filled.collect::<Map<_, _>>()))
        }
        other => Some(other.clone()),
    }
}

/// Every text of a JSON template.
pub fn texts(template: &Value) -> Vec<&str> {
    match template {
        Value::String(words) => vec![words],
        Value::Array(parts) => parts.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

enum Piece<'a> {
    Words(&'a str),
    Name(&'a str),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let named = rest.strip_prefix('{').and_then(|behind| behind.split_once('}'));
        if let Some((name, behind)) = named {
            rest = behind;
            return Some(Piece::Name(name));
        }
        let end = rest[1..].find('{').map_or(rest.len(), |at| at + 1);
        let (words, behind) = rest.split_at(end);
        rest = behind;
        Some(Piece::Words(words))
    })
}
