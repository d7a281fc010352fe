//! Referrals that wait for staff.

use entity::{consents::ConsentPurpose, messages::AddresseeKind, partners, referrals, referrals::Column, young_people};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, IntoCondition},
};

use super::super::kind::{Kind, Owner, Part, Since, Tells, Urgency, day_of, pressed};
use crate::{duty::Thing, referral, referral::interest};

pub const KINDS: &[Kind] = &[
    // Proposals and courses that go on although the young person says no to a mentor.
    Kind {
        code: "stopped",
        urgency: Urgency::at_once(200),
        found: |_| part(referral::stopped_by_consent(), referral::no_since(ConsentPurpose::MentorCourse)),
        list: "/referrals?stopped=yes",
        ..KIND
    },
    // Those that nobody has answered.
    Kind {
        code: "undecided",
        urgency: Urgency::after(30, |rules| rules.answer_referral_days),
        found: |_| part(referral::in_state(referral::State::AwaitingAnswer), Column::ReferredOn.into_expr()),
        list: "/referrals?state=awaiting-answer",
        ..KIND
    },
    // Those about which staff are to talk with the partner before another mentor is proposed.
    Kind {
        code: "talk",
        urgency: Urgency::after(10, |_| 7),
        found: |_| part(referral::wants_talk(), Column::TalkAskedOn.into_expr()),
        list: "/referrals?talk=yes",
        press: Some(|app, viewer, id| {
            Box::pin(async move { pressed(referral::go_on(&app.db, app.clock.now(), viewer, id).await) })
        }),
        ..KIND
    },
    // What the partner wrote or asked about how it goes.
    Kind {
        code: "reply",
        urgency: Urgency::after(20, |_| 3),
        found: |_| part(referral::status_update::has_waiting_reply(), day_of(referral::status_update::waits_since())),
        list: "/referrals?reply=yes",
        ..KIND
    },
    // Text messages of the young person that nobody has read: nobody knows what they say. They are settled where they stand.
    Kind {
        code: "texted",
        urgency: Urgency::after(30, |_| 0),
        found: |_| texted(AddresseeKind::YoungPerson),
        list: "/referrals?texted=young-person",
        ..KIND
    },
    Kind {
        code: "referrer-texted",
        urgency: Urgency::after(20, |_| 1),
        found: |_| texted(AddresseeKind::User),
        list: "/referrals?texted=referrer",
        ..KIND
    },
    // Young people who have waited so long that they are to be asked whether a mentor is still wanted.
    Kind {
        code: "interest",
        urgency: Urgency::some_day(0),
        found: |asked| part(interest::to_ask_by_staff(asked.rules, asked.asking.today), Column::ReferredOn.into_expr()),
        list: "/referrals?unsure=yes",
        press: Some(|app, viewer, id| {
            Box::pin(async move { pressed(interest::ask(&app.db, app.clock.now(), &app.sms, viewer, id).await) })
        }),
        ..KIND
    },
    // Young people for whom a mentor is to be found, and nothing else is to be done first.
    Kind {
        code: "waiting",
        urgency: Urgency::some_day(5),
        found: |asked| part(interest::to_match(asked.rules, asked.asking.today), Column::ReferredOn.into_expr()),
        page: ("/referrals/", "/match"),
        list: "/referrals?ready=yes",
        ..KIND
    },
];

const KIND: Kind = Kind {
    code: "",
    owner: Owner::Thing(Thing::Referral),
    urgency: Urgency::some_day(0),
    found: |_| part(Condition::all(), Column::ReferredOn.into_expr()),
    page: ("/referrals/", ""),
    list: "",
    press: None,
    settle: None,
    letter: None,
};

fn texted(by: AddresseeKind) -> Part {
    part(referral::has_waiting_text(by), day_of(referral::text_waits_since(by)))
}

fn part(stand_so: impl IntoCondition, since: impl Into<Since>) -> Part {
    let found = referrals::Entity::find()
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .filter(stand_so.into_condition());
    Part::new(
        found,
        Tells {
            id: own_id(),
            thing: own_id(),
            since: since.into(),
            name: young_people::Column::Name.into_expr(),
            other: partners::Column::Name.into_expr(),
            person: young_people::Column::Id.into_expr(),
        },
    )
}

fn own_id() -> Expr {
    Column::Id.into_expr()
}
