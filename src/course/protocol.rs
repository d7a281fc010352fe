//! The contact protocol: when somebody may be given up as not reached, for a follow-up as for a survey (docs/adr/0058).

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use entity::{YoungPerson, contact_attempts::AttemptChannel, mentors::ContactPreference};

use super::slot::Slot;
use crate::language::Tr;

const LEAST_DAYS_TRIED: usize = 3;
const LEAST_CHANNELS: usize = 2;
const LEAST_SLOTS: usize = 2;
/// Days from the first try to the last.
const LEAST_WAIT: i64 = 14;

/// One try to reach somebody, as far as the protocol asks.
#[derive(Clone, Copy, Debug)]
pub struct Tried {
    pub on: NaiveDate,
    /// The hour in Denmark, where it is known.
    pub at: Option<NaiveTime>,
    pub channel: AttemptChannel,
}

/// How far the protocol has been followed. "Not reached" needs three tries, each on another day, through at least two
/// channels, in two parts of the week of which one is an evening or the weekend, over two weeks, and each way of their own
/// once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protocol {
    pub days: usize,
    pub channels: usize,
    pub slots: BTreeSet<Slot>,
    /// Days from the first try to the last.
    pub lasted: i64,
    /// Ways of their own that are in use and were not tried.
    pub untried: usize,
}

impl Protocol {
    /// Counts the tries, beside the ways of their own that are in use: a phone, a mail address.
    pub fn of(tries: &[Tried], (has_phone, has_email): (bool, bool)) -> Self {
        let days: BTreeSet<_> = tries.iter().map(|tried| tried.on).collect();
        let channels: BTreeSet<_> = tries.iter().map(|tried| tried.channel).collect();
        let by_phone = channels.contains(&AttemptChannel::Phone) || channels.contains(&AttemptChannel::Sms);
        let untried = [has_phone && !by_phone, has_email && !channels.contains(&AttemptChannel::Email)];
        Self {
            days: days.len(),
            channels: channels.len(),
            slots: tries.iter().filter_map(|tried| Slot::of(tried.on, tried.at)).collect(),
            lasted: days.first().zip(days.last()).map_or(0, |(first, last)| (*last - *first).num_days()),
            untried: untried.into_iter().filter(|is_untried| *is_untried).count(),
        }
    }

    pub fn is_followed(&self) -> bool {
        let is_tried = self.days_missing() == 0 && self.channels_missing() == 0;
        is_tried && !self.is_slot_missing() && self.wait_missing() == 0 && self.untried == 0
    }

    /// What is missing before somebody may be given up, in words; nothing once the protocol was followed.
    pub fn missing(&self, tr: Tr) -> Vec<String> {
        if self.is_followed() {
            return Vec::new();
        }
        let (days, channels) = (self.days_missing(), self.channels_missing());
        let mut missing = Vec::new();
        match (days, channels) {
            (0, 0) => {}
            (_, 0) => missing.push(tr.t1("not-reached-days", "days", days)),
            (0, _) => missing.push(tr.t1("not-reached-channels", "channels", channels)),
            _ => missing.push(tr.t2("not-reached-tries", "days", days, "channels", channels)),
        }
        if self.is_slot_missing() {
            missing.push(tr.t("not-reached-slot"));
        }
        if self.wait_missing() > 0 {
            missing.push(tr.t1("not-reached-wait", "days", self.wait_missing()));
        }
        if self.untried > 0 {
            missing.push(tr.t1("not-reached-untried", "count", self.untried));
        }
        missing
    }

    /// How many more days with a try are needed.
    fn days_missing(&self) -> usize {
        LEAST_DAYS_TRIED.saturating_sub(self.days)
    }

    fn channels_missing(&self) -> usize {
        LEAST_CHANNELS.saturating_sub(self.channels)
    }

    /// Whether a try in another part of the week is needed, or one in an evening or at a weekend.
    fn is_slot_missing(&self) -> bool {
        self.slots.len() < LEAST_SLOTS || !self.slots.iter().any(|slot| *slot != Slot::Daytime)
    }

    /// How many days are missing between the first try and the last.
    fn wait_missing(&self) -> i64 {
        (LEAST_WAIT - self.lasted).max(0)
    }
}

/// The number and the mail address of their own: none for whoever wishes to be asked through the partner.
pub fn own_ways(person: &YoungPerson) -> (Option<&String>, Option<&String>) {
    match person.contact_preference {
        Some(ContactPreference::ThroughPartner) => (None, None),
        _ => (person.phone.as_ref(), person.email.as_ref()),
    }
}
