//! All that is wrong with a form is told at once.

use poem::http::StatusCode;

use super::{Field, Kind, forms, good, refused, send};
use crate::permissions::{matrix::Line, scene::Scene};

/// What steers a form rather than being an answer stays as it is when everything else is left out.
const STEERING: [&str; 7] = ["step", "asking", "version", "id", "guardian_shown", "industries_shown", "next"];

/// A field whose answer is compared with that of another: what is wrong with it can only be told once the other is right.
const COMPARED: [(&str, &str); 29] = [
    ("password", "again"),
    ("again", "password"),
    ("ends_on_day", "starts_on"),
    ("starts_on_day", "ends_on"),
    ("until_on_day", "from_on"),
    ("until_day", "from"),
    ("to_on_day", "from_on"),
    ("guardian_name", "age"),
    ("guardian_phone", "age"),
    ("guardian_phone", "guardian_name"),
    ("consented_on_day", "birth_date"),
    ("decline_note", "decline_reason"),
    ("rest_days", "rest"),
    ("pause_days", "pause"),
    ("reason", "answer"),
    ("keep", "with"),
    ("next_day", "answer"),
    ("number", "answer"),
    ("note", "answer"),
    ("text", "answer"),
    // Whether a try lies too early is told by its course or survey, to which a whole try is shown.
    ("tried_day", "result"),
    ("tried_day", "mood"),
    ("tried_day", "step_on"),
    ("attempted_day", "channel"),
    ("attempted_day", "result"),
    ("why", "answer"),
    ("override_reason", "ended_on"),
    ("reason", "class"),
    ("end_reason", "class"),
];

/// A wrong answer: which fields it stands in, and what.
type Wrong = Vec<(&'static str, String)>;

#[tokio::test]
async fn what_is_wrong_with_one_field_is_told_whatever_else_is_wrong() {
    let mut scene = Scene::set().await;
    let (mut mistakes, mut tried) = (Vec::new(), 0);
    for (line, senders) in forms() {
        let (fields, who) = (good::form(&scene, &line), *senders.last().unwrap());
        for wrong in wrongs(&fields) {
            // An answer that was taken after all has changed the scene.
            let (alone, is_taken) = told(&scene, &line, who, &filled(&fields, &wrong)).await;
            if is_taken {
                scene = Scene::set().await;
                continue;
            }
            tried += alone.len();
            let (together, is_taken) = told(&scene, &line, who, &empty(&fields, &wrong)).await;
            let hidden: Vec<_> = alone.iter().filter(|field| !together.contains(field)).collect();
            if !hidden.is_empty() {
                mistakes.push(format!(
                    "POST {} as {who}: {wrong:?} is told at {hidden:?} only once the rest is right",
                    line.path
                ));
            }
            if is_taken {
                scene = Scene::set().await;
            }
        }
    }
    assert!(tried > 100, "only {tried} refusals were seen");
    assert!(mistakes.is_empty(), "{} mistakes:\n{}", mistakes.len(), mistakes.join("\n"));
}

/// The wrong answers to try: nothing where something is needed, words that are too long, a choice that nobody offered,
/// and days that do not exist, lie far ahead or long ago.
fn wrongs(fields: &[Field]) -> Vec<Wrong> {
    let mut wrongs: Vec<Wrong> = Vec::new();
    for field in fields.iter().filter(|field| !STEERING.contains(&field.name)) {
        if let Some(day) = field.name.strip_suffix("_day") {
            let days = [["31", "2", "2026"], ["31", "12", "2090"], ["1", "1", "1905"]];
            wrongs.extend(days.map(|parts| wrong_day(fields, day, parts)));
        } else if !is_rest_of_day(field, fields) {
            let values: &[&str] = match field.kind {
                Kind::Needed => &["", LONG],
                Kind::Optional => &[LONG],
                Kind::Secret => &[""],
                Kind::Chosen => &["¤"],
            };
            let value = |value: &&str| if *value == LONG { "x".repeat(5000) } else { (*value).to_owned() };
            wrongs.extend(values.iter().map(|written| vec![(field.name, value(written))]));
        }
    }
    wrongs
}

/// Stands for more than any field takes.
const LONG: &str = "long";

fn wrong_day(fields: &[Field], day: &str, parts: [&str; 3]) -> Wrong {
    let named = |ending: &str| fields.iter().map(|field| field.name).find(|name| *name == format!("{day}_{ending}"));
    let names = ["day", "month", "year"].map(|ending| named(ending).unwrap());
    names.into_iter().zip(parts.map(str::to_owned)).collect()
}

fn is_rest_of_day(field: &Field, fields: &[Field]) -> bool {
    let day = ["_month", "_year"].into_iter().find_map(|ending| field.name.strip_suffix(ending));
    day.is_some_and(|day| fields.iter().any(|field| field.name == format!("{day}_day")))
}

/// The good form with a wrong answer.
fn filled<'a>(fields: &'a [Field], wrong: &'a Wrong) -> Vec<(&'a str, &'a str)> {
    let value = |field: &'a Field| wrong.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value.as_str());
    fields.iter().map(|field| (field.name, value(field).unwrap_or(&field.value))).collect()
}

/// The wrong answer and nothing else but what it is compared with.
fn empty<'a>(fields: &'a [Field], wrong: &'a Wrong) -> Vec<(&'a str, &'a str)> {
    let of = |field: &Field, other: &str| field.name == other || field.name.starts_with(&format!("{other}_"));
    let is_compared = |field: &Field| {
        COMPARED.iter().any(|(wrong_one, other)| wrong.iter().any(|(name, _)| name == wrong_one) && of(field, other))
    };
    let is_wrong = |field: &Field| wrong.iter().any(|(name, _)| *name == field.name);
    let kept = fields.iter().filter(|field| STEERING.contains(&field.name) || is_compared(field));
    let kept = kept.filter(|field| !is_wrong(field)).map(|field| (field.name, field.value.as_str()));
    kept.chain(wrong.iter().map(|(name, value)| (*name, value.as_str()))).collect()
}

/// The fields that are refused, and whether the form was taken.
async fn told(scene: &Scene, line: &Line, who: &str, fields: &[(&str, &str)]) -> (Vec<String>, bool) {
    let page = send(scene, line, who, fields).await;
    match page.status {
        StatusCode::UNPROCESSABLE_ENTITY => (refused(&page), false),
        status => (Vec::new(), status != StatusCode::CONFLICT && !status.is_client_error()),
    }
}
