//! Something that waits for whoever gets the letter of the week.

use chrono::Days;
use entity::{mentors, partners, referrals, users, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::Scene;
use crate::support::today;

impl Scene {
    /// Gives the one whom the letter goes to.
    pub(super) async fn digest(&self, kind: &str) -> Uuid {
        match kind {
            "digest_staff" => {
                self.status().await;
                self.staff.id
            }
            "digest_referrer" => {
                let asked_at = Set(Some(self.app.app.clock.now() - Days::new(1)));
                let question = Set(Some("Hvornår?".into()));
                self.refer(referrals::ActiveModel { asked_at, question, ..Default::default() }).await;
                self.referral.referrer_id.unwrap()
            }
            "digest_partner" => {
                let asked_at = Set(Some(self.app.app.clock.now() - Days::new(1)));
                let (question, referrer_id) = (Set(Some("Hvornår?".into())), Set(None));
                self.refer(referrals::ActiveModel { asked_at, question, referrer_id, ..Default::default() }).await;
                let contact = partners::ActiveModel {
                    id: Set(self.referral.partner_id),
                    contact_email: Set(Some("kontakt@partner.example".into())),
                    ..Default::default()
                };
                contact.update(self.app.db()).await.unwrap().id
            }
            _ => {
                self.mentor_asks_for_it().await;
                self.planned(kind).await;
                self.mentor.id
            }
        }
    }

    async fn mentor_asks_for_it(&self) {
        let user = self.app.user("Jonas", Role::Mentor, None).await;
        let since = today().and_hms_opt(0, 0, 0).unwrap().and_utc();
        let asked = users::ActiveModel { id: Set(user.id), digest_since: Set(Some(since)), ..Default::default() };
        asked.update(self.app.db()).await.unwrap();
        let signs_in =
            mentors::ActiveModel { id: Set(self.mentor.id), user_id: Set(Some(user.id)), ..Default::default() };
        signs_in.update(self.app.db()).await.unwrap();
    }
}
