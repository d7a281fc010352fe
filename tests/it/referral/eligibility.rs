//! Who may be referred, and what has to be known.

use super::{check, filled, partner_with_area};
use crate::support;

/// Judges a form with one thing changed at a time: `None` means that it is taken.
#[tokio::test]
async fn each_rule_of_eligibility_is_told_beside_its_field() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let elsewhere = app.housing_area("Bakkedal", &app.partner("Helhedsplan Bakkedal").await).await;
    let referrer = app.referrer(&partner).await;
    let good = filled(&area);
    let minor = |form: super::Filled| form.and("guardian_shown", "yes");
    let cases = [
        ("everything is there", good.clone(), None),
        ("the 15th birthday is today", minor(good.born("4", "3", "2011")), None),
        ("the 15th birthday is tomorrow", minor(good.born("5", "3", "2011")), Some("fyldt 15")),
        ("the last day of being 25", good.born("5", "3", "2000"), None),
        ("the 26th birthday is today", good.born("4", "3", "2000"), Some("fyldt 26")),
        ("a day that does not exist", good.born("31", "2", "2006"), Some("Datoen findes ikke")),
        ("a birth date ahead", good.born("1", "1", "2030"), Some("fremtiden")),
        ("an area of another partner", good.with("area", &elsewhere.id.to_string()), Some("Vælg boligområdet")),
        ("no name", good.with("name", "  "), Some("Skriv den unges navn")),
        ("no wish", good.with("wish", " \n "), Some("Skriv, hvad den unge gerne vil")),
        ("no consent", good.without("consent"), Some("Den unge skal have sagt ja")),
        ("a consent of tomorrow", good.with("consented_on_day", "5"), Some("fremtiden")),
        ("a course nobody explained", good.without("knows_course"), Some("hvad et mentorforløb er")),
        ("nobody can be reached", good.with("phone", ""), Some("Skriv mobilnummer eller e-mail")),
        ("through the partner", good.with("phone", "").with("contact_preference", "through_partner"), None),
        (
            "text messages without a number",
            good.with("phone", "").with("email", "u@ung.example").with("contact_preference", "sms"),
            Some("ringes op eller have sms"),
        ),
        ("a phone of five digits", good.with("phone", "12345"), Some("Skriv et telefonnummer")),
        ("no language", good.without("languages"), Some("mindst ét sprog")),
        ("an answer that was never offered", good.with("clarity", "crystal"), Some("Vælg et af svarene")),
        ("a wish of 2001 letters", good.with("wish", &"å".repeat(2001)), Some("højst 2000 tegn")),
    ];
    for (what, form, refusal) in cases {
        let page = check(&referrer, &form).await;
        match refusal {
            None => assert_eq!(page.status.as_u16(), 303, "{what}: {}", page.body),
            Some(sentence) => {
                assert_eq!(page.status.as_u16(), 422, "{what}");
                assert!(page.body.contains(sentence), "{what}: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn under_18_the_fields_of_a_guardian_appear_and_may_stay_empty() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = filled(&area).born("4", "3", "2009");

    let page = check(&referrer, &form).await;

    page.assert_refused_with("Den unge er under 18").assert_shows(r#"name="guardian_phone""#);
    check(&referrer, &form.with("guardian_shown", "yes")).await.assert_taken();
    check(&referrer, &filled(&area)).await.assert_taken();
}

#[tokio::test]
async fn a_cpr_number_is_refused_in_every_field_that_is_written_freely() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let fields = [
        "name",
        "phone",
        "email",
        "interpreter_need",
        "accessibility_need",
        "wish",
        "goals",
        "mentor_wish",
        "for_mentor",
        "guardian_name",
        "guardian_phone",
    ];
    for field in fields {
        let page = check(&referrer, &filled(&area).with(field, "170506-1234")).await;

        assert_eq!(page.status.as_u16(), 422, "{field}");
        assert!(page.body.contains("Det ligner et CPR-nummer"), "{field}");
    }
}
