//! What a mentor is told of a proposal, by mail or by a text message as they wish.

use entity::{Course, Proposal, courses, links::LinkPurpose, mentors::ContactPreference};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    super::{made::Wished, state},
    found::{Found, find, user},
};
use crate::{
    account::link,
    course::{
        concern::is_contact_stopped,
        language_of,
        my_course::with_my_course,
        my_mentor::{calls_by, wishes_writing},
        signs_in,
    },
    duty::{self, Thing},
    language::{Tr, first_name},
    message::{Addressee, Desk, Letter, Writing, text_with, texted},
};

/// What is said in a mail, and in a text message.
struct Words {
    long: &'static str,
    short: &'static str,
}

/// Somebody wants to work where you do, or close by.
pub(super) async fn proposed(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, |proposal| match Wished::of(&proposal.facts) {
        Wished::TheVeryTrade => Words { long: "matching-letter-proposed", short: "message-text-proposal" },
        Wished::CloseBy => Words { long: "matching-letter-proposed-near", short: "message-text-proposal-near" },
        Wished::NotSaid => Words { long: "matching-letter-proposed-other", short: "message-text-proposal-other" },
    })
    .await
}

/// You have not answered yet.
pub(super) async fn reminder(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let words = Words { long: "matching-letter-reminder", short: "message-text-proposal-reminder" };
    to_awaited_mentor(desk, id, |_| words).await
}

/// Your question was answered.
pub(super) async fn answered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let words = Words { long: "matching-letter-answered", short: "message-text-proposal-answered" };
    to_awaited_mentor(desk, id, |_| words).await
}

async fn to_awaited_mentor(
    desk: Desk,
    id: Uuid,
    words: impl FnOnce(&Proposal) -> Words,
) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await?.filter(|found| state(&found.proposal).awaits_mentor()) else {
        return Ok(None);
    };
    if found.is_stopped(&desk).await? {
        return Ok(None);
    }
    let Found { proposal, mentor, referral, .. } = found;
    let words = words(&proposal);
    let user = user(&desk, mentor.user_id).await?;
    let language = language_of(&mentor, user.as_ref());
    // Whoever's sign-in was closed answers neither with it nor by a link.
    let by_link = user.is_some() || mentor.user_id.is_none();
    let page = desk.url(format!("/proposals/{id}"));
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = match by_link {
            true => link::issue_short_in(&desk, LinkPurpose::Proposal, id).await?,
            false => page,
        };
        let said = [("date", Tr::from_tag(language).date(&proposal.expires_on)), ("link", link)];
        return Ok(Some(text_with(&desk, to, language, words.short, said)));
    }
    let contact = duty::contact_of(&desk, Thing::Referral, referral.id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(contact)
        .subject("matching-letter-subject-proposal")
        .greet(&mentor.name)
        .say(words.long);
    let until = writing.tr().date(&proposal.expires_on);
    let writing = writing.say1("matching-letter-until", "date", &until);
    if !by_link {
        return Ok(Some(writing.link("matching-letter-open", page).finish()?));
    }
    let page = desk.url(format!("/proposal/{}", link::issue_in(&desk, LinkPurpose::Proposal, id).await?));
    Ok(Some(writing.link("matching-letter-open", page).say("matching-letter-free").finish()?))
}

/// Both said yes.
pub(super) async fn begun_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    if found.is_stopped(&desk).await? {
        return Ok(None);
    }
    let course = courses::Entity::find().filter(courses::Column::ProposalId.eq(id)).one(&desk.db).await?;
    if let Some(course) = &course
        && is_contact_stopped(&desk.db, course.id).await?
    {
        return Ok(None);
    }
    let user = user(&desk, found.mentor.user_id).await?;
    let language = language_of(&found.mentor, user.as_ref());
    let running = course.as_ref().filter(|course| course.ended_on.is_none());
    // The page behind the link names the number to whoever has no other.
    let is_closed = user.is_none() && found.mentor.user_id.is_some();
    let opens_pages = is_closed || signs_in(user.as_ref());
    let by_link = running.filter(|_| !opens_pages);
    let page = desk.url(course.as_ref().map_or("/mentor".to_owned(), |course| format!("/courses/{}", course.id)));
    let by = |course: &Course| Tr::from_tag(language).date(&calls_by(course.matched_on, &desk.config.rules));
    if let Some((to, course)) = texted(&desk, &found.mentor).await?.zip(running) {
        let link = match by_link {
            Some(course) => link::issue_short_in(&desk, LinkPurpose::MyCourse, course.id).await?,
            None => page,
        };
        let said = [("date", by(course)), ("link", link)];
        let key = match wishes_writing(found.person.contact_preference) {
            true => "message-text-begun-mentor-write",
            false => "message-text-begun-mentor",
        };
        return Ok(Some(text_with(&desk, to, language, key, said)));
    }
    let writing = Writing::to(&desk, Addressee::mentor(found.mentor.id), &found.mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Referral, found.referral.id).await?)
        .subject("matching-letter-subject-begun")
        .greet(&found.mentor.name)
        .say("matching-letter-begun-mentor");
    let Some(course) = running else {
        let writing = if signs_in(user.as_ref()) { writing.link("matching-letter-begun-open", page) } else { writing };
        return Ok(Some(writing.finish()?));
    };
    let mentee = first_name(&found.person.name);
    let key = match found.person.contact_preference {
        Some(ContactPreference::Sms) => "matching-letter-begun-text",
        Some(ContactPreference::Email) => "matching-letter-begun-mail",
        _ => "matching-letter-begun-call",
    };
    let writing = writing.say2(key, ("name", mentee), ("date", &by(course)));
    let writing = if opens_pages { writing.link("matching-letter-begun-open", page) } else { writing };
    let writing = if by_link.is_some() { writing.say("matching-letter-begun-by-link") } else { writing };
    Ok(Some(with_my_course(writing, &desk, course.id).await?.finish()?))
}
