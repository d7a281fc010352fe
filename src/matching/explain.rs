//! The reasons in plain words.

use super::Reason;
use crate::{
    industry::{self, IndustryCode},
    language::{Tr, languages, times},
};

/// One reason as a person would say it.
pub fn sentence(tr: Tr, reason: &Reason) -> String {
    match reason {
        Reason::SameTrade(code) => tr.t1("matching-same-trade", "industry", title(tr, code)),
        Reason::SameIndustry(code) => tr.t1("matching-same-industry", "industry", title(tr, code)),
        Reason::NeighbouringIndustry(code) => tr.t1("matching-neighbouring-industry", "industry", title(tr, code)),
        Reason::OtherIndustry => tr.t("matching-other-industry"),
        Reason::SharedWords(words) => tr.t1("matching-shared-words", "words", words.join(", ")),
        Reason::Near { km } | Reason::Far { km } => tr.t1("matching-distance", "km", *km),
        Reason::ByVideo { km } => tr.t1("matching-by-video", "km", *km),
        Reason::DistanceUnknown => tr.t("matching-distance-unknown"),
        Reason::SharedLanguage(code) => tr.t1("matching-shared-language", "language", language(tr, code)),
        Reason::NoSharedLanguage => tr.t("matching-no-shared-language"),
        Reason::GenderAsWished => tr.t("matching-gender-as-wished"),
        Reason::GenderNotAsWished => tr.t("matching-gender-not-as-wished"),
        Reason::AgeAsWished => tr.t("matching-age-as-wished"),
        Reason::AgeNotAsWished => tr.t("matching-age-not-as-wished"),
        Reason::SharedTimes(shared) => tr.t1("matching-shared-times", "times", times::names(tr, shared)),
        Reason::NoSharedTime => tr.t("matching-no-shared-time"),
        Reason::FromUnwished => tr.t("matching-must-place"),
        Reason::AtUnwished => tr.t("matching-must-firm"),
        Reason::FreeSeats { free, seats } => tr.t2("matching-free-seats", "free", *free, "seats", *seats),
    }
}

/// The name of a language as within a sentence, where Danish writes it in lower case.
fn language(tr: Tr, code: &str) -> String {
    let name = languages::name(tr, code);
    match tr {
        Tr::Danish => name.to_lowercase(),
        _ => name,
    }
}

/// The title of an industry's division, in lower case as within a sentence.
pub fn title(tr: Tr, code: &IndustryCode) -> String {
    industry::name(tr, code)
}
