//! Texts and dates in the reader's language.

use chrono::{DateTime, Locale, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use fluent_templates::fluent_bundle::FluentValue;

use crate::clock::local_date;
use crate::language::texts;

/// A language that people are written to in. The interface speaks the first two; what a young person gets behind a link
/// speaks all of them (`page::speaks_all`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tr {
    #[default]
    Danish,
    English,
    Arabic,
    Somali,
    Turkish,
    Ukrainian,
    Farsi,
}

impl Tr {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Danish, Self::English, Self::Arabic, Self::Somali, Self::Turkish, Self::Ukrainian, Self::Farsi];

    /// Reads `da` or `en`, as the interface is spoken. Anything else is Danish: the scheme is, whatever language a browser was
    /// bought with.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::English } else { Self::Danish }
    }

    /// Reads any of the languages that young people get.
    pub fn spoken(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tr| tr.lang() == tag)
    }

    /// Whether every page speaks it.
    pub fn is_of_the_interface(self) -> bool {
        matches!(self, Self::Danish | Self::English)
    }

    /// Its code of ISO 639-1.
    pub fn lang(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
            Self::Arabic => "ar",
            Self::Somali => "so",
            Self::Turkish => "tr",
            Self::Ukrainian => "uk",
            Self::Farsi => "fa",
        }
    }

    /// What those who speak it call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
            Self::Arabic => "العربية",
            Self::Somali => "Soomaali",
            Self::Turkish => "Türkçe",
            Self::Ukrainian => "Українська",
            Self::Farsi => "فارسی",
        }
    }

    /// Whether it is read from right to left.
    pub fn is_from_right(self) -> bool {
        matches!(self, Self::Arabic | Self::Farsi)
    }

    /// `ltr` or `rtl`, as pages say it.
    pub fn dir(self) -> &'static str {
        if self.is_from_right() { "rtl" } else { "ltr" }
    }

    pub fn t(self, key: impl AsRef<str>) -> String {
        texts::plain(self, key.as_ref())
    }

    /// The same, or nothing when nobody wrote it: the key is made of a word of another version.
    pub fn if_written(self, key: impl AsRef<str>) -> Option<String> {
        texts::if_written(self, key.as_ref())
    }

    /// The text of a key with one thing filled in.
    pub fn t1<'a>(self, key: impl AsRef<str>, name: &'static str, value: impl Into<FluentValue<'a>>) -> String {
        self.with(key, [(name, value.into().into_owned())])
    }

    /// The text of a key with two things filled in. Flat, as templates can pass a pair only by reference.
    pub fn t2<'a, 'b>(
        self,
        key: impl AsRef<str>,
        first: &'static str,
        first_value: impl Into<FluentValue<'a>>,
        second: &'static str,
        second_value: impl Into<FluentValue<'b>>,
    ) -> String {
        self.with(key, [(first, first_value.into().into_owned()), (second, second_value.into().into_owned())])
    }

    /// The text of a key with any number of things filled in.
    pub fn with(
        self,
        key: impl AsRef<str>,
        arguments: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> String {
        texts::filled_in(self, key.as_ref(), arguments)
    }

    /// `21. november 2026`, or `21 November 2026`: with the digits of Danish letters in every language.
    pub fn date(self, date: &NaiveDate) -> String {
        let locale = match self {
            Self::Danish => return date.format_localized("%-d. %B %Y", Locale::da_DK).to_string(),
            // Months by their numbers: speakers do not agree on names for them.
            Self::Arabic | Self::Somali | Self::Farsi => return date.format("%-d/%-m/%Y").to_string(),
            Self::English => Locale::en_GB,
            Self::Turkish => Locale::tr_TR,
            Self::Ukrainian => Locale::uk_UA,
        };
        date.format_localized("%-d %B %Y", locale).to_string()
    }

    /// `21-11-2026`, for tables.
    pub fn short_date(self, date: &NaiveDate) -> String {
        date.format("%d-%m-%Y").to_string()
    }

    /// The date in Denmark of an instant, as [`Tr::date`].
    pub fn date_of(self, at: &DateTime<Utc>) -> String {
        self.date(&local_date(*at))
    }

    /// Date and time of an instant as a clock in Denmark shows it: `21-11-2026 14:05`.
    pub fn moment(self, at: &DateTime<Utc>) -> String {
        at.with_timezone(&Copenhagen).format("%d-%m-%Y %H:%M").to_string()
    }

    /// `tirsdag 8. december`, or `Tuesday 8 December`; with the digits of Danish letters in every language.
    pub fn weekday(self, date: &NaiveDate) -> String {
        let (form, locale) = match self {
            Self::Danish => ("%A %-d. %B", Locale::da_DK),
            Self::English => ("%A %-d %B", Locale::en_GB),
            Self::Turkish => ("%-d %B %A", Locale::tr_TR),
            Self::Ukrainian => ("%A %-d %B", Locale::uk_UA),
            // Months by their numbers, as in a date.
            Self::Arabic => ("%A %-d/%-m", Locale::ar_EG),
            Self::Somali => ("%A %-d/%-m", Locale::so_SO),
            Self::Farsi => ("%A %-d/%-m", Locale::fa_IR),
        };
        date.format_localized(form, locale).to_string()
    }

    /// When two are to meet, as a clock in Denmark shows it: `tirsdag 8. december kl. 16.30`.
    pub fn appointment(self, at: &DateTime<Utc>) -> String {
        let (day, hour) = (self.weekday(&local_date(*at)), at.with_timezone(&Copenhagen));
        let at = match self {
            Self::Danish => return format!("{day} kl. {}", hour.format("%H.%M")),
            Self::English => "at",
            Self::Arabic => "الساعة",
            Self::Somali => "saacadda",
            Self::Turkish => "saat",
            Self::Ukrainian => "о",
            Self::Farsi => "ساعت",
        };
        format!("{day} {at} {}", hour.format("%H:%M"))
    }

    /// A number with one decimal where it has any: `2`, `2,5`, or `2.5`.
    pub fn amount(self, number: f64) -> String {
        let tenths = format!("{number:.1}");
        let written = tenths.strip_suffix(".0").unwrap_or(&tenths);
        match self {
            Self::English => written.to_owned(),
            _ => written.replace('.', ","),
        }
    }

    /// A share as per cent without decimals: `73 %`, or `73%`.
    pub fn percent(self, share: f64) -> String {
        match self {
            Self::English => format!("{:.0}%", share * 100.0),
            _ => format!("{:.0}\u{a0}%", share * 100.0),
        }
    }
}
