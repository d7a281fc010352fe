//! Those who were drawn for an evaluator.

use entity::interview_strata::Stratum;
use sea_orm::prelude::Uuid;

use super::Scene;

impl Scene {
    /// Somebody of a course that has ended who was drawn for an evaluator and agrees to it.
    pub(super) async fn drawn(&self, kind: &str) -> Uuid {
        let stratum = match kind {
            "interview_mentor" => Stratum::Mentors,
            "interview_contact" => Stratum::Contacts,
            _ => Stratum::Completed,
        };
        self.app.drawn(&self.staff, &self.ended_course().await, stratum).await.id
    }
}
