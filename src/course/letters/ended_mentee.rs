//! To the young person when a course has ended: that it has, what comes now, and that they can still turn to us.

use chrono::Days;
use entity::{
    Course, Referral, consents::ConsentPurpose, contact_attempts, messages::Category, referrals, referrals::Reason,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use super::ended::ended;
use crate::{
    course::{Class, class_of, held_counts, sides::mentee_name},
    duty::{self, Thing},
    message::{Addressee, Contact, Desk, Letter, Writing, has_opted_out, text_with},
    referral::{self, State, Written},
};

/// To the young person alone; whoever refers is told beside. Nothing where the letter that asks how they are says that it is over,
/// after a concern, about which staff talk with them, or to somebody who has died or has another mentor by now.
pub(super) async fn ended_mentee(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(course) = ended(&desk, course_id).await? else { return Ok(None) };
    let Some(referral) = referrals::Entity::find_by_id(course.referral_id).one(&desk.db).await? else {
        return Ok(None);
    };
    let is_concern = course.interruption_reason == Some(Reason::Concern);
    if is_concern || has_died(&desk, course_id).await? || is_told_by_survey(&desk, &course, &referral).await? {
        return Ok(None);
    }
    let state = referral::state_of(&desk.db, &referral).await?;
    if state == State::InCourse {
        return Ok(None);
    }
    // Whoever is talked with first, or rests, is not looked for yet.
    let is_sought = state == State::Waiting && referral::held_back(&referral, desk.clock.today()).is_none();
    let contact = duty::contact_of(&desk, Thing::Course, course_id).await?;
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let letter = Writing::to(&desk, whom, email, reach.asked_in)
                .about(contact)
                .subject("course-letter-mentee-subject")
                .greet(&mentee_name(&desk.db, course.referral_id).await?)
                .say("course-letter-mentee-ended");
            let letter = if is_sought { letter.say("course-letter-mentee-ended-next") } else { letter };
            Ok(Some(letter.say("course-letter-mentee-ended-call").finish()?))
        }
        Some(Written::Text(whom, number)) => {
            Ok(Some(in_short(&desk, (whom, number), reach.asked_in, contact.as_ref())))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

/// With the number of whoever sees to the course, where they have one.
fn in_short(desk: &Desk, to: (Addressee, &str), language: &str, contact: Option<&Contact>) -> Letter {
    match contact.map(Contact::readable_phone).filter(|phone| !phone.is_empty()) {
        Some(phone) => text_with(desk, to, language, "message-text-course-ended-mentee-call", [("phone", phone)]),
        None => text_with(desk, to, language, "message-text-course-ended-mentee", []),
    }
}

async fn has_died(desk: &Desk, course_id: Uuid) -> Result<bool, DbErr> {
    let told = contact_attempts::Entity::find().filter(contact_attempts::Column::CourseId.eq(course_id));
    Ok(told.filter(contact_attempts::deaths()).count(&desk.db).await? > 0)
}

/// Whether the first letter of the survey goes to them by itself these days: after a completed course, with their consent, until only the last
/// one is left.
async fn is_told_by_survey(desk: &Desk, course: &Course, referral: &Referral) -> Result<bool, DbErr> {
    let held = held_counts(&desk.db, &[course.id]).await?.remove(&course.id).unwrap_or_default();
    let first_until = course.ended_on.map(|day| day + Days::new(desk.config.rules.survey_last_days.unsigned_abs()));
    if class_of(course, held) != Some(Class::Completed) || first_until.is_none_or(|day| day <= desk.clock.today()) {
        return Ok(false);
    }
    let reach = referral::reach(&desk.db, referral, ConsentPurpose::Survey).await?;
    let is_written_to = matches!(reach.in_writing(&desk.sms), Some(Written::Own(..) | Written::Text(..)));
    let own = Addressee::young_person(referral.young_person_id);
    Ok(is_written_to && !has_opted_out(&desk.db, own, Category::Survey).await?)
}
