//! Letters that come back: which letter it was, and what became of it.
//!
//! Mail servers send a report to the return address of a letter (RFC 3464), relays post it, and people's mail programs
//! answer for them. All of it is read here, by one function. Nothing is ever sent to an address found in it.

mod address;
mod away;
mod class;
mod fields;

pub use class::BounceClass;

use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use sea_orm::prelude::Uuid;

use address::return_key;
use class::{is_vague, of_report, status_in};
use fields::{Block, blocks};

/// So much of a mail is read, in bytes: the report stands before what comes back of the letter.
pub const LONGEST_BOUNCE: usize = 256 * 1024;

/// How a mail says which letter came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// By its return address, which nobody but the platform can make: the signs behind `b+`. Where it is no letter's, nothing
    /// in the mail is believed.
    ByReturnKey(String),
    /// By the id that went out with it, which whoever got the letter can read.
    ById(Uuid),
}

/// What a mail tells of one letter, or of one of its receivers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// None where the mail does not say so.
    pub letter: Option<Named>,
    pub class: BounceClass,
    /// The server's code, such as `5.1.1`; empty where it gave none.
    pub status: String,
    /// Whom the letter did not reach, as the server spells it: to be compared with a route, never written to or logged.
    pub receiver: Option<String>,
}

/// Reads a mail that came back. Empty when it tells of nothing that did not arrive.
pub fn read_bounce(mail: &[u8], today: NaiveDate) -> Vec<Bounce> {
    let bounded = &mail[..mail.len().min(LONGEST_BOUNCE)];
    let Some(mail) = MessageParser::default().parse(bounded) else { return Vec::new() };
    let report = Report::of(&mail);
    let returned = returned_to(&mail, &report).map(Named::ByReturnKey);
    let letter = returned.or_else(|| report.letter(&mail).map(Named::ById));
    if report.is_complaint {
        let receiver = report.about_mail().and_then(|block| block.get("Original-Rcpt-To")).map(bare);
        return vec![Bounce { letter, class: BounceClass::Complaint, status: String::new(), receiver }];
    }
    let told: Vec<Bounce> = report.receivers().filter_map(|block| of_receiver(letter.as_ref(), block)).collect();
    if !report.blocks.is_empty() {
        return told;
    }
    if away::is_automatic_reply(&mail) {
        let until = mail.body_text(0).and_then(|text| away::until(&text, today));
        return vec![Bounce { letter, class: BounceClass::Away(until), status: String::new(), receiver: None }];
    }
    let says = mail.body_text(0).unwrap_or_default();
    let status = status_in(&says).unwrap_or_default().to_owned();
    let unsorted = |letter| Bounce { letter: Some(letter), class: BounceClass::Unsorted, status, receiver: None };
    letter.map(unsorted).into_iter().collect()
}

/// What a report says of one receiver; nothing where the letter went on.
fn of_receiver(letter: Option<&Named>, block: &Block) -> Option<Bounce> {
    let action = block.get("Action").unwrap_or("failed").to_lowercase();
    if ["delivered", "relayed", "expanded"].contains(&action.as_str()) {
        return None;
    }
    let says = block.get("Diagnostic-Code").unwrap_or_default();
    let told = block.get("Status").and_then(|status| status.split_whitespace().next()).unwrap_or_default();
    let status = if is_vague(told) { status_in(says).unwrap_or(told) } else { told };
    let receiver = block.get("Original-Recipient").or_else(|| block.get("Final-Recipient")).map(bare);
    let class = of_report(&action, status, says);
    Some(Bounce { letter: letter.cloned(), class, status: status.to_owned(), receiver })
}

/// The key of the address to which the mail came back, wherever the server that took it wrote that down.
fn returned_to(mail: &Message<'_>, report: &Report) -> Option<String> {
    const HEADS: [&str; 4] = ["X-Original-To", "Delivered-To", "Envelope-To", "X-Envelope-To"];
    let headers = HEADS.map(|name| mail.header(name).and_then(|value| value.as_text()));
    let addressed = mail.to().into_iter().flat_map(|to| to.iter()).filter_map(|to| to.address());
    let complained = report.about_mail().and_then(|block| block.get("Original-Mail-From"));
    let mut all = headers.into_iter().flatten().chain(addressed).chain(complained);
    all.find_map(|address| return_key(&bare(address)))
}

fn bare(address: &str) -> String {
    address.trim().trim_start_matches('<').trim_end_matches('>').to_owned()
}

/// The parts of a report that are for machines.
struct Report {
    is_complaint: bool,
    blocks: Vec<Block>,
}

impl Report {
    fn of(mail: &Message<'_>) -> Self {
        const TOLD: [&str; 3] = ["delivery-status", "global-delivery-status", "feedback-report"];
        let told = |part: &&MessagePart<'_>| TOLD.iter().any(|subtype| part.is_content_type("message", subtype));
        let part = mail.parts.iter().find(told);
        Self {
            is_complaint: part.is_some_and(|part| part.is_content_type("message", "feedback-report")),
            blocks: part.map(|part| blocks(part.contents())).unwrap_or_default(),
        }
    }

    fn about_mail(&self) -> Option<&Block> {
        self.blocks.first()
    }

    fn receivers(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.get("Final-Recipient").or_else(|| block.get("Action")).is_some())
    }

    /// The letter by what we gave with it: the envelope's id, or the id in the heads that came back.
    fn letter(&self, mail: &Message<'_>) -> Option<Uuid> {
        let envelope = self.about_mail().and_then(|block| block.get("Original-Envelope-Id"));
        envelope.and_then(letter_in).or_else(|| mail.parts.iter().find_map(returned_letter))
    }
}

/// The letter of a part that holds what came back: the whole of it, or its heads.
fn returned_letter(part: &MessagePart<'_>) -> Option<Uuid> {
    match &part.body {
        PartType::Message(letter) => letter.message_id().and_then(letter_in),
        PartType::Text(heads) if part.is_content_type("text", "rfc822-headers") => letter_of_heads(heads.as_bytes()),
        PartType::Binary(heads) | PartType::InlineBinary(heads)
            if part.is_content_type("message", "global-headers") =>
        {
            letter_of_heads(heads)
        }
        _ => None,
    }
}

fn letter_of_heads(heads: &[u8]) -> Option<Uuid> {
    blocks(heads).first().and_then(|heads| heads.get("Message-ID")).and_then(letter_in)
}

/// `<id@domain>`, or the id alone.
fn letter_in(text: &str) -> Option<Uuid> {
    let bare = bare(text);
    Uuid::try_parse(bare.split('@').next()?).ok()
}
