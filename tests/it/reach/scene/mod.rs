//! The scene of a letter: whom it is about, and what has happened.

mod course;
mod digest;
mod interview;
mod status;
mod stop;
mod texted;

use std::sync::Arc;

use brobyg::{
    matching,
    mentor::application,
    message::{self, Cause, Letter, MessageKind, sms::Sms},
    referral::{self, withdraw_consent},
    word::Worded,
};
use chrono::Days;
use entity::{
    Mentor, Proposal, Referral, User, Words,
    consents::ConsentPurpose,
    courses, mentors,
    mentors::{ContactPreference, CriminalRecordStatus},
    messages, proposals,
    referrals::{self, Reason},
    seat_holds,
    users::Role,
    year_letters, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, prelude::Uuid};

use ConsentPurpose::{MentorCourse, Survey};

pub use texted::MENTORS_NUMBER;

use crate::support::{self, Page, TestApp, UNKNOWN, today, viewer_of};

/// How the young person of a scene is to be reached.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Young {
    /// Has a mail of their own and says yes to everything.
    Own,
    English,
    ThroughPartner,
    WantsNoSurvey,
    /// Was never asked about surveys.
    SurveyUnanswered,
    /// Took the consent to a mentor back after the letter was queued.
    TookBack,
    /// Took the consent to surveys back after the letter was queued.
    TookSurveyBack,
    /// Prefers to be phoned.
    Phone,
    /// Has neither mail nor phone.
    NoAddress,
}

pub const OWN: &str = "ung@ung.example";

/// A young person, a mentor and a member of staff, and whatever a letter is about.
pub struct Scene {
    pub app: TestApp,
    pub staff: User,
    invited: User,
    pub(super) mentor: Mentor,
    pub(super) referral: Referral,
}

impl Scene {
    pub async fn set(young: Young) -> Self {
        Self::set_in(support::start().await, young).await
    }

    /// The same where text messages leave the house.
    pub async fn set_with_texts(young: Young) -> Self {
        let mut app = support::start().await;
        let mut config = (*app.app.config).clone();
        config.sms.preset = "folder".into();
        app.app.sms = Sms::open(&config.sms, &config.base_url, app.data.path()).unwrap();
        app.app.config = Arc::new(config);
        Self::set_in(app.opened_again(), young).await
    }

    async fn set_in(app: TestApp, young: Young) -> Self {
        let partner = app.partner("Helhedsplan Nord").await;
        let referrer = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
        let (staff, invited) =
            (app.user("Sanne Holm", Role::Staff, None).await, app.user("Ida Ny", Role::Staff, None).await);
        let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
        let referral = app.referral_by("Amira Test", &partner, Some(&referrer)).await;
        app.agreed(&referral, MentorCourse).await;
        match young {
            Young::WantsNoSurvey => app.refused(&referral, Survey).await,
            Young::SurveyUnanswered => {}
            _ => app.agreed(&referral, Survey).await,
        }
        app.change_person(&referral, person(young)).await;
        Self { app, staff, invited, mentor, referral }
    }

    async fn proposal(&self, change: proposals::ActiveModel) -> Proposal {
        let proposal = self.app.proposal(&self.referral, &self.mentor).await;
        let staff = Set(Some(self.staff.id));
        let change = proposals::ActiveModel { id: Set(proposal.id), proposed_by: staff, ..change };
        change.update(self.app.db()).await.unwrap()
    }

    async fn refer(&self, change: referrals::ActiveModel) -> Uuid {
        referrals::ActiveModel { id: Set(self.referral.id), ..change }.update(self.app.db()).await.unwrap();
        self.referral.id
    }

    /// Makes what the letter of this kind is about, and gives its id.
    pub async fn subject(&self, kind: &str) -> Uuid {
        match self.of_course(kind).await {
            Some(subject) => subject,
            None => self.of_referral(kind).await,
        }
    }

    /// What a letter about a course is about; nothing where it is about something else.
    async fn of_course(&self, kind: &str) -> Option<Uuid> {
        let begun = ["course_begun_mentor", "course_begun_referrer"];
        let subject = match kind {
            _ if kind.starts_with("agreement_") => self.agreed().await,
            _ if kind.starts_with("exit_") => self.asked_how_it_went().await,
            _ if kind.starts_with("progress_") => self.asked_how_it_goes().await,
            "onward_plan" => self.about_to_end().await,
            _ if kind.starts_with("silence_") => self.silent(kind).await,
            _ if kind.starts_with("did_you_meet") => self.asked_whether_they_met(kind).await,
            _ if kind.starts_with("stand_in") => self.stand_in(kind).await,
            _ if kind.starts_with("advice_") => self.advice(kind == "advice_answered").await,
            _ if kind.starts_with("status_") => self.status().await,
            "planned_passed_on" => self.passed_on().await,
            _ if kind.starts_with("planned_") => self.planned(kind).await,
            "quiet-test" => self.between_surveys().await,
            _ if kind.starts_with("interview_") => self.drawn(kind).await,
            "course_ended_mentee" => self.ended_as(courses::CourseClass::Interrupted).await.id,
            _ if kind.starts_with("course_ended") || kind.starts_with("survey-") => self.over(kind).await,
            _ if kind.starts_with("course_") && !begun.iter().any(|begun| kind.starts_with(begun)) => {
                self.running_course(kind == "course_paused").await
            }
            _ if kind.starts_with("digest_") => self.digest(kind).await,
            _ if kind.starts_with("concern_") => self.concern().await,
            _ => return None,
        };
        Some(subject)
    }

    /// What a letter about a referral, a mentor or a sign-in is about.
    async fn of_referral(&self, kind: &str) -> Uuid {
        let now = Some(self.app.app.clock.now());
        match kind {
            "invitation" | "password_reset" | "password_changed" => self.invited.id,
            _ if kind == application::letters::CONFIRM_EMAIL.name => {
                let applied = mentors::ActiveModel {
                    id: Set(self.mentor.id),
                    approved_on: Set(None),
                    email_confirmed_at: Set(None),
                    ..Default::default()
                };
                applied.update(self.app.db()).await.unwrap().id
            }
            _ if kind == application::letters::ALREADY_KNOWN.name => self.mentor.id,
            "referral_accepted" | "referral_interest" | "referral_preparation" => self.referral.id,
            "referral_interest_reminder" | "referral_interest_unanswered" => {
                let asked_on = Set(Some(today() - Days::new(7)));
                self.refer(referrals::ActiveModel { interest_asked_on: asked_on, ..Default::default() }).await
            }
            "a_year_later" => {
                let told = year_letters::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    mentor_id: Set(self.mentor.id),
                    told_on: Set(today()),
                    is_own: Set(true),
                    known: Set(4),
                    in_activity: Set(3),
                };
                told.insert(self.app.db()).await.unwrap().mentor_id
            }
            "texts_stopped" | "texts_stopped_mentor" => self.stopped(kind == "texts_stopped").await,
            "contact_of_referrer" | "contact_of_mentor" | "contact_of_partner" => self.another_contact(kind).await,
            "certificate_expiring" => {
                let expiring = mentors::ActiveModel {
                    id: Set(self.mentor.id),
                    criminal_record_status: Set(Some(CriminalRecordStatus::Approved)),
                    criminal_record_expires_on: Set(Some(today() + Days::new(30))),
                    ..Default::default()
                };
                expiring.update(self.app.db()).await.unwrap().id
            }
            _ if kind == referral::letters::QUESTION.name => {
                let asked = referrals::ActiveModel {
                    asked_at: Set(now),
                    question: Set(Some("Hvornår?".into())),
                    ..Default::default()
                };
                self.refer(asked).await
            }
            _ if kind == referral::letters::DECLINED.name => {
                self.refer(referrals::ActiveModel { declined_on: Set(Some(today())), ..Default::default() }).await
            }
            "referral_interest_lost" | "referral_interest_closed" => {
                let (closed_on, why) = (Set(Some(today())), Set(Some(Reason::NoLongerWants)));
                let over = referrals::ActiveModel { closed_on, not_started_reason: why, ..Default::default() };
                self.refer(over).await
            }
            _ => self.proposed(kind).await,
        }
    }

    /// The proposal that a letter of this kind is about.
    async fn proposed(&self, kind: &str) -> Uuid {
        let now = Some(self.app.app.clock.now());
        let default = <proposals::ActiveModel as Default>::default;
        match kind {
            _ if kind == matching::letters::ASKED.name => {
                self.proposal(proposals::ActiveModel { asked_at: Set(now), ..default() }).await.id
            }
            _ if [matching::letters::MENTEE_ASKED.name, matching::letters::MENTEES_TURN.name].contains(&kind) => {
                self.proposal(proposals::ActiveModel { mentor_accepted_at: Set(now), ..default() }).await.id
            }
            "proposal_back_in_queue" | "proposal_declined" | "proposal_expired" => {
                let gone = proposals::ActiveModel {
                    closed_at: Set(now),
                    expired_at: Set(now),
                    seat_hold_id: Set(None),
                    ..default()
                };
                self.proposal(gone).await.id
            }
            _ if [matching::letters::BEGUN_MENTOR.name, matching::letters::BEGUN_REFERRER.name].contains(&kind) => {
                let both = proposals::ActiveModel {
                    mentor_accepted_at: Set(now),
                    mentee_accepted_at: Set(now),
                    closed_at: Set(now),
                    seat_hold_id: Set(None),
                    ..default()
                };
                let proposal = self.proposal(both).await;
                // The course is on its seat now.
                seat_holds::Entity::delete_many().exec(self.app.db()).await.unwrap();
                let course = self.app.course(&self.referral, &self.mentor).await;
                let of = courses::ActiveModel { proposal_id: Set(Some(proposal.id)), ..Default::default() };
                courses::ActiveModel { id: Set(course.id), ..of }.update(self.app.db()).await.unwrap();
                proposal.id
            }
            _ => self.proposal(default()).await.id,
        }
    }

    /// The letter as it would be written now.
    pub async fn letter(&self, kind: &MessageKind, subject: Uuid) -> Option<Letter> {
        let letter = (kind.compose)(self.app.app.desk(), subject).await.unwrap();
        let said = letter.iter().map(|letter| format!("{}\n{}\n{}", letter.subject, letter.text, letter.html));
        said.for_each(|said| assert!(!said.contains(UNKNOWN), "{}: {said}", kind.name));
        letter
    }

    pub async fn queue(&self, kind: &MessageKind, subject: Uuid) {
        let tx = self.app.db().begin().await.unwrap();
        message::queue(&tx, self.app.app.clock.now(), *kind, subject, "").await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The page of what a letter is about, after it was given up.
    pub async fn not_arrived(&self, kind: &MessageKind, subject: Uuid) -> Page {
        let (db, now) = (self.app.db(), self.app.app.clock.now());
        self.queue(kind, subject).await;
        let failure = Set(Some(Cause::Refused.code().into_owned()));
        let given_up = messages::ActiveModel {
            given_up_at: Set(Some(now)),
            next_try_at: Set(None),
            failure,
            ..Default::default()
        };
        let own = messages::Column::Kind.eq(kind.name).and(messages::Column::SubjectId.eq(subject));
        messages::Entity::update_many().set(given_up).filter(own.clone()).exec(db).await.unwrap();
        let letter = messages::Entity::find().filter(own).one(db).await.unwrap().unwrap();
        self.app.administrator().await.follow(&format!("/letters/{}", letter.id)).await
    }

    pub async fn takes_back(&self, purpose: ConsentPurpose) {
        let now = self.app.app.clock.now();
        withdraw_consent(self.app.db(), now, &viewer_of(&self.staff), self.referral.id, purpose).await.unwrap();
    }
}

fn person(young: Young) -> young_people::ActiveModel {
    let mut person = young_people::ActiveModel { email: Set(Some(OWN.into())), ..Default::default() };
    match young {
        Young::English => person.languages = Set(Words(vec!["so".into(), "en".into()])),
        Young::ThroughPartner => person.contact_preference = Set(Some(ContactPreference::ThroughPartner)),
        Young::Phone => person.contact_preference = Set(Some(ContactPreference::Sms)),
        Young::NoAddress => (person.email, person.phone) = (Set(None), Set(None)),
        Young::Own | Young::WantsNoSurvey | Young::SurveyUnanswered | Young::TookBack | Young::TookSurveyBack => {}
    }
    person
}
