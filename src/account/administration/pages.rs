//! What the pages show.

use askama::Template;
use entity::{JobRun, Message, SenderStop, job_runs::Outcome, jobs::Cause as JobCause};
use sea_orm::prelude::Uuid;

use super::jobs::{self, Job};
use crate::{
    language::Tr,
    list::Found,
    message::{self, Cause, Mail, State, Trouble, Withheld},
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
    /// Whether nothing can be sent.
    pub is_stopped: bool,
    /// The same for text messages.
    pub are_texts_stopped: bool,
    /// Mails that came back lately as servers doubt who we are.
    pub doubted: u64,
    /// How many jobs do not do what they should.
    pub troubled: usize,
}

#[derive(Template)]
#[template(path = "account/jobs.html")]
pub struct JobsPage {
    pub ctx: Ctx,
    pub jobs: Vec<Job>,
    /// What nobody tries any more by themselves.
    pub aside: Vec<Aside>,
}

impl JobsPage {
    fn label(&self, name: &str) -> String {
        jobs::label(self.ctx.tr, name)
    }

    /// Seconds, as somebody reads them.
    fn took(&self, took_ms: &i64) -> String {
        let seconds = f64::from(i32::try_from(*took_ms).unwrap_or(i32::MAX)) / 1000.0;
        self.ctx.t1("account-job-seconds", "seconds", self.ctx.tr.amount(seconds))
    }
}

/// A time of a job, or a thing that it found, that went wrong too often.
pub struct Aside {
    pub id: Uuid,
    pub what: String,
    /// As of when it was to be done.
    pub due: String,
    pub since: String,
    pub cause: String,
    pub advice: String,
}

impl Aside {
    pub fn new(tr: Tr, run: &JobRun) -> Self {
        let advice = match run.outcome {
            Some(Outcome::Crashed) => "account-aside-crashed",
            _ => "account-aside-failed",
        };
        Self {
            id: run.id,
            what: jobs::label(tr, &run.job),
            due: tr.moment(&run.due_at),
            since: run.set_aside_at.map(|at| tr.moment(&at)).unwrap_or_default(),
            cause: run.cause.unwrap_or(JobCause::Panicked).label(tr),
            advice: tr.t(advice),
        }
    }
}

#[derive(Template)]
#[template(path = "account/mails.html")]
pub struct MailsPage {
    pub ctx: Ctx,
    /// Why nothing can be sent, if nothing can.
    pub stopped: Option<Stopped>,
    /// Mails that came back lately as servers doubt who we are.
    pub doubted: u64,
    /// The newest letters that could not be delivered.
    pub given_up: Vec<Failed>,
    /// The letters that wait, those that are tried next first.
    pub waiting: Vec<Waits>,
    /// Nothing when mails go to a server, which keeps them.
    pub kept: Option<Found<Mail>>,
}

/// Mail, or text messages, of which none leaves at all, whatever it says and to whom it goes.
pub struct Stopped {
    pub cause: String,
    pub advice: String,
    pub since: String,
    pub next_try: String,
}

impl Stopped {
    pub fn new(tr: Tr, stop: &SenderStop) -> Self {
        let cause = Cause::kept(&stop.failure);
        let (since, next_try) = (tr.moment(&stop.began_at), tr.moment(&stop.next_try_at));
        Self { cause: cause.label(tr), advice: cause.advice(tr), since, next_try }
    }
}

/// A letter that was given up, came back, or may have arrived.
pub struct Failed {
    pub trouble: Trouble,
    pub given_up: String,
}

impl Failed {
    pub fn new(tr: Tr, row: &Message) -> Self {
        let given_up =
            row.given_up_at.or(row.bounced_at).or(row.unknown_at).map(|at| tr.moment(&at)).unwrap_or_default();
        Self { trouble: Trouble::new(tr, row), given_up }
    }
}

/// A letter that waits: new, or tried in vain so far.
pub struct Waits {
    pub what: String,
    pub tries: i32,
    /// Why it has not arrived: held back, or tried in vain. Empty when it has not been tried.
    pub cause: String,
    /// What to do about it.
    pub advice: String,
    pub next_try: String,
}

impl Waits {
    pub fn new(tr: Tr, row: &Message) -> Self {
        let failure = row.failure.as_deref().map(Cause::kept);
        let held = row.withheld.as_deref().and_then(Withheld::read);
        let is_held = message::state(row) == State::Withheld;
        let held = held.filter(|_| is_held).map(|why| why.label(tr));
        Self {
            what: message::what(tr, &row.kind),
            tries: row.tries,
            cause: held.or_else(|| failure.map(|cause| cause.label(tr))).unwrap_or_default(),
            advice: failure.filter(|_| !is_held).map(|cause| cause.advice(tr)).unwrap_or_default(),
            next_try: row.next_try_at.map(|at| tr.moment(&at)).unwrap_or_default(),
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
