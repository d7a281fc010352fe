//! What a young person is told of the mentor: who calls, from which number and by when. In a letter, and behind its link.

pub mod handlers;
mod pages;

use chrono::{Days, NaiveDate};
use entity::{
    consents::ConsentPurpose,
    courses,
    mentors::{self, ContactPreference},
    referrals, young_people,
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{concern::is_contact_stopped, held_counts};
use crate::{
    config::Rules,
    form::typed::readable_phone,
    language::first_name,
    referral::{self, Reach},
};

/// The mentor as the young person of a course is to know them.
#[derive(Clone, Debug, PartialEq)]
pub struct MyMentor {
    pub referral_id: Uuid,
    /// The number under which the referral is known.
    pub reference: String,
    /// The young person's own name.
    pub mentee: String,
    /// Whether the mentor calls the young person: on a number that there is, unless they wish to be written to.
    pub is_called: bool,
    /// The mentor's first name.
    pub name: String,
    pub occupation: String,
    /// The number that they call from.
    pub phone: Option<String>,
    pub calls_by: NaiveDate,
    pub have_met: bool,
}

impl MyMentor {
    /// The sentence that says by when the mentor calls, or writes to whoever wishes that or has no phone.
    pub fn calls_key(&self) -> &'static str {
        if self.is_called { "course-letter-mentee-calls" } else { "course-letter-mentee-writes" }
    }

    /// The number as people read it; empty when nobody knows it.
    pub fn number(&self) -> String {
        self.phone.as_deref().map(readable_phone).unwrap_or_default()
    }
}

/// The mentor of a running course, and the way to its young person; none when the young person wants no mentor any more, or
/// contact is stopped.
pub async fn my_mentor(
    db: &impl ConnectionTrait,
    rules: &Rules,
    course_id: Uuid,
) -> Result<Option<(MyMentor, Reach)>, DbErr> {
    let course = courses::Entity::find_by_id(course_id).one(db).await?.filter(|course| course.ended_on.is_none());
    let Some(course) = course else { return Ok(None) };
    if is_contact_stopped(db, course_id).await? {
        return Ok(None);
    }
    let mentor = mentors::Entity::find_by_id(course.mentor_id).one(db).await?;
    let referral = referrals::Entity::find_by_id(course.referral_id).one(db).await?;
    let Some((mentor, referral)) = mentor.zip(referral) else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let Some(person) = person else { return Ok(None) };
    let reach = referral::reach_of(db, &referral, &person, ConsentPurpose::MentorCourse).await?;
    if reach.agreement.is_no() {
        return Ok(None);
    }
    let mine = MyMentor {
        referral_id: referral.id,
        reference: referral.reference.clone(),
        is_called: person.phone.is_some() && !wishes_writing(person.contact_preference),
        mentee: person.name,
        name: first_name(&mentor.name).to_owned(),
        occupation: mentor.occupation,
        phone: mentor.phone,
        calls_by: calls_by(course.matched_on, rules),
        have_met: held_counts(db, &[course_id]).await?.contains_key(&course_id),
    };
    Ok(Some((mine, reach)))
}

/// Whether somebody wishes to be written to rather than called.
pub fn wishes_writing(wish: Option<ContactPreference>) -> bool {
    matches!(wish, Some(ContactPreference::Sms | ContactPreference::Email))
}

/// The day by which the mentor of a course calls for the first time.
pub fn calls_by(matched_on: NaiveDate, rules: &Rules) -> NaiveDate {
    matched_on + Days::new(rules.first_call_days.unsigned_abs())
}
