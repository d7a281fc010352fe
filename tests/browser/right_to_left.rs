//! What young people get, in the languages that are read from right to left, on a small phone.

use brobyg::{account::link, language::Tr};
use entity::{
    Words,
    consents::ConsentPurpose,
    links::LinkPurpose,
    questionnaires::{self, QuestionnaireSide, Wave},
    surveys::{self, SurveyKind},
    young_people,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};
use serde_json::json;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    everywhere::{IS_AS_WIDE, TOO_WIDE},
    house::House,
    support::{TestApp, today},
};

const NARROW: u32 = 360;

/// The course of a young person who speaks this language alone, which is over.
async fn over(app: &TestApp, tr: Tr) -> Uuid {
    let amira = app.referral("Amira Hassan").await;
    let spoken = young_people::ActiveModel { languages: Set(Words(vec![tr.lang().into()])), ..Default::default() };
    app.change_person(&amira, spoken).await;
    app.agreed(&amira, ConsentPurpose::Survey).await;
    app.completed_course(&amira, &app.mentor("Mona Lund").await).await.id
}

/// The pages on which the young person is asked something.
async fn pages(app: &TestApp, tr: Tr) -> [String; 3] {
    let course_id = over(app, tr).await;
    let asked = questionnaires::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        instrument: Set("exit_young_person".into()),
        version: Set(1),
        side: Set(QuestionnaireSide::YoungPerson),
        wave: Set(Wave::End),
        due_on: Set(today()),
        opened_on: Set(today()),
        closes_on: Set(today() + chrono::Days::new(30)),
        ..Default::default()
    };
    let asked = questionnaires::Entity::insert(asked).exec_with_returning(app.db()).await.unwrap();
    let of = async |kind| {
        let own = surveys::Entity::find().filter(surveys::Column::Kind.eq(kind));
        own.one(app.db()).await.unwrap().unwrap().id
    };
    let issue = async |purpose, subject| {
        let tx = app.db().begin().await.unwrap();
        let token = link::issue(&tx, app.app.clock.now(), purpose, subject).await.unwrap();
        tx.commit().await.unwrap();
        token
    };
    [
        format!("/survey/{}", issue(LinkPurpose::Survey, of(SurveyKind::Exit).await).await),
        format!("/still-here/{}", issue(LinkPurpose::QuietTest, of(SurveyKind::TwelveMonth).await).await),
        format!("/exit/{}/answer", issue(LinkPurpose::QuestionnaireMentee, asked.id).await),
    ]
}

async fn looks_right(window: &Window, tr: Tr, moment: &str) {
    let root = window.asks("return [document.documentElement.lang, document.documentElement.dir]", Vec::new()).await;
    assert_eq!(root, json!([tr.lang(), "rtl"]), "{moment}");
    assert_accessible(window).await;
    assert_eq!(window.asks(TOO_WIDE, Vec::new()).await, json!([]), "{moment} in {tr:?}");
    window.keep_picture(&format!("{}-{moment}", tr.lang())).await;
}

/// How far the circles of the answers stand from the side on which reading begins.
const AT_THE_SIDE: &str = "const width = document.documentElement.clientWidth;
    const circles = [...document.querySelectorAll('main .form-radio')];
    return Math.max(...circles.map((circle) => width - circle.getBoundingClientRect().right));";

async fn walks(name: &'static str, tr: Tr) {
    let house = House::open().await;
    let pages = pages(&house.app, tr).await;
    journey(name, Screen::Desktop, async |window| {
        window.until("a small phone", async || window.set_window_size(NARROW, 780).await.map(Some)).await;
        for (page, moment) in pages.iter().zip(["survey", "still-here", "exit"]) {
            window.open(&house.address(page)).await;
            window.asks_and_waits(IS_AS_WIDE, vec![json!(NARROW)]).await;
            looks_right(window, tr, moment).await;
        }
        window.open(&house.address(&pages[0])).await;
        let far = window.asks(AT_THE_SIDE, Vec::new()).await;
        assert!(far.as_f64().is_some_and(|far| far < 60.0), "the circles stand {far} from the right");
        window.press(&tr.t("survey-own-send")).await;
        window.sees(&tr.t("survey-status-missing")).await;
        window.becomes("return document.activeElement.classList.contains('error-summary')", json!(true)).await;
        looks_right(window, tr, "survey-errors").await;
        window.follow(&tr.t("survey-status-missing")).await;
        window.becomes("return document.activeElement.id", json!("status")).await;
        window.open(&house.address(&pages[1])).await;
        window.fill("number", "12 34").await;
        assert_eq!(
            window.asks("return getComputedStyle(document.activeElement).direction", vec![]).await,
            json!("ltr")
        );
        window.press(&tr.t("quiet-test-yes")).await;
        window.sees(&tr.t("error-summary-heading")).await;
        looks_right(window, tr, "still-here-errors").await;
    })
    .await;
}

#[tokio::test]
async fn arabic_is_read_from_right_to_left_on_a_small_phone() {
    walks("right-to-left-arabic", Tr::Arabic).await;
}

#[tokio::test]
async fn farsi_is_read_from_right_to_left_on_a_small_phone() {
    walks("right-to-left-farsi", Tr::Farsi).await;
}
