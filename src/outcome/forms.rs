//! Which period, as-of date and partner a report is about: text in, types out.

use chrono::{Months, NaiveDate};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::Span;
use crate::{
    form::{self, FieldErrors, typed},
    spreadsheet::Format,
};

/// The filter of the report, exactly as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OutcomeQuery {
    pub from: String,
    pub to: String,
    pub as_of: String,
    /// The id of a partner, or nothing for all.
    pub partner: String,
    /// The word of the format of a table to take away.
    pub file: String,
}

impl OutcomeQuery {
    /// The filter with what was left out filled in: the last three years, as of today.
    pub fn filled(self, today: NaiveDate, first_project: Option<(NaiveDate, NaiveDate)>) -> Self {
        let three_years_ago = today.checked_sub_months(Months::new(36)).unwrap_or(today);
        let (from, to) = first_project.unwrap_or((three_years_ago, today));
        let or = |typed: String, default: NaiveDate| if typed.trim().is_empty() { shown_date(default) } else { typed };
        Self { from: or(self.from, from), to: or(self.to, to), as_of: or(self.as_of, today), ..self }
    }

    /// The span, or what is wrong with the dates. Nobody knows what will be known on a day to come: what is due until then would count
    /// as unanswered.
    pub fn parse(&self, today: NaiveDate) -> Result<Span, FieldErrors> {
        form::read(|errors| {
            let mut date = |field: &str, typed: &str| {
                let day = typed::day(typed);
                errors.refuse_if(field, day.is_none(), "error-date");
                day
            };
            let (from, to, as_of) = (date("from", &self.from), date("to", &self.to), date("as_of", &self.as_of));
            errors.refuse_if("as_of", as_of.is_some_and(|as_of| as_of > today), "outcome-as-of-ahead");
            let partner_id = self.partner.trim().parse::<Uuid>().ok();
            let is_unknown = partner_id.is_none() && !self.partner.trim().is_empty();
            errors.refuse_if("partner", is_unknown, "outcome-unknown-partner");
            let is_backwards = from.zip(to).is_some_and(|(from, to)| from > to);
            errors.refuse_if("to", is_backwards, "outcome-ends-before-it-begins");
            Some(Span { from: from?, to: to?, as_of: as_of?, partner_id })
        })
    }

    pub fn format(&self) -> Format {
        Format::of_word(&self.file).unwrap_or_default()
    }

    /// The filter as part of an address.
    pub fn query(&self) -> String {
        let fields = [("from", &self.from), ("to", &self.to), ("as_of", &self.as_of), ("partner", &self.partner)];
        serde_html_form::to_string(fields).unwrap_or_default()
    }
}

/// As Danes write a date.
pub fn shown_date(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}
