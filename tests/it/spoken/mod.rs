//! What young people get in the languages of their homes.

mod contact;
mod data;
mod letters;
mod marks;
mod pages;
mod review;
mod right_to_left;

use brobyg::{account::link, language::Tr, survey};
use entity::{
    Words,
    courses::CourseClass,
    interview_strata::Stratum,
    links::LinkPurpose,
    questionnaires::{self, QuestionnaireSide},
    surveys::{self, SurveyKind},
    users::Role,
    young_people,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{course::Pair, questionnaire::over};

/// Those that the interface does not speak.
fn further() -> impl Iterator<Item = Tr> {
    Tr::ALL.into_iter().filter(|tr| !tr.is_of_the_interface())
}

/// Amira and Jonas, whose course is over, where she speaks these languages; surveys and questionnaires are open.
async fn speaking(languages: &[&str]) -> Pair {
    let pair = over().await;
    let spoken = Words(languages.iter().map(|code| (*code).to_owned()).collect());
    let person = young_people::ActiveModel { languages: Set(spoken), ..Default::default() };
    pair.app.change_person(&pair.referral, person).await;
    pair.change(|row| row.class_override = Set(Some(CourseClass::Completed))).await;
    survey::schedule(pair.app.db()).await.unwrap();
    pair.app.exits_by_clock().await;
    pair
}

async fn survey_id(pair: &Pair, kind: SurveyKind) -> Uuid {
    let own = surveys::Entity::find().filter(surveys::Column::Kind.eq(kind));
    own.one(pair.app.db()).await.unwrap().unwrap().id
}

async fn questionnaire_id(pair: &Pair, side: QuestionnaireSide) -> Uuid {
    let own = questionnaires::Entity::find().filter(questionnaires::Column::Side.eq(side));
    own.one(pair.app.db()).await.unwrap().unwrap().id
}

/// The link of each kind that a young person answers behind, with what is posted there.
async fn links(pair: &Pair) -> [(String, &'static [(&'static str, &'static str)]); 4] {
    let exit = questionnaire_id(pair, QuestionnaireSide::YoungPerson).await;
    let (now, later) = (survey_id(pair, SurveyKind::Exit).await, survey_id(pair, SurveyKind::TwelveMonth).await);
    let staff = pair.app.user("Sofie Udtræk", Role::Staff, None).await;
    let drawn = pair.app.drawn(&staff, &pair.course, Stratum::Completed).await.id;
    let of = async |to: &str, purpose, subject, beneath: &str| {
        let tx = pair.app.db().begin().await.unwrap();
        let token = link::issue(&tx, pair.app.app.clock.now(), purpose, subject).await.unwrap();
        tx.commit().await.unwrap();
        format!("/{to}/{token}{beneath}")
    };
    [
        (of("survey", LinkPurpose::Survey, now, "").await, &[("status", "job")]),
        (of("still-here", LinkPurpose::QuietTest, later, "").await, &[("number", "20 30 40 51")]),
        (of("exit", LinkPurpose::QuestionnaireMentee, exit, "/answer").await, &[("answers_goals", "4")]),
        (of("interview", LinkPurpose::Interview, drawn, "").await, &[("says", "yes")]),
    ]
}
