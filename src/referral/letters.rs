//! What is written about a referral, mostly to its referrer. No names: mail is read over shoulders; the page has the rest.

use entity::{Referral, consents::ConsentPurpose, links::LinkPurpose, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{Agreement, State, Told, Written, agreement, reach, state_of, told};
use crate::{
    account::link,
    language::Tr,
    message::{Addressee, Desk, Letter, Writing, letters, text},
};

letters! {
    ACCEPTED = "referral_accepted", "/referrals", accepted
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    QUESTION = "referral_question", "/referrals", question
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    DECLINED = "referral_declined", "/referrals", declined
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    INTEREST = "referral_interest", "/referrals", interest
        to [YoungPerson, User, Partner], as Interest, by [Mail, Sms], unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
    INTEREST_LOST = "referral_interest_lost", "/referrals", interest_lost
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// Tells the referrer that a mentor is looked for, unless the young person wants none by now.
async fn accepted(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let is_looked_for =
        |state: State, says: Agreement| !matches!(state, State::Withdrawn | State::Declined) && !says.is_no();
    about(desk, id, "accepted", is_looked_for).await
}

/// Tells the referrer that staff ask something, unless it was answered meanwhile, or the young person wants no mentor.
async fn question(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if referral.answer.is_some() {
        return Ok(None);
    }
    about(desk, id, "question", |state, says| !state.is_over() && !says.is_no()).await
}

/// Tells the referrer that there will be no course, and that the page says why.
async fn declined(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "declined", |state, _| state == State::Declined).await
}

/// Asks whether a mentor is still wanted: the young person by a link, or the partner where the way is through them.
async fn interest(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if state_of(&desk.db, &referral).await? != State::Waiting {
        return Ok(None);
    }
    let reach = reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => asked_by_link(&desk, id, (whom, email), reach.language).await.map(Some),
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::Interest, id).await?;
            Ok(Some(text(&desk, (whom, number), reach.language, "message-text-referral-interest", &link)))
        }
        Some(Written::Partner(told)) => letter_to(&desk, told, id, ABOUT_INTEREST).map(Some),
        None => Ok(None),
    }
}

async fn asked_by_link(
    desk: &Desk,
    id: Uuid,
    (whom, email): (Addressee, &str),
    language: &str,
) -> anyhow::Result<Letter> {
    let token = link::issue_in(desk, LinkPurpose::Interest, id).await?;
    let letter = Writing::to(desk, whom, email, language)
        .subject("referral-mail-still-subject")
        .say("referral-mail-still-text")
        .link("referral-mail-still-link", desk.url(format!("/still/{token}")))
        .say("referral-mail-still-free");
    letter.finish()
}

/// Tells the referrer that the young person wants no mentor any more.
async fn interest_lost(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "interest-lost", |state, _| state.is_over()).await
}

async fn about(
    desk: Desk,
    id: Uuid,
    what: &str,
    is_still_so: impl Fn(State, Agreement) -> bool,
) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let says = agreement(&desk.db, id, ConsentPurpose::MentorCourse).await?;
    if !is_still_so(state_of(&desk.db, &referral).await?, says) {
        return Ok(None);
    }
    to_partner(&desk, &referral, [&format!("referral-mail-{what}-subject"), &format!("referral-mail-{what}-text")])
        .await
}

const ABOUT_INTEREST: [&str; 2] = ["referral-mail-interest-subject", "referral-mail-interest-text"];

/// A letter to whoever is told about a referral, by the keys of its subject and its text; none when there is nobody.
pub async fn to_partner(desk: &Desk, referral: &Referral, keys: [&str; 2]) -> anyhow::Result<Option<Letter>> {
    let told = told(&desk.db, referral).await?;
    told.map(|told| letter_to(desk, &told, referral.id, keys)).transpose()
}

/// The same for somebody who was found already. Whoever cannot see the referral is not sent to its page.
pub fn letter_to(desk: &Desk, told: &Told, referral_id: Uuid, [subject, text]: [&str; 2]) -> anyhow::Result<Letter> {
    letter_saying(desk, told, referral_id, (subject, Tr::from_tag(&told.language).t(text)))
}

/// The same with a text that is already in their language.
pub fn letter_saying(
    desk: &Desk,
    told: &Told,
    referral_id: Uuid,
    (subject, text): (&str, String),
) -> anyhow::Result<Letter> {
    let writing = Writing::to(desk, told.whom, &told.email, &told.language).subject(subject);
    let letter = writing.greet(&told.name).paragraph(text);
    let letter = match told.sees_it {
        true => letter.link("referral-mail-link", desk.url(format!("/referrals/{referral_id}"))),
        false => letter.say("referral-mail-no-page"),
    };
    letter.finish()
}
