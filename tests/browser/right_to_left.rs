//! What young people get, in the languages that are read from right to left, on a small phone.

use brobyg::{account::link, language::Tr, routes};
use entity::{
    Words,
    links::LinkPurpose,
    questionnaires::{self, QuestionnaireSide},
    referrals, young_people,
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};
use serde_json::json;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    everywhere::{IS_AS_WIDE, TOO_WIDE},
    scene::Scene,
    site,
    support::today,
};

const NARROW: u32 = 360;

/// The pages of the young person whose course has ended, who speaks this language alone.
async fn pages(scene: &Scene, tr: Tr) -> [String; 3] {
    let spoken = young_people::ActiveModel { languages: Set(Words(vec![tr.lang().to_owned()])), ..Default::default() };
    let db = scene.app.db();
    for referral in referrals::Entity::find().all(db).await.unwrap() {
        scene.app.change_person(&referral, spoken.clone()).await;
    }
    let asked = questionnaires::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(scene.path("{course.ended_own}").parse().unwrap()),
        instrument: Set("exit_young_person".into()),
        version: Set(1),
        side: Set(QuestionnaireSide::YoungPerson),
        ended_on: Set(today() - chrono::Days::new(2)),
        opened_on: Set(today()),
        closes_on: Set(today() + chrono::Days::new(30)),
        ..Default::default()
    };
    let asked = questionnaires::Entity::insert(asked).exec_with_returning(db).await.unwrap();
    let tx = db.begin().await.unwrap();
    let now = scene.app.app.clock.now();
    let token = link::issue(&tx, now, LinkPurpose::QuestionnaireMentee, asked.id).await.unwrap();
    tx.commit().await.unwrap();
    [scene.path("/survey/{link.survey}"), scene.path("/still-here/{link.quiet_test}"), format!("/exit/{token}/answer")]
}

async fn looks_right(window: &Window, tr: Tr, moment: &str) {
    let root = window.asks("return [document.documentElement.lang, document.documentElement.dir]", Vec::new()).await;
    assert_eq!(root, json!([tr.lang(), "rtl"]), "{moment}");
    assert_accessible(window).await;
    assert_eq!(window.asks(TOO_WIDE, Vec::new()).await, json!([]), "{moment} in {tr:?}");
    window.keep_picture(&format!("{}-{moment}", tr.lang())).await;
}

/// How far the circles of the answers, and the errors, stand from the side on which reading begins.
const AT_THE_SIDE: &str = "const width = document.documentElement.clientWidth;
    const sides = (selector) => [...document.querySelectorAll(selector)].map((one) => width - one.getBoundingClientRect().right);
    return Math.max(...sides('main .form-radio'));";

async fn walks(name: &'static str, tr: Tr) {
    let scene = Scene::set().await;
    let site = site::open(routes::site(&scene.app.app)).await;
    let pages = pages(&scene, tr).await;
    journey(name, Screen::Desktop, async |window| {
        window.until("a small phone", async || window.set_window_size(NARROW, 780).await.map(Some)).await;
        for (page, moment) in pages.iter().zip(["survey", "still-here", "exit"]) {
            window.open(&format!("{site}{page}")).await;
            window.asks_and_waits(IS_AS_WIDE, vec![json!(NARROW)]).await;
            looks_right(window, tr, moment).await;
        }
        window.open(&format!("{site}{}", pages[0])).await;
        let far = window.asks(AT_THE_SIDE, Vec::new()).await;
        assert!(far.as_f64().is_some_and(|far| far < 60.0), "the circles stand {far} from the right");
        window.press(&tr.t("survey-own-send")).await;
        window.sees(&tr.t("survey-status-missing")).await;
        window.becomes("return document.activeElement.classList.contains('error-summary')", json!(true)).await;
        looks_right(window, tr, "survey-errors").await;
        window.follow(&tr.t("survey-status-missing")).await;
        window.becomes("return document.activeElement.id", json!("status")).await;
        window.open(&format!("{site}{}", pages[1])).await;
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
