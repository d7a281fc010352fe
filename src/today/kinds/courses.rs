//! Courses that need a hand.

use entity::{courses, courses::Column, meetings, mentors, onward_plans::NoPlan, referrals, young_people};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::super::{
    find::Today,
    kind::{Kind, Owner, Part, Since, Tells, Urgency, day_of, pressed},
};
use crate::{
    course::{
        self, Need, State,
        agreement::reach_due,
        follow_up::finish_steps_due,
        onward::waive,
        planned::settle_no,
        silence::{AsOf, all_done},
    },
    duty::Thing,
    error::AppError,
    referral,
};

pub const KINDS: &[Kind] = &[
    // The first meeting should have been held by now.
    Kind {
        code: "first-meeting",
        urgency: Urgency::after(15, |rules| rules.first_meeting_days),
        found: |asked| {
            let needs = Need::FirstMeeting.condition(asked.rules, asked.asking.today);
            part(needs, Column::MatchedOn.into_expr())
        },
        list: "/courses?needs=first-meeting",
        ..KIND
    },
    Kind {
        code: "silent",
        // A course is silent when it is late by the rhythm of its own two, so no such line is in time. The weight takes the
        // days until then off again.
        urgency: Urgency::after(-11, |_| 0),
        found: |asked| part(Need::Silent.condition(asked.rules, asked.asking.today), last_met_on()),
        list: "/courses?needs=silent",
        ..KIND
    },
    // Past their planned end, and they go on.
    Kind {
        code: "past-end",
        urgency: Urgency::by(0, 0),
        found: |asked| in_state(asked, State::InTransition, Column::PlannedEndOn.into_expr()),
        list: "/courses?state=in-transition",
        ..KIND
    },
    // An agreed meeting is over, and nobody has said whether they met.
    Kind {
        code: "unanswered",
        urgency: Urgency::after(5, |_| 2),
        found: |asked| {
            part(
                Need::Answer.condition(asked.rules, asked.asking.today),
                day_of(course::unanswered_since(asked.asking.today)),
            )
        },
        list: "/courses?needs=answer",
        ..KIND
    },
    // A calendar said no to a meeting that is still to come.
    Kind {
        code: "meeting-no",
        urgency: Urgency::after(25, |_| 0),
        found: |asked| {
            let today = asked.asking.today;
            part(Need::No.condition(asked.rules, today), day_of(course::no_since(today)))
        },
        list: "/courses?needs=no",
        settle: Some(|app, viewer, id| {
            Box::pin(async move { pressed(settle_no(&app.db, app.clock.now(), viewer, id).await) })
        }),
        ..KIND
    },
    // Both were asked whether they met, and it is not clear.
    Kind {
        code: "met",
        urgency: Urgency::after(8, |_| 2),
        found: |asked| {
            let since = course::unsettled_since(asked.rules, asked.asking.today);
            part(Need::Met.condition(asked.rules, asked.asking.today), since)
        },
        list: "/courses?needs=met",
        ..KIND
    },
    // The young person is silent, and the next step is of staff.
    Kind {
        code: "silence",
        urgency: Urgency::after(20, |_| 1),
        found: |asked| part(Need::Silence.condition(asked.rules, asked.asking.today), course::silence_since()),
        list: "/courses?needs=silence",
        settle: Some(|app, viewer, id| {
            Box::pin(async move {
                let as_of = AsOf { now: app.clock.now(), rules: &app.config.rules };
                pressed(all_done(&app.db, as_of, viewer, id).await.map_err(AppError::from))
            })
        }),
        ..KIND
    },
    // The day of a step on the way to the goal has come.
    Kind {
        code: "goal",
        urgency: Urgency::after(-10, |_| 7),
        found: |asked| {
            let today = asked.asking.today;
            let due = part(Need::Goal.condition(asked.rules, today), course::goal_since(today));
            due.with_other(course::goal_text(today))
        },
        list: "/courses?needs=goal",
        press: Some(|app, viewer, id| {
            Box::pin(async move {
                let reached = reach_due(&app.db, app.clock.now(), viewer, id).await;
                reached.map_err(AppError::from)
            })
        }),
        ..KIND
    },
    // What was to be done next after a follow-up.
    Kind {
        code: "step",
        urgency: Urgency::after(5, |_| 0),
        found: |asked| {
            let today = asked.asking.today;
            part(Need::Step.condition(asked.rules, today), course::step_since(today))
        },
        list: "/courses?needs=step",
        settle: Some(|app, viewer, id| {
            Box::pin(async move {
                let finished = finish_steps_due(&app.db, app.clock.now(), viewer, id).await;
                pressed(finished.map_err(AppError::from))
            })
        }),
        ..KIND
    },
    // A mentor asked for advice.
    Kind {
        code: "advice",
        urgency: Urgency::after(40, |_| 2),
        found: |asked| part(Need::Advice.condition(asked.rules, asked.asking.today), day_of(course::asked_since())),
        page: ("/courses/", "/advice"),
        list: "/courses?needs=advice",
        ..KIND
    },
    // The first meeting is near, and one side has not said what they expect.
    Kind {
        code: "expectations",
        urgency: Urgency::by(0, 3),
        found: |asked| {
            let missing = Need::Expectations.condition(asked.rules, asked.asking.today);
            part(missing, day_of(course::expectations::first_meeting_at(asked.asking.today)))
        },
        page: ("/courses/", "#expected"),
        list: "/courses?needs=expectations",
        ..KIND
    },
    // The planned end is near, and nobody has said what comes after it.
    Kind {
        code: "onward",
        urgency: Urgency::by(0, 14),
        found: |asked| part(Need::Onward.condition(asked.rules, asked.asking.today), Column::PlannedEndOn.into_expr()),
        page: ("/courses/", "/onward-plan"),
        list: "/courses?needs=onward",
        ..KIND
    },
    // It ended lately, and nobody has said what came after it.
    Kind {
        code: "ended-without-onward",
        urgency: Urgency::after(-5, |_| 14),
        found: |asked| {
            let ended = Need::EndedWithoutOnward.condition(asked.rules, asked.asking.today);
            part(ended, Column::EndedOn.into_expr())
        },
        page: ("/courses/", "/onward-plan"),
        list: "/courses?needs=no-onward",
        settle: Some(|app, viewer, id| {
            Box::pin(async move { pressed(waive(&app.db, app.clock.now(), viewer, id, NoPlan::NotNeeded).await) })
        }),
        ..KIND
    },
    // Nothing that is written arrives by any way.
    Kind {
        code: "no-way",
        urgency: Urgency::after(15, |_| 3),
        found: |asked| part(Need::Way.condition(asked.rules, asked.asking.today), course::unreachable_since()),
        list: "/courses?needs=way",
        ..KIND
    },
    // An address or a number of the young person is dead, and there is another way.
    Kind {
        code: "dead-way",
        urgency: Urgency::after(5, |_| 7),
        found: |asked| {
            let dead = Need::DeadWay.condition(asked.rules, asked.asking.today);
            part(dead, course::dead_way_since()).with_other(course::dead_way_value())
        },
        list: "/courses?needs=dead-way",
        ..KIND
    },
];

pub(super) const KIND: Kind = Kind {
    code: "",
    owner: Owner::Thing(Thing::Course),
    urgency: Urgency::some_day(0),
    found: |_| part(Condition::all(), Column::MatchedOn.into_expr()),
    page: ("/courses/", ""),
    list: "",
    press: None,
    settle: None,
    letter: None,
};

fn in_state(asked: &Today<'_>, state: State, since: Expr) -> Part {
    part(course::in_state(state, asked.rules, asked.asking.today), since)
}

/// Courses of young people who have not said no to a mentor: those are told of once, as stopped.
fn part(stand_so: Condition, since: impl Into<Since>) -> Part {
    let found = courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .filter(stand_so)
        .filter(referral::goes_on());
    Part::new(found, tells(Column::Id.into_expr(), Column::Id.into_expr(), since, mentors::Column::Name.into_expr()))
}

pub(super) fn tells(id: Expr, thing: Expr, since: impl Into<Since>, other: Expr) -> Tells {
    let (name, person) = (young_people::Column::Name.into_expr(), young_people::Column::Id.into_expr());
    Tells { id, thing, since: since.into(), name, other, person }
}

/// The last day on which the two met.
fn last_met_on() -> Expr {
    let own = Expr::col((meetings::Entity, meetings::Column::CourseId)).equals((courses::Entity, Column::Id));
    let met = meetings::held().filter(own).select_only().expr(meetings::Column::HeldOn.max());
    Expr::from(met.into_query())
}
