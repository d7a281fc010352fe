//! The letters about a proposal. The subject of each is the proposal's id.

mod found;
mod to_mentor;

use entity::{consents::ConsentPurpose, links::LinkPurpose};
use sea_orm::{DbErr, prelude::Uuid};

use super::{State, state};
use crate::{
    account::link,
    duty::{self, Thing},
    language::Tr,
    message::{Addressee, Desk, Letter, Writing, letters, text_with},
    referral::{self, Reach, Written},
};
use found::{Found, find};
use to_mentor::{answered, begun_mentor, proposed, reminder};

letters! {
    PROPOSED = "proposed", "/proposals", proposed
        when "staff propose a mentor for a young person",
        so that "the mentor can answer in time",
        says {
            Mail to [Mentor]: "matching-letter-subject-proposal", "matching-letter-proposed",
                "matching-letter-proposed-near", "matching-letter-proposed-other", "matching-letter-until",
                "matching-letter-open", "matching-letter-free";
            Sms to [Mentor]: "message-text-proposal", "message-text-proposal-near", "message-text-proposal-other";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    REMINDER = "proposal_reminder", "/proposals", reminder
        when "a mentor has not answered a proposal and its last day comes near",
        so that "the young person does not wait in vain",
        says {
            Mail to [Mentor]: "matching-letter-subject-proposal", "matching-letter-reminder", "matching-letter-until",
                "matching-letter-open", "matching-letter-free";
            Sms to [Mentor]: "message-text-proposal-reminder";
        },
        as Reminder, unsubscribe OneClick,
        quiet Waits, useless after Days(4), if unknown Asked;
    ASKED = "proposal_asked", "/proposals", asked
        when "a mentor asks something before answering",
        so that "staff answer; the clock stands still until then",
        says {
            Mail to [User]: "matching-letter-subject-news", "matching-letter-asked", "matching-letter-open";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ANSWERED = "proposal_answered", "/proposals", answered
        when "staff have answered a mentor's question",
        so that "the mentor can answer the proposal",
        says {
            Mail to [Mentor]: "matching-letter-subject-proposal", "matching-letter-answered", "matching-letter-until",
                "matching-letter-open", "matching-letter-free";
            Sms to [Mentor]: "message-text-proposal-answered";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    MENTEE_ASKED = "mentee_asked", "/proposals", mentee_asked
        when "a mentor has said yes",
        so that "the young person says yes or no",
        says {
            Mail to [YoungPerson]: "matching-letter-subject-mentee", "matching-letter-mentee",
                "matching-letter-until", "matching-letter-mentee-open", "matching-letter-mentee-free";
            Sms to [YoungPerson]: "message-text-mentee-asked";
            Mail to [User, Partner]: "matching-letter-subject-partner", "matching-letter-partner-asked",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    MENTEES_TURN = "mentees_turn", "/proposals", mentees_turn
        when "a mentor has said yes and the young person is asked without the referrer",
        so that "the referrer can remind them",
        says {
            Mail to [User, Partner]: "matching-letter-subject-partner", "matching-letter-mentees-turn",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BACK_IN_QUEUE = "proposal_back_in_queue", "/proposals", back_in_queue
        when "a proposal came to nothing: it ran out, staff took it back, or the young person said no",
        so that "the referrer knows that the young person waits again",
        says {
            Mail to [User, Partner]: "matching-letter-subject-waits-again", "matching-letter-waits-again",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    DECLINED = "proposal_declined", "/proposals", declined
        when "a mentor or a young person says no to a proposal",
        so that "staff find somebody else",
        says {
            Mail to [User]: "matching-letter-subject-news", "matching-letter-declined", "matching-letter-open";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    EXPIRED = "proposal_expired", "/proposals", expired
        when "nobody answered a proposal in time",
        so that "staff find somebody else or ring",
        says {
            Mail to [User]: "matching-letter-subject-news", "matching-letter-expired", "matching-letter-open";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BEGUN_MENTOR = "course_begun_mentor", "/proposals", begun_mentor
        when "both have said yes",
        so that "the mentor calls the young person in time",
        says {
            Mail to [Mentor]: "matching-letter-subject-begun", "matching-letter-begun-mentor",
                "matching-letter-begun-call", "matching-letter-begun-text", "matching-letter-begun-mail", "matching-letter-begun-open", "matching-letter-begun-by-link",
                "my-course-letter";
            Sms to [Mentor]: "message-text-begun-mentor", "message-text-begun-mentor-write";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    BEGUN_REFERRER = "course_begun_referrer", "/proposals", begun_referrer
        when "both have said yes",
        so that "the referrer knows that a course has begun",
        says {
            Mail to [User, Partner]: "matching-letter-subject-begun", "matching-letter-begun-referrer",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
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

/// To whoever sees to the referral: nobody answered in time.
async fn expired(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = find(&desk, id).await?.filter(|found| state(&found.proposal) == State::Expired);
    to_whoever_sees_to_it(desk, found, "matching-letter-expired").await
}

/// Who that is now, and while nobody is responsible whoever proposed, or the deputy of either; the last resort where neither is at
/// work.
async fn to_whoever_sees_to_it(desk: Desk, found: Option<Found>, key: &str) -> anyhow::Result<Option<Letter>> {
    let Some(found) = found else { return Ok(None) };
    let today = desk.clock.today();
    let seen_to = duty::seen_to(&desk.db, Thing::Referral, found.referral.id, today).await?;
    let who = seen_to.map(|seen_to| seen_to.responsible_id).or(found.proposal.proposed_by);
    let own = match who {
        Some(who) => duty::in_place_of(&desk.db, who, today).await?,
        None => None,
    };
    let user = match own {
        Some(user) => Some(user),
        None => duty::last_resort(&desk.db, who, today).await?,
    };
    let Some(user) = user else { return Ok(None) };
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
            let letter = Writing::to(&desk, whom, email, reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Referral, found.referral.id).await?)
                .subject("matching-letter-subject-mentee")
                .greet(&found.person.name)
                .say("matching-letter-mentee");
            let until = letter.tr().date(&found.proposal.expires_on);
            let letter = letter
                .say1("matching-letter-until", "date", &until)
                .link("matching-letter-mentee-open", desk.url(format!("/yes/{token}")))
                .say("matching-letter-mentee-free");
            Ok(Some(letter.finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MenteeAnswer, id).await?;
            let until = Tr::from_tag(reach.asked_in).date(&found.proposal.expires_on);
            let said = [("date", until), ("link", link)];
            Ok(Some(text_with(&desk, (whom, number), reach.asked_in, "message-text-mentee-asked", said)))
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

/// To the referrer: a course has begun.
async fn begun_referrer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    let reach = referral::reach_of(&desk.db, &found.referral, &found.person, ConsentPurpose::MentorCourse).await?;
    // Who is to tell the young person gets one letter with all of it.
    if reach.agreement.is_no() || matches!(reach.in_writing(&desk.sms), Some(Written::Partner(_))) {
        return Ok(None);
    }
    let keys = ["matching-letter-subject-begun", "matching-letter-begun-referrer"];
    referral::letters::to_partner(&desk, &found.referral, keys).await
}
