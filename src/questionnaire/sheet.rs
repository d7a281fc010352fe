//! What one side of a course is asked at once: the questions of each of its questionnaires of one wave, with what was answered.

use chrono::NaiveDate;
use entity::{
    Course, Questionnaire, QuestionnaireAnswer,
    questionnaires::{QuestionnaireSide, Wave},
};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    instrument::{Instrument, Item, instrument},
    standing::{answers_of, is_open, of_course},
};
use crate::config::Rules;

/// One question: in which questionnaire it is asked, and of which instrument, with the version of its wording.
#[derive(Clone, Copy, Debug)]
pub struct Put {
    pub questionnaire_id: Uuid,
    pub instrument: &'static Instrument,
    pub item: &'static Item,
}

impl Put {
    /// What was answered to it.
    pub(super) fn answer_in(self, answers: &[QuestionnaireAnswer]) -> Option<&QuestionnaireAnswer> {
        answers.iter().find(|one| one.questionnaire_id == self.questionnaire_id && one.item == self.item.code)
    }
}

/// What is open of one side and one wave. It is never empty.
pub(super) struct Sheet {
    pub side: QuestionnaireSide,
    pub wave: Wave,
    pub asked: Vec<Questionnaire>,
    pub answers: Vec<QuestionnaireAnswer>,
}

impl Sheet {
    /// What a side of a course can answer on a day in a wave; nothing where nothing is open.
    pub async fn of(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        course: &Course,
        (side, wave): (QuestionnaireSide, Wave),
    ) -> Result<Option<Self>, DbErr> {
        let mut asked = of_course(db, course.id).await?;
        asked.retain(|one| (one.side, one.wave) == (side, wave) && is_open(one, course, today));
        if asked.is_empty() {
            return Ok(None);
        }
        // As the files have them: how it went, and then what has changed.
        let place = |one: &Questionnaire| super::instruments().iter().position(|file| file.code == one.instrument);
        asked.sort_by_key(place);
        let answers = answers_of(db, &asked.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
        Ok(Some(Self { side, wave, asked, answers }))
    }

    /// The questions in their order.
    pub fn put(&self, rules: &Rules) -> Vec<Put> {
        let of = |one: &Questionnaire| {
            let (id, found) = (one.id, instrument(&one.instrument));
            found.into_iter().flat_map(move |found| {
                let put = move |item| Put { questionnaire_id: id, instrument: found, item };
                found.asked(rules).map(put)
            })
        };
        self.asked.iter().flat_map(of).collect()
    }

    /// In which language was asked what was answered last.
    pub fn language(&self) -> Option<&str> {
        let last = self.answers.iter().max_by_key(|answer| (answer.written_at, answer.id));
        last.map(|answer| answer.language.as_str())
    }

    /// The last day on which all of it can be answered.
    pub fn closes_on(&self) -> Option<NaiveDate> {
        self.asked.iter().map(|one| one.closes_on).min()
    }
}
