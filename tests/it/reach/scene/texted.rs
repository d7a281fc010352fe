//! The mentor wishes text messages.

use entity::{
    mentors::{self, ContactPreference},
    users,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::Scene;
use crate::support::today;

pub const MENTORS_NUMBER: &str = "+4520304050";

impl Scene {
    /// The mentor signs in, and likes text messages best.
    pub async fn mentor_wishes_texts(&self) {
        let known = mentors::Entity::find_by_id(self.mentor.id).one(self.app.db()).await.unwrap().unwrap();
        let user_id = match known.user_id {
            Some(id) => id,
            None => self.app.mentor_browser(&known).await.user.as_ref().unwrap().id,
        };
        let seen = users::ActiveModel { id: Set(user_id), last_seen_on: Set(Some(today())), ..Default::default() };
        seen.update(self.app.db()).await.unwrap();
        let wishes = mentors::ActiveModel {
            id: Set(self.mentor.id),
            phone: Set(Some(MENTORS_NUMBER.into())),
            contact_preference: Set(Some(ContactPreference::Sms)),
            ..Default::default()
        };
        wishes.update(self.app.db()).await.unwrap();
    }
}
