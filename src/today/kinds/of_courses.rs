//! What hangs on a course and is seen to by itself: follow-ups, concerns, surveys.

use entity::{concerns, courses, follow_ups, mentors, partners, referrals, surveys};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect,
    sea_query::{CaseStatement, Expr, Func},
};

use super::{
    super::{
        find::Today,
        kind::{Kind, Part, Urgency, day_of, pressed},
    },
    courses::{KIND, tells},
};
use crate::{
    course::{self, follow_up::need_not_be_told},
    error::AppError,
    survey,
};

/// What the sentence of a follow-up chooses by, in the place of a mentor's name.
const WITH_THE_YOUNG_PERSON: &str = "mentee";
const WITH_BOTH: &str = "both";

pub const KINDS: &[Kind] = &[
    // Follow-ups with a side of a course.
    Kind {
        code: "follow-up",
        urgency: Urgency::after(0, |rules| rules.follow_up_late_days),
        found: follow_ups_due,
        page: ("/follow-ups/", ""),
        list: "/follow-ups?state=now",
        ..KIND
    },
    // One is done, and whoever referred has heard nothing of it.
    Kind {
        code: "untold",
        urgency: Urgency::after(-5, |_| 2),
        found: follow_ups_untold,
        page: ("/follow-ups/", ""),
        list: "/follow-ups?state=untold",
        settle: Some(|app, viewer, id| {
            Box::pin(async move {
                let settled = need_not_be_told(&app.db, app.clock.now(), viewer, id).await;
                pressed(settled.map_err(AppError::from))
            })
        }),
        ..KIND
    },
    // Somebody is worried; only for whoever may read it.
    Kind {
        code: "concern",
        urgency: Urgency::at_once(300),
        found: concerns_open,
        page: ("/concerns/", ""),
        list: "/concerns?state=open",
        ..KIND
    },
    Kind {
        code: "survey",
        urgency: Urgency::after(0, |_| 14).waiting_at_most(7),
        found: due_surveys,
        page: ("/surveys/", ""),
        list: "/surveys?state=due",
        ..KIND
    },
];

fn follow_ups_due(asked: &Today<'_>) -> Part {
    follow_ups_that(course::follow_up::due(asked.asking.today), follow_ups::Column::DueOn.into_expr())
}

fn follow_ups_untold(_: &Today<'_>) -> Part {
    let done = [follow_ups::Column::ReachedOn, follow_ups::Column::NotReachedOn].map(|column| column.into_expr());
    follow_ups_that(course::follow_up::untold(), Expr::from(Func::coalesce(done)))
}

fn follow_ups_that(stand_so: Condition, since: Expr) -> Part {
    use follow_ups::Column;
    let found = follow_ups::Entity::find()
        .join(JoinType::InnerJoin, follow_ups::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .filter(stand_so);
    let [id, course] = [Column::Id, Column::CourseId].map(|column| column.into_expr());
    // One with the mentor names them; of the others, the line has the name already.
    let with = CaseStatement::new()
        .case(Column::Side.eq(follow_ups::Side::Mentor), mentors::Column::Name.into_expr())
        .case(Column::Side.eq(follow_ups::Side::Both), WITH_BOTH)
        .finally(WITH_THE_YOUNG_PERSON);
    Part::new(found, tells(id, course, since, with.into()))
}

fn concerns_open(asked: &Today<'_>) -> Part {
    use concerns::Column;
    let found = concerns::Entity::find()
        .join(JoinType::InnerJoin, concerns::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .filter(course::concern::open(asked.viewer, asked.asking.today));
    let [id, course] = [Column::Id, Column::CourseId].map(|column| column.into_expr());
    Part::new(found, tells(id, course, day_of(Column::RaisedAt), mentors::Column::Name.into_expr()))
}

fn due_surveys(asked: &Today<'_>) -> Part {
    use surveys::Column;
    let found = survey::with_people().filter(survey::State::Due.condition(asked.asking.today));
    let [id, course, due] = [Column::Id, Column::CourseId, Column::DueOn].map(|column| column.into_expr());
    Part::new(found, tells(id, course, due, partners::Column::Name.into_expr()))
}
