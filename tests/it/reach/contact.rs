//! What a letter about another contact person is about.

use brobyg::duty::{self, Thing};
use entity::partners;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::scene::Scene;
use crate::support::viewer_of;

impl Scene {
    /// Staff take the partner and the mentor; gives whoever is told so by a letter of this kind.
    pub(super) async fn another_contact(&self, kind: &str) -> Uuid {
        let things = [(Thing::Partner, self.referral.partner_id), (Thing::Mentor, self.mentor.id)];
        let (now, by) = (self.app.app.clock.now(), viewer_of(&self.staff));
        duty::hand_over(self.app.db(), now, &by, &things, self.staff.id).await.unwrap();
        match kind {
            "contact_of_mentor" => self.mentor.id,
            "contact_of_partner" => self.partners_contact().await,
            _ => self.referral.referrer_id.unwrap(),
        }
    }

    /// The partner, of which a contact is written down.
    async fn partners_contact(&self) -> Uuid {
        let partner = partners::ActiveModel {
            id: Set(self.referral.partner_id),
            contact_email: Set(Some("kontakt@partner.example".into())),
            ..Default::default()
        };
        partner.update(self.app.db()).await.unwrap().id
    }
}
