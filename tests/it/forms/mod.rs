//! What holds for every form that the matrix names, also for those that are still to come.

mod at_once;
mod contact;
mod cpr;
mod good;
mod inputs;
mod kept;
mod typed;
mod used;

use crate::{
    permissions::{
        matrix::{ASKING, Line, lines},
        scene::Scene,
    },
    support::Page,
};

pub use good::{Field, Kind};

/// The forms of the matrix with those who may send them.
fn forms() -> Vec<(Line, Vec<&'static str>)> {
    let posts = lines().into_iter().filter(|line| line.method == "POST");
    let with_senders = posts.map(|line| {
        let may = ASKING.into_iter().filter(|who| line.gets(who) == "ok").collect();
        (line, may)
    });
    with_senders.filter(|(_, may): &(_, Vec<_>)| !may.is_empty()).collect()
}

/// Sends a form as somebody.
async fn send(scene: &Scene, line: &Line, who: &str, fields: &[(&str, &str)]) -> Page {
    scene.browser(who).await.submit(&scene.path(&line.path), fields).await
}

/// The fields with a refusal beside them, or in the list above the form; none of them is folded away.
fn refused(page: &Page) -> Vec<String> {
    for folding in page.body.split("<details").skip(1).filter_map(|rest| rest.split("</details>").next()) {
        let (head, inside) = folding.split_once('>').unwrap();
        let is_seen = head.ends_with(" open") || !inside.contains("form-error-message");
        assert!(is_seen, "a refusal is folded away: {inside}");
    }
    let after = |mark: &str| page.body.split(mark).skip(1).map(str::to_owned).collect::<Vec<_>>();
    let summary = page.body.split("error-summary\"").nth(1).and_then(|rest| rest.split("</div>").next());
    let mut fields: Vec<String> = summary
        .unwrap_or_default()
        .split("<li>")
        .skip(1)
        .map(|item| item.split("href=\"#").nth(1).map_or("", |rest| rest.split('"').next().unwrap()).to_owned())
        .collect();
    fields.extend(after("aria-describedby=\"").iter().filter_map(|rest| {
        let described = rest.split(['"', ' ']).next().unwrap();
        described.strip_suffix("-error").map(str::to_owned)
    }));
    fields.sort();
    fields.dedup();
    fields
}

/// The field that a page shows for what is posted: a day is one field of three parts.
fn shown(name: &str) -> &str {
    let part = ["_day", "_month", "_year"].into_iter().find_map(|ending| name.strip_suffix(ending));
    part.filter(|_| !name.starts_with("birth_year")).unwrap_or(name)
}
