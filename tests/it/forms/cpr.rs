//! No form keeps a CPR number, whoever sends it, in whatever field and however it is written.

use std::collections::BTreeSet;

use brobyg::language::Tr;
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
    let mut tried = Tried::default();
    for (line, senders) in forms() {
        let fields = good::form(&scene, &line);
        let on_page = written.get(&scene.path(&line.path));
        for name in on_page.into_iter().flatten().filter(|name| !is_listed(name, &fields)) {
            tried.mistakes.push(format!("{}: say in tests/it/forms/good.rs what stands in {name}", line.path));
        }
        for (at, field) in fields.iter().enumerate() {
            let is_words = matches!(field.kind, Kind::Needed | Kind::Optional);
            let is_written = on_page.map_or(is_words, |names| names.contains(field.name));
            let spellings: &[&str] = if is_written { &SPELLINGS } else { &SPELLINGS[..1] };
            for (spelling, who) in spellings.iter().zip(senders.iter().cycle()) {
                let page = with(&scene, &line, who, &fields, at, spelling).await;
                tried.note(
                    &Sent { line: &line, who, field, spelling, is_written, is_on_page: on_page.is_some() },
                    &page,
                );
            }
        }
    }
    let mut mistakes = tried.mistakes();
    mistakes.extend(found(&scene).await);
    assert!(mistakes.is_empty(), "{} mistakes:\n{}", mistakes.len(), mistakes.join("\n"));
}

fn is_listed(name: &str, fields: &[Field]) -> bool {
    // The trap for programs is kept by nobody: whoever fills it in is thanked and forgotten.
    name == "website" || fields.iter().any(|field| field.name == name)
}

/// Sends a form that is good but for the number in one of its fields.
async fn with(scene: &Scene, line: &Line, who: &str, fields: &[Field], at: usize, spelling: &str) -> Page {
    let mut sent: Vec<(&str, &str)> = fields.iter().map(|field| (field.name, field.value.as_str())).collect();
    sent[at].1 = spelling;
    send(scene, line, who, &sent).await
}

/// One try.
struct Sent<'a> {
    line: &'a Line,
    who: &'a str,
    field: &'a Field,
    spelling: &'a str,
    /// Whether somebody can write in the field.
    is_written: bool,
    /// Whether a page shows the form as things stand.
    is_on_page: bool,
}

/// What came of all tries. Where a thing stands so that its form is closed, another line of the same route must do.
#[derive(Default)]
struct Tried {
    mistakes: Vec<String>,
    refused: BTreeSet<(String, &'static str)>,
    closed: BTreeSet<(String, &'static str)>,
}

impl Tried {
    fn note(&mut self, sent: &Sent, page: &Page) {
        let key = (route(&sent.line.path), sent.field.name);
        match page.status {
            status if status.is_server_error() => self.mistake(sent, &status.to_string()),
            _ if !sent.is_written => {}
            StatusCode::UNPROCESSABLE_ENTITY => {
                self.refused.insert(key);
                self.beside_the_field(sent, page);
            }
            StatusCode::CONFLICT | StatusCode::NOT_FOUND => drop(self.closed.insert(key)),
            status => self.mistake(sent, &format!("{status} and not refused")),
        }
    }

    fn beside_the_field(&mut self, sent: &Sent, page: &Page) {
        let refused = refused(page);
        if !refused.iter().any(|name| name == shown(sent.field.name)) {
            self.mistake(sent, &format!("refused at {refused:?}"));
        }
        let is_plain = sent.spelling.is_ascii() && !sent.spelling.contains('\n');
        // A page that does not show the form to this person, as things stand, has no place for what was typed.
        let is_asked = sent.is_on_page && page.body.contains(&format!("name=\"{}\"", sent.field.name));
        if is_plain && is_asked && sent.field.kind != Kind::Secret && !page.body.contains(sent.spelling) {
            self.mistake(sent, "not as typed");
        }
    }

    fn mistake(&mut self, sent: &Sent, what: &str) {
        let Sent { line, who, field, spelling, .. } = sent;
        self.mistakes.push(format!("POST {} as {who}, {spelling:?} in {}: {what}", line.path, field.name));
    }

    fn mistakes(mut self) -> Vec<String> {
        let untried = self.closed.difference(&self.refused);
        self.mistakes.extend(untried.map(|(route, field)| format!("{route}: {field} is never open to be tried")));
        self.mistakes
    }
}

/// The path without the names of things.
fn route(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect::<Vec<_>>().join("/")
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
    let mentor = scene.browser("mentor").await;
    let path = scene.path("/proposals/{proposal.own_mentor}/question");

    let danish = mentor.submit(&path, &[("text", "Er 170506-1234 hende?")]).await;
    danish.assert_refused_with(&Tr::Danish.t("error-cpr")).assert_shows("Er 170506-1234 hende?");
    mentor.submit("/language", &[("_language", "en")]).await;
    mentor.submit(&path, &[("text", "Is 170506-1234 her?")]).await.assert_refused_with(&Tr::English.t("error-cpr"));
}
