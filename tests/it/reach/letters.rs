//! All kinds of letters, for young people who want none, one only through the partner, and so on.

use brobyg::{account, course, matching};
use brobyg::{jobs::LETTERS, mentor::application, message::Letter, referral, referral::withdraw_consent, survey};
use chrono::Days;
use entity::{
    Course, Mentor, Proposal, Referral, User, Words,
    consents::ConsentPurpose,
    courses::{self, CourseClass},
    mentors,
    mentors::ContactPreference,
    proposals,
    referrals::{self, Reason},
    surveys,
    users::Role,
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, TestApp, today, viewer_of};

/// Whom a letter is for.
#[derive(Clone, Copy, PartialEq, Debug)]
enum For {
    /// Somebody who signs in, about the sign-in.
    Person,
    Mentor,
    Staff,
    Referrer,
    /// The young person, or whoever is asked in their place.
    Young(ConsentPurpose),
    /// The referrer, unless the letter to the young person goes to them already.
    ReferrerBeside,
}

use ConsentPurpose::{MentorCourse, Survey};

/// Each kind, whom it is for, and whether it is still written once the young person says no to a mentor.
const DECLARED: &[(&str, For, bool)] = &[
    (account::letters::INVITATION, For::Person, true),
    (account::letters::PASSWORD_RESET, For::Person, true),
    (account::letters::PASSWORD_CHANGED, For::Person, true),
    (application::letters::CONFIRM_EMAIL, For::Mentor, true),
    (application::letters::ALREADY_KNOWN, For::Mentor, true),
    (referral::letters::ACCEPTED, For::Referrer, false),
    (referral::letters::QUESTION, For::Referrer, false),
    (referral::letters::DECLINED, For::Referrer, true),
    (referral::letters::INTEREST, For::Young(MentorCourse), false),
    (referral::letters::INTEREST_LOST, For::Referrer, true),
    (matching::letters::PROPOSED, For::Mentor, false),
    (matching::letters::REMINDER, For::Mentor, false),
    (matching::letters::ANSWERED, For::Mentor, false),
    (matching::letters::ASKED, For::Staff, true),
    (matching::letters::DECLINED, For::Staff, true),
    (matching::letters::MENTEE_ASKED, For::Young(MentorCourse), false),
    (matching::letters::MENTEES_TURN, For::ReferrerBeside, false),
    (matching::letters::BACK_IN_QUEUE, For::Referrer, false),
    (matching::letters::BEGUN_MENTOR, For::Mentor, false),
    (matching::letters::BEGUN_REFERRER, For::Referrer, false),
    (course::letters::ENDED_MENTOR, For::Mentor, true),
    (course::letters::ENDED_REFERRER, For::Referrer, true),
    (survey::LETTER, For::Young(Survey), true),
];

/// How the young person of a scene is to be reached.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Young {
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

const OWN: &str = "ung@ung.example";

/// To whom the letter has to go, and in which language.
fn expected(young: Young, to: For, is_written_after_no: bool) -> Option<(&'static str, &'static str)> {
    if young == Young::TookBack && !is_written_after_no {
        return None;
    }
    let language = if young == Young::English { "en" } else { "da" };
    let by_partner = matches!(young, Young::ThroughPartner | Young::NoAddress);
    match to {
        For::Person => Some(("ida.ny@people.example", "da")),
        For::Mentor => Some(("jonas@mentor.example", "da")),
        For::Staff => Some(("sanne.holm@people.example", "da")),
        For::Referrer => Some(("rikke.lund@people.example", "da")),
        For::ReferrerBeside if by_partner || young == Young::Phone => None,
        For::ReferrerBeside => Some(("rikke.lund@people.example", "da")),
        For::Young(MentorCourse) if by_partner || young == Young::Phone => Some(("rikke.lund@people.example", "da")),
        For::Young(MentorCourse) => Some((OWN, language)),
        For::Young(Survey) => match young {
            Young::WantsNoSurvey | Young::SurveyUnanswered | Young::TookSurveyBack | Young::Phone => None,
            Young::ThroughPartner | Young::NoAddress => Some(("rikke.lund@people.example", "da")),
            Young::Own | Young::English | Young::TookBack => Some((OWN, language)),
        },
    }
}

struct Scene {
    app: TestApp,
    staff: User,
    invited: User,
    mentor: Mentor,
    referral: Referral,
}

impl Scene {
    async fn set(young: Young) -> Self {
        let app = support::start().await;
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

    async fn ended_course(&self) -> Course {
        let course = self.app.course(&self.referral, &self.mentor).await;
        let ended = courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today() - Days::new(3))),
            seat_hold_id: Set(None),
            class_override: Set(Some(CourseClass::Completed)),
            ..Default::default()
        };
        ended.update(self.app.db()).await.unwrap()
    }

    async fn refer(&self, change: referrals::ActiveModel) -> Uuid {
        referrals::ActiveModel { id: Set(self.referral.id), ..change }.update(self.app.db()).await.unwrap();
        self.referral.id
    }

    /// Makes what the letter of this kind is about, and gives its id.
    async fn subject(&self, kind: &str) -> Uuid {
        let now = Some(self.app.app.clock.now());
        if kind.starts_with("course_ended") || kind == survey::LETTER {
            let course = self.ended_course().await;
            survey::schedule(self.app.db()).await.unwrap();
            let own = surveys::Column::CourseId.eq(course.id);
            let exit = surveys::Column::Kind.eq(surveys::SurveyKind::Exit);
            let planned = surveys::Entity::find().filter(own).filter(exit).one(self.app.db()).await.unwrap();
            return if kind == survey::LETTER { self.survey(&course, planned).await } else { course.id };
        }
        match kind {
            "invitation" | "password_reset" | "password_changed" => self.invited.id,
            application::letters::CONFIRM_EMAIL => {
                let applied = mentors::ActiveModel {
                    id: Set(self.mentor.id),
                    approved_on: Set(None),
                    email_confirmed_at: Set(None),
                    ..Default::default()
                };
                applied.update(self.app.db()).await.unwrap().id
            }
            application::letters::ALREADY_KNOWN => self.mentor.id,
            referral::letters::ACCEPTED | referral::letters::INTEREST => self.referral.id,
            referral::letters::QUESTION => {
                let asked = referrals::ActiveModel {
                    asked_at: Set(now),
                    question: Set(Some("Hvornår?".into())),
                    ..Default::default()
                };
                self.refer(asked).await
            }
            referral::letters::DECLINED => {
                self.refer(referrals::ActiveModel { declined_on: Set(Some(today())), ..Default::default() }).await
            }
            referral::letters::INTEREST_LOST => {
                let closed = referrals::ActiveModel {
                    closed_on: Set(Some(today())),
                    not_started_reason: Set(Some(Reason::NoLongerWants)),
                    ..Default::default()
                };
                self.refer(closed).await
            }
            _ => self.proposed(kind).await,
        }
    }

    /// The proposal that a letter of this kind is about.
    async fn proposed(&self, kind: &str) -> Uuid {
        let now = Some(self.app.app.clock.now());
        let default = <proposals::ActiveModel as Default>::default;
        match kind {
            matching::letters::ASKED => {
                self.proposal(proposals::ActiveModel { asked_at: Set(now), ..default() }).await.id
            }
            matching::letters::MENTEE_ASKED | matching::letters::MENTEES_TURN => {
                self.proposal(proposals::ActiveModel { mentor_accepted_at: Set(now), ..default() }).await.id
            }
            matching::letters::BACK_IN_QUEUE | matching::letters::DECLINED => {
                let gone = proposals::ActiveModel {
                    closed_at: Set(now),
                    expired_at: Set(now),
                    seat_hold_id: Set(None),
                    ..default()
                };
                self.proposal(gone).await.id
            }
            matching::letters::BEGUN_MENTOR | matching::letters::BEGUN_REFERRER => {
                let both = proposals::ActiveModel {
                    mentor_accepted_at: Set(now),
                    mentee_accepted_at: Set(now),
                    closed_at: Set(now),
                    seat_hold_id: Set(None),
                    ..default()
                };
                self.proposal(both).await.id
            }
            _ => self.proposal(default()).await.id,
        }
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

    /// The letter as it would be written now.
    async fn letter(&self, kind: &str, subject: Uuid) -> Option<Letter> {
        let (_, compose) = LETTERS.iter().find(|(own, _)| *own == kind).unwrap();
        compose(self.app.app.desk(), subject).await.unwrap()
    }

    async fn takes_back(&self, purpose: ConsentPurpose) {
        let moment = (self.app.app.clock.now(), today());
        withdraw_consent(self.app.db(), moment, &viewer_of(&self.staff), self.referral.id, purpose).await.unwrap();
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

#[test]
fn every_kind_of_letter_is_declared_with_whom_it_is_for() {
    let sorted = |mut kinds: Vec<&'static str>| {
        kinds.sort_unstable();
        kinds
    };
    let declared = DECLARED.iter().map(|(kind, ..)| *kind).collect();
    let composed = LETTERS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(sorted(declared), sorted(composed));
}

/// Walks all kinds of letters for one young person.
async fn walk(young: Young) {
    let mut wrong = Vec::new();
    for (kind, to, after_no) in DECLARED {
        let scene = Scene::set(young).await;
        let subject = scene.subject(kind).await;
        match young {
            Young::TookBack => scene.takes_back(MentorCourse).await,
            Young::TookSurveyBack => scene.takes_back(Survey).await,
            _ => {}
        }
        let letter = scene.letter(kind, subject).await;
        let got = letter.as_ref().map(|letter| (letter.to.as_str(), letter.language.lang()));
        let wanted = expected(young, *to, *after_no);
        if got != wanted {
            wrong.push(format!("{kind} for {young:?}: {got:?} instead of {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn somebody_with_a_mail_of_their_own_is_written_to_there() {
    walk(Young::Own).await;
}

#[tokio::test]
async fn somebody_who_speaks_english_and_no_danish_is_written_to_in_english() {
    walk(Young::English).await;
}

#[tokio::test]
async fn somebody_who_wants_to_be_reached_through_the_partner_is_never_written_to() {
    walk(Young::ThroughPartner).await;
}

#[tokio::test]
async fn somebody_who_wants_no_survey_gets_none() {
    walk(Young::WantsNoSurvey).await;
}

#[tokio::test]
async fn somebody_who_was_never_asked_about_surveys_gets_none_in_writing() {
    walk(Young::SurveyUnanswered).await;
}

#[tokio::test]
async fn once_the_consent_to_a_mentor_is_taken_back_nothing_that_was_queued_is_sent() {
    walk(Young::TookBack).await;
}

#[tokio::test]
async fn once_the_consent_to_surveys_is_taken_back_a_queued_survey_is_not_sent() {
    walk(Young::TookSurveyBack).await;
}

#[tokio::test]
async fn somebody_who_prefers_the_phone_gets_no_mail() {
    walk(Young::Phone).await;
}

#[tokio::test]
async fn for_somebody_without_mail_and_phone_the_partner_is_asked() {
    walk(Young::NoAddress).await;
}
