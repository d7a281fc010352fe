//! Text in, types out.

use entity::reason_consequences::{Occasion, Onward};
use serde::{Deserialize, Serialize};

use super::{Consequences, DeclareError, Span, consequences::LONGEST_DAYS, declare::possible_onwards};
use crate::{
    form::{FieldErrors, FormError, typed::whole},
    word::Worded,
};

/// What is to follow a reason, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConsequencesForm {
    pub onward: String,
    /// `none`, `days` or `open`.
    pub rest: String,
    pub rest_days: String,
    /// `none`, `days` or `open`.
    pub pause: String,
    pub pause_days: String,
}

impl From<Consequences> for ConsequencesForm {
    fn from(follows: Consequences) -> Self {
        let days = |span: Span| if let Span::Days(days) = span { days.to_string() } else { String::new() };
        Self {
            onward: follows.onward.code().into_owned(),
            rest: word(follows.rest).to_owned(),
            rest_days: days(follows.rest),
            pause: word(follows.pause).to_owned(),
            pause_days: days(follows.pause),
        }
    }
}

fn word(span: Span) -> &'static str {
    match span {
        Span::None => "none",
        Span::Days(_) => "days",
        Span::Open => "open",
    }
}

impl ConsequencesForm {
    pub fn parse(&self, occasion: Occasion) -> Result<Consequences, FieldErrors> {
        let mut errors = FieldErrors::default();
        let onward = Onward::read(&self.onward);
        let onward = onward.filter(|onward| possible_onwards(occasion).contains(onward));
        if onward.is_none() {
            errors.add("onward", DeclareError::NotOfThisOccasion);
        }
        let rest = span(("rest", &self.rest), ("rest_days", &self.rest_days), DeclareError::EndlessRest, &mut errors);
        let is_endless = occasion == Occasion::CourseEnded && rest == Some(Span::Open);
        errors.refuse_if("rest", is_endless, DeclareError::EndlessRest);
        let pause = span(("pause", &self.pause), ("pause_days", &self.pause_days), "reason-pause-missing", &mut errors);
        let follows = onward.zip(rest).zip(pause);
        errors.done(follows.map(|((onward, rest), pause)| Consequences { onward, rest, pause }))
    }
}

/// How long, or what is wrong beside which of the two fields.
fn span(
    (field, chosen): (&str, &str),
    (days_field, typed): (&str, &str),
    missing: impl ToString,
    errors: &mut FieldErrors,
) -> Option<Span> {
    match chosen {
        "none" => Some(Span::None),
        "open" => Some(Span::Open),
        "days" => {
            let days =
                whole(typed).and_then(|days| u32::try_from(days).ok()).filter(|days| (1..=LONGEST_DAYS).contains(days));
            if days.is_none() {
                errors.add_with(days_field, "reason-days-wrong", vec![("max", LONGEST_DAYS.to_string())]);
            }
            days.map(Span::Days)
        }
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
