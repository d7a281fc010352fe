//! The figures as of a past day stay what they were, whatever is corrected later; and the report says what came after.

use brobyg::{
    course::{
        self,
        meeting::{self, NewMeeting},
    },
    outcome::{Figures, Population, Span, What, figures},
    survey::{self, NewAnswer},
};
use chrono::{Days, Duration, NaiveDate};
use entity::{
    Course, Meeting, Survey, User, courses,
    courses::CourseClass,
    meetings::Attendance,
    referrals::Fit,
    survey_answers, surveys,
    surveys::{ActivityStatus, SurveyKind},
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, Browser, TestApp, today, viewer_of};

struct Scene {
    app: TestApp,
    course: Course,
    exit: Survey,
    staff: User,
}

impl Scene {
    /// Somebody whose course ended five days ago as completed, with an exit survey that waits.
    async fn set() -> Self {
        let app = support::start().await;
        let referral = app.referral("Amira").await;
        let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
        let course = app.course(&referral, &mentor).await;
        let ended = courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today() - Days::new(5))),
            seat_hold_id: Set(None),
            class_override: Set(Some(CourseClass::Completed)),
            override_reason: Set(Some("Nåede sit mål".into())),
            ..Default::default()
        };
        let course = ended.update(app.db()).await.unwrap();
        survey::schedule(app.db()).await.unwrap();
        let exit = surveys::Entity::find().filter(surveys::Column::CourseId.eq(course.id));
        let exit = exit.filter(surveys::Column::Kind.eq(SurveyKind::Exit)).one(app.db()).await.unwrap().unwrap();
        let staff = app.user("Karen", Role::Staff, None).await;
        Self { app, course, exit, staff }
    }

    async fn population(&self, as_of: NaiveDate) -> Population {
        let span = Span { from: today() - Days::new(900), to: today(), as_of, partner_id: None };
        Population::load(self.app.db(), span).await.unwrap()
    }

    async fn figures(&self, as_of: NaiveDate) -> Figures {
        figures(&self.population(as_of).await)
    }

    async fn later(&self, as_of: NaiveDate) -> Vec<(NaiveDate, What)> {
        self.population(as_of).await.later.iter().map(|later| (later.on, later.what)).collect()
    }

    async fn answers(&self, status: ActivityStatus) {
        let now = self.app.app.clock.now();
        let answered_on = today();
        let new = NewAnswer { survey_id: self.exit.id, status, answered_on, entered_by: self.staff.id };
        survey::answer(self.app.db(), now, new, |_| Ok(())).await.unwrap();
    }

    async fn meeting(&self, held_on: NaiveDate) -> Meeting {
        let staff = viewer_of(&self.staff);
        let now = self.app.app.clock.now();
        meeting::log(self.app.db(), now, &staff, self.course.id, NewMeeting::held(held_on)).await.unwrap()
    }

    fn a_day_passes(&self) {
        self.app.app.clock.advance(Duration::days(1));
    }
}

#[tokio::test]
async fn a_corrected_answer_counts_from_the_day_of_its_correction() {
    let scene = Scene::set().await;
    scene.answers(ActivityStatus::Job).await;
    assert_eq!(scene.later(today()).await, []);
    scene.a_day_passes();
    scene.answers(ActivityStatus::SeekingJob).await;
    scene.a_day_passes();
    scene.answers(ActivityStatus::Education).await;

    let in_activity = async |days| scene.figures(today() + Days::new(days)).await.exit.in_activity;

    assert_eq!((in_activity(0).await, in_activity(1).await, in_activity(2).await), (1, 0, 1));
    assert_eq!(scene.later(today()).await, [(today() + Days::new(1), What::Answer)]);
    assert_eq!(scene.later(today() + Days::new(2)).await, []);
}

#[tokio::test]
async fn an_answer_that_is_taken_back_is_asked_for_again_and_what_was_said_stays_written() {
    let scene = Scene::set().await;
    scene.answers(ActivityStatus::Job).await;
    scene.a_day_passes();
    let (staff, path) = (scene.app.staff().await, format!("/surveys/{}", scene.exit.id));
    let seen = staff.get(&path).await;
    let seen = support::forms::forms(&seen.body, &path);
    let form = seen.iter().find(|form| form.action.ends_with("/answer/removal")).unwrap();
    let seen = [("seen", form.value("seen"))];

    staff.submit(&format!("{path}/answer/removal"), &seen).await.assert_goes_to(&path);

    staff
        .get(&path)
        .await
        .assert_shows("Svaret blev taget tilbage")
        .assert_shows("Har et job. Svarede den 4. marts 2026");
    let known = async |days| scene.figures(today() + Days::new(days)).await.exit.known;
    assert_eq!((known(0).await, known(1).await), (1, 0));
    let rows = survey_answers::Entity::find().all(scene.app.db()).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.status).collect::<Vec<_>>(), [Some(ActivityStatus::Job), None]);
}

#[tokio::test]
async fn an_answer_that_is_written_down_late_is_not_among_what_was_known_before() {
    let scene = Scene::set().await;
    scene.a_day_passes();
    scene.answers(ActivityStatus::Job).await;

    assert_eq!(scene.figures(today()).await.exit.known, 0);
    assert_eq!(scene.figures(today() + Days::new(1)).await.exit.known, 1);
    assert_eq!(scene.later(today()).await, [(today() + Days::new(1), What::Answer)]);
}

#[tokio::test]
async fn a_course_that_is_reopened_was_ended_until_then() {
    let scene = Scene::set().await;
    scene.a_day_passes();
    let path = format!("/courses/{}", scene.course.id);
    let reopened = scene.app.staff().await.submit(&format!("{path}/reopening"), &[("reason", "Forkert forløb")]).await;
    reopened.assert_goes_to(&path);

    let (before, after) = (scene.figures(today()).await, scene.figures(today() + Days::new(1)).await);

    assert_eq!((before.completed, before.active), (1, 0));
    assert_eq!((after.completed, after.active), (0, 1));
    assert_eq!(scene.later(today()).await, [(today() + Days::new(1), What::Ending)]);
}

#[tokio::test]
async fn a_class_that_staff_decide_otherwise_counts_from_that_day() {
    let scene = Scene::set().await;
    scene.a_day_passes();
    let staff = viewer_of(&scene.staff);
    let decision = course::ending::Decision {
        class: Some(CourseClass::EndedEarly),
        reason: Some("Sluttede før tid".into()),
        end_reason: Some(entity::referrals::Reason::NoTime),
    };
    let now = scene.app.app.clock.now();
    let (db, id) = (scene.app.db(), scene.course.id);
    course::ending::decide_class(db, now, &staff, id, decision, |_| Ok(())).await.unwrap();

    let classes = async |days| {
        let figures = scene.figures(today() + Days::new(days)).await;
        (figures.completed, figures.ended_early)
    };
    assert_eq!((classes(0).await, classes(1).await), ((1, 0), (0, 1)));
}

#[tokio::test]
async fn meetings_that_are_corrected_removed_or_logged_late_count_as_they_were_known() {
    let scene = Scene::set().await;
    let (first, second) = (today() - Days::new(20), today() - Days::new(10));
    let (kept, removed) = (scene.meeting(first).await, scene.meeting(second).await);
    scene.a_day_passes();
    let staff = viewer_of(&scene.staff);
    let (db, now, id) = (scene.app.db(), scene.app.app.clock.now(), scene.course.id);
    let missed = NewMeeting { attendance: Attendance::MenteeNoShow, ..NewMeeting::held(first) };
    meeting::correct(db, now, &staff, (id, kept.id), missed, |_| Ok(())).await.unwrap();
    meeting::remove(db, now, &staff, (id, removed.id)).await.unwrap();
    scene.a_day_passes();
    scene.meeting(today() - Days::new(15)).await;

    let held = async |days| scene.figures(today() + Days::new(days)).await.meetings_held;

    assert_eq!((held(0).await, held(1).await, held(2).await), (2, 0, 1));
}

#[tokio::test]
async fn the_report_of_a_past_day_says_what_was_corrected_since() {
    let scene = Scene::set().await;
    scene.answers(ActivityStatus::Job).await;
    scene.a_day_passes();
    scene.answers(ActivityStatus::SeekingJob).await;
    let staff = scene.app.staff().await;
    let report = async |as_of: &str| staff.get(&format!("/outcomes?from=01-01-2024&to=31-12-2026&as_of={as_of}")).await;

    report("04-03-2026").await.assert_ok().assert_shows("Rettet siden da").assert_shows("Et svar, forløbet matchet");
    report("05-03-2026").await.assert_ok().assert_hides("Rettet siden da");
}

/// What staff judged of the fit on a day stays so on that day.
#[tokio::test]
async fn the_fit_as_of_a_past_day_is_what_was_judged_then() {
    let scene = Scene::set().await;
    let (id, first) = (scene.course.referral_id, scene.app.app.clock.today());
    for (passed, fit) in [(false, "as_agreed"), (true, "much_heavier"), (true, "")] {
        if passed {
            scene.a_day_passes();
        }
        let staff = Browser::signed_in(&scene.app, scene.staff.clone()).await;
        staff.submit(&format!("/referrals/{id}/fit"), &[("fit", fit)]).await.assert_taken();
    }

    let mut told = Vec::new();
    for ago in 0..4 {
        let day = first + Days::new(2) - Days::new(ago);
        told.push(scene.population(day).await.referrals.get(&id).and_then(|referral| referral.fit));
    }
    assert_eq!(told, [None, Some(Fit::MuchHeavier), Some(Fit::AsAgreed), None]);
    let (second, third) = (first + Days::new(1), first + Days::new(2));
    assert_eq!(scene.later(first).await, [(third, What::Fit), (second, What::Fit)]);
    assert_eq!((scene.later(second).await, scene.later(third).await), (vec![(third, What::Fit)], vec![]));
}
