//! The security log: who came in, who was refused, whose rights changed, what was taken away. Only ever added to, and
//! forgotten after a year.

use sea_orm::entity::prelude::*;

use crate::users;

/// What happened. Pages say it with the key `security-kind-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))")]
pub enum SecurityKind {
    #[sea_orm(string_value = "signed_in")]
    SignedIn,
    #[sea_orm(string_value = "sign_in_failed")]
    SignInFailed,
    /// Somebody tried something more often than is let through.
    #[sea_orm(string_value = "too_many")]
    TooMany,
    /// On every device.
    #[sea_orm(string_value = "signed_out")]
    SignedOut,
    #[sea_orm(string_value = "password_changed")]
    PasswordChanged,
    #[sea_orm(string_value = "reset_asked")]
    ResetAsked,
    #[sea_orm(string_value = "reset_used")]
    ResetUsed,
    #[sea_orm(string_value = "invited")]
    Invited,
    #[sea_orm(string_value = "invitation_used")]
    InvitationUsed,
    #[sea_orm(string_value = "first_administrator")]
    FirstAdministrator,
    /// Name, address, role or partner of somebody who signs in.
    #[sea_orm(string_value = "person_changed")]
    PersonChanged,
    #[sea_orm(string_value = "disabled")]
    Disabled,
    #[sea_orm(string_value = "enabled")]
    Enabled,
    /// A page that the role has no use for.
    #[sea_orm(string_value = "refused")]
    Refused,
    /// A thing that is not there, or not for this person.
    #[sea_orm(string_value = "not_found")]
    NotFound,
    /// A page that needs a sign-in, with one that has ended or never was.
    #[sea_orm(string_value = "session_unknown")]
    SessionUnknown,
    /// A link that nobody was given, or that has ended.
    #[sea_orm(string_value = "link_unknown")]
    LinkUnknown,
    /// A form without the token of the browser that sent it, or from another site.
    #[sea_orm(string_value = "foreign_form")]
    ForeignForm,
    /// A referrer looked whether somebody is known already.
    #[sea_orm(string_value = "known_asked")]
    KnownAsked,
    #[sea_orm(string_value = "exported")]
    Exported,
    #[sea_orm(string_value = "imported")]
    Imported,
    #[sea_orm(string_value = "backed_up")]
    BackedUp,
    #[sea_orm(string_value = "restored")]
    Restored,
    /// So many more from this network in this hour.
    #[sea_orm(string_value = "left_out")]
    LeftOut,
}

crate::stored!(SecurityKind: "security-kind");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "security_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub kind: SecurityKind,
    /// Who did it; nobody where nobody was signed in, or for a command on the machine.
    pub user_id: Option<Uuid>,
    /// To whose sign-in it was done, where that is somebody else.
    pub about_user: Option<Uuid>,
    /// The network that it came from, as 192.0.2.0/24 or 2001:db8:1:2::/64; nothing for a command on the machine.
    pub network: Option<String>,
    /// The method and the pattern of the address, such as `GET /referrals/:id`: never what stood in it.
    pub route: Option<String>,
    /// Which address was typed, as a keyed hash: tries on one account belong together, and nobody is named.
    pub account_key: Option<String>,
    /// How many; more than one only where some were left out.
    pub times: i64,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id).into()
}
