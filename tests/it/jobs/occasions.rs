//! Since when each thing is due of which the clock writes: a file holds back what came by its day, and nothing that comes later.

use brobyg::{
    backlog::{self, Due},
    course::{did_you_meet, onward, silence},
    mentor::screening,
    referral::interest,
    survey::{self, quiet_test},
};
use chrono::{Days, Months, NaiveDate};
use entity::{
    Course, Survey,
    consents::ConsentPurpose,
    courses, held_letters, imports,
    meetings::{self, Attendance},
    mentors::{self, CriminalRecordStatus},
    referrals,
    surveys::{self, SurveyKind},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, QueryFilter};

use super::*;
use crate::support::today;

impl TestApp {
    /// A file that comes now brings these in.
    pub async fn brought_in(&self, things: &[Uuid]) {
        let tx = self.db().begin().await.unwrap();
        backlog::brought(&tx, self.app.clock.now(), things).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Of what a job found, what is written about.
    pub async fn not_held(&self, due: Vec<Due>) -> Vec<Uuid> {
        backlog::spared(self.db(), due).await.unwrap().found
    }

    async fn runs(&self) -> Course {
        let (referral, mentor) = (self.referral("Amira").await, self.mentor("Jonas").await);
        self.agreed(&referral, ConsentPurpose::Survey).await;
        self.course(&referral, &mentor).await
    }

    async fn changes(&self, course: &Course, matched_on: NaiveDate, planned_end_on: NaiveDate) {
        let (matched_on, planned_end_on) = (Set(matched_on), Set(planned_end_on));
        let row = courses::ActiveModel { id: Set(course.id), matched_on, planned_end_on, ..Default::default() };
        row.update(self.db()).await.unwrap();
    }

    async fn meet(&self, course: &Course) {
        let row = meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            held_on: Set(self.app.clock.today()),
            attendance: Set(Attendance::Held),
            logged_at: Set(self.app.clock.now()),
            ..Default::default()
        };
        row.insert(self.db()).await.unwrap();
    }
}

fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}

/// One thing that is due, since this day.
fn only(due: &[Due]) -> (Uuid, NaiveDate) {
    assert_eq!(due.len(), 1, "{due:?}");
    (due[0].id, due[0].on)
}

#[tokio::test]
async fn a_hold_is_of_an_occasion_and_ends_with_the_day_of_the_file() {
    let app = support::start().await;
    let course = app.runs().await;
    app.brought_in(&[course.referral_id]).await;
    let (of, id) = (course.id, thing(1));
    let due = |on| Due { id, of, on };

    assert_eq!(app.not_held(vec![due(today() - days(40)), due(today())]).await, [], "a course of a brought referral");
    assert_eq!(app.not_held(vec![due(today() + days(1))]).await, [id]);
    assert_eq!(app.not_held(vec![due(today()), due(today() + days(1)), due(today() + days(2))]).await, [id]);
    assert_eq!(app.not_held(vec![Due { id, of: thing(2), on: today() }]).await, [id], "of no file");
}

#[tokio::test]
async fn the_latest_file_that_tells_of_a_thing_counts() {
    let app = support::start().await;
    app.brought_in(&[thing(1)]).await;
    let due = Due { id: thing(1), of: thing(1), on: today() + days(3) };
    assert_eq!(app.not_held(vec![due]).await, [thing(1)]);
    app.days_pass(3);
    app.brought_in(&[thing(1)]).await;
    assert_eq!(app.not_held(vec![due]).await, []);
}

#[tokio::test]
async fn interest_is_due_since_nobody_has_said_so_for_long() {
    let app = support::start().await;
    let rules = &app.app.config.rules;
    let id = app.referral("Længe Ventet").await.id;
    let change = |referred_on, requeued_on| referrals::ActiveModel {
        id: Set(id),
        referred_on: Set(referred_on),
        requeued_on: Set(requeued_on),
        ..Default::default()
    };
    change(today() - days(rules.interest_days + 50), None).update(app.db()).await.unwrap();
    app.brought_in(&[id]).await;
    let found = interest::unsure(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&found), (id, today() - days(50)));
    assert_eq!(app.not_held(found).await, []);

    let again = today() + days(1);
    change(today() - days(rules.interest_days + 50), Some(again)).update(app.db()).await.unwrap();
    app.days_pass(rules.interest_days + 1);
    let found = interest::unsure(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&found), (id, again + days(rules.interest_days)));
    assert_eq!(app.not_held(found).await, [id]);
}

#[tokio::test]
async fn a_check_is_due_sixty_days_before_it_runs_out() {
    let app = support::start().await;
    let id = app.mentor("Jonas").await.id;
    let runs_out = |on| mentors::ActiveModel {
        id: Set(id),
        criminal_record_status: Set(Some(CriminalRecordStatus::Approved)),
        criminal_record_expires_on: Set(Some(on)),
        ..Default::default()
    };
    runs_out(today() + days(30)).update(app.db()).await.unwrap();
    app.brought_in(&[id]).await;
    let found = screening::expiring(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(only(&found), (id, today() - days(30)));
    assert_eq!(app.not_held(found).await, []);

    runs_out(today() + days(61)).update(app.db()).await.unwrap();
    app.days_pass(1);
    let found = screening::expiring(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(only(&found), (id, today() + days(1)));
    assert_eq!(app.not_held(found).await, [id]);
}

#[tokio::test]
async fn whether_two_met_is_due_the_day_after_and_a_silence_once_it_is_one() {
    let app = support::start().await;
    let rules = &app.app.config.rules;
    let course = app.runs().await;
    let rhythm = days(rules.rhythm(None));
    app.changes(&course, today() - rhythm - days(3), today() + days(400)).await;
    app.brought_in(&[course.id]).await;
    let now = app.app.clock.now();
    let (asked, steps) = (
        did_you_meet::to_ask(app.db(), now, rules).await.unwrap(),
        silence::to_take(app.db(), now, rules).await.unwrap(),
    );
    assert_eq!(only(&asked), (course.id, today() - days(2)));
    assert_eq!(only(&steps), (course.id, today() - rhythm - days(3) + days(rules.first_meeting_days + 1)));
    assert_eq!((app.not_held(asked).await, app.not_held(steps).await), (vec![], vec![]));

    app.days_pass(1);
    app.meet(&course).await;
    let met_on = app.app.clock.today();
    app.days_pass(rules.rhythm(None) + 1);
    let asked = did_you_meet::to_ask(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&asked), (course.id, met_on + rhythm + days(1)));
    assert_eq!(app.not_held(asked).await, [course.id]);
    app.days_pass(rules.silent_after(None));
    let steps = silence::to_take(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&steps), (course.id, met_on + days(rules.silent_after(None) + 1)));
    assert_eq!(app.not_held(steps).await, [course.id]);
}

#[tokio::test]
async fn what_comes_after_is_due_some_weeks_before_each_planned_end() {
    let app = support::start().await;
    let rules = &app.app.config.rules;
    let course = app.runs().await;
    app.changes(&course, today() - days(100), today() + days(rules.onward_plan_days - 5)).await;
    app.brought_in(&[course.id]).await;
    let found = onward::to_ask(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&found), (course.id, today() - days(5)));
    assert_eq!(app.not_held(found).await, []);

    app.changes(&course, today() - days(100), today() + days(rules.onward_plan_days + 7)).await;
    app.days_pass(7);
    let found = onward::to_ask(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&found), (course.id, today() + days(7)));
    assert_eq!(app.not_held(found).await, [course.id]);
}

async fn survey_of(app: &TestApp, kind: SurveyKind) -> Survey {
    surveys::Entity::find().filter(surveys::Column::Kind.eq(kind)).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn surveys_and_quiet_tests_are_due_each_on_its_own_day() {
    let app = support::start().await;
    let rules = &app.app.config.rules;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let course = app.completed_course(&referral, &mentor).await;
    app.brought_in(&[course.id]).await;
    let (exit, later) = (survey_of(&app, SurveyKind::Exit).await, survey_of(&app, SurveyKind::TwelveMonth).await);
    let found = survey::to_invite(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(only(&found), (exit.id, today()));
    assert_eq!(app.not_held(found).await, []);

    let test_on = later.due_on - Months::new(9);
    app.days_pass((test_on - today()).num_days());
    let tests = quiet_test::to_ask(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(only(&tests), (later.id, test_on));
    app.days_pass(2);
    app.brought_in(&[course.id]).await;
    let tests = quiet_test::to_ask(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(app.not_held(tests).await, [], "it was due two days before this file");
    let next_on = later.due_on - Months::new(6);
    app.days_pass((next_on - app.app.clock.today()).num_days());
    let tests = quiet_test::to_ask(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(only(&tests), (later.id, next_on));
    assert_eq!(app.not_held(tests).await, [later.id]);

    app.days_pass((later.due_on - app.app.clock.today()).num_days());
    let found = survey::to_invite(app.db(), app.app.clock.now(), rules).await.unwrap();
    assert_eq!(app.not_held(found).await, [later.id]);
}

#[tokio::test]
async fn what_is_only_told_is_written_down_nowhere() {
    let house = House::new().await;
    let id = house.app.referral("Længe Ventet").await.id;
    let referred_on = Set(today() - Days::new(400));
    referrals::ActiveModel { id: Set(id), referred_on, ..Default::default() }.update(house.app.db()).await.unwrap();
    house.app.brought_in(&[id]).await;
    let asking = || brobyg::jobs::jobs().into_iter().filter(|job| job.name == "interest-questions");
    house.does(asking().collect()).await;
    house.turns_to_next_day(8);
    held_letters::Entity::delete_many().exec(house.app.db()).await.unwrap();

    let told = brobyg::jobs::expected(&house.app.app, &asking().collect::<Vec<_>>()).await.unwrap();

    assert_eq!(told.len(), 1);
    assert_eq!(told[0].things, Some(0));
    assert_eq!(held_letters::Entity::find().one(house.app.db()).await.unwrap(), None);
    house.does(asking().collect()).await;
    assert_eq!(held_letters::Entity::find().all(house.app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn of_two_who_decide_at_once_the_second_is_told_so() {
    let app = support::start().await;
    app.brought_in(&[thing(1)]).await;
    let import = imports::Entity::find().one(app.db()).await.unwrap().unwrap().id;
    let (staff, path) = (app.staff().await, format!("/imports/{import}/decision"));
    staff.submit(&path, &[("writes", "yes")]).await.assert_goes_to("/imports");

    staff.submit(&path, &[("writes", "no")]).await.assert_goes_to("/imports");

    staff.get("/imports").await.assert_shows("En anden har sagt ja");
    assert!(imports::Entity::find().one(app.db()).await.unwrap().unwrap().writes);
    staff.submit(&format!("/imports/{}/decision", thing(1)), &[("writes", "no")]).await.assert_not_found();
}
