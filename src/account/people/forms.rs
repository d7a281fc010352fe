//! Text in, types out.

use entity::users::Role;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::{ChangeError, Listed, NewDetails};
use crate::{
    account::{InviteError, NewUser},
    error::AppError,
    form::{FieldErrors, FormError},
    language::Tr,
    viewer::Viewer,
    word::Worded,
};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    pub name: String,
    pub email: String,
    pub role: String,
    pub partner: String,
    pub language: String,
}

impl From<&Listed> for PersonForm {
    fn from(person: &Listed) -> Self {
        Self {
            name: person.name.clone(),
            email: person.email.clone(),
            role: person.role.code().into_owned(),
            partner: person.partner_id.map(|id| id.to_string()).unwrap_or_default(),
            language: person.language.clone(),
        }
    }
}

impl PersonForm {
    /// As if somebody had typed it.
    pub fn new(name: String, email: String, role: Role, partner_id: Option<Uuid>, language: String) -> Self {
        let partner = partner_id.map(|id| id.to_string()).unwrap_or_default();
        Self { name, email, role: role.code().into_owned(), partner, language }
    }

    pub fn parse(&self) -> Result<NewDetails, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.needed_name("name", &self.name, 120, "error-name");
        let email = errors.needed_address("email", &self.email);
        let role = Role::read(&self.role);
        errors.refuse_if("role", role.is_none(), "account-role-missing");
        let partner_id: Option<Uuid> = self.partner.parse().ok();
        let is_partnerless = role == Some(Role::Referrer) && partner_id.is_none();
        errors.refuse_if("partner", is_partnerless, "account-partner-missing");
        let language = Tr::from_tag(&self.language).lang().to_owned();
        errors.done(role.map(|role| NewDetails { name, email, role, partner_id, language }))
    }

    /// Who is to be invited. Mentors are invited from their own page, where it is known which mentor they are.
    pub fn parse_invitation(&self, by: &Viewer) -> Result<NewUser, FieldErrors> {
        let new = self.parse()?;
        if new.role == Role::Mentor {
            return Err(FieldErrors::on("role", "account-role-missing"));
        }
        Ok(new.invited_by(Some(by.user_id)))
    }
}

impl From<InviteError> for FormError {
    fn from(error: InviteError) -> Self {
        match error {
            InviteError::Db(error) => error.into(),
            refusal @ InviteError::EmailTaken => FieldErrors::on("email", refusal).into(),
            refusal @ InviteError::PartnerMissing => FieldErrors::on("partner", refusal).into(),
        }
    }
}

impl From<ChangeError> for FormError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Db(error) => error.into(),
            ChangeError::NotFound => AppError::NotFound.into(),
            refusal @ ChangeError::EmailTaken => FieldErrors::on("email", refusal).into(),
            refusal @ ChangeError::PartnerMissing => FieldErrors::on("partner", refusal).into(),
            refusal @ (ChangeError::OwnRole | ChangeError::MentorRole) => FieldErrors::on("role", refusal).into(),
        }
    }
}
