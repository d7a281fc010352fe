//! Text in, types out.

use entity::{HousingArea, Partner};

use super::{AreaError, EditError, NewArea, NewPartner};
use crate::form::{self, Email, FieldErrors, Form, Line, Name, Phone, Postcode, Seen, form, refusals};

form! {
    pub struct PartnerForm {
        name: Line<120>,
        town: Line<80>,
        postcode: Postcode,
        contact_name: Name<120>,
        contact_email: Email,
        municipality_phone: Phone,
        seen: Seen,
    }

    pub struct AreaForm {
        name: Line<120>,
        seen: Seen,
    }
}

impl From<&Partner> for PartnerForm {
    fn from(partner: &Partner) -> Self {
        let partner = partner.clone();
        Self::filled(|form| {
            form.name.set(partner.name);
            form.town.set(partner.town);
            form.postcode.set(partner.postcode);
            form.contact_name.set(partner.contact_name);
            form.contact_email.set(partner.contact_email);
            form.municipality_phone.set(partner.municipality_phone);
        })
    }
}

impl From<&HousingArea> for AreaForm {
    fn from(area: &HousingArea) -> Self {
        Self::filled(|form| form.name.set(area.name.clone()))
    }
}

impl PartnerForm {
    pub fn parse(&self) -> Result<NewPartner, FieldErrors> {
        form::read(|errors| {
            let name = self.name.needed(errors, "error-name");
            Some(NewPartner {
                town: self.town.read(errors),
                postcode: self.postcode.read(errors),
                contact_name: self.contact_name.read(errors),
                contact_email: self.contact_email.read(errors),
                municipality_phone: self.municipality_phone.read(errors),
                name: name?,
            })
        })
    }
}

impl AreaForm {
    pub fn parse(&self) -> Result<NewArea, FieldErrors> {
        form::read(|errors| Some(NewArea { name: self.name.needed(errors, "error-name")? }))
    }
}

refusals! {
    EditError { leaves Db, Changed; gone NotFound; "name" NameTaken; }
    AreaError { leaves Db, Changed; gone NotFound; "name" NameTaken; }
}
