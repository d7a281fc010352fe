//! Mails in which a calendar program answers an invitation: they come to the sender's box, as the organizer is who sends.

use mail_parser::{MessageParser, MimeHeaders};

use super::bounce::LONGEST_BOUNCE;
use crate::calendar::{Reply, named, replies};

/// An answer, with the address from which it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarReply {
    pub from: String,
    pub reply: Reply,
}

/// Reads the answers in a mail: of whoever answers for themselves. Nothing where there are none.
pub fn read_replies(mail: &[u8]) -> Vec<CalendarReply> {
    let bounded = &mail[..mail.len().min(LONGEST_BOUNCE)];
    let Some(mail) = MessageParser::default().parse(bounded) else { return Vec::new() };
    let from = mail.from().and_then(|from| from.first()).and_then(|from| from.address());
    let Some(from) = from else { return Vec::new() };
    let calendars = mail
        .parts
        .iter()
        .filter(|part| part.is_content_type("text", "calendar") || part.is_content_type("application", "ics"));
    let mut found: Vec<CalendarReply> = Vec::new();
    for reply in calendars.flat_map(|part| replies(&String::from_utf8_lossy(part.contents()))) {
        let is_own = reply.attendee.eq_ignore_ascii_case(&named(from));
        let answer = CalendarReply { from: from.to_owned(), reply };
        // The same stands in the mail twice: as a part of it and as a file.
        if is_own && !found.contains(&answer) {
            found.push(answer);
        }
    }
    found
}
