//! Letters that somebody has to see to, by why they are left.

use entity::{messages, messages::Column};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, Func},
};

use super::super::{
    find::Today,
    kind::{Kind, Owner, Part, Tells, Urgency, day_of, nobody},
    letters::{about, left_for_staff},
};
use crate::message::{self, Left};

pub const KINDS: &[Kind] = &[
    // They did not arrive and never will by themselves.
    Kind {
        code: "letter",
        found: |asked| part(asked, Left::GivenUp, Column::GivenUpAt),
        list: "/letters?what=given-up",
        letter: Some(Left::GivenUp),
        ..KIND
    },
    // They were taken and came back.
    Kind {
        code: "bounced",
        found: |asked| part(asked, Left::Bounced, Column::BouncedAt),
        list: "/letters?what=bounced",
        letter: Some(Left::Bounced),
        ..KIND
    },
    Kind {
        code: "may-have-arrived",
        found: |asked| part(asked, Left::Unknown, Column::UnknownAt),
        list: "/letters?what=unknown",
        letter: Some(Left::Unknown),
        ..KIND
    },
    // Surveys and questions to people who have switched such letters off.
    Kind {
        code: "not-asked",
        found: |asked| part(asked, Left::NotAsked, Column::UnwantedAt),
        list: "/letters?what=not-asked",
        press: None,
        letter: Some(Left::NotAsked),
        ..KIND
    },
];

const KIND: Kind = Kind {
    code: "",
    owner: Owner::Letter,
    urgency: Urgency::after(10, |_| 1),
    found: |asked| part(asked, Left::GivenUp, Column::QueuedAt),
    page: ("/letters/", ""),
    list: "",
    press: Some(|app, _, id| Box::pin(async move { Ok(message::try_again(&app.db, app.clock.now(), id).await?) })),
    settle: Some(|app, _, id| Box::pin(async move { Ok(message::settle(&app.db, app.clock.now(), id).await?) })),
    letter: None,
};

fn part(asked: &Today<'_>, left: Left, since: Column) -> Part {
    let found = messages::Entity::find().filter(left_for_staff(left, asked.asking.today));
    Part::new(
        found,
        Tells {
            id: Column::Id.into_expr(),
            thing: about(),
            since: day_of(since),
            name: Column::Kind.into_expr(),
            other: Expr::from(Func::coalesce([left.column().into_expr(), Expr::val("")])),
            person: nobody(),
        },
    )
}
