//! A young person who wants to be reached through the partner alone: the partner is asked, and passes the answer on.

use brobyg::language::Tr;
use entity::{
    Proposal, Referral, User, changes, consents::ConsentPurpose, mentors::ContactPreference, messages,
    messages::AddresseeKind, partners, proposals, referrals, users::Role, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, Browser, TestApp, today};

struct Asked {
    app: TestApp,
    referral: Referral,
    proposal: Proposal,
    referrer: Browser,
    staff: Browser,
}

/// A mentor has said yes to somebody who is to be reached so.
async fn asked(person: young_people::ActiveModel, referrer: Option<&str>) -> Asked {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let user: User = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let sent_by = referrer.map(|_| &user);
    let referral = app.referral_by("Amira Holm", &partner, sent_by).await;
    app.change_person(&referral, person).await;
    let proposal = app.proposal(&referral, &app.mentor("Jonas").await).await;
    let staff = app.staff().await;
    staff.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    let referrer = Browser::signed_in(&app, user).await;
    Asked { app, referral, proposal, referrer, staff }
}

fn through_partner() -> young_people::ActiveModel {
    young_people::ActiveModel { contact_preference: Set(Some(ContactPreference::ThroughPartner)), ..Default::default() }
}

#[tokio::test]
async fn the_partner_is_written_to_once_and_answers_yes_in_the_young_persons_place() {
    let asked = asked(through_partner(), Some("Rikke")).await;
    assert!(asked.app.mails_to("ung@ung.example").await.is_empty());
    let mails = asked.app.mails_to("rikke.lund@people.example").await;
    assert_eq!(mails.len(), 1, "one letter, not two");
    let page = format!("/referrals/{}", asked.referral.id);
    assert_eq!(asked.app.path_in(&mails[0]), page);
    asked
        .referrer
        .get(&page)
        .await
        .assert_shows("Den unge kontaktes gennem dig")
        .assert_shows(&format!("{page}/mentor"));

    let form = format!("{page}/mentor");
    asked.referrer.get(&form).await.assert_ok().assert_shows("it-udvikler").assert_hides("Jonas");
    asked.referrer.submit(&form, &[]).await.assert_refused_with("Vælg ja eller nej");
    asked.referrer.submit(&form, &[("answer", "yes")]).await.assert_goes_to(&page);

    asked
        .referrer
        .get(&page)
        .await
        .assert_shows("Rikke Lund gav den unges ja videre")
        .assert_shows("Forløbet begyndte");
    let history = changes::Entity::find().filter(changes::Column::Action.eq("mentee_accepted"));
    let told = history.one(asked.app.db()).await.unwrap().unwrap();
    assert_eq!(
        (told.on_behalf_of.as_deref(), told.by_user),
        (Some("mentee"), asked.referrer.user.as_ref().map(|user| user.id))
    );
    asked.referrer.get(&form).await.assert_not_found();
}

#[tokio::test]
async fn the_partner_passes_a_no_on() {
    let asked = asked(through_partner(), Some("Rikke")).await;
    let page = format!("/referrals/{}", asked.referral.id);
    asked.referrer.submit(&format!("{page}/mentor"), &[("answer", "no"), ("reason", "too_far")]).await.assert_taken();

    let proposal = proposals::Entity::find_by_id(asked.proposal.id).one(asked.app.db()).await.unwrap().unwrap();
    assert_eq!(proposal.declined_by, Some(proposals::DeclinedBy::Mentee));
    asked.referrer.get(&page).await.assert_shows("Den unge sagde nej tak til en mentor den 4. marts 2026");
}

#[tokio::test]
async fn a_partner_does_not_answer_for_somebody_who_is_asked_in_person_nor_for_anothers() {
    let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    let own = asked(mail, Some("Rikke")).await;
    let form = format!("/referrals/{}/mentor", own.referral.id);
    own.referrer.get(&form).await.assert_not_found();
    own.referrer.submit(&form, &[("answer", "yes")]).await.assert_not_found();

    let theirs = asked(through_partner(), None).await;
    let form = format!("/referrals/{}/mentor", theirs.referral.id);
    theirs.referrer.get(&form).await.assert_not_found();
    theirs.referrer.submit(&form, &[("answer", "yes")]).await.assert_not_found();
}

#[tokio::test]
async fn after_a_no_the_partner_reads_that_nobody_is_to_be_asked() {
    let nobody = young_people::ActiveModel { email: Set(None), phone: Set(None), ..Default::default() };
    for person in [through_partner(), nobody] {
        let asked = asked(person, Some("Rikke")).await;
        let page = format!("/referrals/{}", asked.referral.id);
        let form = format!("{page}/mentor");
        asked.referrer.get(&form).await.assert_ok().assert_shows("value=\"yes\"").assert_shows("Svar senest");

        let no = [("purpose", "mentor_course")];
        asked.referrer.submit(&format!("{page}/consents/withdrawal"), &no).await.assert_taken();

        let answer = asked.referrer.get(&form).await;
        answer.assert_ok().assert_shows("Du skal ikke spørge den unge").assert_hides("Svar senest");
        answer.assert_hides("En mentor har sagt ja");
        answer.assert_hides("value=\"yes\"").assert_hides("value=\"no\"");
        asked.referrer.submit(&form, &[("answer", "yes")]).await.assert_refused_with("Du skal ikke spørge den unge");
        asked.referrer.get(&page).await.assert_hides(&form).assert_hides("Spørg, og giv svaret videre");
    }
}

#[tokio::test]
async fn a_question_that_is_open_is_asked_no_more_after_a_no() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let user: User = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira Holm", &partner, Some(&user)).await;
    app.agreed(&referral, ConsentPurpose::MentorCourse).await;
    let (staff, referrer) = (app.staff().await, Browser::signed_in(&app, user).await);
    let (page, no) = (format!("/referrals/{}", referral.id), [("purpose", "mentor_course")]);
    let question = [("question", "Hvad hedder skolen?")];
    staff.submit(&format!("{page}/question"), &question).await.assert_taken();
    app.proposal(&referral, &app.mentor("Jonas").await).await;
    referrer.get(&page).await.assert_shows("Hvad hedder skolen?").assert_shows(&format!("{page}/reply"));

    referrer.submit(&format!("{page}/consents/withdrawal"), &no).await.assert_taken();

    assert!(app.mails_to("rikke.lund@people.example").await.is_empty(), "the question is asked by letter");
    referrer.get(&page).await.assert_shows("Hvad hedder skolen?").assert_hides(&format!("{page}/reply"));
}

#[tokio::test]
async fn somebody_nobody_can_write_to_stands_on_today_until_they_are_asked() {
    let nobody = young_people::ActiveModel { email: Set(None), phone: Set(None), ..Default::default() };
    let asked = asked(nobody, None).await;
    assert!(asked.app.mails().await.is_empty());

    let heading = "Unge, ingen har kunnet skrive til om en mentor: spørg dem nu";
    let page = asked.staff.get("/today").await;
    page.assert_shows(heading).assert_shows(&format!("href=\"/proposals/{}\"", asked.proposal.id));
    let page = asked.staff.get(&format!("/proposals/{}", asked.proposal.id)).await;
    page.assert_shows("Ingen kan spørges").assert_shows("mentee-acceptance");
}

#[tokio::test]
async fn somebody_who_was_written_to_waits_under_another_heading() {
    let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    let asked = asked(mail, Some("Rikke")).await;
    assert_eq!(asked.app.mails_to("amira@ung.example").await.len(), 1);
    let told = asked.app.mails_to("rikke.lund@people.example").await;
    assert!(told[0].text.contains("Nu er det den unges tur"), "{}", told[0].text);

    let page = asked.staff.get("/today").await;
    page.assert_shows("Matchforslag, der venter på den unge").assert_hides("spørg dem nu");
    asked.referrer.get(&format!("/referrals/{}", asked.referral.id)).await.assert_shows("Nu er det den unges tur");
}

#[tokio::test]
async fn when_a_proposal_runs_out_the_referrer_is_told_once() {
    let asked = asked(through_partner(), Some("Rikke")).await;
    asked.app.mails().await;
    let overdue = proposals::ActiveModel {
        id: Set(asked.proposal.id),
        expires_on: Set(today() - chrono::Days::new(1)),
        ..Default::default()
    };
    overdue.update(asked.app.db()).await.unwrap();
    for _ in 0..2 {
        asked.app.expire_overdue(asked.app.app.clock.now()).await;
    }

    let mails = asked.app.mails_to("rikke.lund@people.example").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("blev ikke til noget denne gang"), "{}", mails[1].text);
    let queued = messages::Entity::find().filter(messages::Column::Kind.eq("proposal_back_in_queue"));
    assert_eq!(queued.all(asked.app.db()).await.unwrap().len(), 1);
    let page = asked.referrer.get(&format!("/referrals/{}", asked.referral.id)).await;
    page.assert_shows("blev ikke besvaret i tide og bortfaldt den 4. marts 2026");
}

/// The same letter goes to whoever signs in and to whoever does not: only its link may speak of a page.
#[test]
fn no_letter_to_a_partner_speaks_of_signing_in_or_of_a_page_that_its_reader_may_not_have() {
    const OF_A_PAGE: [&str; 8] = [
        "log ind",
        "logger ind",
        "siden fortæller",
        "henvisningens side",
        "sign in and",
        "when you sign in",
        "page tells",
        "page of the referral",
    ];
    for kind in brobyg::today::LETTERS.iter().copied().flatten() {
        let to_partners = kind.declared.texts.iter().filter(|text| text.to.contains(&AddresseeKind::Partner));
        let keys = to_partners.flat_map(|text| text.keys).filter(|key| **key != "referral-mail-no-page");
        for (key, tr) in keys.flat_map(|key| [(key, Tr::Danish), (key, Tr::English)]) {
            let said = tr.t(key).to_lowercase();
            assert!(!OF_A_PAGE.iter().any(|page| said.contains(page)), "{}: {key}: {said}", kind.name);
        }
    }
}

/// The contact of a partner has a name, also where a referral that was moved in has the address alone.
#[tokio::test]
async fn a_letter_to_the_contact_of_a_partner_greets_them_by_name() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let known = partners::ActiveModel {
        id: Set(partner.id),
        contact_name: Set(Some("Susanne Demir".into())),
        contact_email: Set(Some("susanne@partner.example".into())),
        ..Default::default()
    };
    known.update(app.db()).await.unwrap();
    let referral = app.referral_by("Amira Holm", &partner, None).await;
    let moved_in = referrals::ActiveModel {
        id: Set(referral.id),
        referrer_email: Set(Some("Susanne@partner.example".into())),
        ..Default::default()
    };
    let referral = moved_in.update(app.db()).await.unwrap();

    let told = brobyg::referral::told(app.db(), &referral).await.unwrap().unwrap();

    assert_eq!((told.name.as_str(), told.sees_it), ("Susanne Demir", false));
}
