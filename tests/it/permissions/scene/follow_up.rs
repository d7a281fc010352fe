//! Whom staff call.

use brobyg::course::follow_up::{self, NewTry};
use entity::{
    advice_requests,
    contact_attempts::{AttemptChannel, AttemptResult},
    follow_up_tries,
    follow_ups::{self, Side},
    links::LinkPurpose,
    status_updates::{self, Sentence},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::Scene;
use crate::support::{today, viewer_of};

impl Scene {
    /// A follow-up with the mentor of the own course that was tried in vain once, with something to do next.
    pub(super) async fn follow_up(&mut self) {
        let (app, course_id, referral_id) = (&self.app, self.own.course.id, self.own.referral.id);
        let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
        let tx = app.db().begin().await.unwrap();
        follow_up::keep(&tx, rules, today(), course_id).await.unwrap();
        tx.commit().await.unwrap();
        let own = follow_ups::Entity::find().filter(follow_ups::Column::CourseId.eq(course_id));
        let own = own.filter(follow_ups::Column::Side.eq(Side::Mentor)).one(app.db()).await.unwrap().unwrap();
        let new = NewTry {
            tried_at: now,
            channel: AttemptChannel::Phone,
            result: AttemptResult::NoAnswer,
            said: None,
            mood: None,
            has_begun: false,
            review: None,
            step: Some("Ringe igen".into()),
            step_on: Some(today()),
        };
        follow_up::record_try(app.db(), now, rules, &viewer_of(&self.staff), own.id, new).await.unwrap();
        let tried = follow_up_tries::Entity::find().one(app.db()).await.unwrap().unwrap();
        let said = status_updates::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral_id),
            sentence: Set(Sentence::MeetAsAgreed),
            said_at: Set(now),
            said_by: Set(self.staff.id),
            ..Default::default()
        };
        let said = said.insert(app.db()).await.unwrap();
        let asked = advice_requests::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            text: Set("Hvad gør jeg?".into()),
            asked_at: Set(now),
            asked_by: Set(Some(self.mentor_user.id)),
            ..Default::default()
        };
        let asked = asked.insert(app.db()).await.unwrap();
        let answered = advice_requests::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course_id),
            text: Set("Hvor mødes vi?".into()),
            asked_at: Set(now),
            asked_by: Set(Some(self.mentor_user.id)),
            answered_at: Set(Some(now)),
            answered_by: Set(Some(self.staff.id)),
            answer: Set(Some("På biblioteket".into())),
        };
        let answered = answered.insert(app.db()).await.unwrap();
        self.name("follow_up.open", own.id);
        self.link("link.advised", LinkPurpose::Advice, answered.id).await;
        self.name("advice.own", asked.id);
        self.name("follow_up_try.any", tried.id);
        self.name("status_update.own", said.id);
    }
}
