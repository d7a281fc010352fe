//! What is likely: the days and hours that are offered, so that a meeting is agreed in three taps or in one.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike, Utc};
use entity::{PlannedMeeting, meetings::Channel};

use super::forms::PlanForm;
use crate::{
    clock::{local_date, local_moment},
    form::Form,
    language::Tr,
    message::is_holiday,
    word::Choice,
};

/// Most days that are offered.
const DAYS: usize = 5;
/// Full hours at which people meet who are at school or at work.
const HOURS: [u32; 5] = [10, 14, 15, 16, 17];
/// How long two meet when nobody has said.
const MINUTES: i32 = 60;

/// The usual of two people, and what is offered to them.
pub struct Slots {
    days: Vec<NaiveDate>,
    hours: Vec<NaiveTime>,
    usual_day: Option<NaiveDate>,
    usual_hour: Option<NaiveTime>,
    minutes: i32,
    channel: Channel,
    today: NaiveDate,
}

impl Slots {
    /// Out of what was agreed before (the earliest first) and of the days on which they met. Offered are tomorrow and the day
    /// after, and the weekday on which the two usually meet, this time and the next two; no holiday, and no day that they have
    /// agreed already.
    pub fn of(now: DateTime<Utc>, agreed: &[PlannedMeeting], met_on: &[NaiveDate]) -> Self {
        let today = local_date(now);
        let stood: Vec<_> = agreed.iter().filter(|meeting| meeting.cancelled_at.is_none()).collect();
        let last = stood.last();
        let last_day = last.map(|last| local_date(last.starts_at)).max(met_on.iter().max().copied());
        let taken: Vec<_> = stood.iter().map(|meeting| local_date(meeting.starts_at)).collect();
        let first = next_like(last_day.unwrap_or(today), today);
        let likely = [first, first + Days::new(7), first + Days::new(14)];
        let mut days = vec![today + Days::new(1), today + Days::new(2)];
        days.extend(likely);
        days.retain(|day| !taken.contains(day) && !is_holiday(*day));
        days.sort_unstable();
        days.dedup();
        days.truncate(DAYS);
        let usual_hour = last.map(|last| local_moment(last.starts_at).time()).and_then(|time| time.with_second(0));
        let mut hours: Vec<_> = HOURS.iter().filter_map(|hour| NaiveTime::from_hms_opt(*hour, 0, 0)).collect();
        hours.extend(usual_hour);
        hours.sort_unstable();
        hours.dedup();
        Self {
            usual_day: last_day.and_then(|_| likely.into_iter().find(|day| days.contains(day))),
            usual_hour,
            minutes: last.map_or(MINUTES, |last| last.minutes),
            channel: last.map_or(Channel::InPerson, |last| last.channel),
            days,
            hours,
            today,
        }
    }

    /// The form as it is most often sent.
    pub fn form(&self) -> PlanForm {
        PlanForm::filled(|form| {
            form.tapped_on = self.usual_day.map(|day| day.to_string()).unwrap_or_default();
            form.tapped_at = self.usual_hour.map(shown).unwrap_or_default();
            form.minutes.set(self.minutes);
            form.channel.set(self.channel);
        })
    }

    pub fn minutes(&self) -> i32 {
        self.minutes
    }

    pub fn channel(&self) -> Channel {
        self.channel
    }

    pub fn days(&self, tr: Tr) -> Vec<Choice> {
        let label = |day: &NaiveDate| match *day == self.today + Days::new(1) {
            true => tr.t1("course-planned-tomorrow", "day", tr.weekday(day)),
            false => tr.weekday(day),
        };
        self.days.iter().map(|day| Choice::new(day.to_string(), label(day))).collect()
    }

    pub fn hours(&self) -> Vec<Choice> {
        self.hours.iter().map(|hour| Choice::new(shown(*hour), shown(*hour))).collect()
    }
}

/// The first day after today on the weekday of another.
fn next_like(day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let ahead = (day.num_days_from_ce() - today.num_days_from_ce()).rem_euclid(7);
    today + Days::new(if ahead == 0 { 7 } else { ahead.unsigned_abs().into() })
}

fn shown(hour: NaiveTime) -> String {
    hour.format("%H.%M").to_string()
}
