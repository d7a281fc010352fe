//! Word to the referrer when a running course changes. What was said of it stays between those who were there.

use entity::{consents::ConsentPurpose, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::course;
use crate::{
    course::{Facts, facts},
    message::{Desk, Letter},
    referral,
};

pub(super) async fn paused(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    changed(desk, course_id, "course-letter-paused", |facts| facts.is_paused).await
}

pub(super) async fn resumed(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    changed(desk, course_id, "course-letter-resumed", |facts| !facts.is_paused).await
}

pub(super) async fn extended(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    changed(desk, course_id, "course-letter-extended", |_| true).await
}

pub(super) async fn reopened(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    changed(desk, course_id, "course-letter-reopened", |_| true).await
}

/// None once it is so no more, the course has ended, or the young person wants no mentor: then the end is told instead.
async fn changed(
    desk: Desk,
    course_id: Uuid,
    text: &str,
    is_still_so: impl Fn(&Facts) -> bool,
) -> anyhow::Result<Option<Letter>> {
    let Some(course) = course(&desk, course_id).await?.filter(|course| course.ended_on.is_none()) else {
        return Ok(None);
    };
    let known = facts(&desk.db, &[course_id], desk.clock.today()).await?.remove(&course_id);
    let says = referral::agreement(&desk.db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    if says.is_no() || !known.is_some_and(|known| is_still_so(&known)) {
        return Ok(None);
    }
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    referral::letters::to_partner(&desk, &referral, ["course-letter-changed-subject", text]).await
}
