//! Short links: `/s/` and a token, for text messages. They show the page of the full link.
//!
//! A short link is a link like any other (`account::link`), with a token of 21 signs that nobody confuses in place of 43: 104
//! random bits, [`crate::token::spell`]ed. Where it leads follows from what it is for, so there is nothing to keep in step.

pub mod handlers;

use entity::links::{self, Column, LinkPurpose};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::link::bare;
use crate::token::{SHORT_TOKEN, read_spelled, spell, token_hash};

/// The path of the page that a short link shows, whether the link can still be used or not: its page says so.
pub async fn path_of(db: &impl ConnectionTrait, token: &str) -> Result<Option<String>, DbErr> {
    let token = bare(token);
    // What is read off a small screen and typed again may come in capitals.
    let typed = (token.len() == SHORT_TOKEN).then(|| read_spelled(token)).flatten();
    let token = typed.map_or(token.to_owned(), |bits| spell(&bits));
    let link = links::Entity::find().filter(Column::TokenHash.eq(token_hash(&token))).one(db).await?;
    Ok(link.map(|link| format!("{}/{token}", page_of(link.purpose))))
}

/// Where the links of a purpose lead.
fn page_of(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::FirstAdministrator => "/first-administrator",
        LinkPurpose::Invitation => "/invitations",
        LinkPurpose::PasswordReset => "/password",
        LinkPurpose::ConfirmMentorEmail => "/mentors/apply/confirm",
        LinkPurpose::MenteeAnswer => "/yes",
        LinkPurpose::Proposal => "/proposal",
        LinkPurpose::Interest => "/still",
        LinkPurpose::MyMentor => "/my-mentor",
        LinkPurpose::MyCourse | LinkPurpose::MyCourseStandIn => "/my-course",
        LinkPurpose::Survey => "/survey",
        LinkPurpose::QuietTest => "/still-here",
        LinkPurpose::Interview => "/interview",
        LinkPurpose::PartnerEnquiry => "/enquiry",
        LinkPurpose::PlannedMeeting => "/meeting",
        LinkPurpose::MetMentor | LinkPurpose::MetStandIn | LinkPurpose::MetMentee => "/met",
        LinkPurpose::SilenceMentee | LinkPurpose::SilenceReferrer => "/there",
        LinkPurpose::AgreementMentor | LinkPurpose::AgreementMentee => "/agreed",
        LinkPurpose::Preparation => "/prepare",
        LinkPurpose::Onward => "/onward",
        LinkPurpose::QuestionnaireMentee | LinkPurpose::QuestionnaireMentor | LinkPurpose::QuestionnaireReferrer => {
            "/exit"
        }
        LinkPurpose::Advice => "/advised",
        LinkPurpose::CalendarFeed => "/calendar",
    }
}
