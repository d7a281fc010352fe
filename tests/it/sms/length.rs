//! Signs, units and messages; what is spelled otherwise to save some; and which words stop us.

use brobyg::message::sms::{Coding, Length, Wish, length, most_segments, plain};

fn times(count: usize, text: &str) -> String {
    text.repeat(count)
}

#[test]
fn a_text_costs_what_the_networks_count() {
    use Coding::{SevenBit, Ucs2};
    let table = [
        (String::new(), SevenBit, 0, 1),
        (times(160, "a"), SevenBit, 160, 1),
        (times(161, "a"), SevenBit, 161, 2),
        (times(306, "a"), SevenBit, 306, 2),
        (times(307, "a"), SevenBit, 307, 3),
        (times(80, "€"), SevenBit, 160, 1),
        (times(81, "€"), SevenBit, 162, 2),
        // Plain division says two: a sign of two units never splits.
        (times(152, "a") + "€" + &times(152, "a"), SevenBit, 306, 3),
        (times(153, "a") + "€" + &times(151, "a"), SevenBit, 306, 2),
        (times(70, "ğ"), Ucs2, 70, 1),
        (times(71, "ğ"), Ucs2, 71, 2),
        (times(134, "ğ"), Ucs2, 134, 2),
        (times(135, "ğ"), Ucs2, 135, 3),
        (times(35, "😀"), Ucs2, 70, 1),
        (times(36, "😀"), Ucs2, 72, 2),
        (times(66, "a") + "😀" + &times(66, "a"), Ucs2, 134, 3),
        (times(159, "a") + "Ç", SevenBit, 160, 1),
        (times(70, "a") + "ç", Ucs2, 71, 2),
    ];
    for (text, coding, units, segments) in table {
        assert_eq!(length(&text), Length { coding, units, segments }, "{text}");
    }
}

#[test]
fn no_danish_word_costs_more_and_letters_of_other_languages_do() {
    for sign in "abcæøåÆØÅéÉäöüÄÖÜñÑàèìòùß0189.,:;!?()'\"-+/%&@#_=<>*$£¥§¤\n".chars() {
        assert_eq!(length(&sign.to_string()).coding, Coding::SevenBit, "{sign}");
    }
    for sign in "áâãêëíîïóôõúûýçğışĞİŞłśćžșțابتሀ’“”–…•·«»°`´\u{a0}\u{1b}".chars()
    {
        assert_eq!(length(&sign.to_string()).coding, Coding::Ucs2, "{sign}");
    }
    for sign in "^{}\\[]~|€\u{c}".chars() {
        assert_eq!(length(&sign.to_string()).units, 2, "{sign}");
    }
}

/// Says what a text costs in a language, and fails where that is more than its readers are sent. For the texts of every kind
/// of message, in each language.
#[track_caller]
pub fn assert_fits(kind: &str, language: &str, text: &str) {
    let length = length(&plain(text));
    println!("{kind} ({language}): {length}");
    assert!(length.segments <= most_segments(language), "{kind} ({language}) is too long: {length}\n{text}");
}

#[test]
fn a_text_of_ours_is_two_messages_at_most_and_three_in_arabic() {
    let link = "https://brobyg.example/s/8x5k2m9wq3r7t1v6y4z0a";
    assert_fits("asked", "da", &format!("Hej Åse – mødte du din mentor i tirsdags? Svar her: {link}"));
    assert_fits("asked", "ar", &format!("{} {link}", "مرحبا أمينة، هل التقيت بمرشدك يوم الثلاثاء؟ ".repeat(3)));
    assert_eq!((most_segments("da"), most_segments("tr"), most_segments("ar")), (2, 2, 3));
}

#[test]
#[should_panic(expected = "asked (da) is too long: UCS-2, units 140, messages 3")]
fn a_text_that_is_longer_is_told_with_what_it_costs() {
    assert_fits("asked", "da", &"ş".repeat(140));
}

#[test]
fn printers_signs_are_spelled_as_on_a_typewriter() {
    let written = "Hej\u{a0}Özil – “vi ses” … på mandag\u{200b} kl. 10’ish •\u{2009}A\u{30a}se";

    assert_eq!(plain(written), "Hej Özil - \"vi ses\" ... på mandag kl. 10'ish - Åse");
    assert_eq!(length(&plain(written)).coding, Coding::SevenBit);
}

#[test]
fn no_letter_of_a_name_is_changed_to_save_a_message() {
    for name in ["Çağrı Şimşek", "François", "Łukasz", "Zoë Ibáñez", "يوسف", "ዮሴፍ", "Nguyễn"] {
        assert_eq!(plain(name), name);
    }
}

#[test]
fn what_joins_letters_of_other_scripts_stays() {
    // A Kurdish word, an Arabic word with a mark of direction, and a family.
    for text in ["می‌خواهم", "\u{200f}سلام 10", "👩‍👧"] {
        assert_eq!(plain(text), text);
    }
}

#[test]
fn a_whole_message_of_an_agreed_word_is_a_wish_and_a_word_among_others_is_none() {
    for stop in [
        "STOP",
        " stop. ",
        "Stop!",
        "StopAll",
        "AFMELD",
        "frameld",
        "Slut",
        "unsubscribe",
        "END",
        "quit",
        "DUR",
        "Jooji",
        "توقف",
        "\"STOP\"\n",
    ] {
        assert_eq!(Wish::of(stop), Some(Wish::Stop), "{stop}");
    }
    assert_eq!(Wish::of("Start"), Some(Wish::Start));
    for other in ["", "stop, jeg er på vej", "don't stop", "non stop", "ja", "1", "stoppested", "STOP STOP"] {
        assert_eq!(Wish::of(other), None, "{other}");
    }
}
