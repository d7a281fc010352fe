//! Proposals that wait for somebody: of young people who have not said no to a mentor, as those are told of once, as stopped.

use entity::{mentors, proposals, proposals::Column, young_people};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::ExprTrait};

use super::super::kind::{Kind, Owner, Part, Since, Tells, Urgency, day_of};
use crate::{
    duty::Thing,
    matching::{State, is_written_to, list::with_names},
    referral,
};

pub const KINDS: &[Kind] = &[
    // Mentors who asked something before they answer; the clock stands still meanwhile.
    Kind {
        code: "question",
        urgency: Urgency::after(40, |_| 2),
        found: |_| part(State::QuestionAsked.condition(), day_of(Column::AskedAt)),
        list: "/proposals?state=question-asked",
        ..KIND
    },
    // Those that a mentor said yes to and that nobody has written to the young person about.
    Kind {
        code: "mentee-unasked",
        urgency: Urgency::by(40, i64::MAX),
        found: |_| part(State::AwaitingMentee.condition().add(is_written_to().not()), Column::ExpiresOn.into_expr()),
        list: "/proposals?state=awaiting-mentee&asked=no",
        ..KIND
    },
    // Those that a mentor said yes to and the young person has not answered: something to do when they are about to run out.
    Kind {
        code: "awaiting-mentee",
        urgency: Urgency::by(20, RUNS_OUT_DAYS),
        found: |_| part(State::AwaitingMentee.condition().add(is_written_to()), Column::ExpiresOn.into_expr()),
        list: "/proposals?state=awaiting-mentee&asked=yes",
        ..KIND
    },
    Kind {
        code: "awaiting-mentor",
        urgency: Urgency::by(20, RUNS_OUT_DAYS),
        found: |_| part(State::AwaitingMentor.condition(), Column::ExpiresOn.into_expr()),
        list: "/proposals?state=awaiting-mentor",
        ..KIND
    },
];

/// From so many days before its last day a proposal is about to run out.
const RUNS_OUT_DAYS: i64 = 2;

const KIND: Kind = Kind {
    code: "",
    owner: Owner::Thing(Thing::Referral),
    urgency: Urgency::some_day(0),
    found: |_| part(Condition::all(), Column::ExpiresOn.into_expr()),
    page: ("/proposals/", ""),
    list: "",
    press: None,
    settle: None,
    letter: None,
};

fn part(stand_so: Condition, since: impl Into<Since>) -> Part {
    let found = with_names(proposals::Entity::find()).filter(stand_so).filter(referral::goes_on());
    Part::new(
        found,
        Tells {
            id: Column::Id.into_expr(),
            thing: Column::ReferralId.into_expr(),
            since: since.into(),
            name: young_people::Column::Name.into_expr(),
            other: mentors::Column::Name.into_expr(),
            person: young_people::Column::Id.into_expr(),
        },
    )
}
