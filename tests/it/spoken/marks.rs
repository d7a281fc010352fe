//! Danish words among others: elements on a page, nothing in a tag or in plain text.

use brobyg::language::{
    Tr,
    other::{bare, beside, in_danish, marked_up},
};

#[test]
fn a_page_says_which_of_its_words_are_danish() {
    let page = format!("<p>{}</p><p>{}</p>", beside("عمل", "Job"), in_danish("Luk siden"));

    assert_eq!(
        marked_up(page),
        "<p>عمل<span class=\"beside\" lang=\"da\" dir=\"ltr\">Job</span></p>\
         <p><span lang=\"da\" dir=\"ltr\">Luk siden</span></p>"
    );
}

#[test]
fn where_a_browser_reads_no_elements_the_words_stand_alone() {
    let (danish, both) = (in_danish("Luk"), beside("عمل", "Job"));
    for (page, told) in [
        (format!("<title>{danish}</title>"), "<title>Luk</title>"),
        (format!("<p data-says=\"{danish} >\">x</p>"), "<p data-says=\"Luk >\">x</p>"),
        (format!("<textarea rows='1'>{danish}</textarea>"), "<textarea rows='1'>Luk</textarea>"),
        (format!("<select><option>{both}</option></select>"), "<select><option>عمل / Job</option></select>"),
        (format!("<p>{danish}"), "<p><span lang=\"da\" dir=\"ltr\">Luk</span>"),
        ("<p>æ < ø".to_owned(), "<p>æ < ø"),
    ] {
        assert_eq!(marked_up(page), told);
    }
    assert_eq!(bare(&both), "عمل / Job");
}

#[test]
fn a_sentence_that_a_language_lacks_stands_in_danish_and_says_so() {
    for tr in [Tr::Arabic, Tr::Somali, Tr::Turkish, Tr::Ukrainian, Tr::Farsi] {
        let lacking = tr.t("nav-today");
        assert_eq!(lacking, in_danish(&Tr::Danish.t("nav-today")));
        assert_eq!(marked_up(lacking), format!("<span lang=\"da\" dir=\"ltr\">{}</span>", Tr::Danish.t("nav-today")));
    }
    assert!(!Tr::English.t("nav-today").contains('\u{e000}'));
}
