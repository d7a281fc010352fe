//! Puts what a person typed back into the forms of a page that was made anew.
//!
//! The page is read once to find the form and to know what has a place on it, and written once. Hidden fields stay as the
//! new page has them, but for `_once`: they say what the record is like now, and the person says the rest. Only where the
//! very same is to be sent again, since it may have been taken, they are as they were.

mod fill;
mod seen;

use lol_html::errors::RewritingError;

use crate::form::Pairs;
use seen::{Control, Form, Kind};

/// What was typed into a form.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// Where the form posts to, or `#` and its id.
    pub action: &'a str,
    /// Which rendering of the form it was; nothing when it did not say.
    pub once: &'a str,
    pub pairs: &'a Pairs,
    /// Whether to tell beneath each text what is stored now, where that is something else.
    pub shows_stored: bool,
    /// Whether hidden fields are as they were, too: to send the very same again.
    pub restores_hidden: bool,
}

/// What became of a filling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The id of the form that has it now; nothing when no such form is on the page, or another filling has it.
    pub form: Option<String>,
    /// The texts that have no place on the page.
    pub left: Vec<String>,
    /// Whether the record is another one by now than the one that was on the page when it was typed.
    pub is_overtaken: bool,
}

/// The hidden fields by which a form says what it showed of a record.
const STAMPS: [&str; 2] = ["seen", "version"];

/// The page with each filling in its form, and `told` of all of them at the beginning of `<main>`. Of two for one form
/// the first has it. `stored` is the word before what is stored now.
///
/// # Errors
/// When the page cannot be read as HTML.
pub fn refill(
    html: &str,
    path: &str,
    fillings: &[Filling],
    stored: &str,
    told: impl FnOnce(&[Placed]) -> String,
) -> Result<String, RewritingError> {
    let forms = seen::forms(html, path)?;
    let mut taken: Vec<(usize, Filling)> = Vec::new();
    let mut placed = Vec::new();
    for filling in fillings {
        let found = best(&forms, filling).filter(|at| taken.iter().all(|(other, _)| other != at));
        let Some(at) = found else {
            placed.push(Placed { form: None, left: shown(filling.pairs.iter()), is_overtaken: false });
            continue;
        };
        let is_overtaken = is_overtaken(&forms[at], filling);
        let form = Some(fill::form_id(&forms[at], at));
        placed.push(Placed { form, left: left(&forms[at], filling.pairs), is_overtaken });
        taken.push((at, Filling { shows_stored: filling.shows_stored || is_overtaken, ..*filling }));
    }
    fill::fill(html, &forms, &taken, stored, &told(&placed))
}

/// Whether the form says otherwise now what it shows of its record than when it was typed into.
fn is_overtaken(form: &Form, filling: &Filling) -> bool {
    let says = |control: &&Control| control.kind == Kind::Hidden && STAMPS.contains(&control.name.as_str());
    let is_other = |control: &Control| {
        let typed = filling.pairs.iter().find(|(name, _)| *name == control.name);
        typed.is_some_and(|(_, value)| !value.is_empty() && *value != control.value)
    };
    form.controls.iter().filter(says).any(is_other)
}

/// What people read of what they typed: a date as one, no ids.
pub fn readable(pairs: &Pairs) -> Vec<String> {
    shown(pairs.iter())
}

/// The form that answers to the action: that very address, or else one that differs in ids alone. Of several, the one
/// whose own fields say the same, and then the one with the most of the typed fields.
fn best(forms: &[Form], filling: &Filling) -> Option<usize> {
    let exact = |form: &Form| {
        let has_id = form.id.as_deref().is_some_and(|id| filling.action.strip_prefix('#') == Some(id));
        has_id || form.actions.iter().any(|action| action == filling.action)
    };
    let alike = |form: &Form| form.actions.iter().any(|action| shape(action) == shape(filling.action));
    let choose = |fits: &dyn Fn(&Form) -> bool| {
        let fitting = forms.iter().enumerate().filter(|(_, form)| fits(form));
        fitting.max_by_key(|(at, form)| (likeness(form, filling), usize::MAX - at)).map(|(at, _)| at)
    };
    choose(&exact).or_else(|| choose(&alike))
}

/// How much of the form is in what was posted: first by its hidden values, then by its fields.
fn likeness(form: &Form, filling: &Filling) -> (usize, usize) {
    let posted = |control: &&Control| filling.pairs.iter().any(|(name, _)| *name == control.name);
    let same = |control: &&Control| filling.pairs.contains(&(control.name.clone(), control.value.clone()));
    let hidden = form.controls.iter().filter(|control| control.kind == Kind::Hidden).filter(same).count();
    (hidden, form.controls.iter().filter(posted).count())
}

/// An address with its ids left out.
fn shape(action: &str) -> Vec<&str> {
    action.split('/').map(|part| if is_id(part) { ":id" } else { part }).collect()
}

fn is_id(text: &str) -> bool {
    uuid::Uuid::try_parse(text).is_ok()
}

/// The texts for which the form has no place.
fn left(form: &Form, pairs: &Pairs) -> Vec<String> {
    let mut lines: Vec<&str> = Vec::new();
    let has_place = |(name, value): &(String, String)| {
        form.controls.iter().filter(|control| control.name == *name).any(|control| match control.kind {
            // Nobody types into a hidden field: what it says now is right.
            Kind::Text | Kind::Hidden => true,
            _ => control.value == *value,
        })
    };
    let mut without = Vec::new();
    for pair in pairs.iter() {
        let is_line = form.controls.iter().any(|control| control.name == pair.0 && control.kind == Kind::Text);
        let lines_before = lines.iter().filter(|name| **name == pair.0).count();
        let lines_there = form.controls.iter().filter(|c| c.name == pair.0 && c.kind == Kind::Text).count();
        if is_line {
            lines.push(&pair.0);
        }
        if !has_place(pair) || (is_line && lines_before >= lines_there) {
            without.push(pair);
        }
    }
    shown(without.into_iter())
}

fn shown<'a>(pairs: impl Iterator<Item = &'a (String, String)>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut date: Option<(&str, Vec<&str>)> = None;
    let is_typed = |(name, value): &&(String, String)| {
        !value.trim().is_empty() && !is_id(value) && !STAMPS.contains(&name.as_str())
    };
    for (name, value) in pairs.filter(is_typed) {
        let part = ["_day", "_month", "_year"].into_iter().find_map(|part| name.strip_suffix(part));
        match (&mut date, part) {
            (Some((of, parts)), Some(name)) if *of == name => parts.push(value),
            (open, part) => {
                texts.extend(open.take().map(|(_, parts)| parts.join("-")));
                match part {
                    Some(name) => *open = Some((name, vec![value])),
                    None => texts.push(value.clone()),
                }
            }
        }
    }
    texts.extend(date.map(|(_, parts)| parts.join("-")));
    texts
}

/// The five signs that a template writes otherwise than they are read.
const ESCAPED: [(&str, [&str; 2]); 5] = [
    ("<", ["&#60;", "&lt;"]),
    (">", ["&#62;", "&gt;"]),
    ("\"", ["&#34;", "&quot;"]),
    ("'", ["&#39;", "&apos;"]),
    ("&", ["&#38;", "&amp;"]),
];

/// A value as a person reads it. The ampersand comes last: what it begins was not written by the template.
fn read(written: &str) -> String {
    ESCAPED.iter().fold(written.to_owned(), |text, (sign, ways)| ways.iter().fold(text, |t, way| t.replace(way, sign)))
}

/// A value as a template writes it.
fn written(text: &str) -> String {
    ESCAPED.iter().rev().fold(text.to_owned(), |text, (sign, ways)| text.replace(sign, ways[0]))
}
