//! The letters and text messages that lead there.

use brobyg::{
    callback, course, interview,
    language::Tr,
    message::{
        Letter, MessageKind,
        sms::{length, most_segments, plain},
    },
    questionnaire, survey,
};
use entity::{messages::Channel, referrals};

use super::*;
use crate::reach::scene::{Scene, Young};

const KINDS: [MessageKind; 21] = [
    course::letters::ENDED_MENTEE,
    survey::letters::LINK,
    survey::letters::LINK_OTHER,
    survey::letters::LINK_LAST,
    survey::quiet_test::letters::QUIET_TEST,
    interview::letters::YOUNG_PERSON,
    questionnaire::letters::YOUNG_PERSON,
    questionnaire::letters::PROGRESS_YOUNG_PERSON,
    super::contact::KINDS[0],
    super::contact::KINDS[1],
    super::contact::KINDS[2],
    super::contact::KINDS[3],
    super::contact::KINDS[4],
    super::contact::KINDS[5],
    super::contact::KINDS[6],
    super::contact::KINDS[7],
    super::contact::KINDS[8],
    super::contact::KINDS[9],
    super::contact::KINDS[10],
    super::contact::KINDS[11],
    super::contact::KINDS[12],
];

/// The letter of a kind to somebody who speaks this language alone.
pub async fn letter(scene: &Scene, (kind, subject): (&MessageKind, Uuid), tr: Tr) -> Letter {
    let spoken = Set(Words(vec![tr.lang().to_owned()]));
    let person = young_people::ActiveModel { languages: spoken, ..Default::default() };
    for referral in referrals::Entity::find().all(scene.app.db()).await.unwrap() {
        scene.app.change_person(&referral, person.clone()).await;
    }
    scene.letter(kind, subject).await.unwrap_or_else(|| panic!("nobody gets {}", kind.name))
}

/// Whether it is in its language throughout: marks stand around Danish words.
fn assert_speaks(letter: &Letter, tr: Tr) {
    assert_eq!(letter.language, tr);
    for text in [&letter.subject, &letter.text, &letter.html] {
        assert!(!text.contains(['\u{e000}', '\u{e001}', '\u{e002}']), "{text}");
        assert!(!text.contains("Unknown localization") && !text.contains("lang=\"da\""), "{text}");
    }
    let danish = ["Hej", "mentorordningen", "Svar her", "frivilligt", "Mange hilsner", "platform."];
    let found: Vec<_> = danish.into_iter().filter(|words| letter.text.contains(words)).collect();
    assert!(found.is_empty(), "{found:?} in {tr:?}: {}", letter.text);
}

#[tokio::test]
async fn a_text_message_is_in_the_language_of_its_reader_and_no_longer_than_two_or_three() {
    for kind in KINDS {
        let scene = Scene::set_with_texts(Young::Phone).await;
        let subject = scene.subject(kind.name).await;
        for tr in further() {
            let letter = letter(&scene, (&kind, subject), tr).await;

            assert_speaks(&letter, tr);
            assert_eq!(letter.channel, Channel::Sms);
            // That a course is over leads nowhere.
            let links = usize::from(kind.name != course::letters::ENDED_MENTEE.name);
            assert_eq!(letter.text.matches("/s/").count(), links);
            // What follows the link is no part of it on any phone.
            let after = letter.text.split_once("/s/").map(|(_, after)| after).unwrap_or_default();
            assert!(after.chars().nth(21).is_none_or(|sign| sign == '\n'), "{after:?}");
            let room = length(&plain(&letter.text));
            assert!(room.segments <= most_segments(tr.lang()), "{} in {tr:?}: {room}", kind.name);
        }
    }
    assert_eq!(["da", "so", "tr", "ar", "fa", "uk"].map(most_segments), [2, 2, 2, 3, 3, 3]);
}

#[tokio::test]
async fn a_mail_is_in_the_language_of_its_reader_and_runs_as_it_is_read() {
    for kind in KINDS {
        let scene = Scene::set(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        for tr in further() {
            let letter = letter(&scene, (&kind, subject), tr).await;

            assert_speaks(&letter, tr);
            assert_eq!(letter.channel, Channel::Mail);
            assert_eq!(letter.html.contains(" dir=\"rtl\""), tr.is_from_right(), "{}", letter.html);
            // A name keeps its own direction.
            let is_named = letter.text.contains("Amira");
            assert_eq!(
                letter.text.contains("\u{2068}Amira\u{2069}"),
                is_named && tr.is_from_right(),
                "{}",
                letter.text
            );
        }
    }
}

/// The longest address that a link can have, with the words that end it.
#[test]
fn every_text_fits_with_the_longest_link_and_how_to_stop() {
    let link = "https://mentor.boligorganisationen.example/s/8x5k2m9wq3r7t1v6y4z0a";
    let keys = KINDS.iter().flat_map(|kind| kind.declared.texts);
    let keys = keys.chain(callback::letters::TEXTS_STOPPED.declared.texts);
    let keys: Vec<_> = keys.filter(|text| text.channel == Channel::Sms).flat_map(|text| text.keys).collect();
    assert!(keys.len() >= KINDS.len());
    for key in keys {
        for tr in further() {
            let when = tr.appointment(&"2026-09-30T14:30:00Z".parse().unwrap());
            let filled = [("link", link.into()), ("when", when.into()), ("phone", "12 34 56 78".into())];
            let text = tr.with(key, filled).replace(['\u{2068}', '\u{2069}'], "");
            for stop in ["message-text-stop", "message-text-stop-page"] {
                crate::sms::length::assert_fits(key, tr.lang(), &format!("{text}\n{}", tr.t(stop)));
            }
        }
    }
}

#[tokio::test]
async fn other_letters_stay_in_the_languages_of_the_interface() {
    let scene = Scene::set(Young::Own).await;
    let to_mentor = brobyg::course::planned::letters::PLANNED_MENTOR;
    let subject = scene.subject(to_mentor.name).await;
    assert_eq!(letter(&scene, (&to_mentor, subject), Tr::Arabic).await.language, Tr::Danish);
}
