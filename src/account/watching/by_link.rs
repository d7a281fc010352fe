//! Whose link it is by which somebody reads who has not signed in.

use entity::{Link, links, links::LinkPurpose, messages, messages::AddresseeKind};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use crate::{
    account::link::bare,
    record::LinkOf,
    token::{SHORT_TOKEN, TOKEN_LENGTH, token_hash},
};

/// Whose the link in an address is, also when it is spent; nothing where there is none.
pub(super) async fn link_of(db: &impl ConnectionTrait, path: &str) -> Result<Option<LinkOf>, DbErr> {
    match found(db, path).await? {
        Some(link) => whose(db, &link).await.map(Some),
        None => Ok(None),
    }
}

async fn found(db: &impl ConnectionTrait, path: &str) -> Result<Option<Link>, DbErr> {
    let is_as_long = |part: &&str| [TOKEN_LENGTH, SHORT_TOKEN].contains(&bare(part).len());
    for token in path.split('/').filter(is_as_long) {
        if let Some(link) = links::Entity::find_by_id(token_hash(bare(token))).one(db).await? {
            return Ok(Some(link));
        }
    }
    Ok(None)
}

/// The language of the message that carried the link in an address, also when that is spent: its pages go on speaking it.
pub(in crate::account) async fn language_of(db: &impl ConnectionTrait, path: &str) -> Result<Option<String>, DbErr> {
    let Some(link) = found(db, path).await? else { return Ok(None) };
    let Some(message) = link.message_id else { return Ok(None) };
    Ok(messages::Entity::find_by_id(message).one(db).await?.and_then(|message| message.language))
}

/// Whoever got the message that carried it; of one that was handed on by hand, the side that it is for.
async fn whose(db: &impl ConnectionTrait, link: &Link) -> Result<LinkOf, DbErr> {
    let message = match link.message_id {
        Some(id) => messages::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let told = message.and_then(|message| message.addressee.zip(message.addressee_id));
    Ok(match told {
        Some((kind, id)) => LinkOf { kind, id: Some(id) },
        None => LinkOf { kind: side(link.purpose), id: None },
    })
}

fn side(purpose: LinkPurpose) -> AddresseeKind {
    use LinkPurpose as Of;
    match purpose {
        Of::Proposal
        | Of::MyCourse
        | Of::MyCourseStandIn
        | Of::MetMentor
        | Of::MetStandIn
        | Of::AgreementMentor
        | Of::Onward
        | Of::QuestionnaireMentor
        | Of::Advice
        | Of::ConfirmMentorEmail => AddresseeKind::Mentor,
        Of::MenteeAnswer
        | Of::Interest
        | Of::MyMentor
        | Of::Survey
        | Of::QuietTest
        | Of::PlannedMeeting
        | Of::MetMentee
        | Of::SilenceMentee
        | Of::AgreementMentee
        | Of::QuestionnaireMentee
        | Of::Interview
        | Of::Preparation => AddresseeKind::YoungPerson,
        Of::PartnerEnquiry | Of::SilenceReferrer | Of::QuestionnaireReferrer => AddresseeKind::Partner,
        Of::FirstAdministrator | Of::Invitation | Of::PasswordReset | Of::CalendarFeed => AddresseeKind::User,
    }
}
