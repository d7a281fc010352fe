//! The clock of a proposal counts the days of a Danish calendar: over summer time, over New Year, and around a question.

use brobyg::matching::{self, NewProposal, State, state};
use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{Proposal, proposals, proposals::ProposalMethod};
use sea_orm::EntityTrait;

use crate::support::{self, TestApp};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// An instant of the day in UTC, an hour or two behind Denmark.
fn at(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, minute, 0).unwrap().and_utc()
}

impl TestApp {
    /// Moves the platform's clock to this instant.
    fn moves_to(&self, instant: DateTime<Utc>) {
        self.app.clock.advance(instant - self.app.clock.now());
    }

    /// Staff propose Jonas to Amira at this instant.
    async fn proposed_at(&self, instant: DateTime<Utc>) -> Proposal {
        let (amira, jonas) = (self.referral("Amira").await, self.mentor("Jonas").await);
        self.moves_to(instant);
        let new = NewProposal {
            referral_id: amira.id,
            mentor_id: jonas.id,
            method: ProposalMethod::Searched,
            facts: serde_json::json!({}),
        };
        let rules = self.app.config.rules;
        matching::propose(self.db(), instant, &rules, &self.viewer().await, new).await.unwrap()
    }

    /// How many reminders are due at this instant.
    async fn reminders_at(&self, instant: DateTime<Utc>) -> usize {
        self.moves_to(instant);
        self.remind_unanswered(instant, &self.app.config.rules).await
    }

    /// How many proposals run out at this instant.
    async fn expired_at(&self, instant: DateTime<Utc>) -> usize {
        self.moves_to(instant);
        self.expire_overdue(instant).await
    }

    async fn again(&self, proposal: &Proposal) -> Proposal {
        proposals::Entity::find_by_id(proposal.id).one(self.db()).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn a_proposal_of_the_evening_is_reminded_of_after_whole_days_and_not_after_hours() {
    let app = support::start().await;
    // Late on Wednesday the 4th in Denmark; three calendar days later is Saturday, from its first minute.
    app.proposed_at(at(day(2026, 3, 4), 22, 0)).await;

    assert_eq!(app.reminders_at(at(day(2026, 3, 6), 22, 59)).await, 0);
    assert_eq!(app.reminders_at(at(day(2026, 3, 6), 23, 0)).await, 1);
    assert_eq!(app.reminders_at(at(day(2026, 3, 7), 12, 0)).await, 0);
}

#[tokio::test]
async fn seven_days_stay_seven_days_when_one_of_them_is_an_hour_short() {
    let app = support::start().await;
    // In the first hour of the 24th in Denmark, which is still the 23rd in UTC; summer time begins on the 29th.
    let proposal = app.proposed_at(at(day(2026, 3, 23), 23, 30)).await;
    assert_eq!(proposal.expires_on, day(2026, 3, 31));

    // From the 29th on Denmark is two hours ahead: its 31st ends at ten in the evening.
    assert_eq!(app.expired_at(at(day(2026, 3, 31), 21, 59)).await, 0);
    assert_eq!(app.expired_at(at(day(2026, 3, 31), 22, 0)).await, 1);
    assert_eq!(state(&app.again(&proposal).await), State::Expired);
}

#[tokio::test]
async fn seven_days_stay_seven_days_when_one_of_them_is_an_hour_long() {
    let app = support::start().await;
    // Summer time ends on the 25th of October.
    let proposal = app.proposed_at(at(day(2026, 10, 20), 10, 0)).await;
    assert_eq!(proposal.expires_on, day(2026, 10, 27));

    assert_eq!(app.reminders_at(at(day(2026, 10, 22), 21, 59)).await, 0);
    assert_eq!(app.reminders_at(at(day(2026, 10, 22), 22, 0)).await, 1);
    assert_eq!(app.expired_at(at(day(2026, 10, 27), 22, 59)).await, 0);
    assert_eq!(app.expired_at(at(day(2026, 10, 27), 23, 0)).await, 1);
}

#[tokio::test]
async fn the_days_go_on_over_new_year() {
    let app = support::start().await;
    // Half past midnight on New Year's Day in Denmark, while the year is still old in UTC.
    let proposal = app.proposed_at(at(day(2026, 12, 31), 23, 30)).await;
    assert_eq!(proposal.expires_on, day(2027, 1, 8));

    assert_eq!(app.reminders_at(at(day(2027, 1, 3), 22, 59)).await, 0);
    assert_eq!(app.reminders_at(at(day(2027, 1, 3), 23, 0)).await, 1);
    assert_eq!(app.expired_at(at(day(2027, 1, 8), 22, 59)).await, 0);
    assert_eq!(app.expired_at(at(day(2027, 1, 8), 23, 0)).await, 1);
}

#[tokio::test]
async fn a_reminder_keeps_its_distance_when_a_question_has_stopped_the_clock() {
    let app = support::start().await;
    let proposal = app.proposed_at(at(day(2026, 3, 26), 9, 0)).await;
    let (viewer, db) = (app.viewer().await, app.db());
    // Asked on the second day, answered five calendar days later: the night to the 29th was an hour short.
    let (asked, answered) = (at(day(2026, 3, 27), 20, 0), at(day(2026, 4, 1), 6, 0));
    matching::ask(db, asked, &viewer, proposal.id, "Kan vi mødes i Køge?".into()).await.unwrap();
    assert_eq!(app.reminders_at(at(day(2026, 3, 30), 9, 0)).await, 0);
    matching::answer(db, answered, &viewer, proposal.id, "Ja".into()).await.unwrap();

    assert_eq!(app.again(&proposal).await.expires_on, day(2026, 4, 2) + Days::new(5));
    assert_eq!(app.reminders_at(at(day(2026, 4, 2), 21, 59)).await, 0);
    assert_eq!(app.reminders_at(at(day(2026, 4, 2), 22, 0)).await, 1);
    assert_eq!(app.expired_at(at(day(2026, 4, 7), 21, 59)).await, 0);
    assert_eq!(app.expired_at(at(day(2026, 4, 7), 22, 0)).await, 1);
}

#[tokio::test]
async fn the_young_person_has_as_many_days_as_the_mentor_from_the_day_of_the_mentors_yes() {
    let app = support::start().await;
    let proposal = app.proposed_at(at(day(2026, 3, 23), 9, 0)).await;
    let rules = app.app.config.rules;

    // Half past midnight on the 29th in Denmark, an hour and a half before summer time.
    matching::accept(app.db(), at(day(2026, 3, 28), 23, 30), &rules, &app.viewer().await, proposal.id).await.unwrap();

    assert_eq!(app.again(&proposal).await.expires_on, day(2026, 4, 5));
    assert_eq!(app.expired_at(at(day(2026, 4, 5), 21, 59)).await, 0);
    assert_eq!(app.expired_at(at(day(2026, 4, 5), 22, 0)).await, 1);
}

#[tokio::test]
async fn the_deadlines_are_those_of_the_settings() {
    let app = support::start().await;
    let mut rules = app.app.config.rules;
    (rules.proposal_days, rules.proposal_reminder_days) = (10, 9);
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let new = NewProposal {
        referral_id: amira.id,
        mentor_id: jonas.id,
        method: ProposalMethod::Searched,
        facts: serde_json::json!({}),
    };
    let proposed = matching::propose(app.db(), at(day(2026, 3, 4), 9, 0), &rules, &app.viewer().await, new).await;

    assert_eq!(proposed.unwrap().expires_on, day(2026, 3, 14));
    assert_eq!(app.remind_unanswered(at(day(2026, 3, 12), 9, 0), &rules).await, 0);
    assert_eq!(app.remind_unanswered(at(day(2026, 3, 13), 9, 0), &rules).await, 1);
}
