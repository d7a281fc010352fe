//! Referrals: typed, kept, checked, sent, answered, amended, ended, merged; and who sees which.

mod answers;
mod consents;
mod drafts;
mod duplicates;
mod eligibility;
pub mod fields;
mod intake;
mod interest;
mod interest_clock;
mod lists;
mod merging;
mod rights;
mod states;
mod status_update;
mod vocabulary;

use brobyg::referral::{CONSENT_TEXT_VERSION, requeue};
use chrono::Days;
use entity::{HousingArea, Partner, Referral, courses, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{Browser, Page, TestApp, today};

/// A form as somebody fills it in.
#[derive(Clone)]
pub struct Filled(Vec<(String, String)>);

/// Everything that is needed, about a young person who wants to be a baker.
pub fn filled(area: &HousingArea) -> Filled {
    let consent = CONSENT_TEXT_VERSION.to_string();
    let fields = [
        ("area", area.id.to_string().as_str()),
        ("name", "Fatima Holm"),
        ("birth_date_day", "17"),
        ("birth_date_month", "5"),
        ("birth_date_year", "2006"),
        ("phone", "50 00 01 00"),
        ("languages", "da"),
        ("languages", "ar"),
        ("wish", "vil gerne være bager"),
        ("no_industry", "yes"),
        ("knows_course", "yes"),
        ("consent", consent.as_str()),
        ("consented_on_day", "3"),
        ("consented_on_month", "3"),
        ("consented_on_year", "2026"),
        ("survey_consent", "yes"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Filled(fields.to_vec())
}

impl Filled {
    /// The same form with one field filled in otherwise.
    pub fn with(&self, name: &str, value: &str) -> Self {
        self.without(name).and(name, value)
    }

    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(own, _)| own != name).cloned().collect())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    pub fn born(&self, day: &str, month: &str, year: &str) -> Self {
        self.with("birth_date_day", day).with("birth_date_month", month).with("birth_date_year", year)
    }

    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

pub fn draft_path(id: Uuid, step: &str) -> String {
    format!("/referrals/drafts/{id}{step}")
}

/// The draft of a form that this browser opens now.
pub async fn new_draft(browser: &Browser) -> Uuid {
    let page = browser.get("/referrals/new").await;
    let found = page.assert_ok().body.split("/referrals/drafts/").nth(1).unwrap();
    found[..36].parse().unwrap()
}

/// A partner with one area.
pub async fn partner_with_area(app: &TestApp) -> (Partner, HousingArea) {
    let partner = app.partner("Helhedsplan Solbakken").await;
    let area = app.housing_area("Solbakken", &partner).await;
    (partner, area)
}

/// Checks the answers of a new form.
pub async fn check(browser: &Browser, form: &Filled) -> Page {
    browser.submit(&draft_path(new_draft(browser).await, "/check"), &form.fields()).await
}

/// Fills in, checks and sends; gives the referral's id.
pub async fn send(browser: &Browser, form: &Filled) -> Uuid {
    let id = new_draft(browser).await;
    browser.submit(&draft_path(id, "/check"), &form.fields()).await.assert_goes_to(&draft_path(id, "/check"));
    browser.get(&draft_path(id, "/check")).await.assert_ok();
    let sent = browser.submit(&draft_path(id, "/submission"), &[]).await;
    sent.assert_goes_to(&format!("/referrals/{id}/receipt"));
    id
}

pub async fn find(app: &TestApp, id: Uuid) -> Referral {
    referrals::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

pub async fn person_of(app: &TestApp, id: Uuid) -> entity::YoungPerson {
    let referral = find(app, id).await;
    entity::young_people::Entity::find_by_id(referral.young_person_id).one(app.db()).await.unwrap().unwrap()
}

/// A course of the referral was interrupted after a month, and the young person waits for another mentor.
pub async fn back_in_the_queue(app: &TestApp, referral: &Referral) {
    let course = app.course(referral, &app.mentor("Karen Holm").await).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        matched_on: Set(today() - Days::new(110)),
        ended_on: Set(Some(today() - Days::new(80))),
        interruption_reason: Set(Some(referrals::Reason::NoTime)),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    requeue(app.db(), referral.id, today() - Days::new(80)).await.unwrap();
}
