//! Who of staff sees to what: the responsible, their deputy, and the contact person whom everybody else is told.

mod absence;
mod contact;
mod handing_over;
mod leaving;
mod linked;
mod lists;
mod news;
mod races;
mod rules;
mod year;

use brobyg::duty::{self, NewAbsence, SeenTo, Thing};
use chrono::{Days, NaiveDate};
use entity::{User, responsibilities, users, users::Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use crate::support::{Browser, TestApp, today, viewer_of};

/// The day so many days after the day of the tests.
pub fn in_days(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

/// The fields of a date.
pub fn date(name: &str, day: NaiveDate) -> Vec<(String, String)> {
    let part = |part: &str, format: &str| (format!("{name}_{part}"), day.format(format).to_string());
    vec![part("day", "%-d"), part("month", "%-m"), part("year", "%Y")]
}

pub fn fields<'a>(of: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    of.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect()
}

impl TestApp {
    /// Somebody of staff with a phone.
    pub async fn coordinator(&self, name: &str, phone: &str) -> User {
        let user = self.user(name, Role::Staff, None).await;
        let row = users::ActiveModel { id: Set(user.id), phone: Set(Some(phone.into())), ..Default::default() };
        row.update(self.db()).await.unwrap()
    }

    /// Makes somebody responsible, by an act of their own.
    pub async fn sees_to(&self, user: &User, thing: Thing, id: Uuid) {
        let (now, viewer) = (self.app.clock.now(), viewer_of(user));
        duty::hand_over(self.db(), now, &viewer, &[(thing, id)], user.id).await.unwrap();
    }

    pub async fn is_away(&self, user: &User, deputy: &User, from_on: NaiveDate, until_on: NaiveDate) {
        let new = NewAbsence { user_id: user.id, deputy_id: deputy.id, from_on, until_on };
        duty::be_away(self.db(), self.app.clock.now(), &viewer_of(user), new).await.unwrap();
    }

    pub async fn seen_to(&self, thing: Thing, id: Uuid) -> Option<SeenTo> {
        duty::seen_to(self.db(), thing, id, self.app.clock.today()).await.unwrap()
    }

    /// Whoever sees to a thing today.
    pub async fn hand(&self, thing: Thing, id: Uuid) -> Option<Uuid> {
        self.seen_to(thing, id).await.map(|seen_to| seen_to.id)
    }

    pub fn days_pass(&self, days: i64) {
        self.app.clock.advance(chrono::Duration::days(days));
    }

    /// How many are responsible for a thing now.
    pub async fn responsible_count(&self, id: Uuid) -> u64 {
        let of_thing = responsibilities::Entity::find().filter(responsibilities::Column::ThingId.eq(id));
        of_thing.filter(responsibilities::current()).count(self.db()).await.unwrap()
    }
}

pub async fn browser(app: &TestApp, user: &User) -> Browser {
    Browser::signed_in(app, user.clone()).await
}
