//! All kinds of letters, for young people who want none, one only through the partner, and so on.

use std::collections::BTreeSet;

use brobyg::{
    jobs::LETTERS,
    language::Tr,
    message::{self, IfUnknown, Letter, MessageKind, Quiet, Unsubscribe, UselessAfter},
};
use entity::{
    consents::ConsentPurpose::{Interview, MentorCourse, Survey},
    messages::Category,
};

use super::{
    declared::{DECLARED, For},
    rare::{RARE, RARE_OF},
    scene::{OWN, Scene, Young},
};

/// To whom the letter has to go, and in which language.
fn expected(young: Young, to: For, is_written_after_no: bool) -> Option<(&'static str, &'static str)> {
    if young == Young::TookBack && !is_written_after_no {
        return None;
    }
    let language = if young == Young::English { "en" } else { "da" };
    let by_partner = matches!(young, Young::ThroughPartner | Young::NoAddress);
    match to {
        For::Person => Some(("ida.ny@people.example", "da")),
        For::Mentor => Some(("jonas@mentor.example", "da")),
        For::Texted => None,
        For::Staff => Some(("sanne.holm@people.example", "da")),
        For::PartnersContact => Some(("kontakt@partner.example", "da")),
        For::Referrer => Some(("rikke.lund@people.example", "da")),
        For::ReferrerBeside if by_partner || young == Young::Phone => None,
        For::ReferrerBeside => Some(("rikke.lund@people.example", "da")),
        For::ReferrerPassingOn => match young {
            Young::WantsNoSurvey | Young::SurveyUnanswered | Young::TookSurveyBack | Young::ThroughPartner => None,
            _ => Some(("rikke.lund@people.example", "da")),
        },
        For::YoungAsTheyWish if matches!(young, Young::Phone | Young::NoAddress) => None,
        For::YoungAsTheyWish if young == Young::ThroughPartner => Some(("rikke.lund@people.example", "da")),
        For::YoungAsTheyWish => Some((OWN, language)),
        For::YoungWhoMeets | For::YoungAlone if young == Young::Phone => None,
        For::YoungAlone if by_partner => None,
        For::YoungWhoMeets if by_partner => Some(("rikke.lund@people.example", "da")),
        For::YoungWhoMeets | For::YoungAlone => Some((OWN, language)),
        For::Young(MentorCourse) if by_partner || young == Young::Phone => Some(("rikke.lund@people.example", "da")),
        For::Young(MentorCourse) => Some((OWN, language)),
        For::SurveyedAlone if by_partner => None,
        // Nobody is asked in the place of whoever is to be interviewed.
        For::Young(Interview) => None,
        For::Young(Survey) | For::SurveyedAlone => match young {
            Young::WantsNoSurvey | Young::SurveyUnanswered | Young::TookSurveyBack => None,
            Young::Phone | Young::NoAddress => None,
            Young::ThroughPartner => Some(("rikke.lund@people.example", "da")),
            Young::Own | Young::English | Young::TookBack => Some((OWN, language)),
        },
    }
}

#[test]
fn every_kind_of_letter_is_declared_with_whom_it_is_for() {
    let sorted = |mut kinds: Vec<&'static str>| {
        kinds.sort_unstable();
        kinds
    };
    let declared = DECLARED.iter().map(|(kind, ..)| kind.name).collect();
    let composed = LETTERS.iter().copied().flatten().map(|kind| kind.name).collect();
    assert_eq!(sorted(declared), sorted(composed));
}

/// What has to be told cannot be switched off, what the platform writes of its own accord can; and only what somebody sits
/// and waits for comes at night, and that somebody is worried.
#[test]
fn every_kind_of_letter_declares_what_becomes_it() {
    for kind in LETTERS.iter().copied().flatten() {
        let declared = kind.declared;
        let of_our_own = [
            Category::Reminder,
            Category::Question,
            Category::Interest,
            Category::Survey,
            Category::Interview,
            Category::Update,
            Category::Digest,
        ];
        let is_of_our_own = of_our_own.contains(&declared.category);
        assert_eq!(declared.unsubscribe == Unsubscribe::OneClick, is_of_our_own, "{}", kind.name);
        assert_eq!(declared.unknown == IfUnknown::Asked, is_of_our_own, "{}", kind.name);
        let is_answer = kind.name.starts_with("texts_stopped");
        let cannot_wait = declared.category == Category::SignIn || is_answer || kind.name.starts_with("concern_");
        assert_eq!(declared.quiet == Quiet::AtOnce, cannot_wait, "{}", kind.name);
        assert!(!is_of_our_own || declared.useless_after != UselessAfter::Never, "{}", kind.name);
        assert!(!declared.texts.is_empty(), "{}", kind.name);
    }
}

#[tokio::test]
async fn a_letter_that_did_not_arrive_stands_on_the_page_of_what_it_is_about() {
    for (kind, ..) in DECLARED {
        let scene = Scene::set(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        let page = scene.not_arrived(kind, subject).await;
        page.assert_ok().assert_shows(&message::what(Tr::Danish, kind.name));
    }
}

/// Whether the kind says that it goes to such people, by this way, in these words.
fn is_declared(kind: &MessageKind, letter: &Letter) -> bool {
    kind.declared.texts.iter().any(|text| {
        let is_said = |key: &String| text.keys.contains(&key.as_str());
        text.channel == letter.channel && text.to.contains(&letter.whom.kind) && letter.said.iter().all(is_said)
    })
}

/// Walks all kinds of letters for one young person.
async fn walk(young: Young) {
    let mut wrong = Vec::new();
    for (kind, to, after_no) in DECLARED {
        let scene = Scene::set(young).await;
        let subject = scene.subject(kind.name).await;
        match young {
            Young::TookBack => scene.takes_back(MentorCourse).await,
            Young::TookSurveyBack => scene.takes_back(Survey).await,
            _ => {}
        }
        let letter = scene.letter(kind, subject).await;
        if let Some(letter) = &letter {
            assert!(is_declared(kind, letter), "{} goes to {:?} and says {:?}", kind.name, letter.whom, letter.said);
        }
        let got = letter.as_ref().map(|letter| (letter.to.as_str(), letter.language.lang()));
        let wanted = expected(young, *to, *after_no);
        if got != wanted {
            wrong.push(format!("{} for {young:?}: {got:?} instead of {wanted:?}", kind.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn somebody_with_a_mail_of_their_own_is_written_to_there() {
    walk(Young::Own).await;
}

#[tokio::test]
async fn somebody_who_speaks_english_and_no_danish_is_written_to_in_english() {
    walk(Young::English).await;
}

#[tokio::test]
async fn somebody_who_wants_to_be_reached_through_the_partner_is_never_written_to() {
    walk(Young::ThroughPartner).await;
}

#[tokio::test]
async fn somebody_who_wants_no_survey_gets_none() {
    walk(Young::WantsNoSurvey).await;
}

#[tokio::test]
async fn somebody_who_was_never_asked_about_surveys_gets_none_in_writing() {
    walk(Young::SurveyUnanswered).await;
}

#[tokio::test]
async fn once_the_consent_to_a_mentor_is_taken_back_nothing_that_was_queued_is_sent() {
    walk(Young::TookBack).await;
}

#[tokio::test]
async fn once_the_consent_to_surveys_is_taken_back_a_queued_survey_is_not_sent() {
    walk(Young::TookSurveyBack).await;
}

#[tokio::test]
async fn somebody_who_prefers_the_phone_gets_no_mail() {
    walk(Young::Phone).await;
}

#[tokio::test]
async fn for_somebody_without_mail_and_phone_the_partner_is_asked() {
    walk(Young::NoAddress).await;
}

#[tokio::test]
async fn what_a_kind_of_letter_declares_to_say_it_says() {
    let mut unsaid: BTreeSet<_> = LETTERS
        .iter()
        .copied()
        .flatten()
        .flat_map(|kind| kind.declared.texts.iter().flat_map(|text| text.keys).map(|key| (kind.name, *key)))
        .filter(|said| !RARE.contains(&said.1) && !RARE_OF.contains(said))
        .collect();
    for young in [Young::Own, Young::ThroughPartner, Young::Phone] {
        for (kind, ..) in DECLARED {
            let scene = Scene::set_with_texts(young).await;
            let subject = scene.subject(kind.name).await;
            let letter = scene.letter(kind, subject).await;
            let said = letter.iter().flat_map(|letter| &letter.said);
            said.for_each(|key| unsaid.retain(|known| *known != (kind.name, key.as_str())));
        }
    }
    for (kind, ..) in DECLARED.iter().filter(|(_, to, _)| *to == For::Mentor) {
        let scene = Scene::set_with_texts(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        scene.mentor_wishes_texts().await;
        let letter = scene.letter(kind, subject).await;
        let said = letter.iter().flat_map(|letter| &letter.said);
        said.for_each(|key| unsaid.retain(|known| *known != (kind.name, key.as_str())));
    }
    assert!(unsaid.is_empty(), "{unsaid:?}");
}
