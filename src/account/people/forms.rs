//! Text in, types out.

use entity::{User, users::Role};
use sea_orm::prelude::Uuid;

use super::{ChangeError, DisableError, Listed, NewDetails};
use crate::{
    account::{InviteError, NewUser},
    error::AppError,
    form::{self, Email, FieldErrors, Form, FormError, Id, Name, Pick, Seen, form, refusals},
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

    pub struct DisableForm {
        /// To whom everything goes.
        heir: Id,
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

impl DisableForm {
    pub fn parse(&self) -> Result<Option<Uuid>, FieldErrors> {
        form::read(|errors| Some(self.heir.read(errors)))
    }
}

impl From<DisableError> for FormError {
    fn from(error: DisableError) -> Self {
        match error {
            DisableError::Db(error) => AppError::from(error).into(),
            DisableError::OwnSignIn => AppError::Forbidden.into(),
            // The page offers only what can be done: somebody else did it meanwhile.
            DisableError::NotFound => AppError::ChangedMeanwhile.into(),
            DisableError::Heir(why) => FieldErrors::on("heir", why).into(),
        }
    }
}

refusals! {
    InviteError { leaves Db; "email" EmailTaken; "partner" PartnerMissing; }
    ChangeError {
        leaves Db, Changed; gone NotFound;
        "email" EmailTaken; "partner" PartnerMissing; "role" OwnRole | MentorRole | Responsible;
    }
}
