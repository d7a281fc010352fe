//! Messages to be sent, written in the transaction they tell of; and, as dated facts, what became of each.

use sea_orm::{Condition, entity::prelude::*};

use crate::{mentors, partners, users, young_people};

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
pub enum Channel {
    Mail,
    Sms,
}

crate::stored!(Channel: "message-channel");

/// Who is written to, with the id beside it. Never an address: that is looked up when the message is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum AddresseeKind {
    /// Somebody who signs in.
    User,
    /// A volunteer, also one who cannot sign in yet.
    Mentor,
    YoungPerson,
    /// Whoever of a partner is known by an address alone; the id is the partner's.
    Partner,
}

/// What a message is to whoever gets it: what can be switched off together, and what counts against the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Category {
    /// About signing in and one's own address.
    SignIn,
    /// A step in what somebody waits for.
    Case,
    /// When two meet, as they have agreed.
    Meeting,
    /// A reminder of something that was written before.
    Reminder,
    /// Whether two met.
    Question,
    /// Whether what was agreed long ago still holds.
    Interest,
    /// How it went.
    Survey,
    /// Whether an evaluator may talk with somebody.
    Interview,
    /// How it is going, for whoever referred.
    Update,
    /// What waits, once a week.
    Digest,
}

crate::stored!(Category: "message-category");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub subject_id: Uuid,
    pub dedup_key: String,
    pub category: Category,
    /// This and the next five are known once the message has been composed.
    pub channel: Option<Channel>,
    pub addressee: Option<AddresseeKind>,
    pub addressee_id: Option<Uuid>,
    pub language: Option<String>,
    /// The way that it took (`contact_ways`).
    pub way_id: Option<Uuid>,
    /// What the return address begins with; nobody else can make it.
    pub return_key: Option<String>,
    pub queued_at: DateTimeUtc,
    /// When it is wanted; it is of no use so long after.
    pub due_at: DateTimeUtc,
    /// When it is tried next; nothing when nobody is to try it by themselves.
    pub next_try_at: Option<DateTimeUtc>,
    pub tries: i32,
    /// How often it was handed over and nobody knows whether it arrived.
    pub copies: i32,
    /// Whoever sends it has this claim, and nobody else has it until then.
    pub claim: Option<Uuid>,
    pub claimed_until: Option<DateTimeUtc>,
    pub first_tried_at: Option<DateTimeUtc>,
    /// Written before its first byte leaves, and taken back when the answer says that it was not taken.
    pub handing_over_at: Option<DateTimeUtc>,
    pub accepted_at: Option<DateTimeUtc>,
    pub delivered_at: Option<DateTimeUtc>,
    pub bounced_at: Option<DateTimeUtc>,
    pub bounce: Option<String>,
    /// Since when it is held back, and why.
    pub withheld_at: Option<DateTimeUtc>,
    pub withheld: Option<String>,
    /// Since when it may have arrived and nobody knows.
    pub unknown_at: Option<DateTimeUtc>,
    /// Since when nobody wants it any more, and why.
    pub unwanted_at: Option<DateTimeUtc>,
    pub unwanted: Option<String>,
    pub given_up_at: Option<DateTimeUtc>,
    /// Why it has not arrived.
    pub failure: Option<String>,
    /// The day whose one place for such a message it took; a person has no second.
    pub placed_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Messages whose time has come and that nobody has a claim to right now. One that is being handed over is among them
/// when whoever did that is gone.
pub fn due(now: DateTimeUtc) -> Select<Entity> {
    let is_free = Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lt(now));
    Entity::find().filter(Column::NextTryAt.lte(now)).filter(is_free)
}

/// Messages that left after a moment, as far as anybody knows, or are still to leave.
pub fn left_after(moment: DateTimeUtc) -> Condition {
    let ends = [Column::AcceptedAt, Column::UnknownAt, Column::UnwantedAt, Column::GivenUpAt, Column::BouncedAt];
    let waits = ends.into_iter().fold(Condition::all(), |waits, end| waits.add(end.is_null()));
    Condition::any().add(waits).add(Column::AcceptedAt.gt(moment)).add(Column::UnknownAt.gt(moment))
}

/// Whoever was written to is in one of four tables: ids are of one thing alone, so three of the joins find nothing.
pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::AddresseeId).to(users::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::AddresseeId).to(mentors::Column::Id).into()
}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::AddresseeId).to(young_people::Column::Id).into()
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::AddresseeId).to(partners::Column::Id).into()
}
