//! What the pages show.

use askama::Template;
use entity::Letter;

use super::jobs::Job;
use crate::{
    language::Tr,
    list::Found,
    message::{self, Cause, Mail, Trouble},
    page::{Ctx, Sheet},
    record::reveals_nobody,
    word::Worded,
};

/// The parts of the administration: the address, then the key of the heading; the key with `-text` explains it.
pub const TILES: &[(&str, &str)] = &[
    ("/admin/people", "account-tile-people"),
    ("/admin/partners", "account-tile-partners"),
    ("/admin/projects", "account-tile-projects"),
    ("/admin/mail", "account-tile-mail"),
    ("/admin/sms", "account-tile-texts"),
    ("/admin/jobs", "account-tile-jobs"),
    ("/admin/security", "security-tile"),
];

#[derive(Template)]
#[template(path = "account/administration.html")]
pub struct AdministrationPage {
    pub ctx: Ctx,
    pub tiles: &'static [(&'static str, &'static str)],
    /// How many letters could not be delivered.
    pub given_up: u64,
    /// How many jobs do not do what they should.
    pub troubled: usize,
}

#[derive(Template)]
#[template(path = "account/jobs.html")]
pub struct JobsPage {
    pub ctx: Ctx,
    pub jobs: Vec<Job>,
}

#[derive(Template)]
#[template(path = "account/mails.html")]
pub struct MailsPage {
    pub ctx: Ctx,
    /// The newest letters that could not be delivered.
    pub given_up: Vec<Failed>,
    /// The letters that wait, those that are tried next first.
    pub waiting: Vec<Waits>,
    /// Nothing when mails go to a server, which keeps them.
    pub kept: Option<Found<Mail>>,
}

/// A letter that was given up.
pub struct Failed {
    pub trouble: Trouble,
    pub given_up: String,
}

impl Failed {
    pub fn new(tr: Tr, letter: &Letter) -> Self {
        let given_up = letter.given_up_at.map(|at| tr.moment(&at)).unwrap_or_default();
        Self { trouble: Trouble::new(tr, letter), given_up }
    }
}

/// A letter that waits: new, or tried in vain so far.
pub struct Waits {
    pub what: String,
    pub tries: i32,
    /// Why it did not arrive; empty when it has not been tried.
    pub cause: String,
    /// What to do about it.
    pub advice: String,
    pub next_try: String,
}

impl Waits {
    pub fn new(tr: Tr, letter: &Letter) -> Self {
        let cause = letter.failure.as_deref().map(Cause::kept);
        Self {
            what: message::what(tr, &letter.kind),
            tries: letter.attempts,
            cause: cause.map(|cause| cause.label(tr)).unwrap_or_default(),
            advice: cause.map(|cause| cause.advice(tr)).unwrap_or_default(),
            next_try: tr.moment(&letter.run_at),
        }
    }
}

#[derive(Template)]
#[template(path = "account/mail.html")]
pub struct MailPage {
    pub ctx: Ctx,
    pub mail: Mail,
    pub pieces: Vec<Piece>,
}

/// A piece of a mail's text: words, or an address to follow.
#[derive(Debug, PartialEq)]
pub enum Piece {
    Words(String),
    Link(String),
}

/// Cuts a text into words and the web addresses among them.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("http://").into_iter().chain(rest.find("https://")).min() {
        let end = rest[start..].find(char::is_whitespace).map_or(rest.len(), |length| start + length);
        pieces.push(Piece::Words(rest[..start].to_owned()));
        pieces.push(Piece::Link(rest[start..end].to_owned()));
        rest = &rest[end..];
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces
}

/// The mails in the folder, to take away.
pub fn table(tr: Tr) -> Sheet<'static, Mail> {
    Sheet::telling_of_nobody(tr, "mail")
        .with("account-mail-subject", |mail: &Mail| mail.subject.clone())
        .with("account-mail-to", |mail| mail.to.clone())
        .with("account-mail-sent", |mail| mail.sent_at)
}

reveals_nobody!(AdministrationPage, JobsPage, MailsPage, MailPage);
