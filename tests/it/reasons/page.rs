//! The page of the reasons: what follows each, edited by staff.

use super::*;

#[test]
fn every_reason_has_an_address_an_id_and_words_of_its_own() {
    let all = Cause::all();
    let (codes, ids): (BTreeSet<_>, BTreeSet<_>) = all.iter().map(|cause| (cause.code(), cause.id())).unzip();

    assert_eq!((all.len(), codes.len(), ids.len()), (27, 27, 27));
    for cause in all {
        assert_eq!(Cause::of_code(&cause.code()), Some(cause));
        for tr in [Tr::Danish, Tr::English] {
            assert!(!cause.label(tr).contains("decline-") && !cause.label(tr).contains("reason-"), "{cause:?}");
        }
    }
    assert_eq!(NO_TIME.id().to_string(), Cause::of_code("mentor-no-time").unwrap().id().to_string());
}

#[tokio::test]
async fn every_reason_is_listed_with_what_follows_in_plain_words() {
    let app = support::start().await;
    let page = app.staff().await.get("/reasons").await;

    for cause in Cause::all() {
        page.assert_ok().assert_shows(&format!("href=\"/reasons/{}\"", cause.code()));
    }
    page.assert_shows("De to foreslås ikke for hinanden i 30 dage.").assert_shows("Når den unge siger nej tak");
    page.assert_shows("Mentoren sættes på pause, til nogen afslutter den.").assert_shows("Standard");
    page.assert_shows("Henvisningen lukkes.").assert_hides("reason-");
}

#[tokio::test]
async fn the_page_tells_the_deadlines_and_where_they_are_set() {
    let app = support::start().await;
    let page = app.staff().await.get("/reasons").await;

    page.assert_ok().assert_shows("får en påmindelse efter 3 dage").assert_shows("BROBYG_PROPOSAL_REMINDER_DAYS");
    page.assert_shows("har hver 7 dage til at svare").assert_shows("BROBYG_PROPOSAL_DAYS").assert_shows("dansk tid");
}

#[tokio::test]
async fn the_list_is_filtered_by_occasion_and_by_what_staff_have_changed() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(45), Span::None)).await;
    let staff = app.staff().await;

    let changed = staff.get("/reasons?changed=yes").await;
    changed.assert_ok().assert_shows("/reasons/mentor-no-time").assert_hides("/reasons/mentor-too-far");
    let courses = staff.get("/reasons?occasion=course_ended").await;
    courses.assert_ok().assert_shows("/reasons/course-moved").assert_hides("/reasons/mentor-no-time\"");
    let none = staff.get("/reasons?occasion=course_ended&changed=yes").await;
    none.assert_ok().assert_shows("Vi fandt ingen årsager");
    staff.get("/reasons?occasion=nonsense").await.assert_ok().assert_shows("/reasons/mentee-other");
}

#[tokio::test]
async fn staff_change_what_follows_and_the_page_keeps_who_when_before_and_after() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed =
        [("onward", "talk_first"), ("rest", "days"), ("rest_days", "45"), ("pause", "days"), ("pause_days", "14")];

    staff.submit("/reasons/mentor-no-time", &typed).await.assert_goes_to("/reasons/mentor-no-time");

    let now = consequences_of(app.db(), NO_TIME).await.unwrap();
    assert_eq!(now, follows(Onward::TalkFirst, Span::Days(45), Span::Days(14)));
    let row = reason_consequences::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((row.changed_by, row.changed_at), (staff.user.as_ref().unwrap().id, app.app.clock.now()));
    let page = staff.get("/reasons/mentor-no-time").await;
    page.assert_ok()
        .assert_shows("Ændret af os")
        .assert_shows("4. marts 2026")
        .assert_shows(&staff.user.as_ref().unwrap().name);
    page.assert_shows("i 30 dage")
        .assert_shows("i 45 dage")
        .assert_shows("på pause i 14 dage")
        .assert_shows("value=\"45\"");
    staff.get("/reasons").await.assert_ok().assert_shows("ændrede “Jeg har ikke tid nu”");
}

#[tokio::test]
async fn there_is_a_way_back_to_the_default_which_is_written_down_too() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Open, Span::Open)).await;
    let staff = app.staff().await;
    staff.get("/reasons/mentor-no-time").await.assert_ok().assert_shows("Tilbage til standarden");

    staff.submit("/reasons/mentor-no-time/default", &[]).await.assert_goes_to("/reasons/mentor-no-time");
    staff.submit("/reasons/mentor-no-time/default", &[]).await.assert_taken();

    assert_eq!(consequences_of(app.db(), NO_TIME).await.unwrap(), NO_TIME.default_consequences());
    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
    let page = staff.get("/reasons/mentor-no-time").await;
    page.assert_ok().assert_shows("tilbage til standarden").assert_shows("De to foreslås ikke for hinanden igen.");
    let about = changes::Column::SubjectId.eq(NO_TIME.id());
    let actions: Vec<String> =
        changes::Entity::find().filter(about).all(app.db()).await.unwrap().into_iter().map(|row| row.action).collect();
    assert_eq!(actions, ["edited", "taken_back"]);
}

#[tokio::test]
async fn saving_the_default_is_no_change_and_keeps_no_row() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed = [("onward", "queue"), ("rest", "days"), ("rest_days", "30"), ("pause", "none"), ("pause_days", "")];

    staff.submit("/reasons/mentor-no-time", &typed).await.assert_taken();

    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
    let about = changes::Column::Subject.eq("reason");
    assert_eq!(changes::Entity::find().filter(about).count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_as_typed_with_the_error_at_its_field() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed = |rest_days| [("onward", "queue"), ("rest", "days"), ("rest_days", rest_days), ("pause", "none")];

    for days in ["", "0", "3651", "en uge", "-3"] {
        let page = staff.submit("/reasons/mentor-no-time", &typed(days)).await;
        page.assert_refused_with("Skriv et helt tal fra 1 til 3650").assert_shows("id=\"rest_days-error\"");
        page.assert_shows(&format!("value=\"{days}\""));
    }
    let empty = staff.submit("/reasons/mentor-no-time", &[]).await;
    empty.assert_refused_with("Vælg, hvad der sker med henvisningen").assert_shows("Vælg, hvor længe der skal gå");
    empty.assert_shows("Vælg, om mentoren sættes på pause");
    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_mentors_no_never_closes_a_referral_and_nobody_rests_for_good_after_a_course() {
    let app = support::start().await;
    let staff = app.staff().await;

    let closing = [("onward", "close"), ("rest", "none"), ("pause", "none")];
    staff.submit("/reasons/mentor-no-time", &closing).await.assert_refused_with("Vælg, hvad der sker med henvisningen");
    let endless = [("onward", "queue"), ("rest", "open"), ("pause", "none")];
    staff.submit("/reasons/course-moved", &endless).await.assert_refused_with("Vælg, hvor længe der skal gå");
    staff.get("/reasons/mentor-no-time").await.assert_hides("Henvisningen lukkes");

    let viewer = app.viewer().await;
    let refused = reason::declare(
        app.db(),
        app.app.clock.now(),
        &viewer,
        NO_TIME,
        follows(Onward::Close, Span::None, Span::None),
        |_| Ok(()),
    );
    assert!(refused.await.is_err());
}

#[tokio::test]
async fn a_reason_that_nobody_knows_has_no_page() {
    let app = support::start().await;
    let staff = app.staff().await;

    staff.get("/reasons/mentor-nonsense").await.assert_not_found();
    staff.submit("/reasons/mentor-found-job-or-education", &[]).await.assert_not_found();
}

#[tokio::test]
async fn two_who_declare_at_once_both_find_their_word_in_the_log_and_one_of_them_holds() {
    let app = support::start().await;
    let mut races = Vec::new();
    for days in 31..=38 {
        let (db, now, viewer) = (app.db().clone(), app.app.clock.now(), app.viewer().await);
        let new = follows(Onward::Queue, Span::Days(days), Span::None);
        races.push(tokio::spawn(async move { reason::declare(&db, now, &viewer, NO_TIME, new, |_| Ok(())).await }));
    }
    for race in races {
        race.await.unwrap().unwrap();
    }

    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 1);
    let about = changes::Column::SubjectId.eq(NO_TIME.id());
    assert_eq!(changes::Entity::find().filter(about).count(app.db()).await.unwrap(), 8);
}
