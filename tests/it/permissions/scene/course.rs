//! Two who may meet or do: proposals, courses, surveys.

use brobyg::course::{
    concern::{self, NewConcern, Raiser},
    planned::{self, NewPlan},
};
use brobyg::note::{self, NewNote};
use brobyg::reason::{self, Cause, Consequences, Onward, Span};
use entity::{
    contact_attempts::{self, AttemptChannel, AttemptResult},
    course_agreements, courses, goals,
    links::LinkPurpose,
    meeting_questions, meetings,
    mentors::ContactPreference,
    notes::NoteReaders,
    proposals::{self, DeclineReason},
    silence_steps::{self, SilenceStep},
    stand_ins, surveys, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::Scene;
use crate::support::{today, viewer_of};

impl Scene {
    pub(super) async fn matching(&mut self) {
        let sides =
            [("proposal.own_mentor", self.own.mentor.clone()), ("proposal.other_mentor", self.other.mentor.clone())];
        for (name, mentor) in sides {
            let referral = self.app.referral(&format!("Foreslået til {}", mentor.name)).await;
            let proposal = self.app.proposal(&referral, &mentor).await;
            self.name(name, proposal.id);
            if name == "proposal.own_mentor" {
                self.link("link.proposal", LinkPurpose::Proposal, proposal.id).await;
            }
        }
        let referral = self.app.referral("Spurgt Ung").await;
        let asked = self.app.proposal(&referral, &self.own.mentor).await;
        let accepted = proposals::ActiveModel {
            id: Set(asked.id),
            mentor_accepted_at: Set(Some(self.app.app.clock.now())),
            ..Default::default()
        };
        accepted.update(self.app.db()).await.unwrap();
        self.link("link.mentee", LinkPurpose::MenteeAnswer, asked.id).await;
        self.through_partner().await;
        let waiting = self.app.referral("Ventende Ung").await;
        let jens = self.app.mentor("Jens").await;
        let begun = self.app.course(&self.app.referral("Begyndt Ung").await, &jens).await;
        self.link("link.my_mentor", LinkPurpose::MyMentor, begun.id).await;
        self.link("link.interest", LinkPurpose::Interest, waiting.id).await;
    }

    /// Two young people whose answer their partner passes on, one of each partner.
    async fn through_partner(&mut self) {
        let sides = [
            ("referral.through_own", self.own.partner.clone(), self.own.referrer.clone()),
            ("referral.through_other", self.other.partner.clone(), self.other.referrer.clone()),
        ];
        let mentor = self.app.mentor_in("Tove", "it-udvikler", "62", 2).await;
        for (name, partner, referrer) in sides {
            let referral = self.app.referral_by("Formidlet Ung", &partner, Some(&referrer)).await;
            let through = Set(Some(ContactPreference::ThroughPartner));
            let person = young_people::ActiveModel { contact_preference: through, ..Default::default() };
            self.app.change_person(&referral, person).await;
            let proposal = self.app.proposal(&referral, &mentor).await;
            let now = Set(Some(self.app.app.clock.now()));
            let accepted =
                proposals::ActiveModel { id: Set(proposal.id), mentor_accepted_at: now, ..Default::default() };
            accepted.update(self.app.db()).await.unwrap();
            self.name(name, referral.id);
        }
    }

    /// A reason of which staff have declared what follows, so that it has a history and a way back.
    pub(super) async fn reason(&mut self) {
        let cause = Cause::MentorDeclined(DeclineReason::NoTime);
        let follows = Consequences { onward: Onward::Queue, rest: Span::Days(60), pause: Span::Days(14) };
        let (db, now) = (self.app.db(), self.app.app.clock.now());
        reason::declare(db, now, &viewer_of(&self.staff), cause, follows, |_| Ok(())).await.unwrap();
        self.name("reason.any", cause.code());
    }

    pub(super) async fn planning(&mut self) {
        let viewer = viewer_of(&self.staff);
        let meeting = brobyg::planning::open(self.app.db(), self.app.app.clock.now(), &viewer).await.unwrap();
        self.name("matching_meeting.open", meeting.id);
    }

    /// Of each mentor a meeting and a step of the running course, and a course that has ended after one meeting.
    pub(super) async fn course(&mut self) {
        let own = (self.own.course.id, self.own.mentor.id, self.own.referral.id, Some(self.mentor_user.id));
        let other = (self.other.course.id, self.other.mentor.id, self.other.referral.id, None);
        let named = [
            (["meeting.own", "planned.own", "goal.own", "question.own", "agreed.own"], "course.ended_own", own),
            (
                ["meeting.other", "planned.other", "goal.other", "question.other", "agreed.other"],
                "course.ended_other",
                other,
            ),
        ];
        for ([meeting, planned_name, goal, question, agreed], ended, (course_id, mentor_id, referral_id, logged_by)) in
            named
        {
            let logged = self.meeting(course_id, logged_by).await;
            self.name(meeting, logged);
            let planned = self.planned(course_id).await;
            self.name(planned_name, planned);
            self.question(question, course_id).await;
            self.agreed(agreed, course_id).await;
            let step = goals::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(course_id),
                position: Set(1),
                text: Set("Skrive CV".into()),
                ..Default::default()
            };
            self.name(goal, step.insert(self.app.db()).await.unwrap().id);
            let past = courses::ActiveModel {
                id: Set(Uuid::now_v7()),
                reference: Set(ended.replace(['.', '_'], "-")),
                referral_id: Set(referral_id),
                mentor_id: Set(mentor_id),
                matched_on: Set(today() - chrono::Days::new(20)),
                planned_end_on: Set(today()),
                ended_on: Set(Some(today() - chrono::Days::new(2))),
                version: Set(0),
                ..Default::default()
            };
            let past = past.insert(self.app.db()).await.unwrap();
            self.meeting(past.id, logged_by).await;
            self.name(ended, past.id);
        }
    }

    /// A course of another mentor in which the one who asks stands in.
    pub(super) async fn stand_in(&mut self) {
        let away = self.app.mentor_in("Asta", "it-udvikler", "62", 1).await;
        let course = self.app.course(&self.app.referral("Vikaret Ung").await, &away).await;
        let period = stand_ins::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            mentor_id: Set(self.own.mentor.id),
            from_on: Set(today()),
            until_on: Set(today() + chrono::Days::new(10)),
            named_at: Set(self.app.app.clock.now()),
            named_by: Set(self.staff.id),
            ended_at: Set(None),
            ended_by: Set(None),
        };
        self.name("stand_in.own", period.insert(self.app.db()).await.unwrap().id);
        self.name("course.stood_in", course.id);
    }

    /// Of each running course a concern that its mentor raised.
    pub(super) async fn concern(&mut self) {
        let sides = [
            ("concern.own", "referral.met_own", self.own.course.clone()),
            ("concern.other", "referral.met_other", self.other.course.clone()),
        ];
        for (name, referral, course) in sides {
            let new = NewConcern { said: "Han svarer ikke".into(), wants_stop: false };
            let (now, raiser) = (self.app.app.clock.now(), viewer_of(&self.mentor_user));
            let concern = concern::raise(self.app.db(), now, Raiser::Signed(&raiser), course.id, new).await.unwrap();
            self.name(name, concern.id);
            self.name(referral, course.referral_id);
        }
    }

    /// A note about the young person of the own side.
    pub(super) async fn note(&mut self) {
        let (db, now, person) = (self.app.db(), self.app.app.clock.now(), self.own.referral.young_person_id);
        let new = NewNote { text: "Ring om aftenen".into(), readers: NoteReaders::Staff, is_pinned: true };
        note::write(db, now, &viewer_of(&self.staff), person, new).await.unwrap();
        let id = note::of_people(db, &[person]).await.unwrap().remove(0).note.thread_id;
        self.name("note.own", id);
    }

    /// A meeting that the staff of the scene agreed for tomorrow.
    async fn planned(&mut self, course_id: Uuid) -> Uuid {
        let now = self.app.app.clock.now();
        let new =
            NewPlan { starts_at: now + chrono::Duration::days(1), minutes: 60, channel: meetings::Channel::InPerson };
        let planned = planned::plan(self.app.db(), now, &viewer_of(&self.staff), course_id, new).await.unwrap();
        if course_id == self.own.course.id {
            self.link("link.planned", LinkPurpose::PlannedMeeting, planned.id).await;
            self.link("link.calendar", LinkPurpose::CalendarFeed, self.mentor_user.id).await;
        }
        planned.id
    }

    /// A course that is silent, of whose young person the referrer was asked whether they can reach them: of each partner one.
    pub(super) async fn silence(&mut self) {
        let mentor = self.app.mentor_in("Stille", "it-udvikler", "62", 2).await;
        let sides = [
            ("referral.silent_own", self.own.partner.clone(), self.own.referrer.clone()),
            ("referral.silent_other", self.other.partner.clone(), self.other.referrer.clone()),
        ];
        for (number, (name, partner, referrer)) in sides.into_iter().enumerate() {
            let referral = self.app.referral_by("Stille Ung", &partner, Some(&referrer)).await;
            let course = if number == 0 { Some(self.app.course(&referral, &mentor).await) } else { None };
            self.name(name, referral.id);
            let Some(course) = course else { continue };
            let step = self.silence_step(course.id, course.matched_on).await;
            self.link("link.silence", LinkPurpose::SilenceReferrer, step).await;
        }
        let own = self.silence_step(self.own.course.id, today()).await;
        self.name("silence.own", own);
    }

    async fn silence_step(&self, course_id: Uuid, since_on: chrono::NaiveDate) -> Uuid {
        let step = silence_steps::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            since_on: Set(since_on),
            step: Set(SilenceStep::Referrer),
            taken_on: Set(today()),
            ..Default::default()
        };
        silence_steps::Entity::insert(step).exec_with_returning(self.app.db()).await.unwrap().id
    }

    /// What the two agreed, unconfirmed.
    async fn agreed(&mut self, name: &'static str, course_id: Uuid) {
        let version = course_agreements::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            version: Set(1),
            goal: Set("Et fritidsjob".into()),
            made_at: Set(self.app.app.clock.now()),
            ..Default::default()
        };
        let version = course_agreements::Entity::insert(version).exec_with_returning(self.app.db()).await.unwrap();
        self.name(name, version.id);
        if course_id == self.own.course.id {
            self.link("link.agreed", LinkPurpose::AgreementMentor, version.id).await;
            self.link("link.onward", LinkPurpose::Onward, course_id).await;
            self.link("link.my_course", LinkPurpose::MyCourse, course_id).await;
        }
    }

    /// Whether the two met lately, asked today.
    async fn question(&mut self, name: &'static str, course_id: Uuid) {
        let question = meeting_questions::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            about_on: Set(today()),
            since_on: Set(today() - chrono::Days::new(2)),
            asked_at: Set(self.app.app.clock.now()),
            ..Default::default()
        };
        let question = meeting_questions::Entity::insert(question).exec_with_returning(self.app.db()).await.unwrap();
        self.name(name, question.id);
        if course_id == self.own.course.id {
            self.link("link.met_mentor", LinkPurpose::MetMentor, question.id).await;
        }
    }

    async fn meeting(&self, course_id: Uuid, logged_by: Option<Uuid>) -> Uuid {
        let meeting = meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            held_on: Set(today() - chrono::Days::new(3)),
            minutes: Set(None),
            channel: Set(None),
            attendance: Set(meetings::Attendance::Held),
            note: Set(None),
            logged_by: Set(logged_by),
            logged_by_mentor: Set(None),
            logged_at: Set(self.app.app.clock.now()),
            known_on: Set(None),
        };
        meeting.insert(self.app.db()).await.unwrap().id
    }

    pub(super) async fn survey(&mut self) {
        let survey = surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.own.course.id),
            kind: Set(surveys::SurveyKind::Exit),
            due_on: Set(today()),
            ..Default::default()
        };
        let survey = surveys::Entity::insert(survey).exec_with_returning(self.app.db()).await.unwrap();
        self.name("survey.open", survey.id);
        let attempt = contact_attempts::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.own.course.id),
            kind: Set(surveys::SurveyKind::Exit),
            attempted_on: Set(today()),
            channel: Set(AttemptChannel::Phone),
            result: Set(AttemptResult::NoAnswer),
            ..Default::default()
        };
        let attempt = contact_attempts::Entity::insert(attempt).exec_with_returning(self.app.db()).await.unwrap();
        self.name("attempt.open", attempt.id);
        self.link("link.survey", LinkPurpose::Survey, survey.id).await;
        self.link("link.quiet_test", LinkPurpose::QuietTest, survey.id).await;
    }
}
