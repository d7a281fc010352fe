//! What staff's pages about enquiries show.

use askama::Template;
use entity::{
    Enquiry,
    enquiries::{AskerRelation, CloseReason},
    readings::ReadingPurpose,
};
use sea_orm::prelude::Uuid;

use super::{
    forms::{ActForm, EnquiriesFilter},
    list::{Listed, OVERDUE, Today},
};
use crate::{
    enquiry::{Case, KEPT_MONTHS, State, due_on, is_overdue},
    form::{ShownErrors, typed},
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Event, Sheet},
    record::{Revealed, Reveals, Subject},
    word::{Choice, Worded},
};

/// One row of the list, in words.
pub struct Row {
    pub id: Uuid,
    pub path: String,
    pub first_name: String,
    pub received_on: String,
    pub asking: String,
    pub place: String,
    pub partner: String,
    pub state: State,
    pub is_overdue: bool,
}

impl Row {
    pub fn new(tr: Tr, listed: Listed, today: &Today) -> Self {
        let state = listed.state();
        Self {
            id: listed.id,
            path: format!("/enquiries/{}", listed.id),
            received_on: tr.short_date(&listed.received_on),
            asking: asking(tr, listed.asker_relation),
            partner: listed.partner_name.clone().unwrap_or_default(),
            is_overdue: listed.is_overdue(today),
            first_name: listed.first_name,
            place: listed.place,
            state,
        }
    }
}

/// The enquiries to take away.
pub fn table(tr: Tr, today: &Today) -> Sheet<'_, Listed> {
    let state = move |row: &Listed| {
        let state = row.state().label(tr);
        if row.is_overdue(today) { format!("{state}, {}", tr.t(format!("enquiry-state-{OVERDUE}"))) } else { state }
    };
    Sheet::telling_of(tr, "enquiries", |row: &Listed| Subject::Enquiry(row.id))
        .with("enquiry-name", |row| row.first_name.clone())
        .with("enquiry-received", |row| row.received_on)
        .with("enquiry-who", move |row| asking(tr, row.asker_relation))
        .with("enquiry-place", |row| row.place.clone())
        .with("enquiry-partner", |row| row.partner_name.clone())
        .with("enquiry-state", state)
}

/// Who wrote.
fn asking(tr: Tr, relation: Option<AskerRelation>) -> String {
    match relation {
        Some(relation) => relation.label(tr),
        None => tr.t("enquiry-asking-self"),
    }
}

#[derive(Template)]
#[template(path = "enquiry/list_of_all.html")]
pub struct EnquiriesPage {
    pub ctx: Ctx,
    pub list: Found<Row>,
    pub query: Asked<EnquiriesFilter>,
    pub partners: Vec<Choice>,
    pub errors: ShownErrors,
}

impl EnquiriesPage {
    pub fn states(&self) -> Vec<Choice> {
        let overdue = Choice::new(OVERDUE, self.ctx.t("enquiry-state-overdue"));
        std::iter::once(overdue).chain(State::choices(self.ctx.tr)).collect()
    }

    pub fn askings(&self) -> Vec<Choice> {
        ["self", "other"].map(|who| Choice::new(who, self.ctx.t(format!("enquiry-asking-{who}")))).to_vec()
    }
}

#[derive(Template)]
#[template(path = "enquiry/show.html")]
pub struct ShowPage {
    pub ctx: Ctx,
    pub case: Case,
    pub today: Today,
    /// Other enquiries with the same phone or address.
    pub alike: Vec<Enquiry>,
    pub changes: Vec<Event>,
    pub areas: Vec<Choice>,
    pub form: ActForm,
    pub errors: ShownErrors,
}

impl ShowPage {
    pub fn path(&self, act: &str) -> String {
        format!("/enquiries/{}/{act}", self.case.enquiry.id)
    }

    pub fn state(&self) -> State {
        self.case.state()
    }

    /// Until when an answer was promised, or the next try is due.
    pub fn due_on(&self) -> String {
        let enquiry = &self.case.enquiry;
        self.ctx.date(&due_on(enquiry.received_on, enquiry.tried_on, self.today.promised_days))
    }

    pub fn is_overdue(&self) -> bool {
        let enquiry = &self.case.enquiry;
        let promised = self.today.promised_days;
        self.state().is_open() && is_overdue(enquiry.received_on, enquiry.tried_on, promised, self.today.on)
    }

    pub fn asking(&self) -> String {
        asking(self.ctx.tr, self.case.enquiry.asker_relation)
    }

    pub fn contact_preference(&self) -> String {
        let preference = self.case.enquiry.contact_preference;
        preference.map(|way| way.label_as(self.ctx.tr, "enquiry-contact")).unwrap_or_default()
    }

    pub fn phone(&self, number: &str) -> String {
        typed::readable_phone(number)
    }

    pub fn close_reason(&self) -> String {
        let reason = self.case.enquiry.close_reason;
        reason.map(|reason| reason.label(self.ctx.tr)).unwrap_or_default()
    }

    pub fn reasons(&self) -> Vec<Choice> {
        CloseReason::choices(self.ctx.tr)
    }

    /// When the enquiry will be forgotten.
    pub fn kept(&self) -> String {
        self.ctx.t1("enquiry-kept-staff", "months", KEPT_MONTHS)
    }
}

impl Reveals for EnquiriesPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::List, self.list.rows.iter().map(|row| Subject::Enquiry(row.id)))
    }
}

impl Reveals for ShowPage {
    fn reveals(&self) -> Revealed {
        let alike = self.alike.iter().map(|enquiry| Subject::Enquiry(enquiry.id));
        Revealed::of(ReadingPurpose::Enquiry, [Subject::Enquiry(self.case.enquiry.id)])
            .and(Revealed::of(ReadingPurpose::Comparison, alike))
    }
}
