//! Who may have nobody: all but those who wish an industry in which there is plenty within reach.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::{referral_industries, referrals};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult,
    prelude::Uuid,
    sea_query::{Asterisk, Expr, ExprTrait, Func, Query},
};

use super::known::{Area, areas, free_seats, read};
use crate::{
    config::Rules,
    industry,
    matching::{kept_km, reach_of},
};

/// How many mentors of one industry at one postcode may be proposed.
#[derive(FromQueryResult)]
struct Offered {
    division: String,
    postcode: Option<String>,
    max_km: Option<i32>,
    mentors: i64,
}

impl Offered {
    fn is_near(&self, place: Option<&str>, rules: &Rules) -> bool {
        let km = place.zip(self.postcode.as_deref()).and_then(|(one, other)| industry::distance_km(one, other));
        km.is_none_or(|km| km <= reach_of([kept_km(self.max_km), None], rules.reach_km))
    }
}

/// Those for whom there may be nobody, for a query on referrals: where fewer than so many mentors are within reach in each
/// of their industries, or where they ask for more than an industry.
pub(super) async fn doubtful(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    rules: &Rules,
    mentors: i64,
) -> Result<Condition, DbErr> {
    let by = ["division", "postcode", "max_km"];
    let counted = Query::select()
        .columns(by)
        .expr_as(Func::count(Expr::col(Asterisk)), "mentors")
        .from_subquery(free_seats(today), "offers")
        .group_by_columns(by)
        .to_owned();
    let offered: Vec<Offered> = read(db, &counted).await?;
    let areas: Vec<Area> = sea_orm::Select::into_model(areas()).all(db).await?;
    let mut has_plenty = Condition::any().add(Expr::val(1).eq(0));
    for (divisions, partners) in plenty(&offered, &areas, rules, mentors) {
        let lives_there = referrals::Column::PartnerId.is_in(partners);
        has_plenty = has_plenty.add(Condition::all().add(lives_there).add(wishes_any(&divisions)));
    }
    let musts = Expr::col((referrals::Entity, referrals::Column::Musts)).cast_as("text").ne("[]");
    Ok(Condition::any().add(has_plenty.not()).add(referrals::Column::MentorMaxKm.is_not_null()).add(musts))
}

/// The divisions with plenty within reach, with the partners of whom that is so.
fn plenty(
    offered: &[Offered],
    areas: &[Area],
    rules: &Rules,
    mentors: i64,
) -> BTreeMap<BTreeSet<String>, BTreeSet<Uuid>> {
    let mut partners: BTreeMap<Option<&str>, BTreeSet<Uuid>> = BTreeMap::new();
    for area in areas {
        partners.entry(area.postcode.as_deref()).or_default().insert(area.partner_id);
    }
    let mut found: BTreeMap<BTreeSet<String>, BTreeSet<Uuid>> = BTreeMap::new();
    for (place, partners) in partners {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for group in offered.iter().filter(|group| group.is_near(place, rules)) {
            *counts.entry(&group.division).or_default() += group.mentors;
        }
        let many = counts.into_iter().filter(|(_, count)| *count >= mentors);
        found.entry(many.map(|(division, _)| division.to_owned()).collect()).or_default().extend(partners);
    }
    found
}

/// Whether the referral of the row around this wishes one of these divisions, for a query on referrals.
fn wishes_any(divisions: &BTreeSet<String>) -> Expr {
    use referral_industries::Column::{Code, Division, ReferralId, System};
    let division = industry::db25_division_of(System.into_expr(), Code.into_expr(), Division.into_expr());
    let own = Expr::col((referral_industries::Entity, ReferralId)).equals((referrals::Entity, referrals::Column::Id));
    let mut wishes = Query::select();
    wishes
        .expr(Expr::val(1))
        .from(referral_industries::Entity)
        .and_where(own)
        .and_where(division.is_in(divisions.iter().map(String::as_str)));
    Expr::exists(wishes)
}
