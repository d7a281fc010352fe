//! A mentor answers a proposal behind a link: whose it is first, then the anonymous card, and no longer than it is open.

use brobyg::{clock::local_date, language::Tr, matching::letters, message};
use entity::{Mentor, Proposal, changes, proposals};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, TestApp};

struct Asked {
    app: TestApp,
    mentor: Mentor,
    proposal: Proposal,
    /// The path of the link in the letter.
    path: String,
}

async fn asked() -> Asked {
    asked_of(true).await
}

/// The letter about a proposal to a mentor with a sign-in, or without one.
async fn asked_of(signs_in: bool) -> Asked {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    if signs_in {
        app.mentor_browser(&mentor).await;
    }
    let referral = app.referral("Amira Hassan").await;
    let proposal = app.proposal(&referral, &mentor).await;
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), letters::PROPOSED, proposal.id, "").await.unwrap();
    tx.commit().await.unwrap();
    let mail = app.mails_to("jonas@mentor.example").await.pop().unwrap();
    let path = app.path_in(&mail);
    Asked { app, mentor, proposal, path }
}

impl Asked {
    async fn now(&self) -> Proposal {
        proposals::Entity::find_by_id(self.proposal.id).one(self.app.db()).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn the_link_says_whose_it_is_and_then_shows_the_anonymous_card() {
    let asked = asked().await;
    let visitor = asked.app.visitor();

    let gate = visitor.get(&asked.path).await;
    gate.assert_ok().assert_shows("Dette link er til Jonas").assert_hides("vil gerne lave apps");
    visitor.submit(&asked.path, &[]).await.assert_goes_to(&format!("{}/card", asked.path));
    let card = visitor.get(&format!("{}/card", asked.path)).await;
    card.assert_shows("vil gerne lave apps").assert_hides("Amira").assert_hides("Hassan");
    assert!(asked.now().await.mentor_accepted_at.is_none(), "looking answers nothing");
}

#[tokio::test]
async fn a_yes_a_no_and_a_question_are_taken_as_from_whoever_signs_in_and_the_link_ends() {
    for (form, taken) in [
        (vec![("answer", "yes")], "yes"),
        (vec![("answer", "no"), ("reason", "no_time")], "no"),
        (vec![("answer", "question"), ("text", "Hvornår på dagen?")], "question"),
    ] {
        let asked = asked().await;
        let visitor = asked.app.visitor();
        let card = format!("{}/card", asked.path);
        visitor.submit(&card, &[("answer", "no")]).await.assert_refused_with("Vælg");

        visitor.submit(&card, &form).await.assert_goes_to("/proposal/thanks");

        let now = asked.now().await;
        let came = [now.mentor_accepted_at.is_some(), now.declined_at.is_some(), now.asked_at.is_some()];
        assert_eq!(came, [taken == "yes", taken == "no", taken == "question"]);
        let page = visitor.get(&card).await;
        // A question leaves the yes and the no open.
        let is_open = taken == "question";
        assert_eq!(page.body.contains("vil gerne lave apps"), is_open, "{taken}");
    }
}

#[tokio::test]
async fn a_link_of_a_mentor_who_may_not_sign_in_opens_nothing() {
    let asked = asked().await;
    let user = entity::mentors::Entity::find_by_id(asked.mentor.id).one(asked.app.db()).await.unwrap().unwrap();
    let disabled = entity::users::ActiveModel {
        id: sea_orm::ActiveValue::Set(user.user_id.unwrap()),
        disabled_at: sea_orm::ActiveValue::Set(Some(asked.app.app.clock.now())),
        ..Default::default()
    };
    sea_orm::ActiveModelTrait::update(disabled, asked.app.db()).await.unwrap();

    asked.app.visitor().get(&asked.path).await.assert_ok().assert_hides("Jonas");
}

/// Nobody is sent to a page that they cannot open.
#[tokio::test]
async fn a_mentor_without_a_sign_in_answers_by_the_link_of_the_letter() {
    for (answer, form) in [
        ("yes", vec![("answer", "yes")]),
        ("no", vec![("answer", "no"), ("reason", "no_time")]),
        ("question", vec![("answer", "question"), ("text", "Hvornår på dagen?")]),
    ] {
        let asked = asked_of(false).await;
        let mail = asked.app.mails_to("jonas@mentor.example").await.pop().unwrap();
        assert!(!mail.text.contains("Log ind") && mail.text.contains("Du behøver ikke logge ind"), "{}", mail.text);
        let (visitor, card) = (asked.app.visitor(), format!("{}/card", asked.path));
        visitor.get(&asked.path).await.assert_shows("Dette link er til Jonas");

        visitor.submit(&card, &form).await.assert_goes_to("/proposal/thanks");

        let now = asked.now().await;
        let came = [now.mentor_accepted_at.is_some(), now.declined_at.is_some(), now.asked_at.is_some()];
        assert_eq!(came, ["yes", "no", "question"].map(|one| one == answer));
        let of_referral = changes::Entity::find().filter(changes::Column::SubjectId.eq(now.referral_id));
        for change in of_referral.all(asked.app.db()).await.unwrap() {
            assert_eq!((change.by_user, change.on_behalf_of.as_deref()), (None, Some("mentor")), "{}", change.action);
        }
    }
}

#[tokio::test]
async fn the_link_offers_to_meet_the_young_person_first_as_the_signed_in_page_does() {
    for signs_in in [true, false] {
        let asked = asked_of(signs_in).await;
        let (visitor, card) = (asked.app.visitor(), format!("{}/card", asked.path));
        let question = Tr::Danish.t("matching-meet-first-question");
        visitor.get(&card).await.assert_shows(&Tr::Danish.t("matching-meet-first-ask")).assert_shows(&question);

        visitor.submit(&card, &[("answer", "question"), ("text", &question)]).await.assert_goes_to("/proposal/thanks");

        assert_eq!(asked.now().await.question, Some(question.clone()));
        visitor.get(&card).await.assert_hides(&Tr::Danish.t("matching-meet-first-ask"));
    }
}

/// One last day, wherever it is said.
#[tokio::test]
async fn the_young_person_reads_the_same_last_day_in_the_letter_and_on_the_page() {
    let asked = asked().await;
    let visitor = asked.app.visitor();
    visitor.submit(&format!("{}/card", asked.path), &[("answer", "yes")]).await.assert_goes_to("/proposal/thanks");
    let last = asked.now().await.expires_on;
    assert!(last > local_date(asked.app.app.clock.now()));
    let said = Tr::Danish.t1("matching-until", "date", Tr::Danish.date(&last));

    let tx = asked.app.db().begin().await.unwrap();
    let now = asked.app.app.clock.now();
    let purpose = entity::links::LinkPurpose::MenteeAnswer;
    let token = brobyg::account::link::issue(&tx, now, purpose, asked.proposal.id).await.unwrap();
    tx.commit().await.unwrap();

    visitor.get(&format!("/yes/{token}")).await.assert_shows(&said);
    let lifetime = brobyg::account::link::lifetime(purpose);
    assert!(lifetime.num_days() > 365, "no link ends before the last day that a scheme can set");
}
