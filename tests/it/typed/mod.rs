//! What people type and paste, made one.

mod cpr;
mod names;
mod other_numbers;

use brobyg::form::{
    DateParts, Posted,
    typed::{day, length, line, mail_address, phone, readable_phone, text, whole, without_nul},
};
use chrono::NaiveDate;

/// A field in which somebody typed this.
fn filled<F: Posted>(name: &'static str, typed: &str) -> F {
    let mut field = F::named(name);
    assert!(field.take("", &mut vec![typed.to_owned()]));
    field
}

#[test]
fn a_phone_number_is_read_as_people_write_it() {
    for (typed, number) in [
        ("12 34 56 78", Some("+4512345678")),
        ("12-34-56-78", Some("+4512345678")),
        ("+45 12345678", Some("+4512345678")),
        ("(+45) 12 34 56 78", Some("+4512345678")),
        ("004512345678", Some("+4512345678")),
        ("00 45 12 34 56 78", Some("+4512345678")),
        ("4520304050", Some("+4520304050")),
        ("45 20 30 40 50", Some("+4520304050")),
        ("\u{202a}+45 20 30 40 50\u{202c}", Some("+4520304050")),
        ("\u{200e}20\u{2011}30\u{2011}40\u{2011}50", Some("+4520304050")),
        ("20\u{a0}30\u{202f}40\u{2009}50\u{200b}", Some("+4520304050")),
        ("20\u{ad}304050", Some("+4520304050")),
        ("＋４５ ２０３０４０５０", Some("+4520304050")),
        ("٢٠٣٠٤٠٥٠", Some("+4520304050")),
        ("+46 70-123 45 67", Some("+46701234567")),
        ("+46 (0)70 123 45 67", Some("+46701234567")),
        ("0046701234567", Some("+46701234567")),
        ("tel:+4520304050", Some("+4520304050")),
        ("tlf. 20304050", Some("+4520304050")),
        ("Mobil: 20 30 40 50", Some("+4520304050")),
        ("20 30 40 50,", Some("+4520304050")),
        ("1234567", None),
        ("+45 123456789", None),
        ("5520304050", None),
        ("4.52E+09", None),
        ("20304050 lok. 12", None),
        ("20304050 / 21304050", None),
        ("ring til mor", None),
        ("", None),
    ] {
        assert_eq!(phone(typed).as_deref(), number, "{typed}");
    }
    assert_eq!(readable_phone("+4512345678"), "12 34 56 78");
    assert_eq!(readable_phone("+46701234567"), "+46701234567");
}

#[test]
fn an_address_is_read_as_people_paste_it() {
    for typed in [
        "anna@people.example",
        " Anna@People.Example ",
        "\u{feff}anna@people.example\u{200b}",
        "anna@peo\u{ad}ple.example",
        "\u{202a}anna@people.example\u{202c}",
        "anna@people.example\u{a0}",
        "anna@people.example.",
        "'anna@people.example'",
        "Anna Holm <anna@people.example>",
        "\"Holm, Anna\" <anna@people.example>",
        "<anna@people.example>",
        "mailto:anna@people.example",
        "MAILTO:anna@people.example?subject=Hej",
        "anna@people.example,",
        "anna@people.example;",
        "anna＠people．example",
        "anna@people。example",
        "anna@people\u{2024}example",
    ] {
        assert_eq!(mail_address(typed).as_deref(), Some("anna@people.example"), "{typed}");
    }
    assert_eq!(mail_address("info@Brødrene.dk").as_deref(), Some("info@xn--brdrene-r1a.dk"));
    assert_eq!(mail_address("o'neil+mentor@people.example").as_deref(), Some("o'neil+mentor@people.example"));
}

#[test]
fn an_address_to_which_no_letter_could_be_written_is_none() {
    let long_local = format!("{}@people.example", "a".repeat(65));
    let long_label = format!("anna@{}.example", "a".repeat(64));
    let long = format!("anna@{}.example", ["a".repeat(60), "b".repeat(60), "c".repeat(60), "d".repeat(60)].join("."));
    for typed in [
        "",
        "anna",
        "anna@",
        "@people.example",
        "anna@people",
        ".anna@people.example",
        "anna.@people.example",
        "an..na@people.example",
        "anna@people..example",
        "anna@.people.example",
        "anna@-people.example",
        "anna@people-.example",
        "anna@peo_ple.example",
        "anna holm@people.example",
        "anna @people.example",
        "anna@people .example",
        "\"anna holm\"@people.example",
        "søren@people.example",
        "anna@bjarne@people.example",
        "anna@people.example, bo@people.example",
        "anna@[192.0.2.1]",
        "anna@192.0.2.1",
        "anna(mor)@people.example",
        &long_local,
        &long_label,
        &long,
    ] {
        assert_eq!(mail_address(typed), None, "{typed}");
    }
}

#[test]
fn every_address_that_is_taken_can_be_written_to() {
    for typed in ["anna@people.example", "info@brødrene.dk", "o'neil+x@people.example", "a@b.co", "ANNA@ÅRHUS.example"]
    {
        let address = mail_address(typed).unwrap();
        assert!(address.is_ascii(), "{address}");
        assert!(address.parse::<lettre::Address>().is_ok(), "{address}");
        assert_eq!(mail_address(&address).as_deref(), Some(address.as_str()), "one form alone");
    }
}

#[test]
fn a_day_is_read_as_people_write_it() {
    let day_of = NaiveDate::from_ymd_opt(2026, 3, 4);
    for typed in [
        "2026-03-04",
        "20260304",
        "04032026",
        "040326",
        "4. mars 2026",
        "4-3-2026",
        "04.03.2026",
        "4. 3. 2026",
        "4/3-26",
        "4/3 2026",
        "4.3.26",
        "4. marts 2026",
        "4. mar. 2026",
        "den 4. marts 2026",
        "onsdag d. 4. marts 2026",
        "4 March 2026",
        "March 4th, 2026",
        "4. MARTS 2026",
        "\u{200e}4\u{a0}3\u{a0}2026",
        "٤/٣/٢٠٢٦",
        "2026-03-04 00:00:00",
        "2026-03-04T00:00:00",
    ] {
        assert_eq!(day(typed), day_of, "{typed}");
    }
    for typed in
        ["", "4. marts", "29-02-2026", "31-04-2026", "4/15/2026", "2026", "46085", "4.3.1826", "4.3.226", "i går"]
    {
        assert_eq!(day(typed), None, "{typed}");
    }
    assert_eq!(day("24.11.06"), NaiveDate::from_ymd_opt(2006, 11, 24));
    assert_eq!(day("24.11.98"), NaiveDate::from_ymd_opt(1998, 11, 24));
}

#[test]
fn a_day_in_three_fields_is_read_like_one_in_a_file() {
    let day_of = NaiveDate::from_ymd_opt(2006, 11, 24);
    for (day, month, year) in [
        ("24", "11", "2006"),
        ("24.", "11.", "06"),
        ("24", "november", "2006"),
        ("24", "nov.", "2006"),
        ("24.11.2006", "", ""),
    ] {
        assert_eq!(DateParts::new(day, month, year).date(), day_of, "{day} {month} {year}");
    }
    assert_eq!(DateParts::new("24", "", "2006").date(), None);
}

#[test]
fn names_of_any_script_are_composed_and_kept() {
    assert_eq!(line("  A\u{30a}se \t O\u{308}z  "), "Åse Öz");
    assert_eq!(line("محمد علي"), "محمد علي");
    assert_eq!(text(" første\r\nanden  linje \r\n"), "første\nanden linje");
}

#[test]
fn marks_that_nobody_sees_are_left_out_where_they_mean_nothing() {
    assert_eq!(line("\u{feff}Am\u{200b}i\u{ad}ra\u{200d} \u{202e}Holm\u{202c}\u{0}"), "Amira Holm");
    assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم");
    assert_eq!(line("👨\u{200d}👩\u{200d}👧"), "👨\u{200d}👩\u{200d}👧");
    assert_eq!(line("\u{200d}Amira\u{200c}"), "Amira");
    assert_eq!(text("en\u{2028}to\u{0}"), "en\nto");
}

#[test]
fn a_text_is_as_long_as_a_browser_counts_it() {
    assert_eq!(length("Åse"), 3);
    assert_eq!(length("👍"), 2);
    assert_eq!(whole(" ٤٢ "), Some(42));
    assert_eq!(whole("4,2"), None);
}

#[test]
fn the_character_of_code_0_never_comes_in() {
    assert_eq!(&*without_nul(b"name=a%00b\0c&d=%2500"), b"name=abc&d=%2500");
}
