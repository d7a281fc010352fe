//! A letter in its two forms, plain text and simple HTML, in the language of whoever reads it.

use askama::Template;
use chrono::{DateTime, Utc};
use entity::messages::Channel;

use super::{Addressee, Contact, Desk};
use crate::{
    calendar::{Event, Method},
    form::is_name,
    language::{
        Tr, first_name,
        other::{bare, marked_up},
    },
};

/// A letter ready to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub whom: Addressee,
    pub channel: Channel,
    /// The bare address, or the number.
    pub to: String,
    pub language: Tr,
    /// Seen by everybody who looks over a shoulder: nothing personal. A text message has none.
    pub subject: String,
    pub text: String,
    /// A text message has none.
    pub html: String,
    /// The keys of all that was said for its kind.
    pub said: Vec<String>,
    /// When what it tells of happens, if that has a time of its own.
    pub occasion: Option<Occasion>,
    /// What it says to the receiver's calendar. Only mails do.
    pub invitation: Option<(Method, Event)>,
}

/// When what a message tells of happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// From then on somebody who was not told is in the wrong place.
    pub first: DateTime<Utc>,
    /// From then on nobody is helped by it any more.
    pub last: DateTime<Utc>,
}

impl Letter {
    /// The same letter, about something that happens then.
    #[must_use]
    pub fn about(self, occasion: Occasion) -> Self {
        Self { occasion: Some(occasion), ..self }
    }

    /// The same letter, which tells the calendar of its receiver.
    #[must_use]
    pub fn inviting(self, method: Method, event: Event) -> Self {
        Self { invitation: Some((method, event)), ..self }
    }
}

/// A letter of which is known to whom it goes, and not yet what it is about: nothing can be written before that is said.
pub struct Addressed(Writing);

/// A letter that is being written: subject, greeting, then paragraphs and links in the order they are added.
pub struct Writing {
    whom: Addressee,
    to: String,
    tr: Tr,
    subject: String,
    greeting: String,
    parts: Vec<Part>,
    /// Whom its foot names: whoever sees to what it is about.
    contact: Option<Contact>,
    said: Vec<String>,
    help_contact: String,
    unsubscribe: Option<String>,
}

enum Part {
    Paragraph(String),
    Link { label: String, url: String },
}

impl Addressed {
    /// Names whoever sees to what it is about; while nobody does, the scheme itself.
    pub fn about(self, contact: Option<Contact>) -> Writing {
        Writing { contact, ..self.0 }
    }

    /// For a letter that is about no case: somebody's sign-in, or what goes to staff themselves.
    pub fn about_no_case(self) -> Writing {
        self.0
    }
}

impl Writing {
    /// Begins a letter in a language, by its code.
    pub fn to(desk: &Desk, whom: Addressee, email: &str, language: &str) -> Addressed {
        let tr = Tr::spoken(language).unwrap_or_default();
        Addressed(Self {
            whom,
            to: email.to_owned(),
            tr,
            subject: String::new(),
            greeting: tr.t("message-greeting-nobody"),
            parts: Vec::new(),
            contact: None,
            said: Vec::new(),
            help_contact: desk.config.help_contact.clone(),
            unsubscribe: desk.unsubscribe.clone(),
        })
    }

    /// The key of the subject.
    #[must_use]
    pub fn subject(mut self, key: &str) -> Self {
        self.subject = self.tr.t(key);
        self.said.push(key.to_owned());
        self
    }

    /// Greets by the first name alone: a mail may be read by others. Only a name that staff, a partner or its owner's
    /// own sign-in vouches for; and nothing that is a link, wherever it came from.
    #[must_use]
    pub fn greet(mut self, name: &str) -> Self {
        if is_name(name) {
            self.greeting = self.tr.t1("message-greeting", "name", first_name(name));
        }
        self
    }

    /// Adds the paragraph of a key.
    #[must_use]
    pub fn say(self, key: &str) -> Self {
        let text = self.tr.t(key);
        self.paragraph(key, text)
    }

    /// Adds the paragraph of a key with one thing filled in, such as a date.
    #[must_use]
    pub fn say1(self, key: &str, name: &'static str, value: &str) -> Self {
        let text = self.tr.t1(key, name, value);
        self.paragraph(key, text)
    }

    /// The same with two things filled in.
    #[must_use]
    pub fn say2(self, key: &str, first: (&'static str, &str), second: (&'static str, &str)) -> Self {
        let text = self.tr.t2(key, first.0, first.1, second.0, second.1);
        self.paragraph(key, text)
    }

    /// The same with more filled in.
    #[must_use]
    pub fn say_with<const N: usize>(self, key: &str, words: [(&'static str, String); N]) -> Self {
        let text = self.tr.with(key, words.map(|(name, value)| (name, value.into())));
        self.paragraph(key, text)
    }

    fn paragraph(mut self, key: &str, text: String) -> Self {
        self.parts.push(Part::Paragraph(text));
        self.said.push(key.to_owned());
        self
    }

    /// Adds a link with the text of a key; `url` is a whole address (see [`Desk::url`]).
    #[must_use]
    pub fn link(mut self, key: &str, url: String) -> Self {
        self.parts.push(Part::Link { label: self.tr.t(key), url });
        self.said.push(key.to_owned());
        self
    }

    /// The same with things filled into its text.
    #[must_use]
    pub fn link_with<const N: usize>(mut self, key: &str, words: [(&'static str, String); N], url: String) -> Self {
        let label = self.tr.with(key, words.map(|(name, value)| (name, value.into())));
        self.parts.push(Part::Link { label, url });
        self.said.push(key.to_owned());
        self
    }

    /// The language of the letter, to fill in dates.
    pub fn tr(&self) -> Tr {
        self.tr
    }

    /// The last sentence: whom to turn to.
    fn turn_to(&self) -> Option<String> {
        let help = Some(&self.help_contact).filter(|help| !help.is_empty());
        let named = self.contact.as_ref().map(|contact| contact.told(self.tr));
        named.or_else(|| help.map(|help| self.tr.t1("message-help", "contact", help.as_str())))
    }

    pub fn finish(self) -> anyhow::Result<Letter> {
        let text = bare(&TextBody { ctx: self.tr, letter: &self }.render()?).into_owned();
        let html = marked_up(HtmlBody { ctx: self.tr, letter: &self }.render()?);
        // A line break in a subject would begin another header.
        let subject = bare(&self.subject).replace(char::is_control, " ");
        let channel = Channel::Mail;
        let Self { whom, to, tr: language, said, .. } = self;
        let (occasion, invitation) = (None, None);
        Ok(Letter { whom, channel, to, language, subject, text, html, said, occasion, invitation })
    }
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct TextBody<'a> {
    ctx: Tr,
    letter: &'a Writing,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct HtmlBody<'a> {
    ctx: Tr,
    letter: &'a Writing,
}
