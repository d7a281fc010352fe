//! Who sees to what.

use brobyg::duty::{self, NewAbsence};

use super::Scene;
use crate::support::{today, viewer_of};

impl Scene {
    pub(super) async fn duty(&mut self) {
        for (name, word) in [("thing.referral", "referral"), ("thing.partner", "partner"), ("kind.waiting", "waiting")]
        {
            self.name(name, word);
        }
        let (user_id, deputy_id) = (self.staff.id, self.administrator.id);
        let new = NewAbsence { user_id, deputy_id, from_on: today(), until_on: today() };
        let now = self.app.app.clock.now();
        duty::be_away(self.app.db(), now, &viewer_of(&self.staff), new).await.unwrap();
        let absence = duty::coming(self.app.db(), user_id, today()).await.unwrap().remove(0);
        self.name("absence.staff", absence.id);
        self.name("user.staff", user_id);
    }
}
