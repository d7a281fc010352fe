//! A stand-in for a mentor who is away: who can be one, what they see and do, and who is asked meanwhile.

mod asked;
mod calendars;
mod naming;
mod own_page;
mod seen;

use brobyg::{
    course::stand_in::{self, NewStandIn, StandInError},
    matching::stand_in::{NameError, name},
};
use chrono::{Days, NaiveDate};
use entity::{
    Mentor, StandIn, User,
    concerns::{self, ConcernSide},
    contact_stops, stand_ins, users,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder, prelude::Uuid};

use super::planned::{Planning, local, planning};
use crate::support::{Browser, today, viewer_of};

const JONAS: &str = "jonas@mentor.example";
const TOVE: &str = "tove@mentor.example";
const OWN: &str = "ung@ung.example";

/// Amira and Jonas, and Tove, who can stand in for him.
struct Away {
    planning: Planning,
    tove: Mentor,
    user: User,
}

async fn away() -> Away {
    let planning = planning().await;
    let tove = planning.pair.app.mentor("Tove").await;
    let user = planning.pair.app.mentor_browser(&tove).await.user.clone().unwrap();
    Away { planning, tove, user }
}

/// So many days after the day of the tests.
fn day(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

impl Away {
    fn days(&self, from: u64, until: u64) -> NewStandIn {
        NewStandIn { mentor_id: self.tove.id, from_on: day(from), until_on: day(until) }
    }

    /// Names somebody, as staff do.
    async fn name(&self, new: NewStandIn) -> Result<(), NameError> {
        let app = &self.planning.pair.app;
        let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
        name(app.db(), now, rules, &viewer_of(&self.planning.staff), (self.planning.pair.course.id, new)).await
    }

    /// Tove stands in on these days.
    async fn stands_in(&self, from: u64, until: u64) -> StandIn {
        self.name(self.days(from, until)).await.unwrap();
        self.period().await
    }

    /// The last period that was named.
    async fn period(&self) -> StandIn {
        let all = stand_ins::Entity::find().order_by_desc(stand_ins::Column::NamedAt);
        all.order_by_desc(stand_ins::Column::Id).one(self.planning.pair.app.db()).await.unwrap().unwrap()
    }

    async fn shorten(&self, period: &StandIn, until: u64) -> Result<(), StandInError> {
        let app = &self.planning.pair.app;
        let (now, ids) = (app.app.clock.now(), (period.course_id, period.id));
        stand_in::shorten(app.db(), now, &viewer_of(&self.planning.staff), ids, day(until)).await
    }

    async fn end(&self, period: &StandIn) {
        let app = &self.planning.pair.app;
        let (now, ids) = (app.app.clock.now(), (period.course_id, period.id));
        stand_in::end(app.db(), now, &viewer_of(&self.planning.staff), ids).await.unwrap();
    }

    /// Staff stop contact between the two.
    async fn stops_contact(&self) {
        let (app, course_id) = (&self.planning.pair.app, self.planning.pair.course.id);
        let concern = concerns::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            side: Set(ConcernSide::Staff),
            raised_at: Set(app.app.clock.now()),
            said: Set("Noget er galt".into()),
            wants_stop: Set(true),
            ..Default::default()
        };
        let concern = concern.insert(app.db()).await.unwrap();
        let stopped = contact_stops::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            concern_id: Set(concern.id),
            stopped_at: Set(app.app.clock.now()),
            stopped_by: Set(self.planning.staff.id),
            ..Default::default()
        };
        stopped.insert(app.db()).await.unwrap();
    }

    /// The morning so many days later.
    fn turn(&self, days: u64) {
        self.planning.turn(local(day(days), 11, 0));
    }

    /// The browser of Tove, signed in now.
    async fn browser(&self) -> Browser {
        let app = &self.planning.pair.app;
        let user = users::Entity::find_by_id(self.user.id).one(app.db()).await.unwrap().unwrap();
        Browser::signed_in(app, user).await
    }

    fn path(&self, beneath: &str) -> String {
        self.planning.pair.path(beneath)
    }

    /// The texts of the mails to somebody with this subject.
    async fn mails(&self, email: &str, subject: &str) -> Vec<String> {
        let all = self.planning.pair.app.mails_to(email).await;
        all.into_iter().filter(|mail| mail.subject == subject).map(|mail| mail.text).collect()
    }
}
