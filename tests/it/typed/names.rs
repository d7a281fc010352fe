//! What is a name of a person and what is not.

use brobyg::form::{FieldErrors, Name, is_name, typed::line};

use super::filled;

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
        "李",
        "๑ กานดา",
        "Nguyễn Thị Ánh",
        "ע",
        " \u{200b}Ali\u{2060} ",
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
        "Ali example.\u{200b}com",
        "Ali example.\u{2063}com",
        "Ali exam\u{2060}ple\u{feff}.com",
        "Ali www\u{ad}.evil",
        "a\u{200d}b.c\u{200c}d",
        "",
        " ",
        "123",
        "\u{2800}",
        "\u{e000}",
        "\u{fffc}",
        "\u{fe0f}",
        "\u{300}",
        "\u{345}",
        "\u{3164}\u{200b}",
        "👍",
        "-",
    ] {
        assert!(!is_name(name), "{name:?}");
    }
}

#[test]
fn the_name_that_is_kept_is_the_one_that_was_judged() {
    for typed in ["Ali example.\u{1}com", "Ali \u{2060}Holm", "A\u{200b}\u{30a}se", "\u{2800}A", "می\u{200c}خواهم"]
    {
        let mut errors = FieldErrors::default();
        let kept = filled::<Name<120>>("name", typed).read(&mut errors).unwrap();
        assert!(errors.is_empty() && is_name(&kept), "{typed:?}");
        assert_eq!(line(&kept), kept, "{typed:?}");
    }
    let mut errors = FieldErrors::default();
    filled::<Name<120>>("name", "\u{fe0f}").read(&mut errors);
    assert!(!errors.is_empty(), "an empty link");
}
