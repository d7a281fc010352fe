//! What a report of a mail server means: told apart by who can do something about it.

use chrono::NaiveDate;

/// What happened to a letter after a server had taken it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BounceClass {
    /// There is no such address: its route is dead, the person is not.
    Address,
    /// Full, or not reached for days: it may work another time.
    Soft,
    /// The receiving side does not want mail from us: the operator's affair, and no fault of the address.
    Policy,
    TooLarge,
    /// Not there yet, and still tried.
    Delayed,
    /// Somebody called it unwanted: to be taken as a wish for no more of this kind.
    Complaint,
    /// A machine answered; until when it says that somebody is away.
    Away(Option<NaiveDate>),
    /// Something came back, and a person has to look.
    Unsorted,
}

/// The class of a report by the fields of RFC 3464. `says` is the server's own sentence.
pub(super) fn of_report(action: &str, status: &str, says: &str) -> BounceClass {
    if action.eq_ignore_ascii_case("delayed") {
        return BounceClass::Delayed;
    }
    let mut parts = status.splitn(3, '.');
    match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
        ("4" | "5", "7", _) => BounceClass::Policy,
        ("5", "1", "1" | "2" | "3" | "6" | "10") | ("5", "2", "1") | ("5", "4", "4") => BounceClass::Address,
        // Exchange Online refuses so whom its directory does not know.
        ("5", "4", "1") if says.contains("Recipient address rejected") => BounceClass::Address,
        ("5", "3", "4") | ("5", "2", "3") => BounceClass::TooLarge,
        ("5", "2", "2") | ("4", ..) | ("5", "4", "7") => BounceClass::Soft,
        _ => BounceClass::Unsorted,
    }
}

/// The finest code that stands in what a server said, such as `5.1.1`: where the report's own says nothing (`5.0.0`), or
/// there is none.
pub(super) fn status_in(says: &str) -> Option<&str> {
    let is_code = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        matches!(parts.first(), Some(&("4" | "5"))) && parts.len() == 3 && parts.iter().all(is_number)
    };
    let mut words = says.split(|sign: char| !sign.is_ascii_digit() && sign != '.').map(|word| word.trim_matches('.'));
    words.find(is_code)
}

/// Whether a code says no more than that it failed.
pub(super) fn is_vague(status: &str) -> bool {
    status.is_empty() || status.ends_with(".0.0")
}
