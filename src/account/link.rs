//! Single-purpose links: 256 bits that nobody guesses, stored hashed, opened by GET and spent only by POST.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use entity::{
    Link,
    links::{self, Column, LinkPurpose},
    messages,
};
use sea_orm::{
    ActiveEnum, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, prelude::Uuid, sea_query::Expr,
};

use crate::{
    message::{self, Addressee, Desk},
    token::{TOKEN_LENGTH, new_token, token_hash},
};

/// How long a link of this purpose can be used.
pub fn lifetime(purpose: LinkPurpose) -> Duration {
    match purpose {
        LinkPurpose::PasswordReset => Duration::hours(2),
        LinkPurpose::FirstAdministrator | LinkPurpose::ConfirmMentorEmail => Duration::days(3),
        LinkPurpose::Invitation | LinkPurpose::Interest => Duration::days(14),
        LinkPurpose::MetMentor
        | LinkPurpose::MetStandIn
        | LinkPurpose::Advice
        | LinkPurpose::MetMentee
        | LinkPurpose::SilenceMentee
        | LinkPurpose::QuietTest
        | LinkPurpose::Interview
        | LinkPurpose::SilenceReferrer => Duration::days(30),
        LinkPurpose::MyMentor
        | LinkPurpose::Onward
        | LinkPurpose::Survey
        | LinkPurpose::Preparation
        | LinkPurpose::QuestionnaireMentee
        | LinkPurpose::QuestionnaireMentor
        | LinkPurpose::QuestionnaireReferrer => Duration::days(60),
        // As long as a meeting can lie ahead, and a while longer.
        LinkPurpose::PlannedMeeting
        | LinkPurpose::MyCourse
        | LinkPurpose::MyCourseStandIn
        | LinkPurpose::AgreementMentor
        | LinkPurpose::AgreementMentee => Duration::days(220),
        LinkPurpose::PartnerEnquiry => Duration::days(365),
        // The last day to answer is that of the proposal, which is the scheme's to set: no link ends before it.
        LinkPurpose::MenteeAnswer | LinkPurpose::Proposal => Duration::days(400),
        // Until it is switched off.
        LinkPurpose::CalendarFeed => Duration::days(3650),
    }
}

/// Makes a link to be handed on by hand and returns its token. Older ones of the same purpose and subject stop working.
pub async fn issue(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    subject_id: Uuid,
) -> Result<String, DbErr> {
    end(tx, purpose, subject_id).await?;
    let token = new_token();
    write(tx, now, (purpose, subject_id), &token, None).await?;
    Ok(token)
}

/// Makes the link of the message on a desk and returns its token. Every copy of the message carries the same: a second time
/// it only lasts longer. Those made before the message was queued stop working.
pub async fn issue_in(desk: &Desk, purpose: LinkPurpose, subject_id: Uuid) -> Result<String, DbErr> {
    issue_as(desk, desk.token(&purpose.to_value()), purpose, subject_id).await
}

/// The same for a text message, and returns the whole address of the short link (`account::short_link`).
pub async fn issue_short_in(desk: &Desk, purpose: LinkPurpose, subject_id: Uuid) -> Result<String, DbErr> {
    let token = issue_as(desk, desk.short_token(&purpose.to_value()), purpose, subject_id).await?;
    Ok(desk.url(format!("/s/{token}")))
}

async fn issue_as(desk: &Desk, token: String, purpose: LinkPurpose, subject_id: Uuid) -> Result<String, DbErr> {
    let now = desk.clock.now();
    let tx = desk.db.begin().await?;
    let again = links::ActiveModel { expires_at: Set(now + lifetime(purpose)), ..Default::default() };
    let known = links::Entity::update_many().set(again).filter(Column::TokenHash.eq(token_hash(&token)));
    if known.exec(&tx).await?.rows_affected == 0 {
        if !is_for_showing(purpose) {
            let older = unused(purpose, subject_id).add(Column::CreatedAt.lte(desk.queued_at));
            links::Entity::delete_many().filter(older).exec(&tx).await?;
        }
        write(&tx, now, (purpose, subject_id), &token, Some(desk.message)).await?;
    }
    tx.commit().await?;
    Ok(token)
}

/// Whether such a link shows how things stand, and is not spent: then the one of an earlier message goes on doing so.
fn is_for_showing(purpose: LinkPurpose) -> bool {
    use LinkPurpose::{
        Advice, AgreementMentee, AgreementMentor, MyCourse, MyCourseStandIn, MyMentor, PlannedMeeting,
        QuestionnaireMentee, QuestionnaireMentor, QuestionnaireReferrer,
    };
    matches!(
        purpose,
        Advice
            | PlannedMeeting
            | AgreementMentor
            | AgreementMentee
            | MyCourse
            | MyCourseStandIn
            | MyMentor
            | QuestionnaireMentee
            | QuestionnaireMentor
            | QuestionnaireReferrer
    )
}

fn unused(purpose: LinkPurpose, subject_id: Uuid) -> Condition {
    let same = Condition::all().add(Column::Purpose.eq(purpose)).add(Column::SubjectId.eq(subject_id));
    same.add(Column::UsedAt.is_null())
}

async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (purpose, subject_id): (LinkPurpose, Uuid),
    token: &str,
    message_id: Option<Uuid>,
) -> Result<(), DbErr> {
    let link = links::ActiveModel {
        token_hash: Set(token_hash(token)),
        purpose: Set(purpose),
        subject_id: Set(subject_id),
        created_at: Set(now),
        expires_at: Set(now + lifetime(purpose)),
        used_at: Set(None),
        message_id: Set(message_id),
    };
    links::Entity::insert(link).exec_without_returning(tx).await.map(drop)
}

/// The link of a token, if it can still be used. Reading spends nothing: mail programs open links on their own.
pub async fn find(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    token: &str,
) -> Result<Option<Link>, DbErr> {
    usable(now, token).filter(Column::Purpose.eq(purpose)).one(db).await
}

/// Whether a token is that of a link that can still be used, for one of these purposes.
pub async fn is_usable_for(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purposes: &[LinkPurpose],
    token: &str,
) -> Result<bool, DbErr> {
    let found = usable(now, token).filter(Column::Purpose.is_in(purposes.iter().copied()));
    Ok(found.one(db).await?.is_some())
}

/// A link that can still be used, for whatever purpose.
pub async fn find_any(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Link>, DbErr> {
    usable(now, token).one(db).await
}

fn usable(now: DateTime<Utc>, token: &str) -> Select<links::Entity> {
    let by_token = links::Entity::find_by_id(token_hash(bare(token)));
    by_token.filter(Column::UsedAt.is_null()).filter(Column::ExpiresAt.gt(now))
}

/// The link of a token that was spent, until the day on which it would have ended.
pub async fn spent(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    token: &str,
) -> Result<Option<Link>, DbErr> {
    let by_token = links::Entity::find_by_id(token_hash(bare(token))).filter(Column::Purpose.eq(purpose));
    by_token.filter(Column::UsedAt.is_not_null()).filter(Column::ExpiresAt.gt(now)).one(db).await
}

/// The message that carried a link, also when the link is spent or too old.
pub async fn message_of(db: &impl ConnectionTrait, token: &str) -> Result<Option<Uuid>, DbErr> {
    let link = links::Entity::find_by_id(token_hash(bare(token))).one(db).await?;
    Ok(link.and_then(|link| link.message_id))
}

/// What a link is about, also when it is spent or too old: so that its page can say that in the right language.
pub async fn subject(db: &impl ConnectionTrait, purpose: LinkPurpose, token: &str) -> Result<Option<Uuid>, DbErr> {
    let link = links::Entity::find_by_id(token_hash(bare(token))).filter(Column::Purpose.eq(purpose)).one(db).await?;
    Ok(link.map(|link| link.subject_id))
}

/// The token without what sticks to a link that is pasted out of a sentence: a full stop, a bracket, marks nobody sees.
pub fn bare(token: &str) -> &str {
    let is_of_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let begun = token.trim_start_matches(|c| !is_of_token(c));
    let end = begun.find(|c| !is_of_token(c)).unwrap_or(begun.len());
    &begun[..end.min(TOKEN_LENGTH)]
}

/// The links of this purpose that can still be used, by what they are about.
pub async fn open_links(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    subjects: &[Uuid],
) -> Result<HashMap<Uuid, Link>, DbErr> {
    let links = links::Entity::find()
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .all(db)
        .await?;
    Ok(links.into_iter().map(|link| (link.subject_id, link)).collect())
}

/// Spends a link: its subject the first time, nothing ever after.
pub async fn spend(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    token: &str,
) -> Result<Option<Uuid>, DbErr> {
    let Some(link) = find(tx, now, purpose, token).await? else { return Ok(None) };
    let spent = links::Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::TokenHash.eq(link.token_hash))
        .filter(Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if spent.rows_affected == 0 {
        return Ok(None);
    }
    // Whoever answers by a link has had the message by which it came.
    if let Some(message) = link.message_id {
        message::answered_by(tx, now, message).await?;
    }
    Ok(Some(link.subject_id))
}

/// Makes the open links of one purpose about a subject useless.
pub async fn end(tx: &impl ConnectionTrait, purpose: LinkPurpose, subject_id: Uuid) -> Result<(), DbErr> {
    links::Entity::delete_many().filter(unused(purpose, subject_id)).exec(tx).await.map(drop)
}

/// The same, and leaves a spent one that says since when: older links that lead to the same page are refused by it, for as long as
/// any of them lasts.
pub async fn stop(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    subject_id: Uuid,
) -> Result<(), DbErr> {
    end(tx, purpose, subject_id).await?;
    let token = new_token();
    write(tx, now, (purpose, subject_id), &token, None).await?;
    let spent = links::ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    links::Entity::update_many().set(spent).filter(Column::TokenHash.eq(token_hash(&token))).exec(tx).await?;
    Ok(())
}

/// When the links of a purpose about a subject were last stopped.
pub async fn stopped_at(
    db: &impl ConnectionTrait,
    purpose: LinkPurpose,
    subject_id: Uuid,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let spent = links::Entity::find().filter(Column::Purpose.eq(purpose)).filter(Column::SubjectId.eq(subject_id));
    let last = spent.filter(Column::UsedAt.is_not_null()).order_by_desc(Column::UsedAt).one(db).await?;
    Ok(last.and_then(|link| link.used_at))
}

/// Makes every open link useless that a message to somebody carried, whatever it is about: such as those that went to an address of
/// somebody else.
pub async fn end_all_to(tx: &impl ConnectionTrait, whom: Addressee) -> Result<(), DbErr> {
    let to_them = messages::Entity::find()
        .filter(messages::Column::Addressee.eq(whom.kind))
        .filter(messages::Column::AddresseeId.eq(whom.id));
    let to_them = to_them.select_only().column(messages::Column::Id).into_query();
    let carried = links::Entity::delete_many().filter(Column::MessageId.in_subquery(to_them));
    carried.filter(Column::UsedAt.is_null()).exec(tx).await.map(drop)
}

/// Makes every open link about a subject useless.
pub async fn revoke(tx: &impl ConnectionTrait, subject_id: Uuid) -> Result<(), DbErr> {
    let open = links::Entity::delete_many().filter(Column::SubjectId.eq(subject_id)).filter(Column::UsedAt.is_null());
    open.exec(tx).await?;
    Ok(())
}
