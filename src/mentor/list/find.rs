//! Finding the mentors of a page of the list: four queries, however many mentors there are.

use chrono::{Days, NaiveDate};
use entity::{
    courses, meetings, mentor_industries,
    mentor_industries::IndustrySystem as StoredSystem,
    mentors::{self, Column},
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, NullOrdering, Query, SelectStatement},
};

use crate::{
    clock,
    industry::{self, IndustryCode, IndustrySystem, Nearness},
    list::{PAGE_SIZE, Sorting, containing, rows_before},
    mentor::{
        MentorFacts, MentorStatus,
        facts::{courses_of, facts, running_course as running},
        with_status,
    },
};

/// The columns that the list can be sorted by; the first is how it is sorted by itself.
pub const SORTABLE: &[&str] = &["name", "postcode", "applied", "record"];
/// A criminal-record check that runs out within so many calendar days needs renewing.
pub const EXPIRES_SOON_DAYS: u64 = 60;
/// Calendar days without a meeting and without a sign-in after which a mentor in a course counts as inactive.
pub const INACTIVE_DAYS: u64 = 60;
/// Calendar days without a course and without a sign-in after which a mentor who could take one, and who was invited to
/// sign in before then, counts as inactive.
pub const IDLE_DAYS: u64 = 180;

/// Which mentors to list; what is empty lets everybody through who has not left.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A part of the name, the occupation, the employer, the keywords or the address.
    pub text: String,
    pub status: Option<MentorStatus>,
    pub industry: Option<IndustryCode>,
    /// The postcode, or how it begins.
    pub postcode: String,
    pub language: String,
    pub is_expiring: bool,
    pub is_inactive: bool,
}

/// One page of the list, counted from 1, and how many mentors there are in all.
pub async fn page_of(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    filter: &Filter,
    sorting: &Sorting,
    page: u64,
) -> Result<(Vec<MentorFacts>, u64), DbErr> {
    let found = found(filter, today);
    let total = found.clone().count(db).await?;
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let column = match sorting.by.as_str() {
        "postcode" => Column::Postcode,
        "applied" => Column::AppliedOn,
        "record" => Column::CriminalRecordExpiresOn,
        _ => Column::Name,
    };
    let rows = found
        .order_by_with_nulls(column, order, NullOrdering::Last)
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .offset(rows_before(page, total))
        .limit(PAGE_SIZE);
    Ok((facts(db, rows).await?, total))
}

/// The mentors that a filter lets through.
pub fn found(filter: &Filter, today: NaiveDate) -> Select<mentors::Entity> {
    let status = match filter.status {
        Some(status) => with_status(status, today),
        None => Condition::any().add(Column::LeftOn.is_null()).add(Column::LeftOn.gt(today)),
    };
    mentors::Entity::find()
        .filter(mentors::known())
        .filter(status)
        .apply_if((!filter.text.is_empty()).then_some(&filter.text), |found, text| found.filter(mentions(text)))
        .apply_if(filter.industry.as_ref(), |found, code| found.filter(works_in(code)))
        .apply_if((!filter.postcode.is_empty()).then_some(&filter.postcode), |found, begins| {
            found.filter(Column::Postcode.starts_with(begins))
        })
        .apply_if((!filter.language.is_empty()).then_some(&filter.language), |found, code| found.filter(speaks(code)))
        .apply_if(filter.is_expiring.then_some(()), |found, ()| {
            found.filter(Column::CriminalRecordExpiresOn.lte(today + Days::new(EXPIRES_SOON_DAYS)))
        })
        .apply_if(filter.is_inactive.then_some(()), |found, ()| found.filter(is_inactive(today)))
}

fn mentions(text: &str) -> Condition {
    let columns = [Column::Name, Column::Email, Column::Occupation, Column::Employer, Column::Keywords];
    columns
        .into_iter()
        .fold(Condition::any(), |any, column| any.add(containing(Expr::col((mentors::Entity, column)), text)))
}

/// Languages are a short list of codes in one column.
fn speaks(code: &str) -> Expr {
    let listed = Expr::col((mentors::Entity, Column::Languages)).cast_as("text");
    containing(listed, &format!("\"{code}\""))
}

/// Mentors of the same division, whichever of the two systems their code is of.
fn works_in(wanted: &IndustryCode) -> Condition {
    let mut same = Condition::any();
    for (system, stored) in [(IndustrySystem::Db07, StoredSystem::Db07), (IndustrySystem::Db25, StoredSystem::Db25)] {
        let divisions = industry::divisions(system).map(|division| division.number).filter(|number| {
            let code = IndustryCode::new(system, number);
            code.is_ok_and(|code| industry::nearness(&code, wanted).weight() >= Nearness::SameDivision.weight())
        });
        let of_system = Condition::all()
            .add(mentor_industries::Column::System.eq(stored))
            .add(mentor_industries::Column::Division.is_in(divisions));
        same = same.add(of_system);
    }
    let mentors_there = mentor_industries::Entity::find()
        .select_only()
        .column(mentor_industries::Column::MentorId)
        .filter(same)
        .into_query();
    Condition::all().add(Column::Id.in_subquery(mentors_there))
}

/// Nobody has heard of them: in a course for so long, and neither met nor seen since; or ready for so long, and neither
/// in a course nor seen since.
fn is_inactive(today: NaiveDate) -> Condition {
    let since = today - Days::new(INACTIVE_DAYS);
    let in_course = Condition::all()
        .add(Expr::exists(running_since(since)))
        .add(Expr::exists(met_after(since)).not())
        .add(Expr::exists(seen_after(since)).not());
    Condition::any().add(in_course).add(is_idle(today))
}

/// Approved and not paused, without a course since, and invited to sign in by then and not seen since. Of whoever was never
/// invited nothing could be heard.
fn is_idle(today: NaiveDate) -> Condition {
    let since = today - Days::new(IDLE_DAYS);
    with_status(MentorStatus::Active, today)
        .add(Column::ApprovedOn.lte(since))
        .add(Expr::exists(invited_by(since)))
        .add(Expr::exists(running()).not())
        .add(Expr::exists(ended_after(since)).not())
        .add(Expr::exists(seen_after(since)).not())
}

fn ended_after(day: NaiveDate) -> SelectStatement {
    let mut ended = courses_of(Expr::val(1));
    ended.and_where(courses::Column::EndedOn.gt(day));
    ended
}

fn running_since(day: NaiveDate) -> SelectStatement {
    let mut courses = running();
    courses.and_where(courses::Column::MatchedOn.lte(day));
    courses
}

fn met_after(day: NaiveDate) -> SelectStatement {
    let of_course = Expr::col((meetings::Entity, meetings::Column::CourseId));
    let mut met = running();
    met.inner_join(meetings::Entity, of_course.equals((courses::Entity, courses::Column::Id)))
        .and_where(meetings::Column::HeldOn.gt(day));
    met
}

fn seen_after(day: NaiveDate) -> SelectStatement {
    let mut seen = sign_in();
    seen.and_where(users::Column::LastSeenOn.gt(day));
    seen
}

/// The sign-in of the mentor, when it stood open on a day already and still does.
fn invited_by(day: NaiveDate) -> SelectStatement {
    let mut invited = sign_in();
    invited
        .and_where(users::Column::CreatedAt.lt(clock::start_of(day + Days::new(1))))
        .and_where(users::Column::DisabledAt.is_null());
    invited
}

/// The sign-in of the mentor of the row around this.
fn sign_in() -> SelectStatement {
    let own = Expr::col((users::Entity, users::Column::Id));
    let mut own_sign_in = Query::select();
    own_sign_in.expr(Expr::val(1)).from(users::Entity).and_where(own.equals((mentors::Entity, Column::UserId)));
    own_sign_in
}
