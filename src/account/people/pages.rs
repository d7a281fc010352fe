//! What the pages show.

use askama::Template;
use entity::{Partner, users::Role};

use super::{
    Listed, SignInState,
    forms::{DisableForm, PersonForm},
    list::PeopleFilter,
};
use crate::{
    account::{absences::Absences, own::languages},
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    message::{Correspondence, Trouble},
    page::{Ctx, Event, Sheet},
    record::reveals_nobody,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "account/people.html")]
pub struct PeoplePage {
    pub ctx: Ctx,
    pub list: Found<Listed>,
    pub query: Asked<PeopleFilter>,
    pub choices: Choices,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "account/person.html")]
pub struct PersonPage {
    pub ctx: Ctx,
    pub person: Listed,
    pub is_oneself: bool,
    pub changes: Vec<Event>,
    /// Letters to this person that did not arrive.
    pub troubles: Vec<Trouble>,
    /// What was sent, and what was held back.
    pub mail: Correspondence,
    /// When somebody of staff is away.
    pub absences: Option<Absences>,
    /// Whether somebody must take over before they leave.
    pub leaves_something: bool,
    pub form: DisableForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "account/person_form.html")]
pub struct PersonFormPage {
    pub ctx: Ctx,
    /// Whom it is about; nobody when somebody is invited.
    pub person: Option<Listed>,
    pub form: PersonForm,
    pub choices: Choices,
    pub errors: ShownErrors,
}

impl PersonFormPage {
    /// Where the page leads back to.
    fn up(&self) -> String {
        self.person.as_ref().map_or_else(|| "/admin/people".to_owned(), Listed::path)
    }

    /// Mentors stay mentors, and nobody else becomes one here.
    fn is_mentor(&self) -> bool {
        self.person.as_ref().is_some_and(|person| person.role == Role::Mentor)
    }
}

/// What the forms offer, in the reader's language.
pub struct Choices {
    pub all_roles: Vec<Choice>,
    /// The roles that somebody can be invited to from here.
    pub roles: Vec<Choice>,
    pub partners: Vec<Choice>,
    pub states: Vec<Choice>,
    pub languages: Vec<Choice>,
}

impl Choices {
    pub fn new(tr: Tr, partners: Vec<Partner>) -> Self {
        let hinted = |role: Role| role.choice(tr).hint(tr.t(format!("account-role-{}-hint", role.code())));
        Self {
            all_roles: Role::choices(tr),
            roles: [Role::Referrer, Role::Staff, Role::Administrator].map(hinted).into(),
            partners: partners.into_iter().map(|partner| Choice::new(partner.id, partner.name)).collect(),
            states: SignInState::choices(tr),
            languages: languages(),
        }
    }
}

/// The people to take away.
pub fn table(tr: Tr) -> Sheet<'static, Listed> {
    Sheet::telling_of_nobody(tr, "people")
        .with("account-person-name", |row: &Listed| row.name.clone())
        .with("account-email", |row| row.email.clone())
        .with("account-role", move |row| row.role.label(tr))
        .with("account-partner", |row| row.partner_name.clone())
        .with("account-seen", |row| row.last_seen_on)
        .with("account-state", move |row| row.state().label(tr))
}

reveals_nobody!(PeoplePage, PersonPage, PersonFormPage);
