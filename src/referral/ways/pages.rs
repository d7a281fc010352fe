//! What staff see of the ways to a young person.

use askama::Template;
use entity::{
    YoungPerson,
    contact_ways::{Kinship, WayKind},
    readings::ReadingPurpose,
};
use sea_orm::prelude::Uuid;

use super::{
    KnownWay,
    forms::{ADDED, WayForm},
};
use crate::{
    form::{ShownErrors, typed::readable_phone},
    language::Tr,
    message::{self, Cause},
    page::Ctx,
    record::{Revealed, Reveals},
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "referral/ways.html")]
pub struct WaysPage {
    pub ctx: Ctx,
    pub person: YoungPerson,
    /// The newest referral, to go back to.
    pub referral: String,
    pub ways: Vec<WayRow>,
    pub form: WayForm,
    pub kinds: Vec<Choice>,
    pub relations: Vec<Choice>,
    pub errors: ShownErrors,
}

/// A way in words.
pub struct WayRow {
    /// Nothing as long as nothing has gone by it.
    pub id: Option<Uuid>,
    pub kind: String,
    /// The person or the address, and what somebody else is to the young person.
    pub who: String,
    pub phone: String,
    /// When it was confirmed, or that it is dead, in sentences.
    pub facts: Vec<String>,
    pub is_dead: bool,
    pub is_another: bool,
    /// Whether staff can say that it is nobody's number.
    pub can_be_dead: bool,
}

impl WaysPage {
    pub fn new(
        ctx: Ctx,
        person: YoungPerson,
        referral: String,
        ways: &[KnownWay],
        typed: (WayForm, ShownErrors),
    ) -> Self {
        let tr = ctx.tr;
        let own = [(WayKind::Mail, &person.email), (WayKind::Phone, &person.phone)];
        let own = own.into_iter().filter_map(|(kind, value)| {
            let value = value.as_ref()?;
            let known = ways.iter().find(|known| known.way.kind == kind && known.way.value == *value);
            let row = known.map_or_else(|| WayRow::unused(tr, kind, value), |way| WayRow::new(tr, way));
            Some(WayRow { can_be_dead: kind == WayKind::Phone && !row.is_dead, ..row })
        });
        let others = ways.iter().filter(|known| ADDED.contains(&known.way.kind)).map(|way| WayRow::new(tr, way));
        Self {
            ways: own.chain(others).collect(),
            kinds: ADDED.iter().map(|kind| Choice::new(kind.code(), kind.label(tr))).collect(),
            relations: Kinship::choices(tr),
            form: typed.0,
            errors: typed.1,
            person,
            referral,
            ctx,
        }
    }
}

impl WayRow {
    /// An own way by which nothing has gone yet.
    fn unused(tr: Tr, kind: WayKind, value: &str) -> Self {
        let (who, phone) = written(kind, value, "");
        let (id, kind, facts) = (None, kind.label(tr), Vec::new());
        Self { id, kind, who, phone, facts, is_dead: false, is_another: false, can_be_dead: false }
    }

    fn new(tr: Tr, KnownWay { way, finder }: &KnownWay) -> Self {
        let (who, phone) = written(way.kind, &way.value, &way.name);
        let relation = way.relation.map(|relation| relation.label(tr));
        let told = |key: &str, on: Option<chrono::NaiveDate>| on.map(|on| tr.t1(key, "date", tr.date(&on)));
        let died = way.died_on.map(|on| {
            let why = message::why_dead(tr, Cause::of_bounce(way.died_of.as_deref()), finder.as_deref());
            tr.t2("referral-way-died", "date", tr.date(&on), "why", why)
        });
        let facts =
            [died, told("referral-way-confirmed", way.confirmed_on), told("referral-way-agreed", way.agreed_on)];
        Self {
            id: Some(way.id),
            kind: way.kind.label(tr),
            who: [Some(who), relation].into_iter().flatten().collect::<Vec<_>>().join(", "),
            phone,
            facts: facts.into_iter().flatten().collect(),
            is_dead: way.died_on.is_some(),
            is_another: ADDED.contains(&way.kind),
            can_be_dead: false,
        }
    }

    /// The number as people read it.
    pub fn number(&self) -> String {
        readable_phone(&self.phone)
    }
}

/// Who it is, and the number to ring.
fn written(kind: WayKind, value: &str, name: &str) -> (String, String) {
    match kind {
        WayKind::Mail => (value.to_owned(), String::new()),
        WayKind::Phone | WayKind::SecondContact | WayKind::Adviser => (name.to_owned(), value.to_owned()),
    }
}

impl Reveals for WaysPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Referral, [self.person.id])
    }
}
