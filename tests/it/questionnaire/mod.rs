//! What each side of a course is asked once it is over, and what changes from wave to wave.

mod answers;
mod asked;
mod asked_in;
mod data;
mod figures;
mod health;
mod one_by_one;
mod one_letter;
mod over_time;
mod waves;

use chrono::{Days, Months};
use entity::{
    Questionnaire, QuestionnaireAnswer,
    consents::ConsentPurpose,
    meetings::{self, Attendance},
    questionnaire_answers,
    questionnaires::{self, QuestionnaireSide, Wave},
    referrals, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::{
    course::{Pair, amira_and_jonas},
    support::{TestApp, today},
};

const MENTOR: &str = "jonas@mentor.example";
const YOUNG: &str = "ung@ung.example";
const REFERRER: &str = "henviser@people.example";

/// Amira and Jonas, who have met once, and whose course ended today. She says that we may ask, and her partner can be
/// written to.
pub async fn over() -> Pair {
    let pair = amira_and_jonas().await;
    let row = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        held_on: Set(today() - Days::new(5)),
        attendance: Set(Attendance::Held),
        logged_at: Set(pair.app.app.clock.now()),
        ..Default::default()
    };
    meetings::Entity::insert(row).exec_without_returning(pair.app.db()).await.unwrap();
    let sent_by = referrals::ActiveModel {
        id: Set(pair.referral.id),
        referrer_email: Set(Some(REFERRER.into())),
        ..Default::default()
    };
    sent_by.update(pair.app.db()).await.unwrap();
    can_be_asked(&pair).await;
    ends(&pair).await;
    pair
}

/// She has an address of her own, and says that we may ask.
async fn can_be_asked(pair: &Pair) {
    let email = young_people::ActiveModel { email: Set(Some(YOUNG.into())), ..Default::default() };
    pair.app.change_person(&pair.referral, email).await;
    pair.app.agreed(&pair.referral, ConsentPurpose::Survey).await;
}

/// Amira and Jonas, whose course begins today and is to last eight months.
async fn begun() -> Pair {
    let pair = amira_and_jonas().await;
    pair.change(|row| {
        row.matched_on = Set(today());
        row.planned_end_on = Set(today() + Months::new(8));
    })
    .await;
    can_be_asked(&pair).await;
    pair
}

/// They meet on the day of the clock.
async fn meet(pair: &Pair) {
    let row = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        held_on: Set(pair.app.app.clock.today()),
        attendance: Set(Attendance::Held),
        logged_at: Set(pair.app.app.clock.now()),
        ..Default::default()
    };
    meetings::Entity::insert(row).exec_without_returning(pair.app.db()).await.unwrap();
}

/// Each side with its wave, as they were opened, without those that were given up.
async fn opened(app: &TestApp) -> Vec<(QuestionnaireSide, Wave)> {
    let mut all = all(app).await;
    all.retain(|one| one.closed_on.is_none());
    all.iter().map(|one| (one.side, one.wave)).collect()
}

/// The path behind the last link that somebody was sent.
async fn last_link(pair: &Pair, email: &str) -> String {
    pair.app.path_in(pair.app.mails_to(email).await.last().unwrap())
}

async fn ends(pair: &Pair) {
    let on = pair.app.app.clock.today();
    pair.change(|row| {
        row.ended_on = Set(Some(on));
        row.seat_hold_id = Set(None);
    })
    .await;
}

async fn runs_again(pair: &Pair) {
    pair.change(|row| {
        row.ended_on = Set(None);
        row.seat_hold_id = Set(pair.course.seat_hold_id);
    })
    .await;
}

async fn all(app: &TestApp) -> Vec<Questionnaire> {
    questionnaires::Entity::find().order_by_asc(questionnaires::Column::Id).all(app.db()).await.unwrap()
}

/// How it went, as each side is asked it.
async fn exits(app: &TestApp) -> Vec<Questionnaire> {
    let mut all = all(app).await;
    all.retain(|one| one.instrument.starts_with("exit_"));
    all
}

async fn of(app: &TestApp, side: QuestionnaireSide) -> Questionnaire {
    let own = questionnaires::Entity::find().filter(questionnaires::Column::Side.eq(side));
    let own = own.filter(questionnaires::Column::Instrument.starts_with("exit_"));
    own.filter(questionnaires::Column::ClosedOn.is_null()).one(app.db()).await.unwrap().unwrap()
}

/// Everything that was ever answered, the first first.
async fn answers(app: &TestApp) -> Vec<QuestionnaireAnswer> {
    let all = questionnaire_answers::Entity::find().order_by_asc(questionnaire_answers::Column::Id);
    all.all(app.db()).await.unwrap()
}

/// What somebody answers who was written to and opens the link.
async fn asked(pair: &Pair, email: &str) -> String {
    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;
    pair.app.path_in(pair.app.mails_to(email).await.last().unwrap())
}
