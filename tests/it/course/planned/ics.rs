//! What calendars read, by a parser of another maker; and an inbox that does what invitations tell it (RFC 5546).

use std::collections::BTreeMap;

use brobyg::calendar::{Event, Method, feed, invitation};
use icalendar::parser::{read_calendar, unfold};
use sea_orm::prelude::Uuid;

use super::in_days;

/// One event with the method of its calendar, as another maker's parser reads it.
#[derive(Debug)]
pub struct Read {
    pub method: Option<String>,
    pub values: BTreeMap<String, String>,
    /// The parameters of each property.
    pub parameters: BTreeMap<String, String>,
}

impl Read {
    pub fn of(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or_else(|| panic!("no {name} in {self:?}"))
    }

    pub fn sequence(&self) -> i32 {
        self.of("SEQUENCE").parse().unwrap()
    }
}

/// Reads a calendar, strictly: its lines, where its method stands, and each event.
pub fn read(text: &str) -> Vec<Read> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
    }
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let method = calendar.properties.iter().find(|property| property.name.as_str() == "METHOD");
    let method = method.map(|method| method.val.as_str().to_owned());
    assert!(text.find("METHOD:").is_none_or(|at| at < text.find("BEGIN:VEVENT").unwrap()), "before the events");
    let event = |component: &icalendar::parser::Component<'_>| {
        assert_eq!(component.name.as_str(), "VEVENT");
        let (mut values, mut parameters) = (BTreeMap::new(), BTreeMap::new());
        for property in &component.properties {
            let name = property.name.as_str().to_owned();
            let said = property.params.iter().map(|param| format!("{}={}", param.key, param.val.as_ref().unwrap()));
            parameters.insert(name.clone(), said.collect::<Vec<_>>().join(";"));
            assert!(values.insert(name.clone(), property.val.as_str().to_owned()).is_none(), "{name} twice");
        }
        Read { method: method.clone(), values, parameters }
    };
    calendar.components.iter().map(event).collect()
}

/// Somebody's calendar program.
#[derive(Default)]
pub struct Inbox {
    me: String,
    /// By UID: the sequence, who invited, and when it begins.
    pub events: BTreeMap<String, (i32, String, String)>,
}

impl Inbox {
    pub fn of(me: &str) -> Self {
        Self { me: me.to_owned(), ..Self::default() }
    }

    /// Does what an invitation says, as far as it comes from whoever invited, is for this person and is no older.
    pub fn take(&mut self, head: &str, text: &str) {
        let events = read(text);
        let [event] = events.as_slice() else { panic!("one event a mail: {text}") };
        assert_eq!(event.method.as_deref(), Some(head), "the head names the method that is meant");
        let is_for_me = event.of("ATTENDEE") == format!("mailto:{}", self.me);
        let known = self.events.get(event.of("UID"));
        let may =
            |(sequence, from, _): &(i32, String, String)| event.sequence() > *sequence && from == event.of("ORGANIZER");
        if !is_for_me || !known.is_none_or(may) {
            return;
        }
        match (head, event.of("STATUS")) {
            ("REQUEST", "CONFIRMED") => {
                let kept = (event.sequence(), event.of("ORGANIZER").to_owned(), event.of("DTSTART").to_owned());
                self.events.insert(event.of("UID").to_owned(), kept);
            }
            ("CANCEL", "CANCELLED") => drop(self.events.remove(event.of("UID"))),
            other => panic!("no client obeys {other:?}"),
        }
    }
}

fn event(title: &str) -> Event {
    Event {
        id: Uuid::now_v7(),
        sequence: 3,
        changed_at: in_days(0),
        starts_at: in_days(7),
        minutes: 90,
        title: title.to_owned(),
        text: "Ansigt til ansigt; hos os, \\ eller\r\nhvor I vil\n".to_owned(),
        url: "https://mentor.example/courses/1".to_owned(),
    }
}

/// As a program shows a text.
fn unguarded(value: &str) -> String {
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[test]
fn long_titles_in_any_script_are_folded_within_no_letter_and_come_back_whole() {
    for title in [
        "Møde".to_owned(),
        "Første møde på Ærøskøbing Ungdomsskole, æøå; ".repeat(9),
        "اجتماع مع المرشد في يوم الثلاثاء ".repeat(12),
        "👩‍🏫 møde ".repeat(20),
        "a".repeat(66) + "ø",
        "a".repeat(67) + "ø",
        "a\u{7}b".to_owned(),
    ] {
        let event = event(&title);
        for text in [invitation(Method::Request, &event, "post@brobyg.example", OWN), feed(&[event.clone(), event])] {
            for read in read(&text) {
                assert_eq!(unguarded(read.of("SUMMARY")), title.replace('\u{7}', ""));
                assert_eq!(unguarded(read.of("DESCRIPTION")), "Ansigt til ansigt; hos os, \\ eller\nhvor I vil\n");
                assert_eq!((read.of("DTSTART"), read.of("DTEND")), ("20260311T150000Z", "20260311T163000Z"));
            }
        }
    }
}

const OWN: &str = "ung@ung.example";

#[test]
fn an_address_stands_in_an_invitation_as_it_stands_on_the_mail() {
    for address in [OWN, "ida.o'hara+møde@ung.example", "søren@ærø.example"] {
        let event = event("Møde");
        let read = read(&invitation(Method::Request, &event, "post@brobyg.example", address));
        assert_eq!(read[0].of("ATTENDEE"), format!("mailto:{address}"));
        assert!(read[0].parameters["ATTENDEE"].contains("RSVP=TRUE"));
    }
    // And nothing in it begins a line or a parameter of its own.
    let read = read(&invitation(Method::Request, &event("Møde"), OWN, "a\r\nSTATUS:CANCELLED\"@ung.example"));
    assert_eq!(read[0].of("STATUS"), "CONFIRMED");
}

#[test]
fn a_feed_has_no_method_and_says_how_often_to_come_back() {
    let text = feed(&[event("Møde")]);
    assert!(!text.contains("METHOD") && text.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"));
    assert!(!text.contains("ATTENDEE") && !text.contains("ORGANIZER"));
    assert_eq!(read(&text).len(), 1);
    assert!(!feed(&[]).contains("VEVENT"));
}
