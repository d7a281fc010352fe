//! No form keeps a CPR number, whoever sends it, in whatever field and however it is written.

use brobyg::web::Tr;
use poem::http::StatusCode;

use super::{Field, Kind, forms, good, inputs, kept, refused, send, shown};
use crate::{permissions::matrix::Line, permissions::scene::Scene, support::Page};

/// The same number of nobody, as people write it.
const SPELLINGS: [&str; 18] = [
    "170506-1234",
    "1705061234",
    "17 05 06 1234",
    "17 05 06 12 34",
    "1 7 0 5 0 6 1 2 3 4",
    "17.05.06.1234",
    "17/05/06 1234",
    "170506   –   1234",
    "170506_1234",
    "(170506) [1234]",
    "17-05-2006-1234",
    "170506\u{a0}1234",
    "170506\u{200b}1234",
    "17\u{ad}0506-\u{2009}1234",
    "１７０５０６－１２３４",
    "١٧٠٥٠٦-١٢٣٤",
    "Amira, cpr:170506-1234, 19 år",
    "170506\r\n1234",
];

/// What is sought in everything that is kept: the digits in a row, with the year in full or not.
const SOUGHT: [&str; 2] = ["1705061234", "170520061234"];

fn digits(text: &str) -> String {
    let digit = |c: char| match u32::from(c) {
        code @ 0x660..=0x669 => char::from_digit(code - 0x660, 10),
        code @ 0xff10..=0xff19 => char::from_digit(code - 0xff10, 10),
        _ => Some(c).filter(char::is_ascii_digit),
    };
    text.chars().filter_map(digit).collect()
}

#[tokio::test]
async fn no_field_of_any_form_keeps_a_cpr_number() {
    let scene = Scene::set().await;
    let written = inputs::written(&scene).await;
    let mut mistakes = Vec::new();
    for (line, senders) in forms() {
        let fields = good::form(&scene, &line);
        let writable = written.get(&scene.path(&line.path)).cloned().unwrap_or_default();
        let unlisted = writable.iter().filter(|name| !fields.iter().any(|field| field.name == name.as_str()));
        for name in unlisted.filter(|name| name.as_str() != "website") {
            mistakes.push(format!("{}: write down what somebody types in {name} in tests/it/forms/good.rs", line.path));
        }
        for (at, field) in fields.iter().enumerate() {
            let is_written = writable.contains(field.name) || matches!(field.kind, Kind::Needed | Kind::Optional);
            let spellings: &[&str] = if is_written { &SPELLINGS } else { &SPELLINGS[..1] };
            for (spelling, who) in spellings.iter().zip(senders.iter().cycle()) {
                let page = with(&scene, &line, who, &fields, at, spelling).await;
                mistakes.extend(mistake(&line, who, field, spelling, is_written, &page));
            }
        }
    }
    mistakes.extend(found(&scene).await);
    assert!(mistakes.is_empty(), "{} mistakes:\n{}", mistakes.len(), mistakes.join("\n"));
}

/// Sends a form that is good but for the number in one of its fields.
async fn with(scene: &Scene, line: &Line, who: &str, fields: &[Field], at: usize, spelling: &str) -> Page {
    let mut sent: Vec<(&str, &str)> = fields.iter().map(|field| (field.name, field.value.as_str())).collect();
    sent[at].1 = spelling;
    send(scene, line, who, &sent).await
}

fn mistake(line: &Line, who: &str, field: &Field, spelling: &str, is_written: bool, page: &Page) -> Option<String> {
    let told = |what: String| Some(format!("POST {} as {who}, {:?} in {}: {what}", line.path, spelling, field.name));
    if page.status.is_server_error() {
        return told(page.status.to_string());
    }
    if !is_written {
        return None;
    }
    if page.status != StatusCode::UNPROCESSABLE_ENTITY {
        return told(format!("{} and not refused", page.status));
    }
    let refused = refused(page);
    if !refused.iter().any(|name| name == shown(field.name)) {
        return told(format!("refused at {refused:?}"));
    }
    let is_text =
        matches!(field.kind, Kind::Needed | Kind::Optional) && spelling.is_ascii() && !spelling.contains('\n');
    let as_typed = page.body.contains(spelling);
    (is_text && !as_typed).then(|| told("not as typed".into())).flatten()
}

/// Where the number is kept after all.
async fn found(scene: &Scene) -> Vec<String> {
    let mut cells = kept::cells(&scene.app).await;
    cells.extend(kept::files(scene.app.data.path()));
    let holds = |text: &str| SOUGHT.iter().any(|sought| digits(text).contains(sought));
    cells.into_iter().filter(|(_, text)| holds(text)).map(|(place, text)| format!("{place} keeps {text:?}")).collect()
}

#[test]
fn every_field_that_a_form_declares_is_tried() {
    let tried = good::names();
    let untried: Vec<_> = inputs::declared().into_iter().filter(|name| !tried.contains(name.as_str())).collect();
    assert!(untried.is_empty(), "write down in tests/it/forms/good.rs what somebody types in {untried:?}");
}

#[tokio::test]
async fn the_refusal_is_said_beside_the_field_in_the_language_of_the_page() {
    let scene = Scene::set().await;
    let staff = scene.browser("staff").await;
    let path = scene.path("/proposals/{proposal.own_mentor}/question");

    let danish = staff.submit(&path, &[("text", "Er 170506-1234 hende?")]).await;
    danish.assert_refused_with(&Tr::Danish.t("error-cpr")).assert_shows("Er 170506-1234 hende?");
    staff.submit("/language", &[("language", "en"), ("back", "/")]).await;
    staff.submit(&path, &[("text", "Is 170506-1234 her?")]).await.assert_refused_with(&Tr::English.t("error-cpr"));
}
