//! Finding the mentors of a page of the list: five queries, however many mentors there are.

use chrono::{Days, NaiveDate};
use entity::{
    courses, meetings, mentor_industries,
    mentors::{self, Column},
    search_texts::SearchKind,
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::forms::MentorsFilter;
use crate::{
    clock,
    config::Rules,
    duty::{self, Asking, Whose},
    industry::{self, IndustryCode, IndustrySystem},
    list::{Asked, Found, Listing, Typed, containing, count, danish, or_nearly, text_of},
    mentor::{
        MentorFacts, MentorStatus,
        activity::lacks_support,
        facts::{courses_of, facts, running_course as running},
        has_dead_way, has_waiting_text, with_status,
    },
};

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
    pub text: Typed,
    pub status: Option<MentorStatus>,
    /// Those who have left as well.
    pub is_everybody: bool,
    pub industry: Option<IndustryCode>,
    /// The postcode, or how it begins.
    pub postcode: String,
    pub language: String,
    pub is_expiring: bool,
    pub is_inactive: bool,
    /// In a course, and without supervision or exchange for so many days.
    pub unsupported_days: Option<i64>,
    /// With an address or a number by which nothing arrives.
    pub has_dead_way: bool,
    /// Who wrote a text message that waits for staff.
    pub has_texted: bool,
    /// Whose they are.
    pub whose: Option<Expr>,
}

/// A mentor as the list shows them.
pub struct Listed {
    pub facts: MentorFacts,
    /// Who of staff is responsible.
    pub responsible: Option<String>,
}

/// A page of the list.
pub async fn page_of(
    db: &impl ConnectionTrait,
    (rules, asking): (&Rules, Asking),
    asked: &Asked<MentorsFilter>,
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, (rules, asking), &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    (rules, asking): (&Rules, Asking),
    asked: &Asked<MentorsFilter>,
) -> Result<Found<Listed>, DbErr> {
    let whose = Whose::filter(&asked.responsible, Column::Id.into_expr(), asking);
    let found = found(&Filter { whose, ..asked.read(rules) }, asking.today);
    let listing = Listing::by(Column::Id, "name", danish(Column::Name))
        .or_if_known("postcode", Column::Postcode)
        .or_if_known("applied", Column::AppliedOn)
        .or_if_known("record", Column::CriminalRecordExpiresOn)
        .or_if_known("responsible", danish(duty::name_of(Column::Id.into_expr())))
        .then(danish(Column::Name));
    let read = |page: &Found<_>| facts(db, listing.cut(page, found.clone(), mentors::Entity::find()));
    let page = listing.page_read(asked, count(db, found.clone()), read).await?;
    let ids: Vec<Uuid> = page.rows.iter().map(|facts| facts.mentor.id).collect();
    let mut names = duty::names_of(db, &ids).await?;
    let listed = |facts: MentorFacts| Listed { responsible: names.remove(&facts.mentor.id), facts };
    Ok(page.map(listed))
}

/// All that the filter lets through, to be handed over at once.
pub async fn ids(
    db: &impl ConnectionTrait,
    (rules, asking): (&Rules, Asking),
    filter: &MentorsFilter,
) -> Result<Vec<Uuid>, DbErr> {
    or_nearly(filter, |filter| {
        let whose = Whose::filter(&filter.responsible, Column::Id.into_expr(), asking);
        let found = found(&Filter { whose, ..filter.read(rules) }, asking.today);
        found.select_only().column(Column::Id).into_tuple::<Uuid>().all(db)
    })
    .await
}

/// The mentors that a filter lets through.
pub fn found(filter: &Filter, today: NaiveDate) -> Select<mentors::Entity> {
    let status = match filter.status {
        Some(status) => with_status(status, today),
        None if filter.is_everybody => Condition::all(),
        None => Condition::any().add(Column::LeftOn.is_null()).add(Column::LeftOn.gt(today)),
    };
    mentors::Entity::find()
        .filter(mentors::known())
        .filter(status)
        .apply_if(mentions(&filter.text), |found, mentions| found.filter(mentions))
        .apply_if(filter.industry.as_ref(), |found, code| found.filter(works_in(code)))
        .apply_if((!filter.postcode.is_empty()).then_some(&filter.postcode), |found, begins| {
            found.filter(Column::Postcode.starts_with(begins))
        })
        .apply_if((!filter.language.is_empty()).then_some(&filter.language), |found, code| found.filter(speaks(code)))
        .apply_if(filter.is_expiring.then_some(()), |found, ()| {
            found.filter(Column::CriminalRecordExpiresOn.lte(today + Days::new(EXPIRES_SOON_DAYS)))
        })
        .apply_if(filter.is_inactive.then_some(()), |found, ()| found.filter(is_inactive(today)))
        .apply_if(filter.unsupported_days, |found, days| found.filter(lacks_support(days, today)))
        .apply_if(filter.has_dead_way.then_some(()), |found, ()| found.filter(has_dead_way()))
        .apply_if(filter.has_texted.then_some(()), |found, ()| found.filter(has_waiting_text()))
        .apply_if(filter.whose.clone(), QueryFilter::filter)
}

fn mentions(text: &Typed) -> Option<Condition> {
    containing([text_of(SearchKind::Mentor, Column::Id)], text)
}

/// Languages are a short list of codes in one column.
fn speaks(code: &str) -> Expr {
    Expr::col((mentors::Entity, Column::Languages)).cast_as("text").like(format!("%\"{code}\"%"))
}

/// Mentors of the same division, whichever of the two systems their code is of.
fn works_in(wanted: &IndustryCode) -> Condition {
    let mut same = Condition::any();
    for system in [IndustrySystem::Db07, IndustrySystem::Db25] {
        let divisions = industry::divisions(system).map(|division| division.number).filter(|number| {
            let code = IndustryCode::new(system, number);
            code.is_ok_and(|code| industry::is_same_division(&code, wanted))
        });
        let of_system = Condition::all()
            .add(mentor_industries::Column::System.eq(system))
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
        .add(Column::Id.in_subquery(running_since(since)))
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
        .add(Column::UserId.in_subquery(invited_by(since)))
        .add(Expr::exists(running()).not())
        .add(Expr::exists(ended_after(since)).not())
        .add(Expr::exists(seen_after(since)).not())
}

fn ended_after(day: NaiveDate) -> SelectStatement {
    let mut ended = courses_of(Expr::val(1));
    ended.and_where(courses::Column::EndedOn.gt(day));
    ended
}

/// The mentors of courses that have run since that day or longer.
fn running_since(day: NaiveDate) -> SelectStatement {
    let running = courses::open().filter(courses::Column::MatchedOn.lte(day)).select_only();
    running.column(courses::Column::MentorId).into_query()
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

/// The sign-ins that stood open on a day already and still do.
fn invited_by(day: NaiveDate) -> SelectStatement {
    let invited = users::Entity::find()
        .filter(users::Column::CreatedAt.lt(clock::begin_of(day + Days::new(1))))
        .filter(users::Column::DisabledAt.is_null());
    invited.select_only().column(users::Column::Id).into_query()
}

/// The sign-in of the mentor of the row around this.
fn sign_in() -> SelectStatement {
    let own = Expr::col((users::Entity, users::Column::Id));
    let mut own_sign_in = Query::select();
    own_sign_in.expr(Expr::val(1)).from(users::Entity).and_where(own.equals((mentors::Entity, Column::UserId)));
    own_sign_in
}
