//! "Did you meet?": asked of both sides once, answered with one press, and what comes of it.

mod by_clock;
mod occasions;
mod pages;
mod two_say;

use chrono::NaiveDate;
use entity::{MeetingQuestion, meeting_questions};
use poem::http::StatusCode;
use sea_orm::EntityTrait;

use super::planned::{Planning, local, planning};
use crate::support::{Browser, Page};

const OWN: &str = "ung@ung.example";
const MENTOR: &str = "jonas@mentor.example";

/// Amira and Jonas, as somebody who watches what they are asked.
struct Asking {
    planning: Planning,
}

async fn asking() -> Asking {
    Asking { planning: planning().await }
}

impl Asking {
    /// The clock of this morning, when the jobs have run and letters may leave.
    async fn morning(&self, day: NaiveDate) {
        self.planning.turn(local(day, 6, 0));
        self.planning.pair.app.meetings_by_clock().await;
        self.planning.turn(local(day, 11, 0));
        self.planning.pair.app.mails().await;
    }

    async fn questions(&self) -> Vec<MeetingQuestion> {
        meeting_questions::Entity::find().all(self.planning.pair.app.db()).await.unwrap()
    }

    /// The only question that was ever asked.
    async fn question(&self) -> MeetingQuestion {
        let all = self.questions().await;
        assert_eq!(all.len(), 1);
        all.into_iter().next().unwrap()
    }

    /// The path of the link in the last mail to somebody.
    async fn link(&self, email: &str) -> String {
        let app = &self.planning.pair.app;
        let mails = app.mails_to(email).await;
        app.path_in(mails.iter().rfind(|mail| mail.subject == "Mødtes I?").expect(email))
    }

    /// What somebody presses on the page behind their link.
    async fn press(&self, email: &str, form: &[(&str, &str)]) -> Page {
        let visitor = self.planning.pair.app.visitor();
        let path = self.link(email).await;
        let path = if email == MENTOR { format!("{path}/answer") } else { path };
        visitor.submit(&path, form).await
    }

    async fn says_met(&self, email: &str) {
        self.press(email, &[("answer", "met")]).await.assert_goes_to("/met/thanks");
    }

    /// No, and why.
    async fn says_not_met(&self, email: &str, why: &str) {
        let page = self.press(email, &[("answer", "not_met")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        self.press(email, &[("answer", "why"), ("why", why)]).await.assert_goes_to("/met/thanks");
    }

    async fn staff(&self) -> Browser {
        self.planning.pair.app.staff().await
    }
}
