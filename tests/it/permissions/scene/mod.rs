//! The things that the matrix names, each with one who owns it and another one that somebody else owns.
//!
//! A feature with pages about one thing adds a function to `set` below and calls `self.name("thing.name", id)` in it.

mod course;
mod duty;
mod exit;
mod follow_up;
mod interview;
mod referral;

use std::collections::BTreeMap;

use brobyg::{
    account::link,
    message::{self, Addressee},
};
use chrono::NaiveDate;
use entity::{
    Course, Mentor, Partner, Referral, User, agreements,
    contact_ways::{self, WayKind},
    job_runs,
    links::LinkPurpose,
    mentors, messages,
    messages::AddresseeKind,
    opt_outs, partners, projects,
    users::{self, Role},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, Browser, TestApp, today};

/// A platform with people who ask and things they ask for.
pub struct Scene {
    pub app: TestApp,
    /// Those who ask, besides the referrer and the mentor among `own`.
    pub mentor_user: User,
    pub staff: User,
    pub administrator: User,
    pub own: Things,
    pub other: Things,
    names: BTreeMap<&'static str, String>,
}

/// What belongs to the referrer's partner and to the mentor who ask, or to others.
pub struct Things {
    pub partner: Partner,
    pub mentor: Mentor,
    pub referrer: User,
    /// Waiting for a mentor.
    pub referral: Referral,
    /// Of another referral of the same referrer.
    pub course: Course,
}

impl Scene {
    pub async fn set() -> Self {
        let app = support::start().await;
        let (own, other) = (things(&app, "Egen", "Jonas").await, things(&app, "Anden", "Mona").await);
        let mentor_user = app.mentor_browser(&own.mentor).await.user.clone().unwrap();
        let staff = app.user("Sanne Holm", Role::Staff, None).await;
        let administrator = app.user("Astrid Lund", Role::Administrator, None).await;
        let names = BTreeMap::from([("random", Uuid::now_v7().to_string()), ("division.software", "62".into())]);
        let mut scene = Self { app, mentor_user, staff, administrator, own, other, names };
        scene.name_things();
        scene.account().await;
        scene.administration().await;
        scene.partner().await;
        scene.referral().await;
        scene.enquiry().await;
        scene.vocabulary().await;
        scene.course().await;
        scene.concern().await;
        scene.note().await;
        scene.mentor().await;
        scene.survey().await;
        scene.follow_up().await;
        scene.matching().await;
        scene.planning().await;
        scene.reason().await;
        scene.duty().await;
        scene.silence().await;
        scene.exit().await;
        scene.stand_in().await;
        scene.interview().await;
        scene
    }

    /// Lets lines of the matrix say `{name}` for this id, token or the like.
    pub fn name(&mut self, name: &'static str, id: impl ToString) {
        self.names.insert(name, id.to_string());
    }

    /// A path of the matrix with its things filled in.
    pub fn path(&self, path: &str) -> String {
        let filled =
            self.names.iter().fold(path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        assert!(!filled.contains('{'), "{path} names a thing that the scene does not set up");
        filled
    }

    /// The path with things that nobody has.
    pub fn random_path(&self, path: &str) -> String {
        let fill = |part: &str| if part.starts_with('{') { Uuid::now_v7().to_string() } else { part.to_owned() };
        path.split('/').map(fill).collect::<Vec<_>>().join("/")
    }

    /// Who asks, as the reading log names them.
    pub fn user_of(&self, who: &str) -> Option<Uuid> {
        match who {
            "visitor" => None,
            "referrer" => Some(self.own.referrer.id),
            "mentor" => Some(self.mentor_user.id),
            "staff" => Some(self.staff.id),
            _ => Some(self.administrator.id),
        }
    }

    /// The browser of one who asks.
    pub async fn browser(&self, who: &str) -> Browser {
        let user = match who {
            "visitor" => return self.app.visitor(),
            "referrer" => &self.own.referrer,
            "mentor" => &self.mentor_user,
            "staff" => &self.staff,
            _ => &self.administrator,
        };
        Browser::signed_in(&self.app, user.clone()).await
    }

    fn name_things(&mut self) {
        let ids = |things: &Things| [things.partner.id, things.mentor.id, things.referral.id, things.course.id];
        let (own, other) = (ids(&self.own), ids(&self.other));
        let words = ["partner.own", "mentor.own", "referral.own", "course.own_mentor"];
        let others = ["partner.other", "mentor.other", "referral.other_partner", "course.other_mentor"];
        words.into_iter().zip(own).chain(others.into_iter().zip(other)).for_each(|(name, id)| self.name(name, id));
    }

    async fn account(&mut self) {
        let invited = self.app.user("Ida Inviteret", Role::Staff, None).await;
        let disabled = self.app.user("Lars Lukket", Role::Staff, None).await;
        let now = self.app.app.clock.now();
        let closed = users::ActiveModel { id: Set(disabled.id), disabled_at: Set(Some(now)), ..Default::default() };
        closed.update(self.app.db()).await.unwrap();
        self.name("user.invited", invited.id);
        self.name("user.disabled", disabled.id);
        self.link("link.invitation", LinkPurpose::Invitation, invited.id).await;
        self.link("link.password_reset", LinkPurpose::PasswordReset, invited.id).await;
    }

    /// An application whose address nobody has confirmed.
    async fn mentor(&mut self) {
        let unconfirmed = self.app.mentor("Uffe").await;
        let row = mentors::ActiveModel { id: Set(unconfirmed.id), approved_on: Set(None), ..Default::default() };
        row.update(self.app.db()).await.unwrap();
        self.name("mentor.unconfirmed", unconfirmed.id);
        self.link("link.confirm_mentor", LinkPurpose::ConfirmMentorEmail, unconfirmed.id).await;
    }

    /// A single-purpose link that has not been used.
    pub async fn link(&mut self, name: &'static str, purpose: LinkPurpose, subject_id: Uuid) {
        let tx = self.app.db().begin().await.unwrap();
        let token = link::issue(&tx, self.app.app.clock.now(), purpose, subject_id).await.unwrap();
        tx.commit().await.unwrap();
        self.name(name, token);
    }

    async fn administration(&mut self) {
        let now = self.app.app.clock.now();
        let tx = self.app.db().begin().await.unwrap();
        message::queue(&tx, now, brobyg::account::letters::PASSWORD_CHANGED, self.staff.id, "").await.unwrap();
        tx.commit().await.unwrap();
        let kept = self.app.mails().await.remove(0);
        self.name("mail.kept", kept.name);

        let letter = messages::ActiveModel {
            id: Set(Uuid::now_v7()),
            kind: Set("invitation".into()),
            subject_id: Set(self.staff.id),
            dedup_key: Set("given up".into()),
            category: Set(messages::Category::SignIn),
            queued_at: Set(now),
            due_at: Set(now),
            tries: Set(8),
            copies: Set(0),
            given_up_at: Set(Some(now)),
            failure: Set(Some("mailbox-unknown".into())),
            ..Default::default()
        };
        let letter = messages::Entity::insert(letter).exec_with_returning(self.app.db()).await.unwrap();
        self.name("letter.given_up", letter.id);
        let aside = job_runs::ActiveModel {
            id: Set(Uuid::now_v7()),
            job: Set("surveys".into()),
            key: Set("2026-03-04".into()),
            due_at: Set(now),
            tries: Set(5),
            crashes: Set(0),
            set_aside_at: Set(Some(now)),
            ..Default::default()
        };
        let aside = job_runs::Entity::insert(aside).exec_with_returning(self.app.db()).await.unwrap();
        self.name("job.set_aside", aside.id);
        let sent = messages::Entity::find().filter(messages::Column::AcceptedAt.is_not_null());
        let sent = sent.one(self.app.db()).await.unwrap().unwrap();
        let whom = [
            ("opt_out.mentor", Addressee::mentor(self.own.mentor.id)),
            ("opt_out.young_person", Addressee::young_person(self.own.referral.young_person_id)),
        ];
        for (name, whom) in whom {
            message::opt_out(self.app.db(), now, whom, messages::Category::Reminder).await.unwrap();
            let row = opt_outs::Entity::find().filter(opt_outs::Column::AddresseeId.eq(whom.id));
            self.name(name, row.one(self.app.db()).await.unwrap().unwrap().id);
        }
        self.ways().await;
        self.name("link.unsubscribe", self.app.app.csrf.unsubscribe_token(sent.id));
    }

    /// A dead way to the mentor and to the young person, and somebody who passes a word on.
    async fn ways(&mut self) {
        let person = self.own.referral.young_person_id;
        let email = young_people::Entity::find_by_id(person).one(self.app.db()).await.unwrap().unwrap().email.unwrap();
        let ways = [
            ("way.mentor", AddresseeKind::Mentor, self.own.mentor.id, WayKind::Mail, self.own.mentor.email.clone()),
            ("way.young_person", AddresseeKind::YoungPerson, person, WayKind::Mail, email),
            ("way.other", AddresseeKind::YoungPerson, person, WayKind::SecondContact, "+4512345678".into()),
        ];
        for (name, owner, owner_id, kind, value) in ways {
            let way = contact_ways::ActiveModel {
                id: Set(Uuid::now_v7()),
                owner: Set(owner),
                owner_id: Set(owner_id),
                kind: Set(kind),
                value: Set(value),
                name: Set(String::new()),
                added_on: Set(today()),
                died_on: Set(Some(today())),
                died_of: Set(Some("mailbox-unknown".into())),
                ..Default::default()
            };
            self.name(name, way.insert(self.app.db()).await.unwrap().id);
        }
    }

    async fn partner(&mut self) {
        let area = self.app.housing_area("Egen have", &self.own.partner).await;
        self.name("area.own", area.id);
        self.agreement(&area).await;
        let closed = self.app.partner("Lukket plan").await;
        let closing = partners::ActiveModel { id: Set(closed.id), closed_on: Set(Some(today())), ..Default::default() };
        closing.update(self.app.db()).await.unwrap();
        self.name("partner.closed", closed.id);
        let project = projects::ActiveModel {
            id: Set(Uuid::now_v7()),
            name: Set("Projekt".into()),
            starts_on: Set(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()),
            ends_on: Set(NaiveDate::from_ymd_opt(2028, 12, 31).unwrap()),
            ..Default::default()
        };
        let project = projects::Entity::insert(project).exec_with_returning(self.app.db()).await.unwrap();
        self.name("project.any", project.id);
    }
}

impl Scene {
    /// What was agreed with an area.
    async fn agreement(&mut self, area: &entity::HousingArea) {
        let agreement = agreements::ActiveModel {
            id: Set(Uuid::now_v7()),
            housing_area_id: Set(area.id),
            kind: Set(agreements::AgreementKind::SelfFinanced),
            signed_on: Set(today()),
            starts_on: Set(today()),
            ends_on: Set(None),
            expected_young_people: Set(Some(12)),
            written_by: Set(Some(self.administrator.id)),
            written_at: Set(self.app.app.clock.now()),
        };
        let agreement = agreements::Entity::insert(agreement).exec_with_returning(self.app.db()).await.unwrap();
        self.name("agreement.own", agreement.id);
    }
}

async fn things(app: &TestApp, word: &str, mentor: &str) -> Things {
    let partner = app.partner(&format!("{word} helhedsplan")).await;
    let mentor = app.mentor_in(mentor, "it-udvikler", "62", 3).await;
    let referrer = app.user(&format!("{word} Henviser"), Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by(&format!("{word} Ung"), &partner, Some(&referrer)).await;
    let matched = app.referral_by(&format!("{word} Mentee"), &partner, Some(&referrer)).await;
    let course = app.course(&matched, &mentor).await;
    Things { partner, mentor, referrer, referral, course }
}
