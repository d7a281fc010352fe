//! What the mentor of the course that has ended is asked.

use entity::{
    links::LinkPurpose,
    questionnaires::{self, QuestionnaireSide},
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::Scene;
use crate::support::today;

impl Scene {
    pub(super) async fn exit(&mut self) {
        let asked = questionnaires::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.path("{course.ended_own}").parse().unwrap()),
            instrument: Set("exit_mentor".into()),
            version: Set(1),
            side: Set(QuestionnaireSide::Mentor),
            ended_on: Set(today() - chrono::Days::new(2)),
            opened_on: Set(today()),
            asked_on: Set(Some(today())),
            closes_on: Set(today() + chrono::Days::new(30)),
            ..Default::default()
        };
        let asked = questionnaires::Entity::insert(asked).exec_with_returning(self.app.db()).await.unwrap();
        self.name("side.mentor", "mentor");
        self.link("link.exit", LinkPurpose::QuestionnaireMentor, asked.id).await;
    }
}
