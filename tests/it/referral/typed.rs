//! What people type, made one.

use brobyg::web::typed::{holds_cpr_number, line, phone, readable_phone, text};

#[test]
fn a_cpr_number_is_found_however_it_is_written() {
    for text in [
        "170506-1234",
        "1705061234",
        "170506 1234",
        "17 05 06 1234",
        "17-05-06-1234",
        "170506 - 1234",
        "170506–1234",
        "cpr170506-1234",
        "cpr: 170506-1234.",
        "290200-1234",
        "１７０５０６-１２３４",
        "170506\u{a0}1234",
    ] {
        assert!(holds_cpr_number(text), "{text}");
    }
}

#[test]
fn other_numbers_are_left_alone() {
    for text in [
        "",
        "50 00 01 00",
        "+45 12 05 90 12",
        "+451205901234",
        "0045 12059012",
        "12059012 34567890",
        "310206-1234",
        "171306-1234",
        "170506-12345",
        "1170506-1234",
        "170506-123",
        "født 17-05-2006",
        "2006-05-17",
    ] {
        assert!(!holds_cpr_number(text), "{text}");
    }
}

#[test]
fn a_phone_number_is_read_as_people_write_it() {
    for (typed, number) in [
        ("12 34 56 78", Some("+4512345678")),
        ("12-34-56-78", Some("+4512345678")),
        ("+45 12345678", Some("+4512345678")),
        ("(+45) 12 34 56 78", Some("+4512345678")),
        ("004512345678", Some("+4512345678")),
        ("+46 70-123 45 67", Some("+46701234567")),
        ("0046701234567", Some("+46701234567")),
        ("1234567", None),
        ("+45 123456789", None),
        ("ring til mor", None),
        ("", None),
    ] {
        assert_eq!(phone(typed).as_deref(), number, "{typed}");
    }
    assert_eq!(readable_phone("+4512345678"), "12 34 56 78");
    assert_eq!(readable_phone("+46701234567"), "+46701234567");
}

#[test]
fn names_of_any_script_are_composed_and_kept() {
    assert_eq!(line("  A\u{30a}se \t O\u{308}z  "), "Åse Öz");
    assert_eq!(line("محمد علي"), "محمد علي");
    assert_eq!(text(" første\r\nanden  linje \r\n"), "første\nanden linje");
}
