//! Sentences in both languages.

use brobyg::language::Tr;

#[test]
fn a_text_is_the_same_when_it_is_asked_for_again_in_either_language() {
    let texts = [Tr::Danish, Tr::English].map(|tr| tr.t("sign-in"));
    assert_eq!(texts, ["Log ind", "Sign in"]);
    assert_eq!([Tr::Danish, Tr::English].map(|tr| tr.t("sign-in")), texts);
}

#[test]
fn a_key_that_nobody_wrote_is_told_as_what_it_is() {
    assert!(Tr::Danish.t("no-such-key").contains("no-such-key"));
}
