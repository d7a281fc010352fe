//! Text in, types out.

use entity::{User, users::Role};
use sea_orm::prelude::Uuid;

use super::{ChangeError, Listed, NewDetails};
use crate::{
    account::{InviteError, NewUser},
    error::AppError,
    form::{self, Email, FieldErrors, Form, FormError, Id, Name, Pick, Seen, form},
    language::Tr,
    viewer::Viewer,
};

form! {
    pub struct PersonForm {
        name: Name<120>,
        email: Email,
        role: Pick<Role>,
        partner: Id,
        language: String,
        seen: Seen,
    }
}

impl From<&Listed> for PersonForm {
    fn from(person: &Listed) -> Self {
        let person = person.clone();
        Self::new(person.name, person.email, person.role, person.partner_id, person.language)
    }
}

impl From<&User> for PersonForm {
    fn from(person: &User) -> Self {
        let person = person.clone();
        Self::new(person.name, person.email, person.role, person.partner_id, person.language)
    }
}

impl PersonForm {
    /// As if somebody had typed it.
    pub fn new(name: String, email: String, role: Role, partner_id: Option<Uuid>, language: String) -> Self {
        Self::filled(|form| {
            form.name.set(name);
            form.email.set(email);
            form.role.set(role);
            form.partner.set(partner_id);
            form.language = language;
        })
    }

    pub fn parse(&self) -> Result<NewDetails, FieldErrors> {
        form::read(|errors| {
            let name = self.name.needed(errors, "error-name");
            let email = self.email.needed(errors, "error-email");
            let role = self.role.needed(errors, "account-role-missing");
            let partner_id = self.partner.read(errors);
            let is_partnerless = role == Some(Role::Referrer) && self.partner.is_blank();
            self.partner.refuse_if(errors, is_partnerless, "account-partner-missing");
            let language = Tr::from_tag(&self.language).lang().to_owned();
            Some(NewDetails { name: name?, email: email?, role: role?, partner_id, language })
        })
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
            ChangeError::Changed(changed) => changed.into(),
            ChangeError::NotFound => AppError::NotFound.into(),
            refusal @ ChangeError::EmailTaken => FieldErrors::on("email", refusal).into(),
            refusal @ ChangeError::PartnerMissing => FieldErrors::on("partner", refusal).into(),
            refusal @ (ChangeError::OwnRole | ChangeError::MentorRole) => FieldErrors::on("role", refusal).into(),
        }
    }
}
