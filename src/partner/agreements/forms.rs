//! Text in, types out.

use chrono::NaiveDate;
use entity::agreements::AgreementKind;
use sea_orm::Iterable;
use serde::Deserialize;

use super::{AgreementError, MOST_EXPECTED, NewAgreement};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError},
    language::Tr,
    word::{Choice, Worded},
};

/// An agreement, exactly as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AgreementForm {
    pub kind: String,
    pub signed_on_day: String,
    pub signed_on_month: String,
    pub signed_on_year: String,
    pub starts_on_day: String,
    pub starts_on_month: String,
    pub starts_on_year: String,
    pub ends_on_day: String,
    pub ends_on_month: String,
    pub ends_on_year: String,
    pub expected_young_people: String,
}

impl AgreementForm {
    pub fn signed_on(&self) -> DateParts {
        DateParts::new(&self.signed_on_day, &self.signed_on_month, &self.signed_on_year)
    }

    pub fn starts_on(&self) -> DateParts {
        DateParts::new(&self.starts_on_day, &self.starts_on_month, &self.starts_on_year)
    }

    pub fn ends_on(&self) -> DateParts {
        DateParts::new(&self.ends_on_day, &self.ends_on_month, &self.ends_on_year)
    }

    /// An agreement that is written down today, or all that is wrong with it.
    pub fn parse(&self, today: NaiveDate) -> Result<NewAgreement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = AgreementKind::read(&self.kind);
        errors.refuse_if("kind", kind.is_none(), "partner-agreement-kind-missing");
        let signed_on = errors.past_day("signed_on", &self.signed_on(), today, "error-date-parts");
        let starts_on = errors.needed_day("starts_on", &self.starts_on(), "error-date-parts");
        let ends_on = errors.day("ends_on", &self.ends_on());
        let ends_early = starts_on.zip(ends_on).is_some_and(|(starts_on, ends_on)| ends_on < starts_on);
        errors.refuse_if("ends_on", ends_early, AgreementError::EndsBeforeItStarts);
        let (typed, wrong) = (&self.expected_young_people, "partner-agreement-expected-wrong");
        let expected_young_people = errors.whole("expected_young_people", typed, 0..=MOST_EXPECTED, wrong);
        let days = signed_on.zip(starts_on);
        errors.done(kind.zip(days).map(|(kind, (signed_on, starts_on))| NewAgreement {
            kind,
            signed_on,
            starts_on,
            ends_on,
            expected_young_people,
        }))
    }
}

/// The kinds to choose from, those by which the area goes on first.
pub fn kinds(tr: Tr) -> Vec<Choice> {
    AgreementKind::GOING_ON
        .into_iter()
        .chain(AgreementKind::iter().filter(|kind| !AgreementKind::GOING_ON.contains(kind)))
        .map(|kind| kind.choice(tr))
        .collect()
}

impl From<AgreementError> for FormError {
    fn from(error: AgreementError) -> Self {
        match error {
            AgreementError::Db(error) => error.into(),
            AgreementError::NotFound => AppError::NotFound.into(),
            refusal @ AgreementError::SignedInFuture => FieldErrors::on("signed_on", refusal).into(),
            refusal @ AgreementError::EndsBeforeItStarts => FieldErrors::on("ends_on", refusal).into(),
        }
    }
}
