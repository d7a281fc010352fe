//! Mails that come back: which letter it was, and whose affair.

mod taken;

use std::fs;

use brobyg::{
    message::bounce::{Bounce, BounceClass, LONGEST_BOUNCE, read_bounce, return_address},
    token::CsrfKey,
};
use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use crate::support::today;

fn key() -> CsrfKey {
    CsrfKey::new("a secret of the tests, long enough")
}

/// A mail as that server writes it, about this letter.
pub fn sample(name: &str, key: &CsrfKey, letter: Uuid) -> String {
    let mail = fs::read_to_string(format!("tests/fixtures/bounces/{name}.eml")).unwrap();
    let returned = format!("{}@brobyg.example", return_address(key, letter));
    mail.replace("{RETURN}", &returned).replace("{LETTER}", &letter.to_string()).replace('\n', "\r\n")
}

fn read(mail: &str) -> Vec<Bounce> {
    read_bounce(&key(), mail.as_bytes(), today())
}

/// What a sample tells of the letter it is about.
fn told(name: &str) -> Vec<(BounceClass, String, Option<String>)> {
    let letter = Uuid::now_v7();
    let read = read(&sample(name, &key(), letter));
    assert!(!read.is_empty(), "{name} tells of nothing");
    assert!(read.iter().all(|bounce| bounce.letter == Some(letter)), "{name}: {read:?}");
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
        let mail = sample("out_of_office", &key(), Uuid::now_v7());
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
fn a_return_address_that_somebody_made_up_is_believed_in_nothing() {
    let letter = Uuid::now_v7();
    let forged = sample("postfix", &CsrfKey::new("the key of somebody else, as long"), letter);

    let read = read(&forged);

    assert_eq!((read.len(), read[0].letter, read[0].class), (1, None, BounceClass::Unsorted));
}

#[test]
fn the_return_address_is_read_in_capitals_and_no_other_sign_of_it_may_change() {
    let letter = Uuid::now_v7();
    let address = return_address(&key(), letter);
    assert!(
        address.len() <= 64 && address.bytes().all(|sign| sign == b'+' || sign.is_ascii_alphanumeric()),
        "{address}"
    );
    let about = |address: &str| {
        let mail = format!("To: <{address}@brobyg.example>\r\nSubject: failure notice\r\n\r\nno 5.1.1\r\n");
        read(&mail).into_iter().next().and_then(|bounce| bounce.letter)
    };
    assert_eq!(about(&address), Some(letter));
    assert_eq!(about(&address.to_uppercase()), Some(letter));
    for at in 2..address.len() {
        let other = if &address[at..=at] == "7" { "8" } else { "7" };
        assert_eq!(about(&format!("{}{other}{}", &address[..at], &address[at + 1..])), None, "{at}");
    }
}

#[test]
fn the_envelope_s_id_and_the_letter_s_own_are_believed_where_there_is_no_return_address() {
    for name in ["postfix", "exchange", "gmail", "delayed"] {
        let letter = Uuid::now_v7();
        let returned = format!("{}@brobyg.example", return_address(&key(), letter));
        let plain = sample(name, &key(), letter).replace(&returned, "post@brobyg.example");

        assert_eq!(read(&plain)[0].letter, Some(letter), "{name}");
    }
}

#[test]
fn the_same_mail_tells_the_same_twice() {
    let mail = sample("postfix", &key(), Uuid::now_v7());

    assert_eq!(read(&mail), read(&mail));
}

#[test]
fn of_a_mail_of_ten_megabytes_the_beginning_is_read() {
    let letter = Uuid::now_v7();
    let mail = sample("postfix", &key(), letter);
    let long = mail
        .replace("Hej", &"Hej ".repeat(2_500_000))
        .replace("\r\n\r\n--4Qx7Yn6kkYz9.1772613072/mx.brobyg.example--", "");
    let long = format!("{long}{}", "x".repeat(10_000_000));
    assert!(long.len() > 10_000_000 && long.find("Status: 5.1.1").unwrap() < LONGEST_BOUNCE);

    assert_eq!(
        read(&long).iter().map(|bounce| (bounce.letter, bounce.class)).collect::<Vec<_>>(),
        [(Some(letter), BounceClass::Address)]
    );
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
