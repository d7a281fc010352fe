//! The question whether a mentor is still wanted, and what is told of its answer. The subject of each is the referral's id.

use entity::{Referral, consents::ConsentPurpose, links::LinkPurpose, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::{
    account::link,
    duty::{self, Thing},
    message::{Addressee, Desk, First, Letter, Writing, first_since, letters, text},
    referral::{
        State, Written,
        interest::Waits,
        letters::{about, letter_to},
        reach, state_of,
    },
};

letters! {
    INTEREST = "referral_interest", "/referrals", interest
        when "somebody has waited so long that nobody knows whether they still want a mentor",
        so that "no mentor is asked in vain",
        says {
            Mail to [YoungPerson]: "referral-mail-still-subject", "referral-mail-still-text",
                "referral-mail-still-link", "referral-mail-still-free";
            Sms to [YoungPerson]: "message-text-referral-interest";
            Mail to [User, Partner]: "referral-mail-interest-subject", "referral-mail-interest-text",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Interest, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
    INTEREST_REMINDER = "referral_interest_reminder", "/referrals", interest_reminder
        when "nobody has answered that question for a week",
        so that "somebody who only forgot keeps their place",
        says {
            Mail to [YoungPerson]: "referral-mail-still-subject", "referral-mail-still-reminder",
                "referral-mail-still-text", "referral-mail-still-until", "referral-mail-still-link",
                "referral-mail-still-free";
            Sms to [YoungPerson]: "message-text-referral-interest-reminder";
            Mail to [User, Partner]: "referral-mail-interest-subject", "referral-mail-interest-reminder-text",
                "referral-mail-interest-text", "referral-mail-link", "referral-mail-no-page";
        },
        as Interest, unsubscribe OneClick,
        quiet Waits, useless after Days(7), if unknown Asked;
    INTEREST_UNANSWERED = "referral_interest_unanswered", "/referrals", interest_unanswered
        when "the young person is reminded of that question without the referrer",
        so that "the referrer can help before the referral is closed",
        says { Mail to [User, Partner]: "referral-mail-interest-unanswered-subject",
            "referral-mail-interest-unanswered-text", "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
    INTEREST_CLOSED = "referral_interest_closed", "/referrals", interest_closed
        when "a referral was closed because nobody answered that question",
        so that "the referrer knows, and can have it opened again",
        says { Mail to [User, Partner]: "referral-mail-interest-closed-subject", "referral-mail-interest-closed-text",
            "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    INTEREST_LOST = "referral_interest_lost", "/referrals", interest_lost
        when "the young person says that they want no mentor any more",
        so that "the referrer knows that nobody looks for one",
        says {
            Mail to [User, Partner]: "referral-mail-interest-lost-subject", "referral-mail-interest-lost-text",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// Asks whether a mentor is still wanted: the young person by a link, or the partner where the way is through them.
async fn interest(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = waiting(&desk, id).await? else { return Ok(None) };
    asked(&desk, &referral, &FIRST).await
}

/// Asks once more, unless it was answered meanwhile.
async fn interest_reminder(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let referral = waiting(&desk, id).await?.filter(|referral| referral.interest_asked_on.is_some());
    let Some(referral) = referral else { return Ok(None) };
    let asked_on = referral.interest_asked_on.unwrap_or(desk.clock.today());
    let words = match first_since(&desk, (INTEREST, referral.id), asked_on).await? {
        First::NotLeft => ALONE,
        First::Missing | First::Left(_) => AGAIN,
    };
    asked(&desk, &referral, &words).await
}

/// Tells the referrer that the young person has not answered, unless the referrer is asked in their place.
async fn interest_unanswered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let referral = waiting(&desk, id).await?.filter(|referral| referral.interest_asked_on.is_some());
    let Some(referral) = referral else { return Ok(None) };
    let reach = reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    if matches!(reach.in_writing(&desk.sms), None | Some(Written::Partner(_))) {
        return Ok(None);
    }
    about(desk, id, "interest-unanswered", |state, says| state == State::Waiting && !says.is_no()).await
}

/// Tells the referrer that the referral was closed, unless it was opened again meanwhile.
async fn interest_closed(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "interest-closed", |state, says| state.is_over() && !says.is_no()).await
}

/// Tells the referrer that the young person wants no mentor any more.
async fn interest_lost(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "interest-lost", |state, _| state.is_over()).await
}

/// The words of the question: to the young person by mail, as a text message, and to the partner.
struct Words {
    mail: &'static str,
    says_until_when: bool,
    text: &'static str,
    partner: &'static str,
}

const FIRST: Words = Words {
    mail: "referral-mail-still-text",
    says_until_when: false,
    text: "message-text-referral-interest",
    partner: "referral-mail-interest-text",
};

const AGAIN: Words = Words {
    mail: "referral-mail-still-reminder",
    says_until_when: true,
    text: "message-text-referral-interest-reminder",
    partner: "referral-mail-interest-reminder-text",
};

/// Of whoever never got the first one: nobody is told that we wrote.
const ALONE: Words = Words { mail: FIRST.mail, partner: FIRST.partner, ..AGAIN };

async fn waiting(desk: &Desk, id: Uuid) -> anyhow::Result<Option<Referral>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let waits = state_of(&desk.db, &referral).await? == State::Waiting;
    Ok(Some(referral).filter(|_| waits))
}

async fn asked(desk: &Desk, referral: &Referral, words: &Words) -> anyhow::Result<Option<Letter>> {
    let reach = reach(&desk.db, referral, ConsentPurpose::MentorCourse).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            by_mail(desk, referral, words, (whom, email), reach.asked_in).await.map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(desk, LinkPurpose::Interest, referral.id).await?;
            Ok(Some(text(desk, (whom, number), reach.asked_in, words.text, &link)))
        }
        Some(Written::Partner(told)) => {
            letter_to(desk, told, referral.id, ["referral-mail-interest-subject", words.partner]).await.map(Some)
        }
        None => Ok(None),
    }
}

async fn by_mail(
    desk: &Desk,
    referral: &Referral,
    words: &Words,
    (whom, email): (Addressee, &str),
    language: &str,
) -> anyhow::Result<Letter> {
    let token = link::issue_in(desk, LinkPurpose::Interest, referral.id).await?;
    let contact = duty::contact_of(desk, Thing::Referral, referral.id).await?;
    let letter = Writing::to(desk, whom, email, language).about(contact);
    let letter = letter.subject("referral-mail-still-subject").say(words.mail);
    let letter = match referral.interest_asked_on.filter(|_| words.says_until_when) {
        Some(asked_on) => {
            let until = letter.tr().date(&Waits::since(asked_on, &desk.config.rules).closes_on);
            letter.say1("referral-mail-still-until", "date", &until)
        }
        None => letter,
    };
    letter
        .link("referral-mail-still-link", desk.url(format!("/still/{token}")))
        .say("referral-mail-still-free")
        .finish()
}
