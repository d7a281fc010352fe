//! What the mentor is told who does not come. The subject is the meeting's id.

use sea_orm::prelude::Uuid;

use super::{
    super::{
        found::{Found, Telling},
        letters::ABOUT,
    },
    holders,
};
use crate::message::{Desk, Letter, letters, others};

letters! {
    PASSED_ON = "planned_passed_on", ABOUT, passed_on
        when "another mentor meets the young person at an agreed meeting than the one who was told of it",
        so that "it leaves the calendar of whoever does not come",
        says {
            Mail to [Mentor]: "course-planned-subject-passed-on", "course-planned-text-passed-on",
                "course-planned-letter-course";
            Sms to [Mentor]: "message-text-planned-passed-on";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
}

/// To the mentor in whose calendar it stands and who does not come.
async fn passed_on(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if others(&desk, PASSED_ON, id).await?.is_overtaken {
        return Ok(None);
    }
    let Some(found) = Found::by_id(&desk, id).await?.filter(Found::may_be_told_of) else { return Ok(None) };
    let before = holders(&desk, id).await?.into_iter().find(|mentor| !found.is_met_by(*mentor));
    let Some(before) = before else { return Ok(None) };
    match found.held_by(&desk, before).await? {
        Some(found) => found.to_mentor(&desk, Telling::PassedOn).await,
        None => Ok(None),
    }
}
