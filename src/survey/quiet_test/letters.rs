//! The letter of a quiet test: one link, one press.

use entity::links::LinkPurpose;
use sea_orm::prelude::Uuid;

use super::still_asked;
use crate::{
    account::link,
    duty::{self, Thing},
    message::{Desk, Letter, Writing, letters, text},
    referral::Written,
};

letters! {
    QUIET_TEST = "quiet-test", "/surveys", quiet_test
        when "three, six and nine months after a course",
        so that "a way that died is known before the survey",
        says {
            Mail to [YoungPerson]: "quiet-test-subject", "quiet-test-why", "quiet-test-link", "quiet-test-free";
            Sms to [YoungPerson]: "message-text-quiet-test";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
}

/// To the young person alone: a partner cannot say whether a number is still theirs.
async fn quiet_test(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(asked) = still_asked(&desk.db, desk.clock.today(), survey_id).await? else { return Ok(None) };
    match asked.reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::QuietTest, survey_id).await?;
            let letter = Writing::to(&desk, whom, email, asked.reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Course, asked.course.id).await?)
                .subject("quiet-test-subject")
                .greet(&asked.person.name)
                .say("quiet-test-why")
                .link("quiet-test-link", desk.url(format!("/still-here/{token}")))
                .say("quiet-test-free");
            Ok(Some(letter.finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::QuietTest, survey_id).await?;
            Ok(Some(text(&desk, (whom, number), asked.reach.asked_in, "message-text-quiet-test", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}
