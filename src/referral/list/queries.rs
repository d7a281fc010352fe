//! The list of referrals: filtered, sorted and paged by the address.

use chrono::NaiveDate;
use entity::{
    housing_areas, partners, referral_industries,
    referrals::{Column, Entity},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder,
    QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Asterisk, Expr, ExprTrait, Func, LikeExpr, Query},
};
use serde::{Deserialize, Serialize};

use crate::{
    config::Rules,
    industry::IndustryCode,
    list::{PAGE_SIZE, Sorting, page_number, rows_before},
    referral::{
        State,
        case::with_names,
        duplicates, in_state,
        in_state::state_code,
        industries,
        interest::{to_ask, to_match},
        stopped_by_consent, visible_to, wants_talk,
    },
    viewer::Viewer,
};

/// The columns that the list sorts by; the first is the usual one, the newest first.
pub const COLUMNS: [&str; 4] = ["referred", "name", "area", "partner"];

/// The filters of the list, out of the address.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct ReferralsQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing)]
    pub sort: String,
    #[serde(skip_serializing)]
    pub dir: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// A two-digit division, or `none` for wishes that nobody could place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub industry: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// `yes` for those about which staff are to talk with the partner first.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub talk: String,
    /// `yes` for those who are to be asked whether a mentor is still wanted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unsure: String,
    /// `yes` for those for whom a mentor can be found now.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ready: String,
    /// `yes` for those that go on although the young person says no to a mentor.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stopped: String,
}

impl ReferralsQuery {
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// Whether anything is filtered.
    pub fn is_active(&self) -> bool {
        !self.filters().is_empty()
    }

    fn filters(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    /// The newest first, unless the address says otherwise.
    pub fn sorting(&self) -> Sorting {
        Sorting::read_descending(&self.sort, &self.dir, &COLUMNS, self.filters())
    }

    fn condition(&self, rules: &Rules, today: NaiveDate) -> Condition {
        let id = |typed: &str| typed.parse::<Uuid>().ok();
        Condition::all()
            .add_option(State::of_code(&self.state).map(in_state))
            .add_option(id(&self.partner).map(|id| Column::PartnerId.eq(id)))
            .add_option(id(&self.area).map(|id| Column::HousingAreaId.eq(id)))
            .add_option(industry(&self.industry))
            .add_option(text(&self.text))
            .add_option((self.talk == "yes").then(wants_talk))
            .add_option((self.stopped == "yes").then(stopped_by_consent))
            .add_option((self.unsure == "yes").then(|| to_ask(rules, today)))
            .add_option((self.ready == "yes").then(|| to_match(rules, today)))
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

/// Name, wish or reference hold the text.
fn text(typed: &str) -> Option<Condition> {
    if typed.trim().is_empty() {
        return None;
    }
    let pattern = duplicates::pattern(typed);
    let holds = |column| Func::lower(Expr::col((Entity, column))).like(LikeExpr::new(pattern.clone()));
    Some(Condition::any().add(duplicates::name_holds(typed)).add(holds(Column::Wish)).add(holds(Column::Reference)))
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
            .column_as(young_people::Column::Name, "person_name")
            .column_as(partners::Column::Name, "partner_name")
            .column_as(housing_areas::Column::Name, "area_name")
    }
}

/// One page of the viewer's referrals, and how many there are in all: two queries.
pub async fn page_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    query: &ReferralsQuery,
    (rules, today): (&Rules, NaiveDate),
) -> Result<(Vec<Listed>, u64), DbErr> {
    // A condition that says nothing still costs a look at each row that is counted.
    let asked =
        || [visible_to(viewer), query.condition(rules, today)].into_iter().filter(|condition| !condition.is_empty());
    let found = |referrals: Select<Entity>| asked().fold(referrals, QueryFilter::filter);
    let all = Entity::find().select_only().expr_as(Func::count(Expr::col(Asterisk)), "total");
    // Names are looked up for each referral there is only when they are asked about.
    let all = if query.text.trim().is_empty() { all } else { with_names(all) };
    let total: Option<i64> = found(all).into_tuple().one(db).await?;
    let total = total.unwrap_or_default().unsigned_abs();
    let rows = sorted(found(Listed::select()), &query.sorting())
        .offset(rows_before(query.page(), total))
        .limit(PAGE_SIZE)
        .into_model::<Listed>()
        .all(db)
        .await?;
    Ok((rows, total))
}

fn sorted(cases: Select<Entity>, sorting: &Sorting) -> Select<Entity> {
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let by_name = |column: Expr| Expr::from(Func::lower(column));
    let by = match sorting.by.as_str() {
        "name" => by_name(Expr::col((young_people::Entity, young_people::Column::Name))),
        "area" => by_name(Expr::col((housing_areas::Entity, housing_areas::Column::Name))),
        "partner" => by_name(Expr::col((partners::Entity, partners::Column::Name))),
        _ => Expr::col((Entity, Column::ReferredOn)),
    };
    cases.order_by(by, order.clone()).order_by(Column::Id, order)
}
