//! Texts and dates in the reader's language.

use chrono::{DateTime, Locale, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use fluent_templates::fluent_bundle::FluentValue;

use crate::clock::local_date;
use crate::language::texts;

/// A language the interface speaks. Danish unless English is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tr {
    #[default]
    Danish,
    English,
}

impl Tr {
    /// Reads `da` or `en`. Anything else is Danish: the scheme is, whatever language a browser was bought with.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::English } else { Self::Danish }
    }

    /// `da` or `en`.
    pub fn lang(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
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

    /// `21. november 2026`, or `21 November 2026`.
    pub fn date(self, date: &NaiveDate) -> String {
        match self {
            Self::Danish => date.format_localized("%-d. %B %Y", Locale::da_DK).to_string(),
            Self::English => date.format_localized("%-d %B %Y", Locale::en_GB).to_string(),
        }
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

    /// `tirsdag 8. december`, or `Tuesday 8 December`.
    pub fn weekday(self, date: &NaiveDate) -> String {
        match self {
            Self::Danish => date.format_localized("%A %-d. %B", Locale::da_DK).to_string(),
            Self::English => date.format_localized("%A %-d %B", Locale::en_GB).to_string(),
        }
    }

    /// When two are to meet, as a clock in Denmark shows it: `tirsdag 8. december kl. 16.30`.
    pub fn appointment(self, at: &DateTime<Utc>) -> String {
        let (day, hour) = (self.weekday(&local_date(*at)), at.with_timezone(&Copenhagen));
        match self {
            Self::Danish => format!("{day} kl. {}", hour.format("%H.%M")),
            Self::English => format!("{day} at {}", hour.format("%H:%M")),
        }
    }

    /// A number with one decimal where it has any: `2`, `2,5`, or `2.5`.
    pub fn amount(self, number: f64) -> String {
        let tenths = format!("{number:.1}");
        let written = tenths.strip_suffix(".0").unwrap_or(&tenths);
        match self {
            Self::Danish => written.replace('.', ","),
            Self::English => written.to_owned(),
        }
    }

    /// A share as per cent without decimals: `73 %`, or `73%`.
    pub fn percent(self, share: f64) -> String {
        match self {
            Self::Danish => format!("{:.0}\u{a0}%", share * 100.0),
            Self::English => format!("{:.0}%", share * 100.0),
        }
    }
}
