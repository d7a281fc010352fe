//! Text in, types out.

use entity::Partner;
use serde::Deserialize;

use super::{AreaError, EditError, NewArea, NewPartner};
use crate::{
    error::AppError,
    form::{FieldErrors, FormError},
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PartnerForm {
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub contact_name: String,
    pub contact_email: String,
}

impl From<&Partner> for PartnerForm {
    fn from(partner: &Partner) -> Self {
        Self {
            name: partner.name.clone(),
            town: partner.town.clone().unwrap_or_default(),
            postcode: partner.postcode.clone().unwrap_or_default(),
            contact_name: partner.contact_name.clone().unwrap_or_default(),
            contact_email: partner.contact_email.clone().unwrap_or_default(),
        }
    }
}

impl PartnerForm {
    pub fn parse(&self) -> Result<NewPartner, FieldErrors> {
        let mut errors = FieldErrors::default();
        let new = NewPartner {
            name: errors.needed_line("name", &self.name, 120, "error-name"),
            town: errors.line("town", &self.town, 80),
            postcode: errors.postcode("postcode", &self.postcode),
            contact_name: errors.name("contact_name", &self.contact_name, 120),
            contact_email: errors.address("contact_email", &self.contact_email),
        };
        errors.done(Some(new))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AreaForm {
    pub name: String,
}

impl AreaForm {
    pub fn parse(&self) -> Result<NewArea, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.needed_line("name", &self.name, 120, "error-name");
        errors.done(Some(NewArea { name }))
    }
}

impl From<EditError> for FormError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Db(error) => error.into(),
            EditError::NotFound => AppError::NotFound.into(),
            refusal @ EditError::NameTaken => FieldErrors::on("name", refusal).into(),
        }
    }
}

impl From<AreaError> for FormError {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::Db(error) => error.into(),
            AreaError::NotFound => AppError::NotFound.into(),
            refusal @ AreaError::NameTaken => FieldErrors::on("name", refusal).into(),
        }
    }
}
