//! Text in, types out.

use chrono::NaiveDate;
use entity::agreements::AgreementKind;
use sea_orm::Iterable;

use super::{AgreementError, MOST_EXPECTED, NewAgreement};
use crate::{
    form::{self, Day, FieldErrors, Pick, Whole, form, refusals},
    language::Tr,
    word::{Choice, Worded},
};

form! {
    pub struct AgreementForm {
        kind: Pick<AgreementKind>,
        signed_on: Day,
        starts_on: Day,
        ends_on: Day,
        expected_young_people: Whole<0, MOST_EXPECTED>,
    }
}

impl AgreementForm {
    /// An agreement that is written down today.
    pub fn parse(&self, today: NaiveDate) -> Result<NewAgreement, FieldErrors> {
        form::read(|errors| {
            let kind = self.kind.needed(errors, "partner-agreement-kind-missing");
            let signed_on = self.signed_on.past(errors, today, "error-date-parts");
            let starts_on = self.starts_on.needed(errors, "error-date-parts");
            let ends_on = self.ends_on.read(errors);
            let ends_early = starts_on.zip(ends_on).is_some_and(|(starts_on, ends_on)| ends_on < starts_on);
            self.ends_on.refuse_if(errors, ends_early, AgreementError::EndsBeforeItStarts);
            let expected_young_people = self.expected_young_people.read(errors);
            Some(NewAgreement {
                kind: kind?,
                signed_on: signed_on?,
                starts_on: starts_on?,
                ends_on,
                expected_young_people,
            })
        })
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

refusals! {
    AgreementError { leaves Db; gone NotFound; "signed_on" SignedInFuture; "ends_on" EndsBeforeItStarts; }
}
