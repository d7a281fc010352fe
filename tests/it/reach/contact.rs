//! What a letter about another contact person is about.

use brobyg::duty::{self, Thing};
use sea_orm::prelude::Uuid;

use super::scene::Scene;
use crate::support::viewer_of;

impl Scene {
    /// Staff take the partner and the mentor; gives whoever is told so by a letter of this kind.
    pub(super) async fn another_contact(&self, kind: &str) -> Uuid {
        let things = [(Thing::Partner, self.referral.partner_id), (Thing::Mentor, self.mentor.id)];
        let (now, by) = (self.app.app.clock.now(), viewer_of(&self.staff));
        duty::hand_over(self.app.db(), now, &by, &things, self.staff.id).await.unwrap();
        if kind == duty::letters::CONTACT_OF_MENTOR.name { self.mentor.id } else { self.referral.referrer_id.unwrap() }
    }
}
