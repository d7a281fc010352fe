//! What was typed, put back into a page that was made anew.

use brobyg::{
    form::Pairs,
    web::refill::{Filling, Placed, refill},
};

const PAGE: &str = r##"<main id="main"><form method="get" action="/find"><input name="note" value="q"></form>
<details class="more"><summary>More</summary><form method="post" action="/things/1/notes?x=1">
<input type="hidden" name="_csrf" value="t"><input type="hidden" name="_once" value="new"><input type="hidden" name="version" value="2">
<input type="text" name="who" value="Bo &#38; Ib"><input name="line" value="a"><input name="line" value="b">
<input type="password" name="password" value="">
<input type="radio" name="way" value="mail" checked><input type="radio" name="way" value="phone">
<input type="checkbox" name="day" value="mon" checked><input type="checkbox" name="day" value="tue">
<select name="area"><option value="">-</option><option value="n" selected>N</option><option value="s">S</option></select>
<textarea name="note">
old &#60;b&#62;</textarea><button formaction="/things/1/draft">Keep</button></form></details>
<form method="post" action="/things/1/decline"><input type="hidden" name="pair" value="1"><textarea name="why"></textarea></form>
<form method="post" action="/things/1/decline"><input type="hidden" name="pair" value="2"><textarea name="why"></textarea></form>
</main>"##;

fn pairs(pairs: &[(&str, &str)]) -> Pairs {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn filled(action: &str, typed: &[(&str, &str)], shows_stored: bool) -> (String, Placed) {
    let pairs = pairs(typed);
    let filling = Filling { action, once: "old", pairs: &pairs, shows_stored, restores_hidden: false };
    let mut placed = Vec::new();
    let html = refill(PAGE, "/things/1", &[filling], "Now:", |all| {
        placed = all.to_vec();
        "<p>told</p>".into()
    });
    (html.unwrap(), placed.remove(0))
}

#[test]
fn every_kind_of_field_is_as_it_was_typed_and_what_is_hidden_is_as_the_page_has_it() {
    let typed = [
        ("who", "\"Ea\" & <i>"),
        ("line", "x"),
        ("line", ""),
        ("way", "phone"),
        ("day", "tue"),
        ("area", "s"),
        ("note", "\r\nto\r\nlinjer </textarea>"),
        ("version", "1"),
        ("password", "secret"),
    ];

    let (html, placed) = filled("/things/1/notes", &typed, true);

    for shown in [
        r#"<main id="main"><p>told</p>"#,
        r#"name="who" value="&#34;Ea&#34; &#38; &#60;i&#62;""#,
        r#"name="line" value="x""#,
        r#"name="line" value="""#,
        r#"name="_once" value="old""#,
        r#"name="version" value="2""#,
        r#"name="way" value="mail">"#,
        r#"name="way" value="phone" checked="""#,
        r#"name="day" value="mon">"#,
        r#"name="day" value="tue" checked="""#,
        r#"<option value="n">"#,
        r#"<option value="s" selected="">"#,
        "<textarea name=\"note\">\n\r\nto\r\nlinjer &#60;/textarea&#62;</textarea>",
        r#"kept-stored">Now: Bo &#38; Ib</p>"#,
        r#"kept-stored">Now: old &#60;b&#62;</p>"#,
        r#"<details class="more" open="">"#,
        r#"name="note" value="q""#,
    ] {
        assert!(html.contains(shown), "{shown} is not in {html}");
    }
    assert!(!html.contains("secret"));
    assert_eq!(placed.form.as_deref(), Some("kept-0"));
    assert_eq!(placed.left, ["secret"]);
}

#[test]
fn a_button_s_own_address_and_an_address_with_another_id_lead_to_the_form_too() {
    assert_eq!(filled("/things/1/draft", &[("who", "Ea")], false).1.form.as_deref(), Some("kept-0"));
    let page =
        |id: &str| format!(r#"<main><form method="post" action="/d/{id}/check"><input name="who"></form></main>"#);
    let (pairs, [old, new]) =
        (pairs(&[("who", "Ea")]), [uuid::Uuid::now_v7().to_string(), uuid::Uuid::now_v7().to_string()]);
    let action = format!("/d/{old}/check");
    let filling = Filling { action: &action, once: "", pairs: &pairs, shows_stored: false, restores_hidden: false };
    let html = refill(&page(&new), "/d/new", &[filling], "", |_| String::new()).unwrap();
    assert!(html.contains(r#"name="who" value="Ea""#), "{html}");
}

#[test]
fn of_forms_with_one_address_the_one_with_the_same_hidden_value_has_it() {
    let (html, placed) = filled("/things/1/decline", &[("pair", "2"), ("why", "For langt væk")], false);

    assert!(html.contains("value=\"2\"><textarea name=\"why\">\nFor langt væk"), "{html}");
    assert_eq!(placed, Placed { form: Some("kept-2".into()), left: Vec::new(), is_overtaken: false });
}

#[test]
fn what_has_no_place_is_told_as_people_read_it() {
    let date = [("held_on_day", "3"), ("held_on_month", "4"), ("held_on_year", "2026")];
    let of_the_record = [("version", "7"), ("seen", "2026-04-03T10:00:00Z")];
    let gone = [&date[..], &of_the_record, &[("note", "Vi mødtes"), ("x", "")]].concat();
    let (html, placed) = filled("/nowhere", &gone, false);

    assert_eq!(placed, Placed { form: None, left: vec!["3-4-2026".into(), "Vi mødtes".into()], is_overtaken: false });
    assert_eq!(html, PAGE.replace("<main id=\"main\">", "<main id=\"main\"><p>told</p>"));
}

#[test]
fn the_first_of_two_for_one_form_has_it_and_the_other_is_told() {
    let (first, second) = (pairs(&[("why", "Et")]), pairs(&[("why", "To")]));
    let filling =
        |pairs| Filling { action: "/things/1/decline", once: "", pairs, shows_stored: false, restores_hidden: false };
    let mut placed = Vec::new();
    refill(PAGE, "/things/1", &[filling(&first), filling(&second)], "", |all| {
        placed = all.to_vec();
        String::new()
    })
    .unwrap();
    assert!(placed[0].form.is_some());
    assert_eq!(placed[1], Placed { form: None, left: vec!["To".into()], is_overtaken: false });
}
