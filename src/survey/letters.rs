//! The letters with the link to a survey: one on the day, one by another way, and a last one.

use entity::{
    links::LinkPurpose,
    messages::Category,
    surveys::{self, SurveyKind},
};
use sea_orm::{ColumnTrait, QueryFilter, prelude::Uuid};

use super::{
    asked::{AskedPerson, asked_in},
    list::to_be_asked,
};
use crate::{
    account::link,
    duty::{self, Thing},
    message::{Addressee, Desk, First, Letter, MessageKind, Writing, first_since, has_opted_out, letters, text},
    referral::{self, Written},
};

letters! {
    LINK = "survey-link", "/surveys", survey_link
        when "a survey is due, or staff send its link",
        so that "we learn how it went",
        says {
            Mail to [YoungPerson]: "survey-mail-subject", "survey-mail-ended", "survey-mail-why", "survey-mail-link",
                "survey-mail-free";
            Sms to [YoungPerson]: "message-text-survey-link", "message-text-survey-ended";
            Mail to [User, Partner]: "survey-mail-subject", "survey-mail-through-you", "survey-mail-link",
                "survey-mail-free";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
    LINK_OTHER = "survey-link-other", "/surveys", survey_link_other
        when "nobody has answered for some days; by the other way of whoever has no wish about ways",
        so that "a message by a way that nobody reads is not the only one",
        says {
            Mail to [YoungPerson]: "survey-mail-subject", "survey-mail-other", "survey-mail-ended", "survey-mail-why",
                "survey-mail-link", "survey-mail-free";
            Sms to [YoungPerson]: "message-text-survey-other", "message-text-survey-link", "message-text-survey-ended";
            Mail to [User, Partner]: "survey-mail-subject", "survey-mail-through-you", "survey-mail-link",
                "survey-mail-free";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
    LINK_LAST = "survey-link-last", "/surveys", survey_link_last
        when "nobody has answered for weeks, before the survey is closed",
        so that "they know that it is the last time we ask",
        says {
            Mail to [YoungPerson]: "survey-mail-subject", "survey-mail-last", "survey-mail-link", "survey-mail-free";
            Sms to [YoungPerson]: "message-text-survey-last";
            Mail to [User, Partner]: "survey-mail-subject", "survey-mail-through-you", "survey-mail-link",
                "survey-mail-free";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
    PASS_ON = "survey-pass-on", "/surveys", survey_pass_on
        when "nobody has answered for some weeks, or nothing that is written reaches the young person",
        so that "whoever referred them has them ring us",
        says {
            Mail to [User, Partner]: "survey-pass-on-subject", "survey-pass-on-text", "referral-mail-link",
                "referral-mail-no-page";
        },
        as Survey, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
}

/// Every letter that asks, in the order of the rounds.
pub(super) const ROUNDS: [MessageKind; 3] = [LINK, LINK_OTHER, LINK_LAST];

async fn survey_link(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(asked) = still_asked(&desk, survey_id).await? else { return Ok(None) };
    letter(&desk, &asked, first_words(&asked)).await
}

/// The young person gets no other word of the ending (`course::letters::ENDED_MENTEE`).
fn first_words(asked: &AskedPerson) -> Words {
    let tells_of_end = asked.survey.kind == SurveyKind::Exit;
    let short = if tells_of_end { "message-text-survey-ended" } else { "message-text-survey-link" };
    Words { before: tells_of_end.then_some("survey-mail-ended"), why: "survey-mail-why", short }
}

/// By the way that the first one did not take; by the same where there is no other.
async fn survey_link_other(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(mut asked) = still_asked(&desk, survey_id).await? else { return Ok(None) };
    if let Some(other) = asked.other_way(&desk.sms) {
        asked.reach.way = other;
    }
    let first = first_since(&desk, (LINK, survey_id), asked.survey.due_on).await?;
    let words = match first {
        First::NotLeft => first_words(&asked),
        First::Missing | First::Left(_) => {
            Words { before: None, why: "survey-mail-other", short: "message-text-survey-other" }
        }
    };
    letter(&desk, &asked, words).await
}

async fn survey_link_last(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(asked) = still_asked(&desk, survey_id).await? else { return Ok(None) };
    letter(&desk, &asked, Words { before: None, why: "survey-mail-last", short: "message-text-survey-last" }).await
}

/// To whoever referred, who is asked to pass a word on and nothing else: how it went is the young person's to tell. Whoever
/// is asked through the partner anyway is asked so by the link, and whoever wants no messages about surveys is let be.
async fn survey_pass_on(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let asked = still_asked(&desk, survey_id).await?.filter(|asked| {
        let reach = &asked.reach;
        reach.agreement.is_given() && !reach.wishes_partner
    });
    let Some(asked) = asked else { return Ok(None) };
    let own = Addressee::young_person(asked.person.id);
    if has_opted_out(&desk.db, own, Category::Survey).await? {
        return Ok(None);
    }
    referral::letters::to_partner(&desk, &asked.referral, ["survey-pass-on-subject", "survey-pass-on-text"]).await
}

/// Nobody once the survey has been answered or given up, the young person has died, or a rematch followed the course meanwhile.
async fn still_asked(desk: &Desk, survey_id: Uuid) -> anyhow::Result<Option<AskedPerson>> {
    if to_be_asked().filter(surveys::Column::Id.eq(survey_id)).one(&desk.db).await?.is_none() {
        return Ok(None);
    }
    let is_open = |asked: &AskedPerson| asked.survey.answered_on.is_none() && asked.survey.not_reached_on.is_none();
    Ok(asked_in(&desk.db, survey_id).await?.filter(is_open))
}

/// What the letter of a round says to the young person.
struct Words {
    /// What is said first, if anything is.
    before: Option<&'static str>,
    why: &'static str,
    short: &'static str,
}

async fn letter(desk: &Desk, asked: &AskedPerson, words: Words) -> anyhow::Result<Option<Letter>> {
    let (id, contact) = (asked.survey.id, duty::contact_of(desk, Thing::Course, asked.course.id).await?);
    match asked.reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let writing = Writing::to(desk, whom, email, asked.reach.asked_in).about(contact).greet(&asked.person.name);
            let writing = words.before.into_iter().fold(writing, Writing::say);
            with_link(desk, writing.say(words.why), id).await.map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(desk, LinkPurpose::Survey, id).await?;
            Ok(Some(text(desk, (whom, number), asked.reach.asked_in, words.short, &link)))
        }
        Some(Written::Partner(told)) => {
            let writing = Writing::to(desk, told.whom, &told.email, &told.language).about(contact).greet(&told.name);
            with_link(desk, writing.say("survey-mail-through-you"), id).await.map(Some)
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
