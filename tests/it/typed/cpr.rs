//! CPR numbers are found, and nothing else is taken for one.

use brobyg::form::{
    DateParts, Day, FieldErrors, Line, Phone, Posted,
    typed::{holds_cpr_number, names_with_cpr_number},
};

use super::filled;

/// Texts with a CPR number, as people write it, and as it stands in the middle of something else.
const HOLD_ONE: &[&str] = &[
    "170506-1234",
    "1705061234",
    "170506 1234",
    "17 05 06 1234",
    "17-05-06-1234",
    "170506 - 1234",
    "170506      1234",
    "170506–1234",
    "170506_1234",
    "170506/1234",
    "170506,1234",
    "170506|1234",
    "170506+1234",
    "170506#1234",
    "170506-12 34",
    "17 0506-1234",
    "1705-06-1234",
    "17\n05\n06\n1234",
    "170506-1234/161106-1234",
    "17.05.06-1234",
    "17/5-06-1234",
    "17/05/06 (1234)",
    "(170506)(1234)",
    "17 05 06 12 34",
    "1705 06 1234",
    "170 506 1234",
    "1 7 0 5 0 6 1 2 3 4",
    "17052006-1234",
    "170520061234",
    "17-05-2006-1234",
    "17.05.2006 - 1234",
    "cpr170506-1234",
    "cpr: 170506-1234.",
    "Amira (170506-1234), 19 år",
    "170506-1234 19 år",
    "Ring 20 30 40 50, 170506-1234",
    "+45 20304050 170506-1234",
    "170506\r\n1234",
    "290200-1234",
    "770506-1234",
    "１７０５０６-１２３４",
    "١٧٠٥٠٦-١٢٣٤",
    "۱۷۰۵۰۶ ۱۲۳۴",
    "१७०५०६१२३४",
    "1️⃣7️⃣0️⃣5️⃣0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣",
    "170506\u{a0}1234",
    "170506\u{2009}-\u{202f}1234",
    "17\u{200b}05\u{200b}06\u{200b}1234",
    "170506\u{ad}1234",
    "\u{202d}170506-1234\u{202c}",
    "170506\u{2011}1234",
    "170506\u{2212}1234",
    "1705061234@people.example",
    "cpr1705061234",
    "CPR1705061234",
    "ali1705061234b",
    "nr.170506-1234x",
    "født170506\u{2011}1234",
    "Ali170506 1234Holm",
    "ø1705061234å",
    "cpr_170506_1234",
    "blok2 17 05 06 1234",
    "R-1705061234",
    "محمد1705061234",
    "0199aa25-0101-7234-bbcc-ddeeff001122, 170506-1234",
    "1.705.061.234",
    "010190, 1234",
    "+ 010190-1234",
    "+010190-1234",
    "+0101901234",
    "+170506-1234",
    "010190-12 34\n020290-12 34",
    "010190 12 34\n020290 12 34",
    "17 05 06 12 34\r\n02 02 90 12 34",
    "010190, 1234\n020290, 1234",
    "hus 5 010190 12 34",
    "hus 5, 010190 12 34",
    "hus 5 01 01 90 12 34",
    "1. januar 1990-1234",
    "1. jan. 1990 1234",
    "1 januar 90 - 1234",
    "den 1. JANUAR 1990, 1234",
    "d. 1.januar1990-1234",
    "1st of January 1990 (1234)",
    "January 1st, 1990-1234",
    "Jan 1 1990 1234",
    "17. maj 2006 - 1234",
    "17-maj-06-1234",
    "1990-01-01-1234",
    "1990-01-01 1234",
    "1990-1-1 - 1234",
    "1990/01/01 1234",
    "1990.01.01-12 34",
    "19900101-1234",
    "199001011234",
    "19900101 1234",
    "19900101, 1234",
    "01-01-1990 1234",
    "01-01-1990 12 34",
    "1.1.1990 1234",
    "1/1-90-1234",
    "01 01 1990 1234",
    "01.01.1990, 1234",
    "01-01-1990; 1234",
    "(01-01-1990) 1234",
    "01-01-1990 1234 er min datter",
    "Amira, 01-01-1990 1234, Holm",
    "010190 # 1234",
    "010190 & 1234",
    "010190 @ 1234",
    "010190 ? 1234",
    "010190 ! 1234",
    "010190 + 1234",
    "010190 = 1234",
    "010190 * 1234",
    "010190 ~ 1234",
    "010190 · 1234",
    "010190 → 1234",
    "010190 ... 1234",
    "010190 ; 1234",
    "010190: 1234",
    "010190 .................. 1234",
    "010190, - 1234",
    "010190,\n1234",
    "010190\t1234",
    "010190\n\n1234",
    "010190&nbsp;1234",
    "010190&#160;1234",
    "010190&#x2d;1234",
    "010190&ndash;1234",
    "&#48;10190-1234",
    "<b>010190</b>-1234",
    "<td class=\"a 12\">010190</td><td>1234</td>",
    "01<i>01</i>90-1234",
    "010190<br/>1234",
    "<1705061234@people.example>",
    "<a1705061234@people.example>",
    "0701234567",
    "٠١٠١٩٠ـ١٢٣٤",
    "01.01.1990-12-34",
    "'010190' '1234'",
    "010190 \\ 1234",
    "010190 👉 1234",
    "Maj 17 05 06 1234",
    "17/5 2006-1234",
    "17/5 06-1234",
    "7/5 06-1234",
    "7/5 2006 1234",
    "7/5 2006 (1234)",
    "7/5 2006, 1234",
    "7.5 2006-1234",
    "CPR: 7/5 06-1234",
    "+45 170506-1234",
    "170506, sidste fire: 1234",
    "170506, sidste 4: 1234",
    "170506 (CPR-endelse 1234)",
    "cpr 170506 kode 1234",
    "170506 cpr 1234",
    "born 17 May 2006, last four digits 1234",
    "17. mai 2006 1234",
    "01 01 1990 1234\n02 02 1991 2345",
    "01 01 1990 1234\nTlf. 20 30 40 50",
    "Født: 170506\nSidste fire: 1234",
    "170506. Sidste fire: 1234",
    "170506, de sidste fire cifre er 1234",
    "født 17.05.2006, og CPR-nummeret slutter på 1234",
    "+45170506-1234",
    "17O506-1234",
    "O10190-1234",
    "\u{104a1}\u{104a7}\u{104a0}\u{104a5}\u{104a0}\u{104a6}-\u{104a1}\u{104a2}\u{104a3}\u{104a4}",
];

#[test]
fn a_cpr_number_is_found_however_it_is_written() {
    let missed: Vec<_> = HOLD_ONE.iter().filter(|text| !holds_cpr_number(text)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_cpr_number_is_found_in_the_parts_of_a_day_together() {
    let pairs = |parts: [&str; 3]| {
        let named = ["birth_date_day", "birth_date_month", "birth_date_year"].into_iter().zip(parts);
        named.map(|(name, typed)| (name.to_owned(), typed.to_owned())).collect::<Vec<_>>()
    };
    for parts in [
        ["17", "05", "06-1234"],
        ["17", "05", "061234"],
        ["17", "05", "2006-1234"],
        ["1705", "06", "1234"],
        ["170506", "", "1234"],
        ["170506-1234", "", ""],
        ["17.", "maj", "2006 1234"],
        ["1705", "061234", ""],
    ] {
        let [day, month, year] = parts;
        assert!(DateParts::new(day, month, year).holds_cpr_number(), "{parts:?}");
        assert_eq!(names_with_cpr_number(&pairs(parts)).len(), 3, "{parts:?}");
        let mut errors = FieldErrors::default();
        let mut day = Day::named("birth_date");
        for ((name, typed), part) in pairs(parts).into_iter().zip(["_day", "_month", "_year"]) {
            assert!(day.take(part, &mut vec![typed]), "{name}");
        }
        assert_eq!(day.read(&mut errors), None);
        assert_eq!(errors, FieldErrors::on("birth_date", "error-cpr"), "{parts:?}");
    }
    for parts in
        [["17", "05", "2006"], ["17", "5", "06"], ["", "", "2006"], ["17.", "maj", "2006"], ["17-05-2006", "", ""]]
    {
        assert!(names_with_cpr_number(&pairs(parts)).is_empty(), "{parts:?}");
    }
}

#[test]
fn a_number_dialled_without_its_country_is_called_no_cpr_number_where_a_phone_is_asked_for() {
    let told = |typed: &str| {
        let mut errors = FieldErrors::default();
        filled::<Phone>("phone", typed).read(&mut errors);
        errors
    };
    let said = |key: &str| FieldErrors::on("phone", key);

    for typed in ["0701234567", "07 01 23 45 67", "07-01-23-45-67"] {
        assert_eq!(told(typed), said("error-phone"), "{typed}");
    }
    for typed in ["070123-4567", "170506-1234", "1705061234", "07-01-23-4567", "+010190-1234", "+170506-1234"] {
        assert_eq!(told(typed), said("error-cpr"), "{typed}");
    }
}

#[test]
fn a_number_at_the_end_of_a_long_text_is_found() {
    for piece in ["12-", "12 ", "170506, ", "<a &", "maj "] {
        let text = piece.repeat(20_000);
        assert!(holds_cpr_number(&format!("{text}\nCpr: 170506-1234")), "{piece}");
    }
}

#[test]
fn a_text_that_holds_one_and_is_too_long_is_told_both_at_once() {
    let mut errors = FieldErrors::default();
    filled::<Line<20>>("word", "Amira er 170506-1234 og meget mere").read(&mut errors);

    let mut both = FieldErrors::on("word", "error-cpr");
    both.add_with("word", "error-too-long", vec![("max", "20".to_owned())]);
    assert_eq!(errors, both);
}
