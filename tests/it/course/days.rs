//! Every day that a page shows of a course is the day that its word says: all of them differ here.

use chrono::{Days, NaiveDate};
use entity::{courses::CourseClass, referrals::Reason};
use sea_orm::Set;

use super::{Pair, amira_and_jonas, date, form, held};
use crate::support::{Page, today};

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn short(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// Matched 30 days ago; met 21 and 9 days ago; a pause from 20 to 15 days ago; extended twice; ended two days ago, which
/// is told today.
async fn lived_through() -> Pair {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    for days in [21, 9] {
        let day = date("held_on", ago(days));
        let logged = staff.submit(&pair.path("/meetings"), &form(&day, &[("attendance", "held")])).await;
        logged.assert_goes_to(&pair.path(""));
    }
    let pause = [date("from_on", ago(20)), date("until_on", ago(15))].concat();
    staff.submit(&pair.path("/pause"), &form(&pause, &[("reason", "Eksamen")])).await.assert_goes_to(&pair.path(""));
    for until in [first_extension(), second_extension()] {
        let until = date("until_on", until);
        let extended = staff.submit(&pair.path("/extension"), &form(&until, &[("reason", "Praktik")])).await;
        extended.assert_goes_to(&pair.path(""));
    }
    pair
}

fn first_extension() -> NaiveDate {
    today() + Days::new(200)
}

fn second_extension() -> NaiveDate {
    today() + Days::new(230)
}

async fn ends(pair: &Pair) {
    let told = [("ended_by", "both"), ("reason", "moved"), ("step", "confirm")];
    let ending = pair.app.staff().await.submit(&pair.path("/ending"), &form(&date("ended_on", ago(2)), &told)).await;
    ending.assert_goes_to(&pair.path(""));
}

/// The lines of the history, the newest first.
/// What the history tells, without who did it and why.
fn lines(page: &Page) -> Vec<String> {
    let lines = page.body.split("event-text\">").skip(1).filter_map(|rest| rest.split(['<']).next());
    let told = |line: &str| line.split_once(": ").unwrap().1.replace("På mentorens vegne.", "").trim().to_owned();
    lines.map(told).collect()
}

#[tokio::test]
async fn the_history_tells_of_each_change_its_own_day_with_a_word() {
    let pair = lived_through().await;
    let planned = pair.course.planned_end_on;
    ends(&pair).await;
    let staff = pair.app.staff().await;
    staff.submit(&pair.path("/reopening"), &[("reason", "Forkert forløb")]).await.assert_goes_to(&pair.path(""));

    let told = lines(staff.get(&pair.path("/history")).await.assert_ok());

    let moved = |before, after| {
        format!("Forløbet blev forlænget: ventes afsluttet {} i stedet for {}", short(after), short(before))
    };
    let expected = [
        format!("Forløbet blev genåbnet: var afsluttet {}", short(ago(2))),
        format!("Forløbet blev afsluttet: sidste dag {}", short(ago(2))),
        moved(first_extension(), second_extension()),
        moved(planned, first_extension()),
        format!("Forløbet blev sat på pause: fra og med {} til og med {}", short(ago(20)), short(ago(15))),
        format!("Et møde blev skrevet på: mødedag {}", short(ago(9))),
        format!("Et møde blev skrevet på: mødedag {}", short(ago(21))),
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn a_correction_tells_both_days_and_an_agreement_that_moved_nothing_tells_none() {
    let pair = amira_and_jonas().await;
    held(&pair.app, &pair.course, ago(9)).await;
    let staff = pair.app.staff().await;
    let meeting = pair.meetings().await.remove(0).id;
    let corrected = date("held_on", ago(8));
    let path = pair.path(&format!("/meetings/{meeting}"));
    staff.submit(&path, &form(&corrected, &[("attendance", "held")])).await.assert_goes_to(&pair.path(""));
    let end = date("planned_end_on", pair.course.planned_end_on);
    let agreed = [("goal", "Læreplads"), ("version", "0")];
    staff.submit(&pair.path("/agreement"), &form(&end, &agreed)).await.assert_goes_to(&pair.path(""));

    let told = lines(staff.get(&pair.path("/history")).await.assert_ok());

    let moved = format!("Et møde blev rettet: mødedag {} i stedet for {}", short(ago(8)), short(ago(9)));
    assert_eq!(told, ["Aftalen blev skrevet ned".to_owned(), moved]);
}

#[tokio::test]
async fn the_list_shows_when_a_course_ended_or_that_its_end_is_only_expected() {
    let pair = lived_through().await;
    let staff = pair.app.staff().await;
    staff.get("/courses").await.assert_ok().assert_shows(&format!(">Ventes {}</td>", short(second_extension())));

    ends(&pair).await;

    let list = staff.get("/courses").await;
    list.assert_ok().assert_shows(&format!(">{}</td>", short(ago(2)))).assert_hides(&short(second_extension()));
    list.assert_shows(&format!(">{}</td>", short(ago(9)))).assert_shows(&format!(">{}</td>", short(ago(30))));
}

#[tokio::test]
async fn the_list_sorts_by_the_end_that_it_shows() {
    let (first, later) = (lived_through().await, "Bilal");
    ends(&first).await;
    let app = &first.app;
    let other = app.course(&app.referral(later).await, &app.mentor("Mona").await).await;
    let other_end = other.planned_end_on;
    assert!(other_end < second_extension());

    let list = app.staff().await.get("/courses?sort=end&dir=asc").await;

    let place = |name: &str| list.assert_ok().body.find(name).unwrap();
    assert!(place("Amira") < place(later), "the ended one comes first");
}

#[tokio::test]
async fn the_page_the_report_and_the_certificate_say_when_it_ended_and_not_when_it_was_to_end() {
    let pair = lived_through().await;
    ends(&pair).await;
    let staff = pair.app.staff().await;

    let page = staff.get(&pair.path("")).await;
    page.assert_ok().assert_shows("<dt>Afsluttet</dt><dd>2. marts 2026</dd>");
    page.assert_shows("<dt>Ventes afsluttet</dt><dd>20. oktober 2026</dd>");
    let report = staff.get(&format!("/referrals/{}/report", pair.referral.id)).await;
    report.assert_ok().assert_shows("2. februar 2026 til 2. marts 2026").assert_shows("23. februar 2026");
    report.assert_hides("oktober");
    let certificate = staff.get(&pair.path("/certificate")).await;
    certificate.assert_ok().assert_shows("fra 2. februar 2026 til 2. marts 2026").assert_hides("oktober");
}

#[tokio::test]
async fn a_course_that_stopped_for_a_job_carries_no_red_mark() {
    let pair = lived_through().await;
    let staff = pair.app.staff().await;
    for (reason, class, is_red) in [
        (Reason::FoundJobOrEducation, None, false),
        (Reason::Mismatch, None, true),
        (Reason::Mismatch, Some(CourseClass::EndedEarly), false),
        (Reason::Mismatch, Some(CourseClass::Completed), false),
    ] {
        pair.change(|row| {
            row.ended_on = Set(Some(today()));
            row.seat_hold_id = Set(None);
            row.interruption_reason = Set(Some(reason));
            row.class_override = Set(class);
            row.override_reason = Set(class.map(|_| "Aftalt".to_owned()));
        })
        .await;

        for path in [pair.path(""), "/courses".to_owned()] {
            let page = staff.get(&path).await;
            let marked = ["line-stopped", "state-stopped"].iter().any(|mark| page.assert_ok().body.contains(mark));
            assert_eq!(marked, is_red, "{path} {reason:?} {class:?}");
        }
    }
}
