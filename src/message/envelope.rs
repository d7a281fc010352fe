//! What stands on a mail besides its words.

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use sea_orm::prelude::Uuid;

use super::{Letter, Post};
use crate::{calendar, form::typed::mail_address};

/// All of it that is not the letter's own.
pub(super) struct Envelope<'a> {
    /// The same at each try, so that a mail sent twice can be known as one.
    pub id: Uuid,
    pub now: DateTime<Utc>,
    /// What nobody else can make, so that what comes back is believed.
    pub return_key: &'a str,
    /// Where one click ends all letters of this sort, if one may.
    pub unsubscribe: Option<String>,
}

/// Machines are to file no answer of their own. Reports of what was not delivered are not among it: we read them.
const NO_ANSWER: &str = "DR, RN, NRN, OOF, AutoReply";

/// The letter as it goes over the wire, from whom and to whom the server is told it goes.
pub(super) fn packed(
    post: &Post,
    envelope: &Envelope<'_>,
    letter: &Letter,
) -> anyhow::Result<(Address, Address, Message)> {
    // What was written down before addresses had one form is written to in that form.
    let to: Address = mail_address(&letter.to).unwrap_or_else(|| letter.to.clone()).parse()?;
    let mut message = Message::builder()
        .from(post.from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(&letter.subject)
        .date(envelope.now.into())
        .message_id(Some(format!("<{}@{}>", envelope.id, post.from.email.domain())))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", NO_ANSWER))
        .raw_header(header("Content-Language", letter.language.lang()));
    if let Some(reply_to) = &post.reply_to {
        message = message.reply_to(reply_to.clone());
    }
    if let Some(url) = &envelope.unsubscribe {
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{url}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let message = message.multipart(body(post, &to, letter)?)?;
    let from = match &post.return_domain {
        Some(domain) => Address::new(format!("b+{}", envelope.return_key), domain)?,
        None => post.from.email.clone(),
    };
    Ok((from, to, message))
}

/// The letter in its two forms. One that invites has a third, for calendars, and the same as a file: some programs see the one,
/// some the other.
fn body(post: &Post, to: &Address, letter: &Letter) -> anyhow::Result<MultiPart> {
    let readable = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
    let Some((method, event)) = &letter.invitation else { return Ok(readable) };
    let organizer: &str = post.from.email.as_ref();
    let calendar = calendar::invitation(*method, event, organizer, to.as_ref());
    let kind = ContentType::parse(&format!("text/calendar; method={}; charset=utf-8", method.name()))?;
    let third = SinglePart::builder().header(kind.clone()).body(calendar.clone());
    let file = Attachment::new("invite.ics".to_owned()).body(calendar, kind);
    Ok(MultiPart::mixed().multipart(readable.singlepart(third)).singlepart(file))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
