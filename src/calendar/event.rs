//! One meeting, in an invitation to one person or in somebody's feed.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Uuid;

use super::lines::{add, address, text};

/// A meeting as a calendar shows it. Its title is for everybody who looks at that calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: Uuid,
    /// Rises with each change.
    pub sequence: i32,
    pub changed_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub minutes: i32,
    pub title: String,
    pub text: String,
    /// The page that tells more.
    pub url: String,
}

/// What a calendar is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Put it in, or change what is there.
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// As it stands in the calendar and in the head of a mail's part.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }

    fn status(self) -> &'static str {
        match self {
            Self::Request => "CONFIRMED",
            Self::Cancel => "CANCELLED",
        }
    }
}

/// An invitation, its change or its end, from one address to another. Both are as they stand on the mail: clients compare.
pub fn invitation(method: Method, event: &Event, organizer: &str, attendee: &str) -> String {
    let mut calendar = begun();
    // Before the events: clients that read on do not see it elsewhere.
    add(&mut calendar, &format!("METHOD:{}", method.name()));
    begin(&mut calendar, event, method.status());
    add(&mut calendar, &format!("ORGANIZER;CN=Brobyg:{}", address(organizer)));
    let invited = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
    add(&mut calendar, &format!("{invited}:{}", address(attendee)));
    add(&mut calendar, "END:VEVENT");
    add(&mut calendar, "END:VCALENDAR");
    calendar
}

/// One meeting as it stands now, for whoever takes it into their calendar by hand.
pub fn published(event: &Event) -> String {
    let mut calendar = begun();
    add(&mut calendar, "METHOD:PUBLISH");
    begin(&mut calendar, event, Method::Request.status());
    add(&mut calendar, "END:VEVENT");
    add(&mut calendar, "END:VCALENDAR");
    calendar
}

/// All of these as they stand now, for a calendar that comes back by itself: once an hour is enough.
pub fn feed(events: &[Event]) -> String {
    let mut calendar = begun();
    for line in ["NAME:Brobyg", "X-WR-CALNAME:Brobyg", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"] {
        add(&mut calendar, line);
    }
    for event in events {
        begin(&mut calendar, event, Method::Request.status());
        add(&mut calendar, "END:VEVENT");
    }
    add(&mut calendar, "END:VCALENDAR");
    calendar
}

fn begun() -> String {
    let mut calendar = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Brobyg//Brobyg//DA", "CALSCALE:GREGORIAN"] {
        add(&mut calendar, line);
    }
    calendar
}

/// An event without its end. It was made when it was changed last, so every copy of a letter holds the same.
fn begin(calendar: &mut String, event: &Event, status: &str) {
    let ends_at = event.starts_at + Duration::minutes(event.minutes.into());
    for line in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", event.id),
        format!("SEQUENCE:{}", event.sequence),
        format!("DTSTAMP:{}", moment(event.changed_at)),
        format!("DTSTART:{}", moment(event.starts_at)),
        format!("DTEND:{}", moment(ends_at)),
        format!("SUMMARY:{}", text(&event.title)),
        format!("DESCRIPTION:{}", text(&event.text)),
        format!("URL:{}", event.url),
        "CLASS:PRIVATE".to_owned(),
        format!("STATUS:{status}"),
    ] {
        add(calendar, &line);
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}
