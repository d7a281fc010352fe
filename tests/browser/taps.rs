//! How many taps the things take that are done on a phone, on one as narrow as any: each page of them fits, and axe finds
//! nothing on it.

use brobyg::jobs::LETTERS;
use brobyg::message;
use chrono::{Days, Duration};
use entity::{
    Course, Mentor, courses, follow_ups, follow_ups::Side, meeting_questions, meeting_questions::DidMeet, meetings,
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    everywhere::TOO_WIDE,
    house::House,
    planning::{COUNT, COUNTED},
    support::today,
};

impl Window {
    /// From here on each tap counts, on every page that [`Self::fits`].
    async fn counts_taps(&self) {
        self.is_narrow().await;
        self.asks(COUNT.split_once(';').unwrap().0, Vec::new()).await;
    }

    /// The page fits a narrow phone, and everybody can use it; what is tapped on it counts.
    async fn fits(&self) {
        assert_eq!(self.asks(TOO_WIDE, Vec::new()).await, json!([]));
        assert_accessible(self).await;
        let listens = COUNT.split_once(';').unwrap().1;
        self.asks(listens, Vec::new()).await;
    }

    async fn took(&self, taps: u32) {
        assert_eq!(self.asks(COUNTED, Vec::new()).await, json!(taps));
    }
}

/// Amina and Jonas, matched two weeks and a day ago, who have agreed nothing.
async fn pair(house: &House) -> (Course, Mentor) {
    let app = &house.app;
    let mentor = app.mentor("Jonas").await;
    let course = app.course(&app.referral("Amina Yusuf").await, &mentor).await;
    let lately =
        courses::ActiveModel { id: Set(course.id), matched_on: Set(today() - Days::new(15)), ..Default::default() };
    (lately.update(app.db()).await.unwrap(), mentor)
}

#[tokio::test]
async fn whether_they_met_takes_the_young_person_one_tap_and_the_mentor_two() {
    journey("taps-did-you-meet", Screen::Desktop, async |window| {
        let house = House::open().await;
        let (app, (_, mentor)) = (&house.app, pair(&house).await);
        app.meetings_by_clock().await;
        app.app.clock.advance(Duration::hours(3));
        message::deliver_due(&app.app.desk(), &app.app.post, LETTERS).await.unwrap();

        window.open(&house.mailed_link("ung@ung.example").await).await;
        window.counts_taps().await;
        window.fits().await;
        window.press("Ja, vi mødtes").await;
        window.sees("Tak for dit svar").await;
        window.took(1).await;

        window.open(&house.mailed_link(&mentor.email).await).await;
        window.counts_taps().await;
        window.fits().await;
        window.press("Det er mig").await;
        window.sees("Amina").await;
        window.fits().await;
        window.press("Ja, vi mødtes").await;
        window.sees("Tak for dit svar").await;
        window.took(2).await;

        let asked = meeting_questions::Entity::find().one(app.db()).await.unwrap().unwrap();
        assert_eq!((asked.mentee_said, asked.mentor_said), (Some(DidMeet::Met), Some(DidMeet::Met)));
    })
    .await;
}

#[tokio::test]
async fn a_mentor_says_that_they_met_today_with_one_tap() {
    journey("taps-met-today", Screen::Desktop, async |window| {
        let house = House::open().await;
        let (course, mentor) = pair(&house).await;
        let user = house.app.mentor_browser(&mentor).await.user.unwrap();
        house.enter(window, &user).await;
        window.counts_taps().await;
        window.fits().await;
        window.press("Vi mødtes i dag").await;
        window.sees("Mødet er skrevet på").await;
        window.took(1).await;

        let own = meetings::Entity::find().filter(meetings::Column::CourseId.eq(course.id));
        assert_eq!(own.count(house.app.db()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_review_takes_staff_three_taps_whatever_it_comes_to() {
    for answer in ["De fortsætter", "De ændrer noget", "De stopper"] {
        journey("taps-review", Screen::Desktop, async |window| {
            let house = House::open().await;
            let (course, _) = pair(&house).await;
            house.app.plan_follow_ups().await;
            let both = follow_ups::Entity::update_many()
                .filter(follow_ups::Column::CourseId.eq(course.id))
                .filter(follow_ups::Column::Side.eq(Side::Both))
                .set(follow_ups::ActiveModel { due_on: Set(today()), ..Default::default() });
            both.exec(house.app.db()).await.unwrap();
            let open = follow_ups::Entity::find().filter(follow_ups::Column::Side.eq(Side::Both));
            let open = open.one(house.app.db()).await.unwrap().unwrap();
            let staff = house.app.user("Sanne Holm", Role::Staff, None).await;
            house.enter(window, &staff).await;
            window.counts_taps().await;
            window.fits().await;
            window.click(&format!("a.button[href^='/follow-ups/{}']", open.id)).await;
            window.sees("Hvad blev I enige om?").await;
            window.fits().await;
            window.choose("Hvordan går det?", "Godt").await;
            window.press(answer).await;
            window.sees("Gemt").await;
            window.took(3).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_follow_up_that_was_rung_takes_staff_three_taps_from_the_list_of_the_morning() {
    journey("taps-follow-up", Screen::Desktop, async |window| {
        let house = House::open().await;
        let (course, _) = pair(&house).await;
        house.app.plan_follow_ups().await;
        let staff = house.app.user("Sanne Holm", Role::Staff, None).await;
        house.enter(window, &staff).await;
        window.counts_taps().await;
        window.fits().await;
        window.click("a.button[href^='/follow-ups/']").await;
        window.sees("Hvordan går det?").await;
        window.fits().await;
        window.choose("Hvordan går det?", "Godt").await;
        window.press("Gem").await;
        window.sees("Godt").await;
        window.took(3).await;

        let reached = follow_ups::Entity::find().filter(follow_ups::Column::CourseId.eq(course.id));
        let reached = reached.filter(follow_ups::Column::ReachedOn.is_not_null()).one(house.app.db()).await.unwrap();
        assert!(matches!(reached.unwrap().side, Side::Mentor | Side::Mentee));
    })
    .await;
}
