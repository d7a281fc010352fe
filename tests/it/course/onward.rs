//! What comes after a course: asked of the mentor in time, prefilled at the ending, and on Today where it is missing.

use brobyg::clock::begin_of;
use chrono::{Days, Duration, NaiveDate};
use entity::{
    OnwardPlan, concerns, contact_stops, course_pauses, courses::CourseClass, mentor_pauses, onward_plans,
    onward_questions,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder, prelude::Uuid};

use super::{Pair, amira_and_jonas, date, form};
use crate::support::{Page, today};

const MENTOR: &str = "jonas@mentor.example";
const SUBJECT: &str = "Hvad sker der efter forløbet?";

/// Amira and Jonas, whose course is planned to end in so many days.
async fn ending_in(days: u64) -> Pair {
    let pair = amira_and_jonas().await;
    pair.change(|row| row.planned_end_on = Set(today() + Days::new(days))).await;
    pair
}

/// How often the mentor was asked, after the clock has run.
async fn asked(pair: &Pair) -> usize {
    pair.app.ask_for_onward_plans().await;
    pair.app.mails_to(MENTOR).await.iter().filter(|mail| mail.subject == SUBJECT).count()
}

async fn told(pair: &Pair) -> Vec<OnwardPlan> {
    onward_plans::Entity::find().order_by_asc(onward_plans::Column::ToldAt).all(pair.app.db()).await.unwrap()
}

async fn ended(pair: &Pair, ended_on: NaiveDate, class: CourseClass) {
    pair.change(|row| {
        row.matched_on = Set(today() - Days::new(200));
        row.ended_on = Set(Some(ended_on));
        row.seat_hold_id = Set(None);
        row.class_override = Set(Some(class));
    })
    .await;
}

fn waits(page: &Page, code: &str) -> bool {
    page.assert_ok().body.contains(&format!("<li id=\"{code}\""))
}

#[tokio::test]
async fn a_month_before_the_planned_end_the_mentor_is_asked_once_and_again_only_for_another_end() {
    let pair = ending_in(31).await;
    assert_eq!(asked(&pair).await, 0);
    pair.app.days_pass(1);
    assert_eq!((asked(&pair).await, asked(&pair).await), (1, 1));
    pair.app.days_pass(8);
    assert_eq!(asked(&pair).await, 1);

    pair.change(|row| row.planned_end_on = Set(today() + Days::new(35))).await;

    assert_eq!(asked(&pair).await, 2);
    assert_eq!(onward_questions::Entity::find().count(pair.app.db()).await.unwrap(), 2);
}

#[tokio::test]
async fn the_mentor_answers_by_the_link_without_signing_in_and_the_ending_is_filled_in_with_it() {
    let pair = ending_in(20).await;
    assert_eq!(asked(&pair).await, 1);
    let mails = pair.app.mails_to(MENTOR).await;
    assert!(!mails[0].text.contains("Hassan"));
    let (path, visitor) = (pair.app.path_in(&mails[0]), pair.app.visitor());
    visitor.get(&path).await.assert_shows("Dette link er til Jonas").assert_hides("Amira");
    let answer = format!("{path}/answer");
    visitor.submit(&path, &[]).await.assert_goes_to(&answer);
    visitor.get(&answer).await.assert_shows("Du og Amira slutter efter planen 24. marts 2026").assert_hides("Hassan");
    let step_down = ("step_down", "Hver anden uge");
    let refused = visitor.submit(&answer, &[step_down]).await;
    refused.assert_refused_with("Skriv, hvad der sker bagefter").assert_shows("Hver anden uge");

    visitor.submit(&answer, &[step_down, ("onward", "Begynder på grundforløb")]).await.assert_goes_to("/onward/thanks");

    let said = told(&pair).await;
    assert_eq!((said.len(), said[0].by_mentor, said[0].told_by), (1, true, None));
    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Begynder på grundforløb"));
    let again = visitor.submit(&answer, &[("onward", "Noget andet")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.get(&path).await.assert_shows("Vi behøver ikke svaret længere").assert_hides("Amira");
    let staff = pair.app.staff().await;
    let page = staff.get(&pair.path("")).await;
    page.assert_shows("Mentoren skrev det 4. marts 2026").assert_shows("Hver anden uge");
    staff.get(&pair.path("/ending")).await.assert_shows("Begynder på grundforløb");
    assert_eq!(pair.changes("onward_told").await.len(), 1);
}

#[tokio::test]
async fn nobody_is_asked_while_something_stands_still_or_the_mentor_is_away() {
    for stands_still in ["course", "mentor", "contact", "plan", "over"] {
        let pair = ending_in(20).await;
        let (app, now) = (&pair.app, pair.app.app.clock.now());
        match stands_still {
            "course" => {
                let pause = course_pauses::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    course_id: Set(pair.course.id),
                    from_on: Set(today()),
                    until_on: Set(None),
                    reason: Set("Eksamen".into()),
                };
                pause.insert(app.db()).await.unwrap();
            }
            "mentor" => {
                let pause = mentor_pauses::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    mentor_id: Set(pair.mentor.id),
                    from_on: Set(today()),
                    until_on: Set(None),
                    reason: Set(None),
                };
                pause.insert(app.db()).await.unwrap();
            }
            "contact" => {
                let staff = app.staff().await.user.unwrap();
                let concern = concerns::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    course_id: Set(pair.course.id),
                    side: Set(concerns::ConcernSide::YoungPerson),
                    raised_at: Set(now),
                    said: Set("Han råber".into()),
                    wants_stop: Set(true),
                    ..Default::default()
                };
                let concern = concern.insert(app.db()).await.unwrap();
                let stop = contact_stops::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    course_id: Set(pair.course.id),
                    concern_id: Set(concern.id),
                    stopped_at: Set(now),
                    stopped_by: Set(staff.id),
                    ..Default::default()
                };
                stop.insert(app.db()).await.unwrap();
            }
            "plan" => pair.change(|row| row.onward_plan = Set(Some("Job".into()))).await,
            _ => pair.change(|row| row.planned_end_on = Set(today() - Days::new(1))).await,
        }

        assert_eq!(asked(&pair).await, 0, "{stands_still}");
    }
}

#[tokio::test]
async fn staff_see_before_the_end_that_it_is_missing_until_somebody_writes_it_on_the_page() {
    let pair = ending_in(20).await;
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);
    let page = staff.get("/today").await;
    page.assert_shows("Slutter efter planen om 20 dage").assert_shows(&pair.path("/onward-plan"));
    staff.get("/courses?needs=onward").await.assert_shows("Amira Hassan");

    let told = [("onward", "Ringer til sin vejleder")];
    mentor.get(&pair.path("")).await.assert_shows(&pair.path("/onward-plan"));
    mentor.submit(&pair.path("/onward-plan"), &told).await.assert_goes_to(&pair.path(""));

    assert!(!waits(&staff.get("/today").await, "onward"));
    staff.get("/courses?needs=onward").await.assert_hides("Amira Hassan");
    mentor.get(&pair.path("")).await.assert_shows("Ringer til sin vejleder");
}

#[tokio::test]
async fn what_ended_lately_without_a_plan_waits_for_staff_who_write_one_or_say_why_none_is_needed() {
    for class in [CourseClass::Completed, CourseClass::EndedEarly, CourseClass::Interrupted] {
        let pair = amira_and_jonas().await;
        let staff = pair.app.staff().await;
        ended(&pair, today() - Days::new(61), class).await;
        assert!(!waits(&staff.get("/today").await, "ended-without-onward"));
        ended(&pair, today() - Days::new(60), class).await;
        let is_for_staff = class != CourseClass::Interrupted;
        assert_eq!(waits(&staff.get("/today").await, "ended-without-onward"), is_for_staff, "{class:?}");
        let waiver = pair.path("/onward-plan/waiver");
        staff.submit(&waiver, &[]).await.assert_refused_with("Vælg, hvorfor der ikke er brug for en");
        staff.submit(&waiver, &[("because", "under_way")]).await.assert_goes_to(&pair.path(""));

        assert!(!waits(&staff.get("/today").await, "ended-without-onward"));
        let page = staff.get(&pair.path("")).await;
        page.assert_shows("Ingen plan nødvendig: Den unge er i gang med job eller uddannelse (4. marts 2026)");
    }
}

#[tokio::test]
async fn it_is_settled_where_it_stands_on_today_or_written_on_the_page_of_the_ended_course() {
    for is_settled in [true, false] {
        let pair = amira_and_jonas().await;
        let staff = pair.app.staff().await;
        ended(&pair, today(), CourseClass::Completed).await;
        match is_settled {
            true => {
                let line = format!("/today/ended-without-onward/{}/settlement", pair.course.id);
                staff.submit(&line, &[("responsible", "")]).await.assert_taken();
            }
            false => {
                let onward = [("onward", "Job i lufthavnen")];
                staff.submit(&pair.path("/onward-plan"), &onward).await.assert_goes_to(&pair.path(""));
            }
        }

        assert!(!waits(&staff.get("/today").await, "ended-without-onward"));
        let said = told(&pair).await;
        assert_eq!((said.len(), said[0].none_because.is_some(), said[0].by_mentor), (1, is_settled, false));
    }
}

#[tokio::test]
async fn a_plan_that_the_mentor_wrote_meanwhile_stays_where_the_form_of_the_ending_has_none() {
    let pair = ending_in(0).await;
    pair.met(3).await;
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);
    staff.get(&pair.path("/ending")).await.assert_ok();
    mentor.submit(&pair.path("/onward-plan"), &[("onward", "Job i lufthavnen")]).await.assert_taken();

    let day = date("ended_on", today());
    let ending = form(&day, &[("ended_by", "both"), ("onward_plan", ""), ("step", "confirm")]);
    staff.submit(&pair.path("/ending"), &ending).await.assert_taken();

    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Job i lufthavnen"));
    assert_eq!(told(&pair).await.len(), 1);
}

#[tokio::test]
async fn whoever_opened_the_plan_before_another_wrote_it_is_told() {
    let pair = ending_in(20).await;
    asked(&pair).await;
    let answer = format!("{}/answer", pair.app.path_in(&pair.app.mails_to(MENTOR).await[0]));
    let (visitor, staff) = (pair.app.visitor(), pair.app.staff().await);
    let page = pair.path("/onward-plan");
    let seen = |body: &str| {
        let (_, after) = body.split_once("name=\"seen\" value=\"").unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    let (by_link, on_page) = (seen(&visitor.get(&answer).await.body), seen(&staff.get(&page).await.body));

    let first = [("onward", "Begynder i lære"), ("seen", on_page.as_str())];
    staff.submit(&page, &first).await.assert_taken();
    let late = [("onward", "Begynder på grundforløb"), ("seen", by_link.as_str())];
    visitor.submit(&answer, &late).await.assert_status(StatusCode::CONFLICT);
    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Begynder i lære"));

    // The link is not spent: whoever reads what stands can change it.
    let by_link = seen(&visitor.get(&answer).await.assert_shows("Begynder i lære").body);
    let again = [("onward", "Begynder i lære og i skole"), ("seen", by_link.as_str())];
    visitor.submit(&answer, &again).await.assert_goes_to("/onward/thanks");
    let late = [("onward", "Noget tredje"), ("seen", on_page.as_str())];
    staff.submit(&page, &late).await.assert_status(StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_is_said_in_the_first_hour_of_the_day_of_the_ending_is_said_after_it() {
    let pair = amira_and_jonas().await;
    let clock = &pair.app.app.clock;
    clock.advance(begin_of(today() + Days::new(1)) + Duration::minutes(30) - clock.now());
    assert_eq!((clock.today(), clock.now().date_naive()), (today() + Days::new(1), today()));
    ended(&pair, clock.today(), CourseClass::Completed).await;
    let staff = pair.app.staff().await;
    assert!(waits(&staff.get("/today").await, "ended-without-onward"));

    staff.submit(&pair.path("/onward-plan/waiver"), &[("because", "under_way")]).await.assert_goes_to(&pair.path(""));

    assert!(!waits(&staff.get("/today").await, "ended-without-onward"));
}
