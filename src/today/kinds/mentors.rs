//! Mentors who need staff.

use entity::mentors::Column;
use sea_orm::{ColumnTrait, IntoSimpleExpr, sea_query::Expr};

use super::super::{
    find::Today,
    kind::{Kind, Owner, Part, Since, Tells, Urgency, day_of, nobody},
};
use crate::{
    duty::Thing,
    mentor::{
        MentorStatus,
        activity::unsupported_since,
        dead_way_since, dead_way_value,
        list::{Filter, found, last_heard_on},
        text_waits_since,
    },
};

pub const KINDS: &[Kind] = &[
    // Those who applied and are not approved.
    Kind {
        code: "application",
        urgency: Urgency::after(5, |_| 14),
        found: |asked| {
            let applicants = Filter { status: Some(MentorStatus::Applicant), ..Filter::default() };
            part(asked, &applicants, Column::AppliedOn)
        },
        list: "/mentors?status=applicant",
        ..KIND
    },
    // Criminal-record checks that run out soon, or have.
    Kind {
        code: "certificate",
        urgency: Urgency::by(10, 14).waiting_at_most(0),
        found: |asked| {
            let expiring = Filter { is_expiring: true, ..Filter::default() };
            part(asked, &expiring, Column::CriminalRecordExpiresOn)
        },
        list: "/mentors?expiring=yes",
        ..KIND
    },
    // Mentors in a course who have had no supervision or exchange for long.
    Kind {
        code: "unsupported",
        urgency: Urgency::some_day(-20),
        found: |asked| {
            let days = Some(asked.rules.mentor_support_days);
            let alone = Filter { unsupported_days: days, ..Filter::default() };
            part(asked, &alone, unsupported_since()).by_id()
        },
        list: "/mentors?unsupported=yes",
        ..KIND
    },
    // Text messages of theirs that nobody has read.
    Kind {
        code: "mentor-texted",
        urgency: Urgency::after(20, |_| 1),
        found: |asked| {
            let wrote = Filter { has_texted: true, is_everybody: true, ..Filter::default() };
            part_since(asked, &wrote, day_of(text_waits_since()))
        },
        list: "/mentors?texted=yes&status=everybody",
        ..KIND
    },
    // An address or a number of theirs is dead.
    Kind {
        code: "mentor-dead-way",
        urgency: Urgency::after(5, |_| 7),
        found: |asked| {
            let unreached = Filter { has_dead_way: true, ..Filter::default() };
            part(asked, &unreached, dead_way_since()).with_other(dead_way_value())
        },
        list: "/mentors?dead_way=yes",
        ..KIND
    },
    Kind {
        code: "inactive",
        urgency: Urgency::some_day(-30),
        found: |asked| {
            let inactive = Filter { is_inactive: true, ..Filter::default() };
            part(asked, &inactive, last_heard_on()).by_id()
        },
        list: "/mentors?inactive=yes",
        ..KIND
    },
];

const KIND: Kind = Kind {
    code: "",
    owner: Owner::Thing(Thing::Mentor),
    urgency: Urgency::some_day(0),
    found: |asked| part(asked, &Filter::default(), Column::AppliedOn),
    page: ("/mentors/", ""),
    list: "",
    press: None,
    settle: None,
    letter: None,
};

fn part(asked: &Today<'_>, filter: &Filter, since: impl IntoSimpleExpr) -> Part {
    part_since(asked, filter, Since::On(since.into_simple_expr()))
}

fn part_since(asked: &Today<'_>, filter: &Filter, since: Since) -> Part {
    let own_id = || -> Expr { Column::Id.into_expr() };
    Part::new(
        found(filter, asked.asking.today),
        Tells {
            id: own_id(),
            thing: own_id(),
            since,
            name: Column::Name.into_expr(),
            other: Column::Occupation.into_expr(),
            person: nobody(),
        },
    )
}
