//! What the mentors are asked of a course that has ended and of one that runs.

use entity::{
    links::LinkPurpose,
    questionnaires::{self, QuestionnaireSide, Wave},
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
            wave: Set(Wave::End),
            due_on: Set(today() - chrono::Days::new(2)),
            opened_on: Set(today()),
            asked_on: Set(Some(today())),
            closes_on: Set(today() + chrono::Days::new(30)),
            ..Default::default()
        };
        let asked = questionnaires::Entity::insert(asked).exec_with_returning(self.app.db()).await.unwrap();
        self.name("side.mentor", "mentor");
        self.name("item.first", "1");
        self.link("link.exit", LinkPurpose::QuestionnaireMentor, asked.id).await;
        let running = questionnaires::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.own.course.id),
            instrument: Set("progress_mentor".into()),
            version: Set(1),
            side: Set(QuestionnaireSide::Mentor),
            wave: Set(Wave::Start),
            due_on: Set(today()),
            opened_on: Set(today()),
            closes_on: Set(today() + chrono::Days::new(30)),
            ..Default::default()
        };
        questionnaires::Entity::insert(running).exec_without_returning(self.app.db()).await.unwrap();
    }
}
