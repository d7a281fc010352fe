//! Text in, types out.

use entity::{HousingArea, Partner};

use super::{AreaError, EditError, NewArea, NewPartner};
use crate::{
    error::AppError,
    form::{self, Email, FieldErrors, Form, FormError, Line, Name, Postcode, Seen, form},
};

form! {
    pub struct PartnerForm {
        name: Line<120>,
        town: Line<80>,
        postcode: Postcode,
        contact_name: Name<120>,
        contact_email: Email,
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

impl From<EditError> for FormError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Db(error) => error.into(),
            EditError::Changed(changed) => changed.into(),
            EditError::NotFound => AppError::NotFound.into(),
            refusal @ EditError::NameTaken => FieldErrors::on("name", refusal).into(),
        }
    }
}

impl From<AreaError> for FormError {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::Db(error) => error.into(),
            AreaError::Changed(changed) => changed.into(),
            AreaError::NotFound => AppError::NotFound.into(),
            refusal @ AreaError::NameTaken => FieldErrors::on("name", refusal).into(),
        }
    }
}
