//! A course that has begun, is agreed about, paused or over, and what it is asked afterwards.

use brobyg::{duty::Thing, message::Addressee, questionnaire, survey};
use chrono::{Days, Duration};
use entity::{
    Course, Mentor,
    concerns::{self, ConcernSide},
    course_agreements, course_pauses,
    courses::{self, CourseClass},
    meeting_questions,
    meetings::Channel,
    mentors, messages, planned_meetings,
    questionnaires::{self, Wave},
    silence_steps::{self, SilenceStep},
    stand_ins, surveys,
    users::{self, Role},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::Scene;
use crate::support::today;

impl Scene {
    /// A course that has ended, or its survey.
    pub(super) async fn over(&self, kind: &str) -> Uuid {
        let course = self.ended_course().await;
        survey::schedule(self.app.db()).await.unwrap();
        let own = surveys::Column::CourseId.eq(course.id);
        let exit = surveys::Column::Kind.eq(surveys::SurveyKind::Exit);
        let planned = surveys::Entity::find().filter(own).filter(exit).one(self.app.db()).await.unwrap();
        if kind.starts_with("survey-") { self.survey(&course, planned).await } else { course.id }
    }

    /// The survey that is to come, of a course that ended some months ago.
    pub(super) async fn between_surveys(&self) -> Uuid {
        let course = self.ended_course().await;
        survey::schedule(self.app.db()).await.unwrap();
        let later = surveys::Column::Kind.eq(surveys::SurveyKind::TwelveMonth);
        let planned = surveys::Entity::find().filter(surveys::Column::CourseId.eq(course.id)).filter(later);
        let planned = planned.one(self.app.db()).await.unwrap();
        self.survey(&course, planned).await
    }

    /// A course that has ended, of which each side is asked how it went.
    pub(super) async fn asked_how_it_went(&self) -> Uuid {
        let course = self.ended_course().await;
        let ended_on = course.ended_on.unwrap();
        for instrument in questionnaire::instruments() {
            let asked = questionnaires::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(course.id),
                instrument: Set(instrument.code.clone()),
                version: Set(instrument.version),
                side: Set(instrument.side),
                wave: Set(Wave::End),
                due_on: Set(ended_on),
                opened_on: Set(ended_on),
                asked_on: Set(Some(today())),
                closes_on: Set(ended_on + Days::new(30)),
                ..Default::default()
            };
            questionnaires::Entity::insert(asked).exec_without_returning(self.app.db()).await.unwrap();
        }
        course.id
    }

    /// A course that has begun, of which both are asked where the young person stands.
    pub(super) async fn asked_how_it_goes(&self) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let instruments = questionnaire::instruments().iter();
        for instrument in instruments.filter(|one| one.waves.contains(&Wave::Start)) {
            let asked = questionnaires::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(course.id),
                instrument: Set(instrument.code.clone()),
                version: Set(instrument.version),
                side: Set(instrument.side),
                wave: Set(Wave::Start),
                due_on: Set(today()),
                opened_on: Set(today()),
                asked_on: Set(Some(today())),
                closes_on: Set(today() + Days::new(30)),
                ..Default::default()
            };
            questionnaires::Entity::insert(asked).exec_without_returning(self.app.db()).await.unwrap();
        }
        course.id
    }

    pub(super) async fn ended_course(&self) -> Course {
        self.ended_as(CourseClass::Completed).await
    }

    /// Of one that was not completed no survey asks how they are, so nothing else says that it is over.
    pub(super) async fn ended_as(&self, class: CourseClass) -> Course {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let ended = courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today() - Days::new(3))),
            seat_hold_id: Set(None),
            class_override: Set(Some(class)),
            ..Default::default()
        };
        ended.update(self.app.db()).await.unwrap()
    }

    pub(super) async fn running_course(&self, is_paused: bool) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        if is_paused {
            let pause = course_pauses::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(course.id),
                from_on: Set(today()),
                until_on: Set(None),
                reason: Set("Eksamen".into()),
            };
            pause.insert(self.app.db()).await.unwrap();
        }
        course.id
    }

    /// A course whose planned end is near, and nobody has said what comes after it.
    pub(super) async fn about_to_end(&self) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let near = courses::ActiveModel {
            id: Set(course.id),
            planned_end_on: Set(today() + Days::new(20)),
            ..Default::default()
        };
        near.update(self.app.db()).await.unwrap().id
    }

    /// A course in which somebody stands in for the next days: the mentor of the scene for another, where the letter is to whoever
    /// stands in; otherwise another for them.
    pub(super) async fn stand_in(&self, kind: &str) -> Uuid {
        let other = self.app.mentor_in("Tove", "it-udvikler", "62", 1).await;
        let (away, standing_in) = if kind == "stand_in" { (&other, &self.mentor) } else { (&self.mentor, &other) };
        let course = self.app.course(&self.referral, away).await;
        let user = self.app.user(&standing_in.name, Role::Mentor, None).await;
        let signs_in =
            mentors::ActiveModel { id: Set(standing_in.id), user_id: Set(Some(user.id)), ..Default::default() };
        signs_in.update(self.app.db()).await.unwrap();
        let seen = users::ActiveModel { id: Set(user.id), last_seen_on: Set(Some(today())), ..Default::default() };
        seen.update(self.app.db()).await.unwrap();
        self.stands_in(course.id, standing_in).await
    }

    async fn stands_in(&self, course_id: Uuid, mentor: &Mentor) -> Uuid {
        let period = stand_ins::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            mentor_id: Set(mentor.id),
            from_on: Set(today()),
            until_on: Set(today() + Days::new(10)),
            named_at: Set(self.app.app.clock.now()),
            named_by: Set(self.staff.id),
            ended_at: Set(None),
            ended_by: Set(None),
        };
        period.insert(self.app.db()).await.unwrap().id
    }

    /// A concern that nobody has taken, passed on to the one of staff.
    pub(super) async fn concern(&self) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let now = self.app.app.clock.now();
        self.app.sees_to(&self.staff, Thing::Course, course.id).await;
        let concern = concerns::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            side: Set(ConcernSide::YoungPerson),
            raised_at: Set(now - Duration::days(1)),
            said: Set("Han råber ad mig".into()),
            wants_stop: Set(false),
            passed_at: Set(Some(now)),
            passed_to: Set(Some(self.staff.id)),
            ..Default::default()
        };
        concern.insert(self.app.db()).await.unwrap().id
    }

    /// The mentor was told of a meeting of this evening, at which somebody else stands in.
    pub(super) async fn passed_on(&self) -> Uuid {
        let id = self.planned("planned_passed_on").await;
        let now = self.app.app.clock.now();
        let left = messages::ActiveModel { accepted_at: Set(Some(now)), ..Default::default() };
        self.app.message("planned_mentor", id, Some(Addressee::mentor(self.mentor.id)), left).await;
        let meeting = planned_meetings::Entity::find_by_id(id).one(self.app.db()).await.unwrap().unwrap();
        let other = self.app.mentor_in("Tove", "it-udvikler", "62", 1).await;
        self.stands_in(meeting.course_id, &other).await;
        id
    }

    /// A meeting of this evening that was agreed days ago, called off where the letter says so.
    pub(super) async fn planned(&self, kind: &str) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let now = self.app.app.clock.now();
        let is_off = kind.contains("cancelled");
        let meeting = planned_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            starts_at: Set(now + Duration::hours(6)),
            minutes: Set(60),
            channel: Set(Channel::Phone),
            suggested_by: Set(self.staff.id),
            made_at: Set(now - Duration::days(3)),
            sequence: Set(0),
            changed_at: Set(now - Duration::days(3)),
            cancelled_at: Set(is_off.then_some(now)),
            ..Default::default()
        };
        let id = meeting.insert(self.app.db()).await.unwrap().id;
        if is_off {
            let left = || messages::ActiveModel { accepted_at: Set(Some(now)), ..Default::default() };
            for told in ["planned_mentor", "planned_mentee"] {
                self.app.message(told, id, None, left()).await;
            }
        }
        id
    }

    /// A course of which nobody has confirmed what was agreed.
    pub(super) async fn agreed(&self) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let version = course_agreements::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            version: Set(1),
            goal: Set("Et fritidsjob".into()),
            made_at: Set(self.app.app.clock.now()),
            ..Default::default()
        };
        course_agreements::Entity::insert(version).exec_without_returning(self.app.db()).await.unwrap();
        course.id
    }

    /// A course whose first meeting is overdue, in which the step of this letter was taken.
    pub(super) async fn silent(&self, kind: &str) -> Uuid {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let step = match kind {
            "silence_mentor" => SilenceStep::Mentor,
            "silence_referrer" => SilenceStep::Referrer,
            _ => SilenceStep::YoungPerson,
        };
        let step = silence_steps::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            since_on: Set(course.matched_on),
            step: Set(step),
            taken_on: Set(today()),
            ..Default::default()
        };
        silence_steps::Entity::insert(step).exec_without_returning(self.app.db()).await.unwrap();
        course.id
    }

    /// A course of which it is asked whether the two met: after an agreed meeting the mentor, otherwise the young person.
    pub(super) async fn asked_whether_they_met(&self, kind: &str) -> Uuid {
        let now = self.app.app.clock.now();
        let planned = if kind.ends_with("mentor") { Some(self.planned(kind).await) } else { None };
        let course = match planned {
            Some(id) => {
                let begun = planned_meetings::ActiveModel {
                    id: Set(id),
                    starts_at: Set(now - Duration::days(1)),
                    ..Default::default()
                };
                begun.update(self.app.db()).await.unwrap().course_id
            }
            None => self.running_course(false).await,
        };
        let question = meeting_questions::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course),
            planned_meeting_id: Set(planned),
            about_on: Set(today() - Days::new(1)),
            since_on: Set(today() - Days::new(1)),
            asked_at: Set(now),
            ..Default::default()
        };
        meeting_questions::Entity::insert(question).exec_without_returning(self.app.db()).await.unwrap();
        course
    }

    /// The survey that was planned; where none is, one that stands from before.
    async fn survey(&self, course: &Course, planned: Option<entity::Survey>) -> Uuid {
        if let Some(planned) = planned {
            return planned.id;
        }
        let from_before = surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            kind: Set(surveys::SurveyKind::Exit),
            due_on: Set(today()),
            ..Default::default()
        };
        from_before.insert(self.app.db()).await.unwrap().id
    }
}
