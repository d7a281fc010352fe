//! Somebody who passes a word on, as typed.

use entity::contact_ways::{Kinship, WayKind};

use super::NewWay;
use crate::form::{self, FieldErrors, Name, Phone, Pick, form};

/// Who can be added; the young person's own ways stand with the young person.
pub const ADDED: [WayKind; 2] = [WayKind::SecondContact, WayKind::Adviser];

form! {
    pub struct WayForm {
        kind: Pick<WayKind>,
        name: Name<120>,
        phone: Phone,
        relation: Pick<Kinship>,
        /// `yes`: they have agreed to be asked.
        agreed: String,
    }
}

impl WayForm {
    pub fn parse(&self) -> Result<NewWay, FieldErrors> {
        form::read(|errors| {
            let kind = self.kind.among(errors, &ADDED);
            let name = self.name.needed(errors, "referral-way-name-missing");
            let phone = self.phone.needed(errors, "referral-way-phone-missing");
            let relation = self.relation.read(errors);
            if self.agreed != "yes" {
                errors.add("agreed", "referral-way-not-agreed");
            }
            Some(NewWay { kind: kind.unwrap_or(WayKind::SecondContact), name: name?, phone: phone?, relation })
        })
    }
}
