//! Who is asked on the mentor's side: whoever stood in on the day in question, and otherwise the mentor of the course.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Link, MeetingQuestion, StandIn, courses,
    links::LinkPurpose,
    meeting_questions::{self, Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{answer::Answer, queries::Standing, side::Side};
use crate::{account::link, clock::local_date, course::stand_in::WhoMeets};

/// What a mentor is asked of these courses on their own pages: whether the two met lately, where nothing was agreed.
pub async fn asked_of_mentor(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    mentor_id: Uuid,
    courses: &[Uuid],
) -> Result<Vec<MeetingQuestion>, DbErr> {
    let open = Entity::find()
        .filter(Column::CourseId.is_in(courses.iter().copied()))
        .filter(meeting_questions::open())
        .filter(Column::PlannedMeetingId.is_null())
        .filter(Column::MentorSaid.is_null())
        .order_by_desc(Column::AboutOn);
    let open = open.all(db).await?;
    if open.is_empty() {
        return Ok(open);
    }
    let who = WhoMeets::of(db, courses).await?;
    let theirs =
        |question: &MeetingQuestion| who.asked(question.course_id, question.about_on, today) == Some(mentor_id);
    let asked = open.into_iter().filter(theirs);
    Ok(asked
        .map(|question| since_first_day(who.stand_in(question.course_id, question.about_on, today), question))
        .collect())
}

/// Whoever stands in is asked about no day before their first.
fn since_first_day(stand_in: Option<&StandIn>, question: MeetingQuestion) -> MeetingQuestion {
    let since_on = stand_in.map_or(question.since_on, |period| period.from_on.max(question.since_on));
    MeetingQuestion { since_on, ..question }
}

/// Who is asked on the mentor's side.
pub(super) struct Asked {
    pub mentor_id: Uuid,
    /// Whoever stands in, where it is not the mentor of the course.
    pub stand_in: Option<StandIn>,
}

impl Asked {
    pub async fn of(db: &impl ConnectionTrait, today: NaiveDate, standing: &Standing) -> Result<Self, DbErr> {
        let (course, question) = (&standing.course, &standing.question);
        let who = WhoMeets::of(db, &[course.id]).await?;
        let stand_in = who.stand_in(course.id, question.about_on, today).cloned();
        Ok(Self { mentor_id: stand_in.as_ref().map_or(course.mentor_id, |period| period.mentor_id), stand_in })
    }

    /// What the link in their message is for.
    pub fn purpose(&self) -> LinkPurpose {
        if self.stand_in.is_some() { LinkPurpose::MetStandIn } else { LinkPurpose::MetMentor }
    }

    /// The question as it is put to them.
    pub fn put(&self, standing: Standing) -> Standing {
        Standing { question: since_first_day(self.stand_in.as_ref(), standing.question), ..standing }
    }

    /// What a mentor says, within the days on which they met the young person.
    pub fn within(&self, answer: Answer) -> Answer {
        match (answer, &self.stand_in) {
            (Answer::Met(Some(day)), Some(period)) => Answer::Met(Some(day.min(period.until_on))),
            (answer, _) => answer,
        }
    }

    /// Whether whoever has this link is still the one who is asked by it: somebody else may stand in by now, or nobody.
    fn may_use(&self, link: &Link) -> bool {
        match (link.purpose, &self.stand_in) {
            (LinkPurpose::MetMentor, stand_in) => stand_in.is_none(),
            (LinkPurpose::MetStandIn, stand_in) => {
                stand_in.as_ref().is_some_and(|period| period.named_at <= link.created_at)
            }
            _ => true,
        }
    }
}

/// The link of a token, if it is one of this side's that can still be used.
pub(super) async fn link_of(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (side, token): (Side, &str),
) -> Result<Option<Link>, DbErr> {
    let found = link::find_any(db, now, token).await?;
    Ok(found.filter(|link| side.purposes().contains(&link.purpose)))
}

/// The question behind a link as it is put to whoever has that, with who is asked; nothing where it is not theirs to answer any
/// more.
pub(super) async fn put_to(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    (side, link): (Side, &Link),
    standing: Standing,
) -> Result<Option<(Asked, Standing)>, DbErr> {
    let asked = Asked::of(db, today, &standing).await?;
    if !asked.may_use(link) {
        return Ok(None);
    }
    let standing = if side == Side::Mentor { asked.put(standing) } else { standing };
    Ok(Some((asked, standing)))
}

/// The course of a link by which somebody is asked who stands in, and who that is; nothing once they do no more.
pub async fn stand_in_of_link(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    link: &Link,
) -> Result<Option<(Uuid, Uuid)>, DbErr> {
    if link.purpose != LinkPurpose::MetStandIn {
        return Ok(None);
    }
    let Some(question) = Entity::find_by_id(link.subject_id).one(db).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(question.course_id).one(db).await? else { return Ok(None) };
    let asked = Asked::of(db, local_date(now), &Standing { question, course, planned: None }).await?;
    let standing_in = asked.may_use(link).then_some(asked.stand_in).flatten();
    Ok(standing_in.map(|period| (period.course_id, period.mentor_id)))
}
