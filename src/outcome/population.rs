//! The facts behind the figures: the referrals of a period and everything that hangs on them, by an as-of date.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    ContactAttempt, Course, Survey, Words,
    consents::ConsentPurpose,
    contact_attempts, courses, fits, housing_areas,
    meetings::{self, Attendance},
    messages::{AddresseeKind, Category},
    opt_outs, partners, proposals,
    proposals::ProposalMethod,
    referrals,
    referrals::Fit,
    survey_answers, surveys,
    surveys::{ActivityStatus, SurveyKind},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    prelude::{Json, Uuid},
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::known::{Known, Later};
use crate::{clock::begin_of, partner::agreements, referral::no_since};

/// Which referrals count (both ends included), and the day after which nothing does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub as_of: NaiveDate,
    pub partner_id: Option<Uuid>,
}

impl Span {
    /// What a file with a table of this span is called.
    pub(super) fn file_name(&self, table: &str) -> String {
        format!("{table}-{}-{}-as-of-{}-v{}", self.from, self.to, self.as_of, super::VERSION)
    }

    /// The referrals of the span.
    pub(super) fn condition(&self) -> Condition {
        Condition::all()
            .add(referrals::Column::ReferredOn.gte(self.from))
            .add(referrals::Column::ReferredOn.lte(std::cmp::min(self.to, self.as_of)))
            .add_option(self.partner_id.map(|id| referrals::Column::PartnerId.eq(id)))
    }
}

/// What the figures need of a referral.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ReferralFacts {
    pub id: Uuid,
    pub reference: String,
    pub referred_on: NaiveDate,
    pub partner: String,
    pub housing_area: String,
    pub housing_area_id: Uuid,
    /// Whether anything had been agreed with the area by the as-of date.
    pub has_agreement: bool,
    /// Whether an agreement is in force on that date by which the area goes on without the project.
    pub goes_on: bool,
    /// What the young person did when they were referred, as known today.
    pub activity_at_referral: Option<ActivityStatus>,
    /// How they suit the target group, as staff judged it on the as-of date.
    pub fit: Option<Fit>,
    /// Since when the young person says no to being asked.
    pub survey_no_since: Option<NaiveDate>,
    /// Since when they want no message about surveys, where that held on the as-of date.
    pub survey_stopped_at: Option<DateTime<Utc>>,
    /// What the young person speaks, as known today.
    pub languages: Words,
}

/// A course with what hangs on it, by the as-of date.
#[derive(Clone, Debug)]
pub struct CourseFacts {
    pub course: Course,
    pub held: u32,
    pub surveys: BTreeMap<SurveyKind, Survey>,
}

/// How the match of a course was made.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MadeFacts {
    pub course_id: Uuid,
    pub method: ProposalMethod,
    /// The facts as they stood then.
    pub facts: Json,
}

/// Everything the figures of a span are made of.
pub struct Population {
    pub span: Span,
    pub referrals: HashMap<Uuid, ReferralFacts>,
    /// In the order of their references.
    pub courses: Vec<CourseFacts>,
    /// By course; none of those whose match was made elsewhere.
    pub matches: HashMap<Uuid, MadeFacts>,
    /// The tries to ask somebody up to the day, the first one first.
    pub attempts: HashMap<(Uuid, SurveyKind), Vec<ContactAttempt>>,
    /// By survey: the language of the answer that counted on the day.
    pub languages: HashMap<Uuid, String>,
    /// What is told otherwise since the day, the latest first.
    pub later: Vec<Later>,
}

impl Population {
    /// Reads the span as it was known on its day, in twelve queries, however many rows it has.
    pub async fn load(db: &impl ConnectionTrait, span: Span) -> Result<Self, DbErr> {
        let referrals = load_referrals(db, &span).await?;
        let known = Known::load(db, &span).await?;
        let mut held = held_meetings(db, &span).await?;
        for course_id in known.held() {
            *held.entry(course_id).or_default() += 1;
        }
        let surveys = load_surveys(db, &span).await?;
        let courses = load_courses(db, &span).await?;
        let later = known.later(&courses, &surveys);
        let mut answers = by_course(surveys.into_iter().map(|survey| known.survey(survey)));
        let courses = courses.into_iter().map(|course| CourseFacts {
            held: held.remove(&course.id).unwrap_or_default(),
            surveys: answers.remove(&course.id).unwrap_or_default(),
            course: known.course(course),
        });
        let matches = load_matches(db, &span).await?;
        let attempts = load_attempts(db, &span).await?;
        let languages = load_languages(db, &span).await?;
        Ok(Self { span, referrals, courses: courses.collect(), matches, attempts, languages, later })
    }
}

async fn load_referrals(db: &impl ConnectionTrait, span: &Span) -> Result<HashMap<Uuid, ReferralFacts>, DbErr> {
    let found = referrals::Entity::find()
        .select_only()
        .columns([referrals::Column::Id, referrals::Column::Reference, referrals::Column::ReferredOn])
        .column(referrals::Column::ActivityAtReferral)
        .column(young_people::Column::Languages)
        .column_as(partners::Column::Name, "partner")
        .column(referrals::Column::HousingAreaId)
        .column_as(housing_areas::Column::Name, "housing_area")
        .expr_as(Expr::exists(agreements::signed_by(area(), span.as_of)), "has_agreement")
        .expr_as(Expr::exists(agreements::going_on(area(), span.as_of)), "goes_on")
        .expr_as(Expr::from(fit_on(span.as_of)), "fit")
        .expr_as(no_since(ConsentPurpose::Survey), "survey_no_since")
        .expr_as(Expr::from(stopped_at(span.as_of)), "survey_stopped_at")
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .join(JoinType::InnerJoin, referrals::to_housing_area())
        .filter(span.condition())
        .into_model::<ReferralFacts>()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|referral| (referral.id, referral)).collect())
}

/// What was judged of the referral of the outer query on a day.
fn fit_on(day: NaiveDate) -> SelectStatement {
    let own = Expr::col((fits::Entity, fits::Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id));
    let found = fits::Entity::find().select_only().column(fits::Column::Fit).filter(own);
    found.filter(fits::counted_on(day)).limit(1).into_query()
}

/// When the young person of the outer query last wanted no more messages about surveys, unless they took it back by a day.
fn stopped_at(as_of: NaiveDate) -> SelectStatement {
    use opt_outs::{Column, Entity};
    let theirs = Expr::col((Entity, Column::AddresseeId)).equals((referrals::Entity, referrals::Column::YoungPersonId));
    Entity::find()
        .select_only()
        .expr(Column::Since.max())
        .filter(theirs)
        .filter(Column::Addressee.eq(AddresseeKind::YoungPerson))
        .filter(Column::Category.eq(Category::Survey))
        .filter(Column::Since.lt(begin_of(as_of + Days::new(1))))
        .filter(Column::EndedAt.is_null().or(Column::EndedAt.gte(begin_of(as_of + Days::new(1)))))
        .into_query()
}

fn area() -> Expr {
    Expr::col((housing_areas::Entity, housing_areas::Column::Id))
}

async fn load_courses(db: &impl ConnectionTrait, span: &Span) -> Result<Vec<Course>, DbErr> {
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(courses::Column::MatchedOn.lte(span.as_of))
        .order_by_asc(courses::Column::Reference)
        .all(db)
        .await
}

async fn load_matches(db: &impl ConnectionTrait, span: &Span) -> Result<HashMap<Uuid, MadeFacts>, DbErr> {
    let found = courses::Entity::find()
        .select_only()
        .column_as(courses::Column::Id, "course_id")
        .columns([proposals::Column::Method, proposals::Column::Facts])
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, courses::to_proposal())
        .filter(span.condition())
        .filter(courses::Column::MatchedOn.lte(span.as_of))
        .into_model::<MadeFacts>();
    Ok(found.all(db).await?.into_iter().map(|made| (made.course_id, made)).collect())
}

async fn held_meetings(db: &impl ConnectionTrait, span: &Span) -> Result<HashMap<Uuid, u32>, DbErr> {
    let counted: Vec<(Uuid, i64)> = meetings::Entity::find()
        .select_only()
        .column(meetings::Column::CourseId)
        .expr_as(meetings::Column::Id.into_expr().count(), "held")
        .join(JoinType::InnerJoin, meetings::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(meetings::Column::Attendance.eq(Attendance::Held))
        .filter(meetings::known_by(span.as_of))
        .group_by(meetings::Column::CourseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counted.into_iter().map(|(course, held)| (course, u32::try_from(held).unwrap_or(u32::MAX))).collect())
}

async fn load_languages(db: &impl ConnectionTrait, span: &Span) -> Result<HashMap<Uuid, String>, DbErr> {
    let found: Vec<(Uuid, String)> = survey_answers::Entity::find()
        .select_only()
        .columns([survey_answers::Column::SurveyId, survey_answers::Column::Language])
        .join(JoinType::InnerJoin, survey_answers::to_survey())
        .join(JoinType::InnerJoin, surveys::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(survey_answers::counted_on(span.as_of))
        .filter(survey_answers::Column::Language.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

type Surveys = BTreeMap<SurveyKind, Survey>;

async fn load_surveys(db: &impl ConnectionTrait, span: &Span) -> Result<Vec<Survey>, DbErr> {
    let surveys = surveys::Entity::find().join(JoinType::InnerJoin, surveys::to_course());
    surveys.join(JoinType::InnerJoin, courses::to_referral()).filter(span.condition()).all(db).await
}

fn by_course(surveys: impl Iterator<Item = Survey>) -> HashMap<Uuid, Surveys> {
    let mut by_course: HashMap<Uuid, Surveys> = HashMap::new();
    for survey in surveys {
        by_course.entry(survey.course_id).or_default().insert(survey.kind, survey);
    }
    by_course
}

async fn load_attempts(
    db: &impl ConnectionTrait,
    span: &Span,
) -> Result<HashMap<(Uuid, SurveyKind), Vec<ContactAttempt>>, DbErr> {
    let attempts = contact_attempts::Entity::find().join(JoinType::InnerJoin, contact_attempts::to_course());
    let attempts = attempts.join(JoinType::InnerJoin, courses::to_referral()).filter(span.condition());
    let attempts = attempts.filter(contact_attempts::counted_on(span.as_of));
    let attempts = attempts.order_by_asc(contact_attempts::Column::AttemptedOn);
    let mut by_survey: HashMap<_, Vec<ContactAttempt>> = HashMap::new();
    for attempt in attempts.order_by_asc(contact_attempts::Column::Id).all(db).await? {
        by_survey.entry((attempt.course_id, attempt.kind)).or_default().push(attempt);
    }
    Ok(by_survey)
}
