//! The list of referrals: filtered, sorted and paged by the address.

use chrono::NaiveDate;
use entity::{
    housing_areas,
    messages::AddresseeKind,
    partners, referral_industries,
    referrals::{Column, Entity},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};
use serde::{Deserialize, Serialize};

use crate::{
    config::Rules,
    duty::{self, Asking, Whose},
    industry::IndustryCode,
    list::{Asked, Found, Listing, Searched, Typed, containing, danish, or_nearly},
    referral::{
        State,
        case::{sought, with_names},
        has_waiting_text, in_state,
        in_state::state_code,
        industries,
        interest::{to_ask_by_staff, to_match},
        status_update::has_waiting_reply,
        stopped_by_consent, visible_to, wants_talk,
    },
    viewer::Viewer,
    word::Worded,
};

/// The filters of the list, out of the address.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct ReferralsFilter {
    pub state: String,
    pub partner: String,
    pub area: String,
    /// A two-digit division, or `none` for wishes that nobody could place.
    pub industry: String,
    /// A part of whatever a referral is found by ([`sought`]).
    pub q: Typed,
    /// `yes` for those about which staff are to talk with the partner first.
    pub talk: String,
    /// `yes` for those who are to be asked whether a mentor is still wanted.
    pub unsure: String,
    /// `yes` for those for whom a mentor can be found now.
    pub ready: String,
    /// `yes` for those that go on although the young person says no to a mentor.
    pub stopped: String,
    /// `yes` for those about which the partner wrote and waits for staff.
    pub reply: String,
    /// `young-person` or `referrer` for those about which they wrote a text message that waits for staff.
    pub texted: String,
    /// Whose they are, for staff: `mine`, `nobody`, or one of them.
    pub responsible: String,
}

impl Searched for ReferralsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl ReferralsFilter {
    fn texted_by(&self) -> Option<AddresseeKind> {
        match self.texted.as_str() {
            "young-person" => Some(AddresseeKind::YoungPerson),
            "referrer" => Some(AddresseeKind::User),
            _ => None,
        }
    }

    fn condition(&self, viewer: &Viewer, rules: &Rules, today: NaiveDate) -> Condition {
        let asking = Asking { me: viewer.user_id, today };
        let whose = || Whose::filter(&self.responsible, Column::Id.into_expr(), asking);
        let id = |typed: &str| typed.parse::<Uuid>().ok();
        Condition::all()
            .add_option(State::read(&self.state).map(in_state))
            .add_option(id(&self.partner).map(|id| Column::PartnerId.eq(id)))
            .add_option(id(&self.area).map(|id| Column::HousingAreaId.eq(id)))
            .add_option(industry(&self.industry))
            .add_option(containing(sought(), &self.q))
            .add_option((self.talk == "yes").then(wants_talk))
            .add_option((self.reply == "yes").then(has_waiting_reply))
            .add_option(self.texted_by().map(has_waiting_text))
            .add_option((self.stopped == "yes").then(stopped_by_consent))
            .add_option((self.unsure == "yes").then(|| to_ask_by_staff(rules, today)))
            .add_option((self.ready == "yes").then(|| to_match(rules, today)))
            .add_option(viewer.is_staff().then(whose).flatten())
    }
}

fn industry(division: &str) -> Option<Expr> {
    let mut of_referral = Query::select();
    of_referral.expr(Expr::val(1)).from(referral_industries::Entity).and_where(
        Expr::col((referral_industries::Entity, referral_industries::Column::ReferralId)).equals((Entity, Column::Id)),
    );
    match division {
        "" => None,
        "none" => Some(Expr::not_exists(of_referral)),
        division => {
            of_referral.and_where(referral_industries::Column::Division.eq(division));
            Some(Expr::exists(of_referral))
        }
    }
}

/// A referral as the list shows it: no column more than its row needs.
#[derive(Debug, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub referred_on: NaiveDate,
    pub person_name: String,
    pub partner_name: String,
    pub area_name: String,
    pub state: State,
    /// Who of staff is responsible.
    pub responsible: Option<String>,
    industries: Option<String>,
}

impl Listed {
    /// Those confirmed, the first first.
    pub fn industries(&self) -> Vec<IndustryCode> {
        industries::in_words(self.industries.as_deref())
    }

    fn select() -> Select<Entity> {
        with_names(Entity::find().select_only())
            .columns([Column::Id, Column::YoungPersonId, Column::ReferredOn])
            .expr_as(state_code(), "state")
            .expr_as(industries::in_one_column(), "industries")
            .expr_as(responsible(), "responsible")
            .column_as(young_people::Column::Name, "person_name")
            .column_as(partners::Column::Name, "partner_name")
            .column_as(housing_areas::Column::Name, "area_name")
    }
}

/// All that the filter lets through, to be handed over at once.
pub async fn ids(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &ReferralsFilter,
    (rules, today): (&Rules, NaiveDate),
) -> Result<Vec<Uuid>, DbErr> {
    or_nearly(filter, |filter| {
        let found = with_names(Entity::find()).filter(visible_to(viewer));
        let found = found.filter(filter.condition(viewer, rules, today));
        found.select_only().column(Column::Id).into_tuple::<Uuid>().all(db)
    })
    .await
}

fn responsible() -> Expr {
    duty::name_of(Column::Id.into_expr())
}

/// A page of the viewer's referrals.
pub async fn page_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asked: &Asked<ReferralsFilter>,
    today: (&Rules, NaiveDate),
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, viewer, &asked, today).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asked: &Asked<ReferralsFilter>,
    (rules, today): (&Rules, NaiveDate),
) -> Result<Found<Listed>, DbErr> {
    let conditions = [visible_to(viewer), asked.condition(viewer, rules, today)];
    let condition = conditions.into_iter().filter(|one| !one.is_empty()).fold(Condition::all(), Condition::add);
    let listing = Listing::newest_by(Column::Id, "referred", Column::ReferredOn)
        .or("name", danish(young_people::Column::Name))
        .or("area", danish(housing_areas::Column::Name))
        .or("partner", danish(partners::Column::Name));
    let listing = if viewer.is_staff() { listing.or_if_known("responsible", danish(responsible())) } else { listing };
    listing.page(db, asked, Listed::select(), condition).await
}
