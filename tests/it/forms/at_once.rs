//! All that is wrong with a form is told at once.

use poem::http::StatusCode;

use super::{Field, Kind, forms, good, refused, send};
use crate::permissions::{matrix::Line, scene::Scene};

/// What steers a form rather than being an answer stays as it is when everything else is left out.
const STEERING: [&str; 7] = ["step", "asking", "version", "id", "guardian_shown", "industries_shown", "next"];

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
            let (together, is_taken) = told(&scene, &line, who, &empty(&scene, &line, &wrong)).await;
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
            let parts = |day_of: &str, month: &str, year: &str| {
                let part = |ending: &str| {
                    fields.iter().map(|field| field.name).find(|name| *name == format!("{day}_{ending}"))
                };
                [(part("day"), day_of), (part("month"), month), (part("year"), year)]
                    .into_iter()
                    .map(|(name, value)| (name.unwrap(), value.to_owned()))
                    .collect::<Wrong>()
            };
            wrongs.extend([parts("31", "2", "2026"), parts("31", "12", "2090"), parts("1", "1", "1905")]);
        } else if field.name.ends_with("_month") || field.name.ends_with("_year") && field.kind == Kind::Chosen {
        } else {
            let values: &[&str] = match field.kind {
                Kind::Needed => &["", "x"],
                Kind::Optional => &["x"],
                Kind::Secret => &[""],
                Kind::Chosen => &["¤"],
            };
            let long = |value: &&str| if *value == "x" { "x".repeat(5000) } else { (*value).to_owned() };
            wrongs.extend(values.iter().map(|value| vec![(field.name, long(value))]));
        }
    }
    wrongs
}

/// The good form with a wrong answer.
fn filled<'a>(fields: &'a [Field], wrong: &'a Wrong) -> Vec<(&'a str, &'a str)> {
    let value = |field: &'a Field| wrong.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value.as_str());
    fields.iter().map(|field| (field.name, value(field).unwrap_or(&field.value))).collect()
}

/// The wrong answer and nothing else.
fn empty<'a>(scene: &Scene, line: &Line, wrong: &'a Wrong) -> Vec<(&'a str, &'a str)> {
    let steering = good::form(scene, line).into_iter().filter(|field| STEERING.contains(&field.name));
    let steering: Vec<(&'static str, &'static str)> =
        steering.map(|field| (field.name, &*Box::leak(field.value.into_boxed_str()))).collect();
    steering.into_iter().chain(wrong.iter().map(|(name, value)| (*name, value.as_str()))).collect()
}

/// The fields that are refused, and whether the form was taken.
async fn told(scene: &Scene, line: &Line, who: &str, fields: &[(&str, &str)]) -> (Vec<String>, bool) {
    let page = send(scene, line, who, fields).await;
    match page.status {
        StatusCode::UNPROCESSABLE_ENTITY => (refused(&page), false),
        status => (Vec::new(), status != StatusCode::CONFLICT && !status.is_client_error()),
    }
}
