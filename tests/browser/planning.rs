//! A mentor agrees the next meeting with three taps, on a phone as narrow as any.

use brobyg::clock::local_moment;
use chrono::{Days, NaiveTime};
use entity::planned_meetings;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    everywhere::{IS_AS_WIDE, TOO_WIDE},
    house::House,
    support::today,
};

/// The narrowest phone that people have.
const NARROW: u32 = 360;
/// Each touch and each press of a mouse button is one, on whichever page it comes to.
pub const COUNT: &str = "sessionStorage.taps = 0; \
    addEventListener('pointerdown', () => { sessionStorage.taps = Number(sessionStorage.taps) + 1 }, true)";
pub const COUNTED: &str = "return Number(sessionStorage.taps)";

impl Window {
    pub async fn is_narrow(&self) {
        self.until("a narrow phone", async || self.set_window_size(NARROW, 740).await.map(Some)).await;
        self.asks_and_waits(IS_AS_WIDE, vec![json!(NARROW)]).await;
    }
}

#[tokio::test]
async fn a_mentor_agrees_a_meeting_with_three_taps() {
    journey("three-taps", Screen::Desktop, async |window| {
        let house = House::open().await;
        let app = &house.app;
        let mentor = app.mentor("Jonas").await;
        let course = app.course(&app.referral("Amina Yusuf").await, &mentor).await;
        let user = app.mentor_browser(&mentor).await.user.unwrap();
        house.enter(window, &user).await;
        window.open(&house.address(&format!("/courses/{}", course.id))).await;
        window.is_narrow().await;
        assert_accessible(window).await;
        assert_eq!(window.asks(TOO_WIDE, Vec::new()).await, json!([]));
        window.asks(COUNT, Vec::new()).await;

        // Tomorrow, at four.
        window.click(&format!("[name='tapped_on'][value='{}'] + label", today() + Days::new(1))).await;
        window.choose("Hvad tid?", "16.00").await;
        window.press("Gem mødet").await;
        window.sees("Mødet er aftalt").await;

        assert_eq!(window.asks(COUNTED, Vec::new()).await, json!(3));
        let agreed = planned_meetings::Entity::find().all(app.db()).await.unwrap();
        let at: Vec<_> = agreed.iter().map(|meeting| local_moment(meeting.starts_at)).collect();
        assert_eq!(at, [(today() + Days::new(1)).and_time(NaiveTime::from_hms_opt(16, 0, 0).unwrap())]);
        window.keep_picture("agreed").await;
    })
    .await;
}
