//! Text in, types out.

use entity::reason_consequences::{Occasion, Onward};
use serde::{Deserialize, Serialize};

use super::{Consequences, DeclareError, Span, consequences::LONGEST_DAYS, declare::possible_onwards};
use crate::{
    form::{self, FieldErrors, Form, FormError, Pick, Seen, Whole, form},
    word::Worded,
};

type Days = Whole<1, { LONGEST_DAYS.cast_signed() }>;

form! {
    /// What is to follow a reason.
    pub struct ConsequencesForm {
        onward: Pick<Onward>,
        /// `none`, `days` or `open`.
        rest: String,
        rest_days: Days,
        /// `none`, `days` or `open`.
        pause: String,
        pause_days: Days,
        seen: Seen,
    }
}

impl From<Consequences> for ConsequencesForm {
    fn from(follows: Consequences) -> Self {
        Self::filled(|form| {
            form.onward.set(follows.onward);
            (form.rest, form.pause) = (word(follows.rest), word(follows.pause));
            form.rest_days.set(follows.rest.days().filter(|days| *days > 0));
            form.pause_days.set(follows.pause.days().filter(|days| *days > 0));
        })
    }
}

fn word(span: Span) -> String {
    let word = match span {
        Span::None => "none",
        Span::Days(_) => "days",
        Span::Open => "open",
    };
    word.to_owned()
}

impl ConsequencesForm {
    pub fn parse(&self, occasion: Occasion) -> Result<Consequences, FieldErrors> {
        form::read(|errors| {
            let onward = self.onward.read(errors).filter(|onward| possible_onwards(occasion).contains(onward));
            self.onward.refuse_if(errors, onward.is_none(), DeclareError::NotOfThisOccasion);
            let rest = span(("rest", &self.rest), &self.rest_days, DeclareError::EndlessRest, errors);
            let is_endless = occasion == Occasion::CourseEnded && rest == Some(Span::Open);
            errors.refuse_if("rest", is_endless, DeclareError::EndlessRest);
            let pause = span(("pause", &self.pause), &self.pause_days, "reason-pause-missing", errors);
            Some(Consequences { onward: onward?, rest: rest?, pause: pause? })
        })
    }
}

/// How long, or what is wrong beside which of the two fields.
fn span((field, chosen): (&str, &str), days: &Days, missing: impl ToString, errors: &mut FieldErrors) -> Option<Span> {
    match chosen {
        "none" => Some(Span::None),
        "open" => Some(Span::Open),
        "days" => days.needed_number(errors).map(|days| Span::Days(days.unsigned_abs())),
        _ => {
            errors.add(field, missing);
            None
        }
    }
}

impl From<DeclareError> for FormError {
    fn from(error: DeclareError) -> Self {
        match error {
            DeclareError::Db(error) => error.into(),
            DeclareError::Changed(changed) => changed.into(),
            refusal @ DeclareError::NotOfThisOccasion => FieldErrors::on("onward", refusal).into(),
            refusal @ DeclareError::EndlessRest => FieldErrors::on("rest", refusal).into(),
        }
    }
}

/// The filters of the list, out of the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ReasonsQuery {
    /// The word of an occasion.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub occasion: String,
    /// `yes` for the reasons alone that staff have changed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub changed: String,
}

impl ReasonsQuery {
    pub fn shows(&self, occasion: Occasion) -> bool {
        Occasion::read(&self.occasion).is_none_or(|only| only == occasion)
    }

    pub fn only_changed(&self) -> bool {
        self.changed == "yes"
    }

    pub fn is_active(&self) -> bool {
        !self.occasion.is_empty() || self.only_changed()
    }
}
