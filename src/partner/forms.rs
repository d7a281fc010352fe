//! Text in, types out.

use entity::Partner;
use serde::Deserialize;
use validator::Validate;

use super::{AreaError, EditError, Filter, NewArea, NewPartner};
use crate::{
    error::AppError,
    web::{FieldErrors, FormError, is_name, page_number, typed},
};

/// The filters of the list, as they stand in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PartnersQuery {
    pub q: String,
    /// `open`, `closed`, or nothing for both.
    pub state: String,
    pub page: String,
    pub sort: String,
    pub dir: String,
}

impl PartnersQuery {
    pub fn filter(&self) -> Filter {
        let is_open = match self.state.as_str() {
            "open" => Some(true),
            "closed" => Some(false),
            _ => None,
        };
        Filter { text: self.q.clone(), is_open }
    }

    /// The filters alone, url-encoded.
    pub fn query(&self) -> String {
        let filters = [("q", &self.q), ("state", &self.state)];
        let filters: Vec<_> = filters.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(filters).unwrap_or_default()
    }

    pub fn page(&self) -> u64 {
        page_number(self.page.parse().ok())
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PartnerForm {
    #[validate(length(min = 1, max = 120, message = "error-name"))]
    pub name: String,
    #[validate(length(max = 80, message = "partner-town-too-long"))]
    pub town: String,
    pub postcode: String,
    #[validate(length(max = 120, message = "partner-contact-name-too-long"))]
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
        let form = Self { name: typed::line(&self.name), ..self.clone() };
        let mut errors = form.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let (postcode, email) = (typed::line(&self.postcode), typed::line(&self.contact_email));
        if !postcode.is_empty() && !is_postcode(&postcode) {
            errors.add("postcode", "partner-postcode");
        }
        if !email.is_empty() && !is_email(&email) {
            errors.add("contact_email", "error-email");
        }
        if !is_name(&self.contact_name) {
            errors.add("contact_name", "error-no-name");
        }
        errors.into_result()?;
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(NewPartner {
            name: form.name,
            town: some(typed::line(&self.town)),
            postcode: some(postcode),
            contact_name: some(typed::line(&self.contact_name)),
            contact_email: some(email),
        })
    }
}

/// Four digits, as in Denmark.
fn is_postcode(text: &str) -> bool {
    text.len() == 4 && text.chars().all(|c| c.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    use validator::ValidateEmail;
    text.len() <= 254 && text.validate_email()
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AreaForm {
    #[validate(length(min = 1, max = 120, message = "error-name"))]
    pub name: String,
}

impl AreaForm {
    pub fn parse(&self) -> Result<NewArea, FieldErrors> {
        let form = Self { name: typed::line(&self.name) };
        form.validate()?;
        Ok(NewArea { name: form.name })
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
