//! What every page needs around its own content.

use std::ops::Deref;

use poem::{FromRequest, Request, RequestBody, Result, http::StatusCode};
use sea_orm::prelude::Uuid;

use super::{
    BehindLink,
    behind_link::{SHORTEST_TOKEN, speaks_all},
};
use crate::{
    language::{Tr, other::beside},
    message::Contact,
    token::{SHORT_TOKEN, new_token, read_spelled},
    viewer::Viewer,
    word::Choice,
};

/// The part of an address that asks for a language, where nobody chose one.
pub const LANGUAGE_ASKED: &str = "language";

/// Handed to each page struct as its field `ctx`.
#[derive(Clone, Debug)]
pub struct Ctx {
    pub tr: Tr,
    /// Whether the reader chose that language, by the switch or with their sign-in.
    pub is_language_chosen: bool,
    /// Goes into the hidden field `_csrf` of every form.
    pub csrf: String,
    pub viewer: Option<Viewer>,
    /// The path of the page, to mark where one is.
    pub path: String,
    /// The page on which the forms stand, with its query, to come back to: after a form came back with errors, the page
    /// that it was posted from.
    pub page: String,
    /// The key of a sentence to show once, after something was done.
    pub notice: Option<String>,
    /// Whether this is the demo, where everything is invented.
    pub demo: bool,
    /// Whom to ask for help, where nobody is named.
    pub help_contact: String,
    /// Whoever of staff sees to what the page is about, for those who turn to them.
    pub contact: Option<Contact>,
    /// The network that the request came from, for the security log.
    pub network: String,
    /// Where the mentor asks for advice, on a page that a link of theirs opens.
    pub advice_by_link: Option<String>,
    /// The course that the page is about, where its address does not say so.
    pub course: Option<Uuid>,
    /// Whether that link is of somebody who stands in for the mentor, or of a course that is over: no meeting is written down by it.
    pub takes_no_meeting: bool,
    /// Whether a page that speaks more languages speaks Danish and English alone, as to a mentor.
    pub is_of_the_interface: bool,
    /// Whether what is asked stands in a translation that nobody has vouched for yet, beside the Danish words.
    pub is_help: bool,
}

impl Ctx {
    /// The same in the language of the letter that led here, unless the reader chose one.
    #[must_use]
    pub fn speaking(self, language: &str) -> Self {
        if self.is_language_chosen { self } else { Self { tr: self.reads(language), ..self } }
    }

    /// The same for somebody to whom the platform speaks Danish and English alone, whatever was chosen in this browser.
    #[must_use]
    pub fn of_the_interface(self) -> Self {
        let is_language_chosen = self.is_language_chosen && self.tr.is_of_the_interface();
        Self { tr: Tr::from_tag(self.tr.lang()), is_language_chosen, is_of_the_interface: true, ..self }
    }

    /// The same on a page whose sentences are all that is translated: a help, with the Danish words beside them, where it
    /// speaks a language of which nobody has vouched for the words.
    #[must_use]
    pub fn helping(self) -> Self {
        Self { is_help: !self.tr.is_of_the_interface(), ..self }
    }

    /// A sentence, beside the Danish one where the page is a help.
    pub fn both(&self, key: impl AsRef<str>) -> String {
        self.beside(|tr| tr.t(&key))
    }

    /// What is said in a language, beside the same in Danish where the page is a help.
    pub fn beside(&self, say: impl Fn(Tr) -> String) -> String {
        if self.is_help { beside(&say(self.tr), &say(Tr::Danish)) } else { say(self.tr) }
    }

    /// Choices with what each is called in Danish beside it, where the page is a help.
    pub fn choices_beside(&self, choices: impl Fn(Tr) -> Vec<Choice>) -> Vec<Choice> {
        let mut all = choices(self.tr);
        if self.is_help {
            for (one, danish) in all.iter_mut().zip(choices(Tr::Danish)) {
                one.label = beside(&one.label, &danish.label);
            }
        }
        all
    }

    /// The language of a tag, as far as this page speaks it.
    pub fn reads(&self, tag: &str) -> Tr {
        if self.speaks_all() { Tr::spoken(tag).unwrap_or_default() } else { Tr::from_tag(tag) }
    }

    fn speaks_all(&self) -> bool {
        speaks_all(&self.path) && !self.is_of_the_interface
    }

    /// The languages that the reader can change to.
    pub fn others(&self) -> Vec<Tr> {
        let is_other = |tr: &Tr| *tr != self.tr && (self.speaks_all() || tr.is_of_the_interface());
        Tr::ALL.into_iter().filter(is_other).collect()
    }

    /// The same naming whoever sees to what the page is about, where somebody does.
    #[must_use]
    pub fn turning_to(self, contact: Option<Contact>) -> Self {
        Self { contact: contact.or(self.contact.clone()), ..self }
    }

    /// The address of a page that goes on in the language of this one, where nobody chose it.
    pub fn onward(&self, path: &str) -> String {
        let is_told = !self.is_language_chosen && self.tr != Tr::default();
        if is_told { format!("{path}?{LANGUAGE_ASKED}={}", self.tr.lang()) } else { path.to_owned() }
    }

    /// The path of the page on which the links of a list stand, for a page that came back from an address that takes forms
    /// only: a link of its own query alone would lead there.
    pub fn here(&self) -> &str {
        self.page.split(['?', '#']).next().unwrap_or_default()
    }

    /// The same on a page of a course that opens by this link of its mentor's, who can ask for advice by it too.
    #[must_use]
    pub fn advising(self, token: &str) -> Self {
        Self { advice_by_link: Some(format!("/advice/{token}")), ..self }
    }

    /// The same on a page about a course whose address does not say so.
    #[must_use]
    pub fn about_course(self, id: Uuid) -> Self {
        Self { course: Some(id), ..self }
    }

    /// Where somebody says that they are worried: on each page of a course, for its mentor and for staff, and on the pages
    /// about it behind a link.
    pub fn concern(&self) -> Option<String> {
        let mut linked = self.path.split('/').skip(1);
        if let (
            Some("met" | "there" | "agreed" | "expectations" | "onward" | "advice" | "advised" | "exit" | "my-course"),
            Some(token),
        ) = (linked.next(), linked.next())
        {
            return (token.len() >= SHORTEST_TOKEN).then(|| format!("/concern/{token}"));
        }
        self.viewer.as_ref().filter(|viewer| viewer.is_staff() || viewer.is_mentor())?;
        let (id, beneath) = self.of_course()?;
        (beneath != Some("concerns")).then(|| format!("/courses/{id}/concerns/new"))
    }

    /// Where somebody says that they want no more text messages: on each page that the link of one opened.
    pub fn stops_texts(&self) -> Option<String> {
        let mut parts = self.path.split('/').skip(1);
        let (page, token) = (parts.next()?, parts.next()?);
        let is_of_a_text = token.len() == SHORT_TOKEN && read_spelled(token).is_some() && page != "unsubscribe";
        is_of_a_text.then(|| format!("/unsubscribe/texts/{token}"))
    }

    /// Whether what is typed on the page is put aside: for whoever is signed in, or for the link behind which it stands.
    pub fn keeps_drafts(&self) -> bool {
        self.viewer.is_some() || BehindLink::of(&self.path).is_some()
    }

    /// Where the mentor asks for advice: on each page of a course, and on those that a link of theirs opens. It leads back to
    /// where they were.
    pub fn advice(&self) -> Option<String> {
        if self.advice_by_link.is_some() {
            return self.advice_by_link.clone();
        }
        self.viewer.as_ref().filter(|viewer| viewer.is_mentor())?;
        let (id, beneath) = self.of_course()?;
        (beneath != Some("advice")).then(|| format!("/courses/{id}/advice?back={}", self.here()))
    }

    /// Where the mentor writes a meeting down, on a page that another link of theirs opens.
    pub fn meeting_by_link(&self) -> Option<String> {
        let token = self.advice_by_link.as_deref()?.strip_prefix("/advice/")?;
        let is_theirs = !self.takes_no_meeting && !self.path.starts_with("/my-course/");
        is_theirs.then(|| format!("/my-course/{token}/open"))
    }

    /// The course that the page is one of, and which one.
    fn of_course(&self) -> Option<(Uuid, Option<&str>)> {
        if let Some(id) = self.course {
            return Some((id, None));
        }
        let mut parts = self.path.strip_prefix("/courses/")?.split('/');
        Some((parts.next()?.parse::<Uuid>().ok()?, parts.next()))
    }

    /// Names one rendering of a form, so that sending it twice is known.
    pub fn once(&self) -> String {
        new_token()[..22].to_owned()
    }
}

/// `ctx.t("key")`, `ctx.date(&date)`: everything the language can say.
impl Deref for Ctx {
    type Target = Tr;

    fn deref(&self) -> &Tr {
        &self.tr
    }
}

impl<'a> FromRequest<'a> for Ctx {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let found = request.extensions().get::<Self>().cloned();
        found.ok_or_else(|| poem::Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))
    }
}
