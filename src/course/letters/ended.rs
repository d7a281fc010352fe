//! When a course has ended: thanks to the mentor, word to the referrer.

use entity::{Course, consents::ConsentPurpose, referrals, referrals::Reason};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::course;
use crate::{
    course::{
        held_counts,
        sides::{language_of, mentor_and_user, signs_in},
    },
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, text, text_with, texted},
    referral::{self, Written},
};

/// Thanks to the mentor, with the certificate once the two have met. After a concern staff write themselves.
pub(super) async fn ended_mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(course) = ended(&desk, course_id).await? else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, course.mentor_id).await? else { return Ok(None) };
    if course.interruption_reason == Some(Reason::Concern) {
        return Ok(None);
    }
    let held = held_counts(&desk.db, &[course_id]).await?.remove(&course_id).unwrap_or_default();
    let has_met = held > 0;
    let language = language_of(&mentor, user.as_ref());
    let certificate =
        (has_met && signs_in(user.as_ref())).then(|| desk.url(format!("/courses/{course_id}/certificate")));
    if let Some(to) = texted(&desk, &mentor).await? {
        return Ok(Some(match certificate {
            Some(page) => text(&desk, to, language, "message-text-thanks-certificate", &page),
            None => text_with(&desk, to, language, "message-text-thanks", []),
        }));
    }
    let contact = duty::contact_of(&desk, Thing::Course, course_id).await?;
    let mut letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(contact)
        .subject("course-letter-thanks-subject")
        .greet(&mentor.name)
        .say(if has_met { "course-letter-thanks-text" } else { "course-letter-thanks-never-met" });
    if has_met {
        let weeks = course.ended_on.map_or(0, |ended| (ended - course.matched_on).num_weeks().max(1));
        let (count, weeks) = (held.to_string(), weeks.to_string());
        letter = letter.say2("course-letter-thanks-numbers", ("count", &count), ("weeks", &weeks));
    }
    if let Some(page) = certificate {
        letter = letter.link("course-letter-thanks-link", page);
    }
    Ok(Some(letter.finish()?))
}

/// Word to the referrer that a course has ended, and where the young person is not written to, that they may pass it on; what was
/// said in it stays between the two.
pub(super) async fn ended_referrer(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(course) = ended(&desk, course_id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let Some(told) = referral::told(&desk.db, &referral).await? else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    let is_told = matches!(reach.in_writing(&desk.sms), Some(Written::Own(..) | Written::Text(..)));
    let letter = Writing::to(&desk, told.whom, &told.email, &told.language)
        .about(duty::contact_of(&desk, Thing::Referral, referral.id).await?)
        .subject("course-letter-ended-subject")
        .greet(&told.name)
        .say("course-letter-ended-text");
    // Nobody passes anything on to whoever wants no mentor any more, and after a concern staff do it themselves.
    let passes_on = !is_told && !reach.agreement.is_no() && course.interruption_reason != Some(Reason::Concern);
    let letter = if passes_on { letter.say("course-letter-ended-pass-on") } else { letter };
    referral::letters::with_page(letter, &desk, &told, referral.id).finish().map(Some)
}

/// The course, unless its ending was taken back meanwhile.
pub(super) async fn ended(desk: &Desk, course_id: Uuid) -> Result<Option<Course>, DbErr> {
    Ok(course(desk, course_id).await?.filter(|course| course.ended_on.is_some()))
}
