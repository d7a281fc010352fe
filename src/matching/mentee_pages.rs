//! The pages on which a young person answers a proposal, alone or through the partner.

use askama::Template;
use chrono::NaiveDate;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::MenteeForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, reveals_nobody},
    word::Choice,
};

/// The young person's own page, without signing in.
#[derive(Template)]
#[template(path = "matching/mentee.html")]
pub struct MenteePage {
    pub ctx: Ctx,
    pub is_usable: bool,
    /// The mentor's trade; the name comes with the yes.
    pub occupation: String,
    /// By when the young person is to answer, as a sentence.
    pub until: String,
    pub form: MenteeForm,
    pub reasons: Vec<Choice>,
    /// Whether a no after having met costs the young person nothing.
    pub keeps_place: bool,
    pub errors: ShownErrors,
}

/// Where a partner passes on the answer of a young person who wants to be reached through them alone.
#[derive(Template)]
#[template(path = "matching/partner_answer.html")]
pub struct PartnerAnswerPage {
    pub ctx: Ctx,
    /// The page of the referral.
    pub referral: String,
    pub young_person_id: Uuid,
    pub name: String,
    /// Since when the young person says no to a mentor: then nobody is to be asked.
    pub stopped_on: Option<NaiveDate>,
    /// The mentor's trade; the name comes with the yes.
    pub occupation: String,
    pub expires_on: NaiveDate,
    pub form: MenteeForm,
    pub reasons: Vec<Choice>,
    pub keeps_place: bool,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "matching/mentee_thanks.html")]
pub struct MenteeThanksPage {
    pub ctx: Ctx,
    pub is_yes: bool,
}

impl Reveals for PartnerAnswerPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, [self.young_person_id])
    }
}

reveals_nobody!(MenteePage, MenteeThanksPage);
