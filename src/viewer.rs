//! Who looks at a page.

use entity::users::Role;
use sea_orm::{Condition, ExprTrait, prelude::Uuid, sea_query::Expr};

/// What a viewer sees of a table from whom all of it is hidden.
pub fn nobody() -> Condition {
    Condition::all().add(Expr::val(1).eq(0))
}

/// A person who is signed in. Rows are found through this.
#[derive(Clone, Debug, PartialEq)]
pub struct Viewer {
    pub user_id: Uuid,
    pub name: String,
    pub role: Role,
    /// The partner of a referrer.
    pub partner_id: Option<Uuid>,
    /// The mentor that a mentor is.
    pub mentor_id: Option<Uuid>,
}

impl Viewer {
    /// Staff and administrators see every case of the scheme.
    pub fn is_staff(&self) -> bool {
        self.role.is_staff()
    }

    pub fn is_administrator(&self) -> bool {
        self.role == Role::Administrator
    }

    pub fn is_referrer(&self) -> bool {
        self.role == Role::Referrer
    }

    pub fn is_mentor(&self) -> bool {
        self.role == Role::Mentor
    }

    /// Where this person starts.
    pub fn home(&self) -> &'static str {
        match self.role {
            Role::Referrer => "/referrals",
            Role::Mentor => "/mentor",
            Role::Staff | Role::Administrator => "/today",
        }
    }
}
