//! What may be sent from the public page.

use entity::{enquiries::AskerRelation, mentors::ContactPreference};
use sea_orm::EntityTrait;

use super::{all, new_id, send, teacher, yusuf_but};
use crate::support::{self, today};

#[tokio::test]
async fn the_front_page_leads_to_the_enquiry() {
    let app = support::start().await;
    let visitor = app.visitor();

    visitor.get("/").await.assert_ok().assert_shows("href=\"/enquiry\"").assert_shows("href=\"/enquiry?for=other\"");

    visitor.get("/enquiry").await.assert_ok().assert_shows("unge fra 15 til 25 år").assert_hides("Dit navn");
    visitor.get("/enquiry?for=other").await.assert_ok().assert_shows("Dit navn");
}

#[tokio::test]
async fn what_a_young_person_writes_is_kept_and_thanked_for_with_a_day() {
    let app = support::start().await;
    let visitor = app.visitor();

    send(&visitor, &[]).await.assert_goes_to("/enquiry/thanks");

    visitor.get("/enquiry/thanks").await.assert_ok().assert_shows("senest 7. marts 2026");
    let sent = all(&app).await.remove(0);
    assert_eq!((sent.first_name.as_str(), sent.age, sent.place.as_str()), ("Yusuf", 19, "4600"));
    assert_eq!((sent.phone.as_deref(), sent.received_on), (Some("+4550000200"), today()));
    assert_eq!(sent.contact_preference, Some(ContactPreference::Sms));
    assert_eq!((sent.asker_name, sent.partner_id, sent.closed_on), (None, None, None));
}

#[tokio::test]
async fn a_teacher_without_a_sign_in_can_write_for_a_young_person() {
    let app = support::start().await;

    send(&app.visitor(), &teacher()).await.assert_goes_to("/enquiry/thanks");

    let sent = all(&app).await.remove(0);
    assert_eq!((sent.asker_name.as_deref(), sent.asker_relation), (Some("Tove Lind"), Some(AskerRelation::Teacher)));
    assert_eq!((sent.asker_email.as_deref(), sent.phone), (Some("tove@skole.example"), None));
}

#[tokio::test]
async fn what_is_missing_is_said_beside_the_field_and_what_was_typed_stays() {
    let app = support::start().await;

    let wrong = [("first_name", ""), ("phone", ""), ("place", ""), ("consent", ""), ("wish", "noget med \"biler\"")];
    let page = send(&app.visitor(), &wrong).await;

    page.assert_refused_with("Skriv et fornavn")
        .assert_shows("Skriv det telefonnummer, vi skal bruge")
        .assert_shows("Skriv et postnummer eller navnet på boligområdet")
        .assert_shows("Vi skal have et ja")
        .assert_shows("noget med &#34;biler&#34;");
    assert!(all(&app).await.is_empty());
}

#[tokio::test]
async fn somebody_who_writes_for_another_says_who_they_are_and_how_to_reach_them() {
    let app = support::start().await;

    let nameless = [("asking", "other"), ("phone", ""), ("contact_preference", "")];
    let page = send(&app.visitor(), &nameless).await;

    page.assert_refused_with("Skriv dit navn")
        .assert_shows("Vælg, hvordan du kender den unge")
        .assert_shows("id=\"asker_phone-error\"");
}

#[tokio::test]
async fn nobody_younger_than_15_or_older_than_25_is_let_through() {
    let app = support::start().await;
    let visitor = app.visitor();

    send(&visitor, &[("age", "14")]).await.assert_refused_with("unge fra 15 år");
    send(&visitor, &[("age", "26")]).await.assert_refused_with("unge op til 25 år");
    send(&visitor, &[("age", "femten")]).await.assert_refused_with("Skriv alderen i hele år");
    send(&visitor, &[("age", "25")]).await.assert_goes_to("/enquiry/thanks");
}

#[tokio::test]
async fn under_18_a_guardian_is_named_or_the_young_person_is_spoken_to_first() {
    let app = support::start().await;
    let visitor = app.visitor();

    send(&visitor, &[("age", "17")]).await.assert_refused_with("Skriv navn og telefon på en forælder");
    let named = [("age", "17"), ("guardian_name", "Huda Ali"), ("guardian_phone", "50 00 02 01")];
    send(&visitor, &named).await.assert_goes_to("/enquiry/thanks");
    send(&visitor, &[("age", "15"), ("guardian_later", "yes")]).await.assert_goes_to("/enquiry/thanks");

    let sent = all(&app).await;
    let told: Vec<_> = sent.iter().map(|one| (one.guardian_phone.as_deref(), one.guardian_later)).collect();
    assert!(told.contains(&(Some("+4550000201"), false)) && told.contains(&(None, true)), "{told:?}");
}

#[tokio::test]
async fn a_cpr_number_is_refused_in_any_field() {
    let app = support::start().await;

    for field in ["wish", "first_name", "place", "phone", "guardian_name"] {
        send(&app.visitor(), &[(field, "170506-1234")]).await.assert_refused_with("Det ligner et CPR-nummer");
    }

    assert!(all(&app).await.is_empty());
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_enquiry_and_with_other_words_another() {
    let app = support::start().await;
    let visitor = app.visitor();
    let id = new_id(&visitor).await;
    let other = [("first_name", "En anden"), ("phone", "50 00 09 99")];

    for changes in [&[][..], &[], &other, &other] {
        visitor.submit("/enquiry", &yusuf_but(&id, changes)).await.assert_goes_to("/enquiry/thanks");
    }

    let mut names: Vec<_> = all(&app).await.into_iter().map(|one| one.first_name).collect();
    names.sort();
    assert_eq!(names, ["En anden", "Yusuf"]);
}

#[tokio::test]
async fn an_id_that_the_platform_did_not_make_is_not_taken_and_the_form_comes_back_with_one_that_is() {
    let app = support::start().await;
    let visitor = app.visitor();
    let partner = app.partner("Køge plan").await.id.to_string();

    for id in
        [partner.as_str(), "019a0000-0000-7000-8000-000000000001", "00000000-0000-0000-0000-000000000000", "x", ""]
    {
        let page = visitor.submit("/enquiry", &yusuf_but(id, &[])).await;

        page.assert_refused_with("Siden har stået åben for længe").assert_shows("vil gerne være bager");
        assert!(all(&app).await.is_empty(), "{id}");
        let made = page.body.split(r#"name="id" value=""#).nth(1).unwrap()[..36].to_owned();
        visitor.submit("/enquiry", &yusuf_but(&made, &[])).await.assert_goes_to("/enquiry/thanks");
        entity::enquiries::Entity::delete_many().exec(app.db()).await.unwrap();
    }
}

#[tokio::test]
async fn a_name_that_is_an_address_is_refused() {
    let app = support::start().await;
    for name in ["https://evil.example", "Vind på evil.example", "karla@people.example", "<b>Karla</b>"] {
        send(&app.visitor(), &[("first_name", name)]).await.assert_refused_with("Skriv kun navnet");
    }
    assert!(all(&app).await.is_empty());
}

#[tokio::test]
async fn a_program_that_fills_in_the_hidden_field_is_thanked_and_ignored() {
    let app = support::start().await;

    send(&app.visitor(), &[("website", "https://spam.example")]).await.assert_goes_to("/enquiry/thanks");

    assert!(all(&app).await.is_empty());
}

#[tokio::test]
async fn one_address_sends_only_so_many_in_a_quarter_of_an_hour_and_loses_nothing_typed() {
    let app = support::start().await;
    let visitor = app.visitor();
    for _ in 0..20 {
        send(&visitor, &[]).await.assert_goes_to("/enquiry/thanks");
    }

    let page = send(&visitor, &[("wish", "vil gerne være gartner")]).await;
    page.assert_refused_with("Vent et kvarter").assert_shows("vil gerne være gartner");

    app.app.clock.advance(chrono::Duration::minutes(16));
    send(&visitor, &[]).await.assert_goes_to("/enquiry/thanks");
    assert_eq!(all(&app).await.len(), 21);
}

#[tokio::test]
async fn the_public_page_speaks_english() {
    let app = support::start().await;
    let visitor = app.visitor();
    visitor.set_cookie("language", "en");

    visitor.get("/enquiry").await.assert_ok().assert_shows("Would you like a mentor?");
    send(&visitor, &[]).await.assert_goes_to("/enquiry/thanks");

    assert_eq!(all(&app).await[0].language, "en");
}
