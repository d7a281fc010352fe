//! Mails that come back: which letter it was, and whose affair.

mod taken;

use std::fs;

use brobyg::message::bounce::{Bounce, BounceClass, LONGEST_BOUNCE, Named, read_bounce};
use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use crate::support::today;

/// What stands behind `b+` in the return address of the letter.
const KEY: &str = "abcdefghijkl2345";

/// A mail as that server writes it, about this letter, come back to this address.
pub fn sample_to(returned: &str, name: &str, letter: Uuid) -> String {
    let mail = fs::read_to_string(format!("tests/fixtures/bounces/{name}.eml")).unwrap();
    mail.replace("{RETURN}", returned).replace("{LETTER}", &letter.to_string()).replace('\n', "\r\n")
}

/// The same with a return address of its own.
fn sample(name: &str, letter: Uuid) -> String {
    sample_to(&format!("b+{KEY}@brobyg.example"), name, letter)
}

fn read(mail: &str) -> Vec<Bounce> {
    read_bounce(mail.as_bytes(), today())
}

fn by_key() -> Option<Named> {
    Some(Named::ByReturnKey(KEY.to_owned()))
}

/// What a sample tells of the letter it is about, whichever way it says which.
fn told(name: &str) -> Vec<(BounceClass, String, Option<String>)> {
    let letter = Uuid::now_v7();
    let read = read(&sample(name, letter));
    assert!(!read.is_empty(), "{name} tells of nothing");
    // This one came to the sender's own address.
    let named = if name == "utf8" { Some(Named::ById(letter)) } else { by_key() };
    assert!(read.iter().all(|bounce| bounce.letter == named), "{name}: {read:?}");
    read.into_iter().map(|bounce| (bounce.class, bounce.status, bounce.receiver)).collect()
}

fn one(class: BounceClass, status: &str, receiver: &str) -> Vec<(BounceClass, String, Option<String>)> {
    vec![(class, status.to_owned(), Some(receiver.to_owned()).filter(|receiver| !receiver.is_empty()))]
}

#[test]
fn the_reports_of_the_common_servers_are_read_as_what_they_mean() {
    use BounceClass::{Address, Complaint, Delayed, Policy, Soft, TooLarge, Unsorted};
    let sofie = "sofie@people.example";
    assert_eq!(told("postfix"), one(Address, "5.1.1", sofie));
    assert_eq!(told("exchange"), one(Address, "5.1.10", "sofie@kommune.example"));
    // The status says nothing, the server's own sentence does.
    assert_eq!(told("exim"), one(Address, "5.2.1", sofie));
    // Our fault, and no fault of the address.
    assert_eq!(told("gmail"), one(Policy, "5.7.26", sofie));
    assert_eq!(told("delayed"), one(Delayed, "4.4.1", sofie));
    assert_eq!(told("full"), one(Soft, "5.2.2", sofie));
    assert_eq!(told("too_large"), one(TooLarge, "5.3.4", sofie));
    assert_eq!(told("complaint"), one(Complaint, "", sofie));
    // No part for machines: a person looks.
    assert_eq!(told("no_report"), one(Unsorted, "5.1.1", ""));
    assert_eq!(told("utf8"), one(Address, "5.1.1", "søren@bådehavnen.example"));
}

#[test]
fn of_several_receivers_each_is_told_but_those_whom_it_reached() {
    let both = [
        one(BounceClass::Address, "5.1.1", "everybody@list.example"),
        one(BounceClass::Soft, "4.2.2", "third@people.example"),
    ];
    assert_eq!(told("two_receivers"), both.concat());
}

#[test]
fn somebody_who_is_away_is_neither_a_bounce_nor_an_answer() {
    let until = NaiveDate::from_ymd_opt(2026, 3, 13);
    assert_eq!(told("out_of_office"), one(BounceClass::Away(until), "", ""));
}

#[test]
fn days_are_found_as_people_write_them() {
    let away = |text: &str| {
        let mail = sample("out_of_office", Uuid::now_v7());
        let (heads, _) = mail.split_once("\r\n\r\n").unwrap();
        match read(&format!("{heads}\r\n\r\n{text}")).remove(0).class {
            BounceClass::Away(until) => until.map(|day| day.to_string()),
            other => panic!("{text}: {other:?}"),
        }
    };
    for text in [
        "Tilbage 14/4-2026.",
        "tilbage den 14.04.26",
        "Jeg er tilbage tirsdag den 14. april.",
        "back 2026-04-14",
        "Back on 14 April 2026",
        "ferie 30/3 - 14/4",
    ] {
        assert_eq!(away(text).as_deref(), Some("2026-04-14"), "{text}");
    }
    assert_eq!(away("Tilbage den 1. januar").as_deref(), Some("2027-01-01"));
    assert_eq!(away("ferie fra 2. marts til og med 13. marts").as_deref(), Some("2026-03-13"));
    // No day, one that is over, and one that is no day.
    for text in ["Jeg er her ikke mere.", "siden 1. marts 2019", "uge 31/2", "tlf. 12 34 56 78", "99.99.99"] {
        assert_eq!(away(text), None, "{text}");
    }
}

#[test]
fn a_return_address_is_believed_before_all_else_in_the_mail() {
    let mail = sample("postfix", Uuid::now_v7());

    assert_eq!(read(&mail)[0].letter, by_key());
    // The id of another letter in its heads changes nothing: where the key is no letter's, neither is the mail.
    assert_eq!(
        read(&mail.replace("Message-ID: <", "Message-ID: <00000000-0000-7000-8000-000000000000@x> <"))[0].letter,
        by_key()
    );
}

#[test]
fn a_return_address_is_read_in_capitals_and_with_nothing_else_in_it() {
    let about = |address: &str| {
        let mail = format!("To: <{address}>\r\nSubject: failure notice\r\n\r\nno 5.1.1\r\n");
        read(&mail).into_iter().next().and_then(|bounce| bounce.letter)
    };
    assert_eq!(about(&format!("b+{KEY}@brobyg.example")), by_key());
    assert_eq!(about(&format!("B+{}@BROBYG.EXAMPLE", KEY.to_uppercase())), by_key());
    for other in [
        "post@brobyg.example",
        "b+@brobyg.example",
        "b+abcdefghijkl2345x@brobyg.example",
        "b+abcdefghijkl2341@brobyg.example",
        "b+abcdefghijkl234%@brobyg.example",
        "x+abcdefghijkl2345@brobyg.example",
    ] {
        assert_eq!(about(other), None, "{other}");
    }
}

#[test]
fn the_envelope_s_id_and_the_letter_s_own_are_believed_where_there_is_no_return_address() {
    for name in ["postfix", "exchange", "exim", "gmail", "delayed", "utf8", "complaint"] {
        let letter = Uuid::now_v7();
        let read = read(&sample_to("post@brobyg.example", name, letter));

        assert_eq!(read[0].letter, Some(Named::ById(letter)), "{name}");
    }
}

#[test]
fn the_same_mail_tells_the_same_twice() {
    let mail = sample("postfix", Uuid::now_v7());

    assert_eq!(read(&mail), read(&mail));
}

#[test]
fn of_a_mail_of_ten_megabytes_the_beginning_is_read() {
    let mail = sample("postfix", Uuid::now_v7());
    let long = mail
        .replace("Hej", &"Hej ".repeat(2_500_000))
        .replace("\r\n\r\n--4Qx7Yn6kkYz9.1772613072/mx.brobyg.example--", "");
    let long = format!("{long}{}", "x".repeat(10_000_000));
    assert!(long.len() > 10_000_000 && long.find("Status: 5.1.1").unwrap() < LONGEST_BOUNCE);

    assert_eq!(
        read(&long).iter().map(|bounce| (bounce.letter.clone(), bounce.class)).collect::<Vec<_>>(),
        [(by_key(), BounceClass::Address)]
    );
}

/// What somebody's calendar answers is no letter that came back, and nobody has said that it is read.
#[test]
fn the_answer_of_a_calendar_tells_of_nothing() {
    let calendar = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example\n\
                    END:VEVENT\nEND:VCALENDAR\n";
    let mail = format!(
        "From: a@b.example\nTo: post@brobyg.example\nSubject: Declined: M\nMIME-Version: 1.0\n\
         Content-Type: text/calendar; method=REPLY; charset=utf-8\n\n{calendar}"
    );
    assert_eq!(read(&mail.replace('\n', "\r\n")), []);
}

#[test]
fn what_is_no_report_tells_of_nothing() {
    for mail in [
        "",
        "\r\n",
        "Subject: Vind en iPad\r\nTo: post@brobyg.example\r\n\r\nKlik her",
        "\u{0}\u{1}",
        "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n",
    ] {
        assert_eq!(read(mail), [], "{mail}");
    }
}
