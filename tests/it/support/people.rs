//! People and things of a test: each takes what the test is about and defaults the rest.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::Days;
use entity::{
    Course, Enquiry, HousingArea, Mentor, Partner, Proposal, Referral, User, Words, YoungPerson, courses, enquiries,
    housing_areas, mentor_industries,
    mentor_industries::IndustrySystem,
    mentors, partners, proposals,
    proposals::ProposalMethod,
    referral_industries, referrals, seat_holds, seats,
    users::{self, Role},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{Browser, TestApp, today};

/// A number that nobody else has in this run. Ids will not do in a name: some hold what looks like a CPR number.
fn next() -> u32 {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

impl TestApp {
    pub async fn partner(&self, name: &str) -> Partner {
        let partner = partners::ActiveModel {
            id: Set(Uuid::now_v7()),
            name: Set(name.into()),
            town: Set(Some("Køge".into())),
            postcode: Set(Some("4600".into())),
            contact_name: Set(None),
            contact_email: Set(None),
            municipality_phone: Set(None),
            closed_on: Set(None),
        };
        partner.insert(self.db()).await.unwrap()
    }

    pub async fn housing_area(&self, name: &str, partner: &Partner) -> HousingArea {
        let area = housing_areas::ActiveModel {
            id: Set(Uuid::now_v7()),
            name: Set(name.into()),
            partner_id: Set(partner.id),
            closed_on: Set(None),
        };
        area.insert(self.db()).await.unwrap()
    }

    pub async fn user(&self, name: &str, role: Role, partner: Option<&Partner>) -> User {
        let user = users::ActiveModel {
            id: Set(Uuid::now_v7()),
            email: Set(format!("{}@people.example", name.to_lowercase().replace(' ', "."))),
            name: Set(name.into()),
            role: Set(role),
            password_hash: Set(None),
            partner_id: Set(partner.map(|partner| partner.id)),
            language: Set("da".into()),
            created_at: Set(self.app.clock.now()),
            disabled_at: Set(None),
            last_seen_on: Set(None),
            phone: Set(None),
            digest_since: Set(None),
        };
        user.insert(self.db()).await.unwrap()
    }

    /// The browser of a project coordinator.
    pub async fn staff(&self) -> Browser {
        let name = format!("Sanne {}", next());
        let user = self.user(&name, Role::Staff, None).await;
        Browser::signed_in(self, user).await
    }

    /// The browser of an administrator.
    pub async fn administrator(&self) -> Browser {
        let name = format!("Astrid {}", next());
        let user = self.user(&name, Role::Administrator, None).await;
        Browser::signed_in(self, user).await
    }

    /// The browser of a housing social worker of this partner.
    pub async fn referrer(&self, partner: &Partner) -> Browser {
        let name = format!("Rikke {}", next());
        let user = self.user(&name, Role::Referrer, Some(partner)).await;
        Browser::signed_in(self, user).await
    }

    /// An approved and trained mentor in software with one seat, who has no sign-in yet.
    pub async fn mentor(&self, name: &str) -> Mentor {
        self.mentor_in(name, "it-udvikler", "62", 1).await
    }

    pub async fn mentor_in(&self, name: &str, occupation: &str, division: &str, seats: i32) -> Mentor {
        let id = Uuid::now_v7();
        let trained = today() - Days::new(60);
        let mentor = mentors::ActiveModel {
            id: Set(id),
            reference: Set(id.simple().to_string()),
            name: Set(name.into()),
            email: Set(format!("{}@mentor.example", name.to_lowercase())),
            occupation: Set(occupation.into()),
            languages: Set(Words(vec!["da".into()])),
            strengths: Set(Words::default()),
            wants_to_improve: Set(Words::default()),
            applied_on: Set(Some(trained)),
            trained_on: Set(Some(trained)),
            approved_on: Set(Some(trained)),
            version: Set(0),
            ..Default::default()
        };
        let mentor = mentor.insert(self.db()).await.unwrap();
        self.give_industry(&mentor, division).await;
        self.give_seats(&mentor, seats).await;
        mentor
    }

    async fn give_industry(&self, mentor: &Mentor, division: &str) {
        let industry = mentor_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(mentor.id),
            position: Set(0),
            system: Set(IndustrySystem::Db07),
            code: Set(division.into()),
            division: Set(division.into()),
        };
        industry.insert(self.db()).await.unwrap();
    }

    async fn give_seats(&self, mentor: &Mentor, count: i32) {
        for number in 1..=count {
            let seat = seats::ActiveModel { mentor_id: Set(mentor.id), number: Set(number) };
            seats::Entity::insert(seat).exec_without_returning(self.db()).await.unwrap();
        }
    }

    /// The browser of this mentor.
    pub async fn mentor_browser(&self, mentor: &Mentor) -> Browser {
        let user = self.user(&mentor.name, Role::Mentor, None).await;
        let linked = mentors::ActiveModel { id: Set(mentor.id), user_id: Set(Some(user.id)), ..Default::default() };
        linked.update(self.db()).await.unwrap();
        Browser::signed_in(self, user).await
    }

    /// An enquiry of today by the young person of this first name, reached by phone.
    pub async fn enquiry(&self, first_name: &str) -> Enquiry {
        let enquiry = enquiries::ActiveModel {
            id: Set(Uuid::now_v7()),
            received_on: Set(today()),
            language: Set("da".into()),
            first_name: Set(first_name.into()),
            age: Set(19),
            phone: Set(Some("+4550000200".into())),
            place: Set("4600".into()),
            wish: Set("vil gerne være bager".into()),
            guardian_later: Set(false),
            consent_version: Set(1),
            ..Default::default()
        };
        enquiry.insert(self.db()).await.unwrap()
    }

    pub async fn young_person(&self, name: &str) -> YoungPerson {
        let id = Uuid::now_v7();
        let person = young_people::ActiveModel {
            id: Set(id),
            reference: Set(id.simple().to_string()),
            name: Set(name.into()),
            birth_date: Set(chrono::NaiveDate::from_ymd_opt(2006, 5, 17).unwrap()),
            phone: Set(Some("+4550000100".into())),
            email: Set(Some("ung@ung.example".into())),
            languages: Set(Words(vec!["da".into()])),
            version: Set(0),
            ..Default::default()
        };
        person.insert(self.db()).await.unwrap()
    }

    /// An accepted referral, waiting for a mentor in software, by a partner and in an area of its own name.
    pub async fn referral(&self, name: &str) -> Referral {
        let partner = self.partner(&format!("Helhedsplan {}", next())).await;
        self.referral_by(name, &partner, None).await
    }

    pub async fn referral_by(&self, name: &str, partner: &Partner, referrer: Option<&User>) -> Referral {
        let area = self.housing_area(&format!("Område {}", next()), partner).await;
        let person = self.young_person(name).await;
        let id = Uuid::now_v7();
        let referral = referrals::ActiveModel {
            id: Set(id),
            reference: Set(id.simple().to_string()),
            partner_id: Set(partner.id),
            housing_area_id: Set(area.id),
            referrer_id: Set(referrer.map(|user| user.id)),
            young_person_id: Set(person.id),
            referred_on: Set(today() - Days::new(10)),
            wish: Set("vil gerne lave apps".into()),
            needs: Set(Words::default()),
            accepted_on: Set(Some(today() - Days::new(8))),
            created_at: Set(self.app.clock.now()),
            version: Set(0),
            ..Default::default()
        };
        let referral = referral.insert(self.db()).await.unwrap();
        let industry = referral_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(id),
            position: Set(0),
            system: Set(IndustrySystem::Db07),
            code: Set("62".into()),
            division: Set("62".into()),
            confirmed_by: Set(None),
        };
        industry.insert(self.db()).await.unwrap();
        referral
    }

    /// A running course of these two, matched 30 days ago, with five months to go, on the mentor's first seat.
    pub async fn course(&self, referral: &Referral, mentor: &Mentor) -> Course {
        let (id, hold) = (Uuid::now_v7(), Uuid::now_v7());
        let matched = today() - Days::new(30);
        let held = seat_holds::ActiveModel {
            id: Set(hold),
            mentor_id: Set(mentor.id),
            number: Set(1),
            held_from: Set(matched),
        };
        held.insert(self.db()).await.unwrap();
        let course = courses::ActiveModel {
            id: Set(id),
            reference: Set(id.simple().to_string()),
            referral_id: Set(referral.id),
            mentor_id: Set(mentor.id),
            seat_hold_id: Set(Some(hold)),
            matched_on: Set(matched),
            planned_end_on: Set(today() + Days::new(150)),
            goal: Set(Some("Finde en læreplads".into())),
            version: Set(0),
            ..Default::default()
        };
        course.insert(self.db()).await.unwrap()
    }

    /// A proposal that waits for the mentor's answer and holds a seat.
    pub async fn proposal(&self, referral: &Referral, mentor: &Mentor) -> Proposal {
        let tx = self.db().begin().await.unwrap();
        let hold = brobyg::mentor::seats::hold(&tx, mentor.id, today()).await.unwrap();
        let proposal = proposals::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral.id),
            mentor_id: Set(mentor.id),
            seat_hold_id: Set(Some(hold)),
            proposed_at: Set(self.app.clock.now()),
            method: Set(ProposalMethod::Suggested),
            facts: Set(serde_json::json!({})),
            expires_on: Set(today() + Days::new(7)),
            ..Default::default()
        };
        let proposal = proposal.insert(&tx).await.unwrap();
        tx.commit().await.unwrap();
        proposal
    }
}

/// This person as the rules see them.
pub fn viewer_of(user: &User) -> brobyg::viewer::Viewer {
    brobyg::viewer::Viewer {
        user_id: user.id,
        name: user.name.clone(),
        role: user.role,
        partner_id: user.partner_id,
        mentor_id: None,
    }
}
