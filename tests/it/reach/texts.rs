//! Where text messages leave the house, whoever is reached by phone is written to there; where none does, nothing changes.

use brobyg::{
    course,
    jobs::LETTERS,
    matching,
    message::{self, Addressee, MessageKind},
    referral, survey,
};
use entity::messages::{AddresseeKind, Channel};

use super::{
    declared::{DECLARED, For},
    scene::{MENTORS_NUMBER, Scene, Young},
};

const BY_TEXT: [MessageKind; 6] = [
    matching::letters::MENTEE_ASKED,
    referral::interest::letters::INTEREST,
    referral::interest::letters::INTEREST_REMINDER,
    course::letters::BEGUN_MENTEE,
    course::expectations::letters::MENTEE,
    survey::letters::LINK,
];

#[tokio::test]
async fn somebody_who_prefers_the_phone_gets_a_text_message_with_a_link_that_opens() {
    for kind in BY_TEXT {
        let scene = Scene::set_with_texts(Young::Phone).await;
        let subject = scene.subject(kind.name).await;
        scene.queue(&kind, subject).await;

        message::deliver_due(&scene.app.app.desk(), &scene.app.app.post, LETTERS).await.unwrap();

        let kept = scene.app.app.sms.folder().unwrap().all().await.unwrap();
        let [sms] = kept.as_slice() else { panic!("{}: {kept:?}", kind.name) };
        assert_eq!(sms.to, "+4550000100");
        let (_, link) = sms.text.split_once(&scene.app.app.config.base_url).unwrap();
        let path = link.split_whitespace().next().unwrap();
        assert!(path.starts_with("/s/") && path.len() == 24, "{path}");
        assert!(!sms.text.contains("Amira"), "{}", sms.text);
        scene.app.visitor().get(path).await.assert_ok();
        // The partner is not asked in their place.
        let mails = scene.app.app.post.folder().unwrap().names().await.unwrap();
        assert_eq!(mails.len(), 0, "{}", kind.name);
    }
}

#[tokio::test]
async fn whoever_has_another_way_or_says_no_gets_no_text_message() {
    for young in [Young::Own, Young::English, Young::ThroughPartner, Young::NoAddress] {
        for kind in BY_TEXT {
            let scene = Scene::set_with_texts(young).await;
            let subject = scene.subject(kind.name).await;
            let letter = scene.letter(&kind, subject).await;
            assert!(letter.is_none_or(|letter| letter.channel == Channel::Mail), "{} for {young:?}", kind.name);
        }
    }
}

/// What a mail alone can do: prove an address, and take out of a calendar what a mail has put there.
const BY_MAIL_ALONE: [&str; 3] = ["confirm_mentor_email", "mentor_already_known", "planned_passed_on"];

#[tokio::test]
async fn a_mentor_who_wishes_text_messages_gets_all_that_is_written_to_mentors_by_them() {
    for (kind, ..) in DECLARED.iter().filter(|(_, to, _)| *to == For::Mentor) {
        let scene = Scene::set_with_texts(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        scene.mentor_wishes_texts().await;
        let letter = scene.letter(kind, subject).await.unwrap_or_else(|| panic!("{}", kind.name));
        if BY_MAIL_ALONE.contains(&kind.name) {
            assert_eq!(letter.channel, Channel::Mail, "{}", kind.name);
            continue;
        }
        assert_eq!((letter.channel, letter.to.as_str()), (Channel::Sms, MENTORS_NUMBER), "{}", kind.name);
        let text = &letter.text;
        assert!(!["Amira", "Jonas", "Sanne"].iter().any(|name| text.contains(name)), "{}: {text}", kind.name);
        if let Some((_, path)) =
            text.split_once(&scene.app.app.config.base_url).filter(|(_, path)| path.starts_with("/s/"))
        {
            scene.app.visitor().get(path.split_whitespace().next().unwrap()).await.assert_ok();
        }
    }
}

#[tokio::test]
async fn what_a_mentor_has_stopped_by_text_message_goes_by_mail_and_the_rest_still_by_text_message() {
    let (stoppable, told) = (matching::letters::REMINDER, matching::letters::PROPOSED);
    for (kind, has_stopped, wanted) in
        [(stoppable, false, Channel::Sms), (stoppable, true, Channel::Mail), (told, true, Channel::Sms)]
    {
        let scene = Scene::set_with_texts(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        scene.mentor_wishes_texts().await;
        if has_stopped {
            let tx = scene.app.db().begin().await.unwrap();
            let now = scene.app.app.clock.now();
            message::stop_texts(&tx, now, Addressee::mentor(scene.mentor_id())).await.unwrap();
            tx.commit().await.unwrap();
        }
        scene.queue(&kind, subject).await;

        message::deliver_due(&scene.app.app.desk(), &scene.app.app.post, LETTERS).await.unwrap();

        let texts = scene.app.app.sms.folder().unwrap().all().await.unwrap().len();
        let mails = scene.app.app.post.folder().unwrap().names().await.unwrap().len();
        let expected = if wanted == Channel::Sms { (1, 0) } else { (0, 1) };
        assert_eq!((texts, mails), expected, "{} {has_stopped}", kind.name);
    }
}

#[tokio::test]
async fn every_other_kind_still_goes_by_mail() {
    for kind in LETTERS.iter().copied().flatten() {
        let scene = Scene::set_with_texts(Young::Phone).await;
        let subject = scene.subject(kind.name).await;
        let channel = scene.letter(kind, subject).await.map(|letter| letter.channel);
        // A mentor gets a text message only where that is their wish, or in answer to one.
        let is_young = |to: &[AddresseeKind]| to.contains(&AddresseeKind::YoungPerson);
        let has_text = kind.declared.texts.iter().any(|text| text.channel == Channel::Sms && is_young(text.to))
            || kind.name.starts_with("texts_");
        let wanted = if has_text { Channel::Sms } else { Channel::Mail };
        assert!(channel.is_none_or(|channel| channel == wanted), "{}", kind.name);
    }
}
