//! Who stands in, in words.

use chrono::{Duration, NaiveDate};
use entity::{StandIn, mentors, stand_ins::GRACE_DAYS};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{Named, Part, running_or_coming};
use crate::{
    form::typed::readable_phone,
    language::{Tr, first_name},
};

/// A period as the page of a course tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub text: String,
    /// The page of whoever stands in; empty for all but staff.
    pub mentor: String,
}

/// What a viewer with this part is told: staff and the mentor who stands in, whoever does of themselves alone.
pub fn periods(tr: Tr, is_staff: bool, part: &Part, named: &[Named]) -> Vec<Period> {
    match part {
        Part::Decides => named.iter().map(|named| told(tr, is_staff, named)).collect(),
        Part::StandsIn(own) => {
            own.iter().map(|period| Period { text: own_text(tr, period), mentor: String::new() }).collect()
        }
    }
}

fn told(tr: Tr, is_staff: bool, Named { period, name }: &Named) -> Period {
    let text = tr.t2("stand-in-shown", "name", name.as_str(), "when", days(tr, period.from_on, period.until_on));
    Period { text, mentor: if is_staff { format!("/mentors/{}", period.mentor_id) } else { String::new() } }
}

fn own_text(tr: Tr, period: &StandIn) -> String {
    let last = period.until_on + Duration::days(GRACE_DAYS);
    let when = days(tr, period.from_on, period.until_on);
    tr.t2("stand-in-shown-own", "when", when, "date", tr.date(&last))
}

/// The days of a period.
pub fn days(tr: Tr, from_on: NaiveDate, until_on: NaiveDate) -> String {
    tr.t2("stand-in-days", "from", tr.date(&from_on), "until", tr.date(&until_on))
}

/// Whoever stands in, as the young person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingIn {
    /// The first name.
    pub name: String,
    pub text: String,
    /// The number that they call from, to be rung and to be read; empty when nobody knows it.
    pub phone: String,
    pub number: String,
}

/// Whoever stands in for the mentor of a course, now or next.
pub async fn next_of(
    db: &impl ConnectionTrait,
    tr: Tr,
    today: NaiveDate,
    course_id: Uuid,
) -> Result<Option<StandingIn>, DbErr> {
    let Some(named) = running_or_coming(db, today, course_id).await?.into_iter().next() else { return Ok(None) };
    let mentor = mentors::Entity::find_by_id(named.period.mentor_id).one(db).await?;
    let phone = mentor.and_then(|mentor| mentor.phone).unwrap_or_default();
    let (name, when) = (first_name(&named.name), days(tr, named.period.from_on, named.period.until_on));
    Ok(Some(StandingIn {
        text: tr.t2("stand-in-letter-mentee", "name", name, "when", when),
        name: name.to_owned(),
        number: if phone.is_empty() { String::new() } else { readable_phone(&phone) },
        phone,
    }))
}
