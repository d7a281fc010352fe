//! When a young person falls silent: the steps on their days, what stops them, and what each answer does.

mod answers;
mod since;
mod steps;

use chrono::{Days, NaiveDate};
use entity::{
    SilenceRow, partners, referrals,
    silence_steps::{self, SilenceStep},
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};

use super::planned::{Planning, local, planning};
use crate::support::today;

const OWN: &str = "ung@ung.example";
const MENTOR: &str = "jonas@mentor.example";
const REFERRER: &str = "rikke.lund@people.example";

/// Amira and Jonas, matched today, who do not meet; Rikke referred.
struct Silence {
    planning: Planning,
}

async fn silence() -> Silence {
    let planning = planning().await;
    let pair = &planning.pair;
    pair.change(|row| row.matched_on = Set(today())).await;
    let partner = partners::Entity::find_by_id(pair.referral.partner_id).one(pair.app.db()).await.unwrap().unwrap();
    let referrer = pair.app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let by =
        referrals::ActiveModel { id: Set(pair.referral.id), referrer_id: Set(Some(referrer.id)), ..Default::default() };
    by.update(pair.app.db()).await.unwrap();
    Silence { planning }
}

impl Silence {
    /// The morning so many days after the match, when the job has run and letters may leave.
    async fn morning(&self, day: u64) {
        self.planning.turn(local(self.day(day), 6, 0));
        self.planning.pair.app.silence_by_clock().await;
        self.planning.turn(local(self.day(day), 11, 0));
        self.planning.pair.app.mails().await;
    }

    async fn mornings(&self, days: std::ops::RangeInclusive<u64>) {
        for day in days {
            self.morning(day).await;
        }
    }

    fn day(&self, day: u64) -> NaiveDate {
        today() + Days::new(day)
    }

    async fn rows(&self) -> Vec<SilenceRow> {
        let all = silence_steps::Entity::find().order_by_asc(silence_steps::Column::TakenOn);
        all.order_by_asc(silence_steps::Column::Id).all(self.planning.pair.app.db()).await.unwrap()
    }

    /// Each step with the days after the match on which it was taken.
    async fn steps(&self) -> Vec<(SilenceStep, i64)> {
        let rows = self.rows().await;
        rows.into_iter().map(|row| (row.step, (row.taken_on - today()).num_days())).collect()
    }

    async fn link(&self, email: &str) -> String {
        let app = &self.planning.pair.app;
        let mails = app.mails_to(email).await;
        app.path_in(mails.iter().rfind(|mail| mail.text.contains("/there/")).expect(email))
    }
}
