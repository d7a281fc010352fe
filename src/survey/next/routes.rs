//! The ways that are left to somebody who is asked.

use entity::{ContactWay, YoungPerson, mentors::ContactPreference};

use super::super::asked::AskedPerson;
use crate::{course, message::sms::Sms};

/// The young person's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Live,
    /// It was not in use the last time.
    Dead,
}

/// The number of their own, and whether a mail address of their own is in use: none for whoever wishes to be asked through the
/// partner.
pub fn own_ways(person: &YoungPerson, dead: &[String]) -> (Option<Line>, bool) {
    let (phone, email) = course::own_ways(person);
    let phone = phone.map(|phone| if dead.contains(phone) { Line::Dead } else { Line::Live });
    (phone, email.is_some_and(|email| !dead.contains(email)))
}

/// By which ways somebody may be asked: none of their own for whoever wishes to be asked through the partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Routes {
    pub phone: Option<Line>,
    pub has_email: bool,
    /// Whether somebody else agreed to pass a word on.
    pub has_other: bool,
    /// Whether the platform writes by itself, to the young person or to the partner in their place.
    pub is_written_to: bool,
}

impl Routes {
    pub fn new(
        person: &YoungPerson,
        (dead, others): (&[String], &[ContactWay]),
        (may_write, sms): (bool, &Sms),
    ) -> Self {
        let through_partner = person.contact_preference == Some(ContactPreference::ThroughPartner);
        let (phone, has_email) = own_ways(person, dead);
        let by_text = sms.is_on() && phone == Some(Line::Live);
        let is_written_to = may_write && (through_partner || has_email || by_text);
        Self { phone, has_email, has_other: !others.is_empty(), is_written_to }
    }

    pub fn of(asked: &AskedPerson, sms: &Sms) -> Self {
        let AskedPerson { person, dead, others, reach, .. } = asked;
        Self::new(person, (dead, others), (reach.agreement.is_given(), sms))
    }

    /// Whether a phone and a mail address of their own are in use.
    pub fn own(&self) -> (bool, bool) {
        (self.phone == Some(Line::Live), self.has_email)
    }
}
