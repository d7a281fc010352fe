//! Everything that waits, in one query: a select for each kind, numbered within its kind and counted.

use chrono::NaiveDate;
use entity::{
    consents::ConsentPurpose, courses, enquiries, mentors, messages, partners, proposals, referrals, surveys,
    unknown_words, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoSimpleExpr, JoinType,
    QueryFilter, QuerySelect, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{
        Asterisk, Expr, ExprTrait, Func, NullOrdering, Order, Query, SelectStatement, UnionType, WindowStatement,
    },
};

use super::{
    kinds::Kind,
    letters::{about, left_for_staff},
};
use crate::{
    config::Rules,
    course,
    duty::{Asking, Whose},
    enquiry,
    matching::{self, list::with_names},
    mentor::{
        MentorStatus,
        list::{Filter, found},
    },
    message::Left,
    referral::{self, vocabulary::waiting_words},
    survey,
    word::Worded,
};

/// Rows shown of each kind.
pub const SHOWN: i64 = 5;

/// Something that waits, with whom it concerns.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Waiting {
    pub kind: String,
    pub id: Uuid,
    pub name: String,
    /// The other side: a partner, a mentor, an occupation, or how many wait for a word.
    pub other: String,
    pub since: Option<NaiveDate>,
    /// The enquiry or the young person that the line names, if it names one.
    pub person: Option<Uuid>,
    /// How many there are of the kind.
    pub total: i64,
}

/// What is asked of the database: as of which day, by which rules, and whose things.
pub struct Today<'a> {
    pub rules: &'a Rules,
    pub asking: Asking,
    /// Everybody's, where nothing is said.
    pub whose: Option<Whose>,
}

impl Today<'_> {
    /// Those of a part that are asked for, by the id of the thing that somebody is responsible for.
    fn own(&self, thing_id: impl IntoSimpleExpr) -> Condition {
        let whose = self.whose.map(|whose| whose.is(thing_id.into_simple_expr(), self.asking));
        Condition::all().add_option(whose)
    }

    /// The same where nobody ever is.
    fn nobodys(&self) -> Condition {
        Condition::all().add_option(self.whose.map(Whose::is_nobodys))
    }
}

/// The longest waiting of each kind, at most [`SHOWN`], with how many there are.
pub async fn waiting(db: &impl ConnectionTrait, asked: &Today<'_>) -> Result<Vec<Waiting>, DbErr> {
    let mut all = Query::select();
    for (number, part) in Kind::all().map(|kind| part_of(kind, asked)).enumerate() {
        all = if number == 0 { part } else { all.union(UnionType::All, part).to_owned() };
    }
    let statement = db.get_database_backend().build(&longest(all));
    Waiting::find_by_statement(statement).all(db).await
}

/// The first of each kind.
fn longest(all: SelectStatement) -> SelectStatement {
    let columns = ["kind", "id", "name", "other", "since", "person"];
    let place = WindowStatement::partition_by("kind")
        .order_by_with_nulls("since", Order::Asc, NullOrdering::Last)
        .order_by("id", Order::Asc)
        .to_owned();
    let numbered = Query::select()
        .columns(columns)
        .expr_window_as(Func::cust("ROW_NUMBER"), place, "place")
        .expr_window_as(Func::count(Expr::col(Asterisk)), WindowStatement::partition_by("kind"), "total")
        .from_subquery(all, "everything")
        .to_owned();
    Query::select()
        .columns(columns)
        .column("total")
        .from_subquery(numbered, "numbered")
        .and_where(Expr::col("place").lte(SHOWN))
        .order_by("kind", Order::Asc)
        .order_by("place", Order::Asc)
        .to_owned()
}

fn part_of(kind: Kind, asked: &Today<'_>) -> SelectStatement {
    match kind {
        Kind::Enquiry => enquiries_waiting(kind, asked.nobodys()),
        Kind::Word => words(kind, asked.nobodys()),
        Kind::Letter | Kind::Bounced | Kind::MayHaveArrived | Kind::NotAsked => letters_left(kind, asked),
        Kind::Undecided | Kind::Stopped | Kind::Talk | Kind::Interest | Kind::Waiting => referral_part(kind, asked),
        Kind::Question => proposals_in(kind, asked, matching::State::QuestionAsked.condition()),
        Kind::AwaitingMentor => proposals_in(kind, asked, matching::State::AwaitingMentor.condition()),
        Kind::AwaitingMentee => {
            proposals_in(kind, asked, matching::State::AwaitingMentee.condition().add(matching::is_written_to()))
        }
        Kind::MenteeUnasked => {
            proposals_in(kind, asked, matching::State::AwaitingMentee.condition().add(matching::is_written_to().not()))
        }
        Kind::FirstMeeting => courses_in(kind, asked, course::State::AwaitingFirstMeeting),
        Kind::Silent => courses_in(kind, asked, course::State::Silent),
        Kind::PastEnd => courses_in(kind, asked, course::State::InTransition),
        Kind::Survey => surveys_due(kind, asked),
        Kind::Application => {
            let applicants = Filter { status: Some(MentorStatus::Applicant), ..Filter::default() };
            mentors_of(kind, asked, &applicants, mentors::Column::AppliedOn)
        }
        Kind::Certificate => {
            let expiring = Filter { is_expiring: true, ..Filter::default() };
            mentors_of(kind, asked, &expiring, mentors::Column::CriminalRecordExpiresOn)
        }
        Kind::Inactive => {
            let inactive = Filter { is_inactive: true, ..Filter::default() };
            mentors_of(kind, asked, &inactive, mentors::Column::ApprovedOn)
        }
    }
}

fn referral_part(kind: Kind, asked: &Today<'_>) -> SelectStatement {
    use referrals::Column;
    let (rules, today) = (asked.rules, asked.asking.today);
    let (stand_so, since) = match kind {
        Kind::Stopped => (referral::stopped_by_consent(), referral::no_since(ConsentPurpose::MentorCourse)),
        Kind::Talk => (referral::wants_talk(), Column::TalkAskedOn.into_expr()),
        Kind::Interest => (referral::interest::to_ask(rules, today), Column::ReferredOn.into_expr()),
        Kind::Waiting => (referral::interest::to_match(rules, today), Column::ReferredOn.into_expr()),
        _ => (referral::in_state(referral::State::AwaitingAnswer), Column::ReferredOn.into_expr()),
    };
    referrals_since(kind, Condition::all().add(stand_so).add(asked.own(Column::Id)), since)
}

/// The columns that every part has, in their order.
fn part<E: EntityTrait>(kind: Kind, found: Select<E>, columns: [Expr; 4], person: Expr) -> SelectStatement {
    let [id, name, other, since] = columns;
    found
        .select_only()
        .expr_as(Expr::val(kind.code()), "kind")
        .expr_as(id, "id")
        .expr_as(name, "name")
        .expr_as(other, "other")
        .expr_as(since, "since")
        .expr_as(person, "person")
        .into_query()
}

fn enquiries_waiting(kind: Kind, own: Condition) -> SelectStatement {
    use enquiries::Column;
    let columns = [Column::Id, Column::FirstName, Column::Place, Column::ReceivedOn].map(|column| column.into_expr());
    part(kind, enquiry::waiting().filter(own), columns, Column::Id.into_expr())
}

fn referrals_since(kind: Kind, stand_so: Condition, since: Expr) -> SelectStatement {
    use referrals::Column;
    let found = referrals::Entity::find()
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .filter(stand_so);
    let columns = [Column::Id.into_expr(), young_name(), partners::Column::Name.into_expr(), since];
    part(kind, found, columns, young_id())
}

/// Letters that are left for this reason. The day on which that happened says less than what to do about it.
fn letters_left(kind: Kind, asked: &Today<'_>) -> SelectStatement {
    use messages::Column;
    let left = kind.left().unwrap_or(Left::GivenUp);
    let found = messages::Entity::find().filter(left_for_staff(left, asked.asking.today)).filter(asked.own(about()));
    let since = Expr::val(None::<NaiveDate>);
    let word = Expr::from(Func::coalesce([left.column().into_expr(), Expr::val("")]));
    part(kind, found, [Column::Id.into_expr(), Column::Kind.into_expr(), word, since], nobody())
}

/// Proposals that stand so, of young people who have not said no to a mentor: those are told of once, as stopped.
fn proposals_in(kind: Kind, asked: &Today<'_>, stand_so: Condition) -> SelectStatement {
    use proposals::Column;
    let found = with_names(proposals::Entity::find()).filter(stand_so).filter(referral::goes_on());
    let found = found.filter(asked.own(Column::ReferralId));
    let columns = [Column::Id.into_expr(), young_name(), mentor_name(), Column::ExpiresOn.into_expr()];
    part(kind, found, columns, young_id())
}

fn courses_in(kind: Kind, asked: &Today<'_>, state: course::State) -> SelectStatement {
    use courses::Column;
    let found = courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .filter(course::in_state(state, asked.rules, asked.asking.today))
        .filter(asked.own(Column::Id))
        .filter(referral::goes_on());
    let since = if kind == Kind::PastEnd { Column::PlannedEndOn } else { Column::MatchedOn };
    let columns = [Column::Id.into_expr(), young_name(), mentor_name(), since.into_expr()];
    part(kind, found, columns, young_id())
}

fn surveys_due(kind: Kind, asked: &Today<'_>) -> SelectStatement {
    use surveys::Column;
    let found = survey::with_people().filter(survey::State::Due.condition(asked.asking.today));
    let found = found.filter(asked.own(Column::CourseId));
    let columns = [Column::Id.into_expr(), young_name(), partners::Column::Name.into_expr(), Column::DueOn.into_expr()];
    part(kind, found, columns, young_id())
}

fn mentors_of(kind: Kind, asked: &Today<'_>, filter: &Filter, since: mentors::Column) -> SelectStatement {
    use mentors::Column;
    let columns = [Column::Id, Column::Name, Column::Occupation, since].map(|column| column.into_expr());
    part(kind, found(filter, asked.asking.today).filter(asked.own(Column::Id)), columns, nobody())
}

fn words(kind: Kind, own: Condition) -> SelectStatement {
    use unknown_words::Column;
    let (found, waiting) = waiting_words();
    let columns =
        [Column::Id.into_expr(), Column::Word.into_expr(), waiting.cast_as("text"), Column::FirstSeenOn.into_expr()];
    part(kind, found.filter(own), columns, nobody())
}

fn young_id() -> Expr {
    young_people::Column::Id.into_expr()
}

fn nobody() -> Expr {
    Expr::val(None::<Uuid>)
}

fn young_name() -> Expr {
    young_people::Column::Name.into_expr()
}

fn mentor_name() -> Expr {
    mentors::Column::Name.into_expr()
}
