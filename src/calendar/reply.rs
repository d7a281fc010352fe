//! What a calendar program answers to an invitation (RFC 5546, 3.2.3), read as far as it says who comes to what.
//!
//! It is written by anybody: of everything that is not as it must be, nothing is believed.

use chrono::{DateTime, NaiveDateTime, Utc};
use entity::calendar_answers::CalendarSays;
use sea_orm::prelude::Uuid;

/// One answer of one person to one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The event's id, which is the meeting's.
    pub id: Uuid,
    /// Of the invitation that is answered.
    pub sequence: i32,
    /// When the program made the answer.
    pub stamped_at: DateTime<Utc>,
    /// Whoever answers, as a calendar names people (see [`super::named`]).
    pub attendee: String,
    pub says: CalendarSays,
}

/// Events of a calendar that are read: an answer is about one.
const MOST: usize = 10;

/// Reads the answers of a calendar. Nothing where it is none, or its method is another.
pub fn replies(calendar: &str) -> Vec<Reply> {
    let lines = unfolded(calendar);
    let lines: Vec<Line<'_>> = lines.iter().filter_map(|line| Line::read(line)).collect();
    let mut depth = Vec::new();
    let (mut is_reply, mut events, mut event) = (false, Vec::new(), Vec::new());
    for line in lines {
        match (line.name.to_ascii_uppercase().as_str(), depth.as_slice()) {
            ("BEGIN", _) => depth.push(line.value.to_ascii_uppercase()),
            ("END", [calendar, inner]) if calendar == "VCALENDAR" && inner == "VEVENT" => {
                events.push(std::mem::take(&mut event));
                depth.pop();
            }
            ("END", _) => drop(depth.pop()),
            ("METHOD", [calendar]) if calendar == "VCALENDAR" => is_reply = line.value.eq_ignore_ascii_case("REPLY"),
            (_, [calendar, inner]) if calendar == "VCALENDAR" && inner == "VEVENT" => event.push(line),
            _ => {}
        }
    }
    if !is_reply {
        return Vec::new();
    }
    events.iter().take(MOST).filter_map(|event| reply(event)).collect()
}

fn reply(event: &[Line<'_>]) -> Option<Reply> {
    let mut attendees = event.iter().filter(|line| line.is("ATTENDEE"));
    let attendee = attendees.next()?;
    // Nobody answers for two.
    if attendees.next().is_some() {
        return None;
    }
    let value = |name: &str| event.iter().find(|line| line.is(name)).map(|line| line.value);
    let says = match attendee.parameter("PARTSTAT")?.to_ascii_uppercase().as_str() {
        "ACCEPTED" => CalendarSays::Accepted,
        "TENTATIVE" => CalendarSays::Tentative,
        "DECLINED" => CalendarSays::Declined,
        _ => return None,
    };
    let stamp = value("DTSTAMP")?;
    Some(Reply {
        id: Uuid::try_parse(value("UID")?.trim()).ok()?,
        // Left out, it is the first.
        sequence: value("SEQUENCE").map_or(Some(0), |number| number.trim().parse().ok())?,
        stamped_at: NaiveDateTime::parse_from_str(stamp.trim(), "%Y%m%dT%H%M%SZ").ok()?.and_utc(),
        attendee: attendee.value.trim().to_owned(),
        says,
    })
}

/// The lines, each with what was folded put together again.
fn unfolded(calendar: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in calendar.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAMETER=value;…:value`, where what stands in quotation marks parts nothing.
struct Line<'a> {
    name: &'a str,
    parameters: Vec<&'a str>,
    value: &'a str,
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (mut is_quoted, mut cuts) = (false, vec![]);
        let colon = line.char_indices().find_map(|(at, sign)| {
            match sign {
                '"' => is_quoted = !is_quoted,
                ';' if !is_quoted => cuts.push(at),
                ':' if !is_quoted => return Some(at),
                _ => {}
            }
            None
        })?;
        let ends = cuts.iter().copied().skip(1).chain([colon]);
        let parameters = cuts.iter().zip(ends).map(|(from, to)| &line[from + 1..to]).collect();
        let name = &line[..cuts.first().copied().unwrap_or(colon)];
        Some(Self { name, parameters, value: &line[colon + 1..] })
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        let pairs = self.parameters.iter().filter_map(|pair| pair.split_once('='));
        let mut found = pairs.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim_matches('"'))
    }
}
