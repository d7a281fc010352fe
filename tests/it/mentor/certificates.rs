//! A mentor is told once, in time, that the criminal-record certificate runs out.

use chrono::{Days, Duration, NaiveDate};
use entity::{
    Mentor,
    mentors::{self, CriminalRecordStatus},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::support::{self, TestApp, today};

impl TestApp {
    /// Karen, a mentor whose certificate is good until this day.
    async fn karen_until(&self, expires_on: NaiveDate) -> Mentor {
        let karen = self.mentor("Karen").await;
        self.with_certificate(&karen, checked_until(expires_on)).await
    }

    async fn with_certificate(&self, mentor: &Mentor, change: mentors::ActiveModel) -> Mentor {
        mentors::ActiveModel { id: Set(mentor.id), ..change }.update(self.db()).await.unwrap()
    }

    /// How many letters about a certificate the mentor has had, after the job has run on two days.
    async fn told(&self, mentor: &Mentor) -> usize {
        for _ in 0..2 {
            self.tell_of_certificates().await;
            self.mails().await;
            self.app.clock.advance(Duration::days(1));
        }
        let mails = self.mails_to(&mentor.email).await;
        mails.iter().filter(|mail| mail.subject == "Din straffeattest udløber snart").count()
    }
}

fn checked_until(expires_on: NaiveDate) -> mentors::ActiveModel {
    mentors::ActiveModel {
        criminal_record_status: Set(Some(CriminalRecordStatus::Approved)),
        criminal_record_expires_on: Set(Some(expires_on)),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_mentor_is_told_once_within_sixty_days_and_again_of_the_next_certificate() {
    let app = support::start().await;
    let karen = app.karen_until(today() + Days::new(40)).await;
    assert_eq!(app.told(&karen).await, 1);
    assert_eq!(app.told(&karen).await, 1);

    app.with_certificate(&karen, checked_until(today() + Days::new(45))).await;

    assert_eq!(app.told(&karen).await, 2);
}

#[tokio::test]
async fn nobody_is_told_too_early_or_too_late_or_after_leaving_or_before_being_a_mentor() {
    let soon = today() + Days::new(20);
    let left = mentors::ActiveModel { left_on: Set(Some(today())), ..checked_until(soon) };
    let applicant = mentors::ActiveModel { approved_on: Set(None), ..checked_until(soon) };
    let refused = mentors::ActiveModel {
        criminal_record_status: Set(Some(CriminalRecordStatus::Refused)),
        ..checked_until(soon)
    };
    let early = checked_until(today() + Days::new(90));
    let late = checked_until(today() - Days::new(1));
    for change in [left, applicant, refused, early, late] {
        let app = support::start().await;
        let karen = app.karen_until(soon).await;
        let karen = app.with_certificate(&karen, change.clone()).await;
        assert_eq!(app.told(&karen).await, 0, "{change:?}");
    }
}

#[tokio::test]
async fn a_newer_certificate_before_the_letter_leaves_makes_it_unwanted() {
    let app = support::start().await;
    let karen = app.karen_until(today() + Days::new(40)).await;
    app.tell_of_certificates().await;
    app.with_certificate(&karen, checked_until(today() + Days::new(700))).await;

    assert_eq!(app.told(&karen).await, 0);
}
