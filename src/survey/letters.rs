//! The letter with the link to a survey.

use entity::{links::LinkPurpose, surveys};
use sea_orm::{ColumnTrait, QueryFilter, prelude::Uuid};

use super::{asked::asked_in, list::with_people};
use crate::{
    account::link,
    duty::{self, Thing},
    message::{Desk, Letter, Writing, letters, text},
    referral::Written,
};

letters! {
    LINK = "survey-link", "/surveys", survey_link
        when "staff send the link of a survey that is due",
        so that "we learn how it went",
        says {
            Mail to [YoungPerson]: "survey-mail-subject", "survey-mail-why", "survey-mail-link", "survey-mail-free";
            Sms to [YoungPerson]: "message-text-survey-link";
            Mail to [User, Partner]: "survey-mail-subject", "survey-mail-through-you", "survey-mail-link",
                "survey-mail-free";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
}

/// Not wanted once the survey has been answered or nobody may be written to.
async fn survey_link(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    // A course that a rematch followed meanwhile is asked about no more.
    if with_people().filter(surveys::Column::Id.eq(survey_id)).one(&desk.db).await?.is_none() {
        return Ok(None);
    }
    let asked = asked_in(&desk.db, survey_id).await?.filter(|asked| asked.survey.answered_on.is_none());
    let Some(asked) = asked else { return Ok(None) };
    let contact = duty::contact_of(&desk, Thing::Course, asked.course.id).await?;
    match asked.reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let writing =
                Writing::to(&desk, whom, email, asked.reach.language).about(contact).greet(&asked.person.name);
            with_link(&desk, writing.say("survey-mail-why"), survey_id).await.map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::Survey, survey_id).await?;
            Ok(Some(text(&desk, (whom, number), asked.reach.language, "message-text-survey-link", &link)))
        }
        Some(Written::Partner(told)) => {
            let writing = Writing::to(&desk, told.whom, &told.email, &told.language).about(contact).greet(&told.name);
            with_link(&desk, writing.say("survey-mail-through-you"), survey_id).await.map(Some)
        }
        None => Ok(None),
    }
}

async fn with_link(desk: &Desk, writing: Writing, survey_id: Uuid) -> anyhow::Result<Letter> {
    let token = link::issue_in(desk, LinkPurpose::Survey, survey_id).await?;
    writing
        .subject("survey-mail-subject")
        .link("survey-mail-link", desk.url(format!("/survey/{token}")))
        .say("survey-mail-free")
        .finish()
}
