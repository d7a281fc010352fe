//! What is searched of people, partners and cases: folded, so that one text stands for all ways to write it.
//!
//! A row is made, emptied and removed by the database itself with what it is of (migration 68), and written again before
//! whoever changed that commits. Nobody else writes here.

use sea_orm::entity::prelude::*;

/// What a text is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum SearchKind {
    #[sea_orm(string_value = "course")]
    Course,
    #[sea_orm(string_value = "enquiry")]
    Enquiry,
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "partner")]
    Partner,
    #[sea_orm(string_value = "referral")]
    Referral,
    #[sea_orm(string_value = "unknown_word")]
    UnknownWord,
    #[sea_orm(string_value = "user")]
    User,
    #[sea_orm(string_value = "young_person")]
    YoungPerson,
}

/// Where the texts of a kind come from.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub kind: SearchKind,
    pub table: &'static str,
    /// What it is called.
    pub names: &'static [&'static str],
    /// What else it is found by.
    pub others: &'static [&'static str],
}

/// Every kind. The columns are those that the database watches.
pub const SOURCES: [Source; 8] = [
    Source { kind: SearchKind::Course, table: "courses", names: &["reference"], others: &[] },
    Source {
        kind: SearchKind::Enquiry,
        table: "enquiries",
        names: &["first_name", "asker_name"],
        others: &["place", "wish", "email", "phone"],
    },
    Source {
        kind: SearchKind::Mentor,
        table: "mentors",
        names: &["name"],
        others: &["reference", "email", "phone", "occupation", "employer", "keywords", "town", "postcode"],
    },
    Source {
        kind: SearchKind::Partner,
        table: "partners",
        names: &["name"],
        others: &["town", "postcode", "contact_name", "contact_email"],
    },
    Source { kind: SearchKind::Referral, table: "referrals", names: &["reference"], others: &["wish"] },
    Source { kind: SearchKind::UnknownWord, table: "unknown_words", names: &["word"], others: &[] },
    Source { kind: SearchKind::User, table: "users", names: &["name"], others: &["email", "phone"] },
    Source {
        kind: SearchKind::YoungPerson,
        table: "young_people",
        names: &["name"],
        others: &["reference", "phone", "email", "guardian_name", "guardian_phone"],
    },
];

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "search_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: SearchKind,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is called.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// That, and what else it is found by.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Whether what it is of has changed since; then the texts are empty.
    pub is_stale: bool,
}

impl ActiveModelBehavior for ActiveModel {}
