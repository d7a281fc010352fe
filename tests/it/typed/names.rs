//! What is a name of a person and what is not.

use brobyg::form::is_name;

#[test]
fn names_of_people_are_names() {
    for name in [
        "Karla Lind",
        "J.P. Holm",
        "J. P. Holm",
        "Anne-Marie O'Neill",
        "Åse Ærø Østergård",
        "St. Clair",
        "Ngozi d’Almeida",
        "محمد علي",
        "Li",
        "Jensen, Bo",
        "Hans P.",
    ] {
        assert!(is_name(name), "{name}");
    }
}

#[test]
fn addresses_and_markup_are_no_names() {
    for name in [
        "https://evil.example",
        "evil.example",
        "Vind en præmie på evil.example nu",
        "EVIL.Example",
        "www.evil",
        "evil。example",
        "ｅｖｉｌ．ｅｘａｍｐｌｅ",
        "(evil.example)",
        "karla@people.example",
        "javascript:alert(1)",
        "<b>Karla</b>",
        "[her](evil)",
        "{{ name }}",
        "**Karla**",
        "Karla // evil",
    ] {
        assert!(!is_name(name), "{name}");
    }
}
