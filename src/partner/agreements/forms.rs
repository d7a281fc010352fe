//! Text in, types out.

use chrono::NaiveDate;
use entity::agreements::AgreementKind;
use sea_orm::{ActiveEnum, Iterable};
use serde::Deserialize;

use super::{AgreementError, NewAgreement};
use crate::{
    error::AppError,
    web::{DateParts, FieldErrors, FormError, Tr, choice::Choice},
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

    pub fn parse(&self) -> Result<NewAgreement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = AgreementKind::try_from_value(&self.kind);
        if kind.is_err() {
            errors.add("kind", "partner-agreement-kind-missing");
        }
        let mut day = |field: &str, typed: &DateParts| {
            let day = typed.date();
            if day.is_none() {
                errors.add(field, "error-date-parts");
            }
            day.unwrap_or_default()
        };
        let (signed_on, starts_on) = (day("signed_on", &self.signed_on()), day("starts_on", &self.starts_on()));
        let ends_on: Option<NaiveDate> = (!self.ends_on().is_empty()).then(|| day("ends_on", &self.ends_on()));
        errors.into_result()?;
        let kind = kind.map_err(|_| FieldErrors::on("kind", "partner-agreement-kind-missing"))?;
        Ok(NewAgreement { kind, signed_on, starts_on, ends_on })
    }
}

/// The name of a kind.
pub fn kind_name(tr: Tr, kind: AgreementKind) -> String {
    tr.t(format!("partner-agreement-{}", kind.to_value().replace('_', "-")))
}

/// The kinds to choose from, those by which the area goes on first.
pub fn kinds(tr: Tr) -> Vec<Choice> {
    let choice = |kind: AgreementKind| Choice::new(kind.to_value(), kind_name(tr, kind));
    AgreementKind::GOING_ON
        .into_iter()
        .chain(AgreementKind::iter().filter(|kind| !AgreementKind::GOING_ON.contains(kind)))
        .map(choice)
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
