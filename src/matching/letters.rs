//! The letters about a proposal. The subject of each is the proposal's id.

use entity::{
    Mentor, Proposal, Referral, User, YoungPerson, consents::ConsentPurpose, links::LinkPurpose, mentors, proposals,
    referrals, users, young_people,
};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::{State, state};
use crate::{
    account::link,
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters, text},
    referral::{self, Reach, Written},
};

letters! {
    PROPOSED = "proposed", "/proposals", proposed
        to [Mentor], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    REMINDER = "proposal_reminder", "/proposals", reminder
        to [Mentor], as Reminder, by [Mail], unsubscribe OneClick,
        quiet Waits, useless after Days(4), if unknown Asked;
    ASKED = "proposal_asked", "/proposals", asked
        to [User], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ANSWERED = "proposal_answered", "/proposals", answered
        to [Mentor], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    MENTEE_ASKED = "mentee_asked", "/proposals", mentee_asked
        to [YoungPerson, User, Partner], as Case, by [Mail, Sms], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    MENTEES_TURN = "mentees_turn", "/proposals", mentees_turn
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BACK_IN_QUEUE = "proposal_back_in_queue", "/proposals", back_in_queue
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    DECLINED = "proposal_declined", "/proposals", declined
        to [User], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BEGUN_MENTOR = "course_begun_mentor", "/proposals", begun_mentor
        to [Mentor], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BEGUN_REFERRER = "course_begun_referrer", "/proposals", begun_referrer
        to [User, Partner], as Case, by [Mail], unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// A proposal with everybody it concerns.
struct Found {
    proposal: Proposal,
    mentor: Mentor,
    referral: Referral,
    person: YoungPerson,
}

impl Found {
    /// Whether the young person says no to a mentor by now: then nobody is to be asked any more.
    async fn is_stopped(&self, desk: &Desk) -> Result<bool, DbErr> {
        Ok(referral::agreement(&desk.db, self.referral.id, ConsentPurpose::MentorCourse).await?.is_no())
    }
}

async fn find(desk: &Desk, id: Uuid) -> Result<Option<Found>, DbErr> {
    let db = &desk.db;
    let Some(proposal) = proposals::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let mentor = mentors::Entity::find_by_id(proposal.mentor_id).one(db).await?;
    let Some(referral) = referrals::Entity::find_by_id(proposal.referral_id).one(db).await? else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    Ok(mentor.zip(person).map(|(mentor, person)| Found { proposal, mentor, referral, person }))
}

async fn user(desk: &Desk, id: Option<Uuid>) -> Result<Option<User>, DbErr> {
    let Some(id) = id else { return Ok(None) };
    Ok(users::Entity::find_by_id(id).one(&desk.db).await?.filter(|user| user.disabled_at.is_none()))
}

/// To the mentor: somebody wants to work where you do.
async fn proposed(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-proposed").await
}

/// To the mentor who has not answered yet.
async fn reminder(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-reminder").await
}

/// To the mentor whose question was answered.
async fn answered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-answered").await
}

async fn to_awaited_mentor(desk: Desk, id: Uuid, key: &str) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await?.filter(|found| state(&found.proposal).awaits_mentor()) else {
        return Ok(None);
    };
    if found.is_stopped(&desk).await? {
        return Ok(None);
    }
    let language = user(&desk, found.mentor.user_id).await?.map_or("da".to_owned(), |user| user.language);
    let contact = duty::contact_of(&desk, Thing::Referral, found.referral.id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(found.mentor.id), &found.mentor.email, &language)
        .about(contact)
        .subject("matching-letter-subject-proposal")
        .greet(&found.mentor.name)
        .say(key);
    let until = writing.tr().date(&found.proposal.expires_on);
    let letter = writing
        .say1("matching-letter-until", "date", &until)
        .link("matching-letter-open", desk.url(format!("/proposals/{id}")));
    Ok(Some(letter.finish()?))
}

/// To whoever sees to the referral: the mentor asks something.
async fn asked(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = find(&desk, id).await?.filter(|found| state(&found.proposal) == State::QuestionAsked);
    to_whoever_sees_to_it(desk, found, "matching-letter-asked").await
}

/// To whoever sees to the referral: somebody said no.
async fn declined(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = find(&desk, id).await?;
    to_whoever_sees_to_it(desk, found, "matching-letter-declined").await
}

/// Who that is now, and while nobody is responsible whoever proposed.
async fn to_whoever_sees_to_it(desk: Desk, found: Option<Found>, key: &str) -> anyhow::Result<Option<Letter>> {
    let Some(found) = found else { return Ok(None) };
    let seen_to = duty::seen_to(&desk.db, Thing::Referral, found.referral.id, desk.clock.today()).await?;
    let who = seen_to.map(|seen_to| seen_to.id).or(found.proposal.proposed_by);
    let Some(user) = user(&desk, who).await? else { return Ok(None) };
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("matching-letter-subject-news")
        .greet(&user.name)
        .say(key)
        .link("matching-letter-open", desk.url(format!("/proposals/{}", found.proposal.id)));
    Ok(Some(letter.finish()?))
}

/// To the young person, or to the partner in their place: a mentor has said yes; do you?
async fn mentee_asked(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((found, reach)) = awaiting_mentee(&desk, id).await? else { return Ok(None) };
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::MenteeAnswer, id).await?;
            let letter = Writing::to(&desk, whom, email, reach.language)
                .about(duty::contact_of(&desk, Thing::Referral, found.referral.id).await?)
                .subject("matching-letter-subject-mentee")
                .greet(&found.person.name)
                .say("matching-letter-mentee")
                .link("matching-letter-mentee-open", desk.url(format!("/yes/{token}")))
                .say("matching-letter-mentee-free");
            Ok(Some(letter.finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MenteeAnswer, id).await?;
            Ok(Some(text(&desk, (whom, number), reach.language, "message-text-mentee-asked", &link)))
        }
        Some(Written::Partner(told)) => {
            let keys = ["matching-letter-subject-partner", "matching-letter-partner-asked"];
            referral::letters::letter_to(&desk, told, found.referral.id, keys).await.map(Some)
        }
        None => Ok(None),
    }
}

/// To the referrer, while the young person is asked without them: a mentor has said yes.
async fn mentees_turn(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((found, reach)) = awaiting_mentee(&desk, id).await? else { return Ok(None) };
    if reach.agreement.is_no() || matches!(reach.in_writing(&desk.sms), Some(Written::Partner(_))) {
        return Ok(None);
    }
    let keys = ["matching-letter-subject-partner", "matching-letter-mentees-turn"];
    referral::letters::to_partner(&desk, &found.referral, keys).await
}

async fn awaiting_mentee(desk: &Desk, id: Uuid) -> Result<Option<(Found, Reach)>, DbErr> {
    let Some(found) = find(desk, id).await?.filter(|found| state(&found.proposal) == State::AwaitingMentee) else {
        return Ok(None);
    };
    let reach = referral::reach_of(&desk.db, &found.referral, &found.person, ConsentPurpose::MentorCourse).await?;
    Ok(Some((found, reach)))
}

/// To the referrer: it came to nothing this time, and the young person waits again.
async fn back_in_queue(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    if !referral::is_waiting(&desk.db, &found.referral).await? {
        return Ok(None);
    }
    let keys = ["matching-letter-subject-waits-again", "matching-letter-waits-again"];
    referral::letters::to_partner(&desk, &found.referral, keys).await
}

/// To the mentor: both said yes.
async fn begun_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    if found.is_stopped(&desk).await? {
        return Ok(None);
    }
    let language = user(&desk, found.mentor.user_id).await?.map_or("da".to_owned(), |user| user.language);
    let letter = Writing::to(&desk, Addressee::mentor(found.mentor.id), &found.mentor.email, &language)
        .about(duty::contact_of(&desk, Thing::Referral, found.referral.id).await?)
        .subject("matching-letter-subject-begun")
        .greet(&found.mentor.name)
        .say("matching-letter-begun-mentor")
        .link("matching-letter-begun-open", desk.url("/mentor"));
    Ok(Some(letter.finish()?))
}

/// To the referrer: a course has begun.
async fn begun_referrer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    if found.is_stopped(&desk).await? {
        return Ok(None);
    }
    let keys = ["matching-letter-subject-begun", "matching-letter-begun-referrer"];
    referral::letters::to_partner(&desk, &found.referral, keys).await
}
