//! What a job by the clock finds and does, as of an instant of the test.

use brobyg::{
    backlog::Due,
    config::Rules,
    course::{concern, did_you_meet, follow_up, onward, silence},
    enquiry, matching,
    mentor::{application, screening},
    questionnaire,
    referral::interest,
    survey::a_year_later,
    today::digest,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::prelude::Uuid;

use super::TestApp;

/// What a job finds: a thing, or a thing that is due since a day.
trait Found {
    fn id(self) -> Uuid;
}

impl Found for Uuid {
    fn id(self) -> Uuid {
        self
    }
}

impl Found for Due {
    fn id(self) -> Uuid {
        self.id
    }
}

/// Does each thing in a transaction of its own, as the jobs do; how many that were.
macro_rules! done_each {
    ($app:ident, $found:expr, |$tx:ident, $id:ident| $act:expr) => {{
        // As the clock does: each once, on whatever occasions.
        let mut seen = std::collections::HashSet::new();
        let found = $found.await.unwrap().into_iter().map(Found::id);
        let found: Vec<Uuid> = found.filter(|id| seen.insert(*id)).collect();
        for $id in &found {
            let $tx = $app.db().begin().await.unwrap();
            $act.await.unwrap();
            $tx.commit().await.unwrap();
        }
        found.len()
    }};
}

impl TestApp {
    /// Closes the proposals that are overdue at this instant.
    pub async fn expire_overdue(&self, now: DateTime<Utc>) -> usize {
        done_each!(self, matching::overdue(self.db(), now), |tx, id| matching::expire(&tx, now, *id))
    }

    /// Reminds the mentors who have not answered by this instant.
    pub async fn remind_unanswered(&self, now: DateTime<Utc>, rules: &Rules) -> usize {
        done_each!(self, matching::unanswered(self.db(), now, rules), |tx, id| matching::remind(&tx, now, *id))
    }

    /// Asks, asks again and closes, as the clock does about whoever has waited long.
    pub async fn interest_by_clock(&self) {
        let (now, rules, sms) = (self.app.clock.now(), &self.app.config.rules, &self.app.sms);
        done_each!(self, interest::unsure(self.db(), now, rules), |tx, id| {
            interest::ask_unsure(&tx, now, (sms, rules), *id)
        });
        done_each!(self, interest::unanswered(self.db(), now), |tx, id| interest::ask_again(&tx, now, *id));
        done_each!(self, interest::overdue(self.db(), now, rules), |tx, id| {
            interest::close_unanswered(&tx, now, rules, *id)
        });
    }

    /// Takes the steps that are due where a young person has fallen silent, as the clock does.
    pub async fn silence_by_clock(&self) -> usize {
        let (now, rules) = (self.app.clock.now(), &self.app.config.rules);
        done_each!(self, silence::to_take(self.db(), now, rules), |tx, id| {
            silence::take(&tx, now, (&self.app.sms, rules), *id)
        })
    }

    /// Makes meetings of what both have said, and asks whether others met, as the clock does.
    pub async fn meetings_by_clock(&self) {
        let (now, rules) = (self.app.clock.now(), &self.app.config.rules);
        done_each!(self, did_you_meet::to_settle(self.db(), now, rules), |tx, id| {
            did_you_meet::settle(&tx, now, rules, *id)
        });
        done_each!(self, did_you_meet::to_ask(self.db(), now, rules), |tx, id| did_you_meet::ask(&tx, now, rules, *id));
    }

    /// Asks the mentors whose course is about to end what comes after it, as the clock does.
    pub async fn ask_for_onward_plans(&self) -> usize {
        let (now, rules) = (self.app.clock.now(), &self.app.config.rules);
        done_each!(self, onward::to_ask(self.db(), now, rules), |tx, id| onward::ask(&tx, now, rules, *id))
    }

    /// Opens what is to be asked of courses that ended, and writes to whoever is asked, as the clock does.
    pub async fn exits_by_clock(&self) {
        let now = self.app.clock.now();
        done_each!(self, questionnaire::to_keep(self.db(), now), |tx, id| questionnaire::keep(&tx, now, *id));
        done_each!(self, questionnaire::to_ask(self.db(), now), |tx, id| {
            questionnaire::ask(&tx, now, &self.app.sms, *id)
        });
    }

    /// Tells the mentors what became of it, as the clock does.
    pub async fn tell_a_year_later(&self) -> usize {
        let now = self.app.clock.now();
        done_each!(self, a_year_later::to_tell(self.db(), now), |tx, id| a_year_later::tell(&tx, now, *id))
    }

    /// Puts the follow-ups of all running courses in step with the facts.
    pub async fn plan_follow_ups(&self) -> usize {
        let (today, rules) = (self.app.clock.today(), &self.app.config.rules);
        done_each!(self, follow_up::out_of_step(self.db(), rules, today), |tx, id| follow_up::keep(
            &tx, rules, today, *id
        ))
    }

    /// Tells the mentors whose certificate runs out before long.
    pub async fn tell_of_certificates(&self) -> usize {
        let now = self.app.clock.now();
        done_each!(self, screening::expiring(self.db(), now), |tx, id| screening::tell_expiring(&tx, now, *id))
    }

    /// Removes the applications that nobody has confirmed by this day.
    pub async fn remove_unconfirmed(&self, today: NaiveDate) -> usize {
        done_each!(self, application::unconfirmed(self.db(), today), |tx, id| application::remove_unconfirmed(&tx, *id))
    }

    /// Queues the letters of the week, where this is the day for them.
    pub async fn digests_by_clock(&self) -> usize {
        let now = self.app.clock.now();
        done_each!(self, digest::to_send(self.db(), now), |tx, id| digest::send(&tx, now, *id))
    }

    /// Passes on the concerns that nobody has taken for a day.
    pub async fn pass_concerns_on(&self) -> usize {
        let now = self.app.clock.now();
        done_each!(self, concern::untaken(self.db(), now), |tx, id| concern::pass_on(&tx, now, *id))
    }

    /// Removes the enquiries that were over long before this instant.
    pub async fn remove_over(&self, now: DateTime<Utc>) -> usize {
        done_each!(self, enquiry::over(self.db(), now), |tx, id| enquiry::remove(&tx, now, *id))
    }
}
