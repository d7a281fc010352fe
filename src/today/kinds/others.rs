//! What is nobody's by its nature, and what is only of whoever looks.

use chrono::Days;
use entity::{enquiries, held_letters, imports, kept_forms, referral_drafts, unknown_words};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::super::{
    find::Today,
    kind::{Kind, Owner, Part, Tells, Urgency, day_of, nobody},
};
use crate::{
    account::kept,
    clock::begin_of,
    enquiry,
    referral::vocabulary::{RemoveError, pass_over, waiting_words},
};

pub const KINDS: &[Kind] = &[
    // People without a sign-in who asked for a mentor.
    Kind {
        code: "enquiry",
        urgency: Urgency::after(30, |rules| rules.answer_enquiry_days),
        found: |_| enquiries_waiting(),
        page: ("/enquiries/", ""),
        list: "/enquiries?state=waiting",
        ..KIND
    },
    // Words of wishes that nobody understands, while somebody waits.
    Kind {
        code: "word",
        urgency: Urgency::some_day(-60),
        found: |_| words(),
        page: ("/vocabulary/unknown/", ""),
        list: "/vocabulary?show=waiting",
        settle: Some(|app, viewer, id| {
            Box::pin(async move {
                match pass_over(&app.db, app.clock.now(), viewer, id).await {
                    Err(RemoveError::Db(error)) => Err(error.into()),
                    outcome => Ok(outcome.is_ok()),
                }
            })
        }),
        ..KIND
    },
    // People whom a file brought in, to whom nothing is written before staff have said so.
    Kind {
        code: "import",
        urgency: Urgency::after(60, |_| 1),
        found: |_| imports_undecided(),
        page: ("/imports#", ""),
        list: "/imports",
        ..KIND
    },
    // Referrals that whoever looks began and has not sent.
    Kind {
        code: "draft",
        owner: Owner::Reader,
        urgency: Urgency::after(-10, |_| 7),
        found: own_drafts,
        page: ("/referrals/drafts/", ""),
        list: "",
        ..KIND
    },
    // Forms that whoever looks began to fill in and has not sent.
    Kind {
        code: "kept",
        owner: Owner::Reader,
        urgency: Urgency::after(-10, |_| 7),
        found: own_kept,
        page: ("/kept/", ""),
        list: "/kept?lying=yes",
        settle: Some(|app, viewer, id| {
            Box::pin(async move { Ok(kept::throw_away(&app.db, viewer.user_id, id).await?.is_some()) })
        }),
        ..KIND
    },
];

/// A draft has been left lying from so many days on.
const LEFT_LYING_DAYS: u64 = 2;

const KIND: Kind = Kind {
    code: "",
    owner: Owner::Nobody,
    urgency: Urgency::some_day(0),
    found: |_| words(),
    page: ("", ""),
    list: "",
    press: None,
    settle: None,
    letter: None,
};

fn enquiries_waiting() -> Part {
    use enquiries::Column;
    let [id, name, other, since] =
        [Column::Id, Column::FirstName, Column::Place, Column::ReceivedOn].map(|column| column.into_expr());
    Part::new(enquiry::waiting(), Tells { person: id.clone(), id, thing: nobody(), since: since.into(), name, other })
}

/// Those of which something is held; how much, the line tells.
fn imports_undecided() -> Part {
    use imports::Column;
    let own = Expr::col((held_letters::Entity, held_letters::Column::ImportId)).equals((imports::Entity, Column::Id));
    let held = held_letters::Entity::find().filter(own).select_only().expr(held_letters::Column::Count.sum());
    let held = Expr::from(held.into_query());
    let found = imports::Entity::find().filter(imports::undecided()).filter(held.clone().is_not_null());
    let (id, since, other) = (Column::Id.into_expr(), day_of(Column::ImportedAt), held.cast_as("text"));
    Part::new(found, Tells { id, thing: nobody(), since, name: Expr::val(""), other, person: nobody() })
}

fn words() -> Part {
    use unknown_words::Column;
    let (found, waiting) = waiting_words();
    let [id, name, since] = [Column::Id, Column::Word, Column::FirstSeenOn].map(|column| column.into_expr());
    Part::new(
        found,
        Tells { id, thing: nobody(), since: since.into(), name, other: waiting.cast_as("text"), person: nobody() },
    )
}

fn own_drafts(asked: &Today<'_>) -> Part {
    use referral_drafts::Column;
    let found = referral_drafts::Entity::find()
        .filter(Column::UserId.eq(asked.asking.me))
        .filter(Column::SavedAt.lt(begin_of(asked.asking.today - Days::new(LEFT_LYING_DAYS - 1))));
    let nothing = || Expr::val("");
    let (id, since) = (Column::Id.into_expr(), day_of(Column::SavedAt));
    Part::new(found, Tells { id, thing: nobody(), since, name: nothing(), other: nothing(), person: nobody() })
}

fn own_kept(asked: &Today<'_>) -> Part {
    use kept_forms::Column;
    let found = kept_forms::Entity::find()
        .filter(Column::UserId.eq(asked.asking.me))
        .filter(Column::KeptAt.lt(kept::lying_since(asked.asking.today)));
    let [id, name] = [Column::Id, Column::Path].map(|column| column.into_expr());
    let (since, other) = (day_of(Column::KeptAt), Expr::val(""));
    Part::new(found, Tells { id, thing: nobody(), since, name, other, person: nobody() })
}
