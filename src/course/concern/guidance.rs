//! What stands beside a concern about somebody under 18: the duty to tell the municipality, and its number.

use chrono::NaiveDate;
use entity::{courses, partners, referrals, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect, prelude::Uuid};

use crate::{form::typed::readable_phone, referral::intake::is_minor};

/// What is known of whom a concern is about, and of the municipality.
#[derive(Clone, Debug, FromQueryResult)]
struct Around {
    birth_date: NaiveDate,
    municipality_phone: Option<String>,
}

/// What a page tells beside the concern.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guidance {
    pub is_minor: bool,
    /// Where the municipality takes word of it; empty while nobody has written it down for the partner.
    pub municipality_phone: String,
}

impl Guidance {
    /// The number as people read it.
    pub fn number(&self) -> String {
        readable_phone(&self.municipality_phone)
    }
}

/// What belongs beside a concern about a course.
pub(super) async fn guidance(db: &impl ConnectionTrait, today: NaiveDate, course_id: Uuid) -> Result<Guidance, DbErr> {
    let around = courses::Entity::find_by_id(course_id)
        .select_only()
        .column(young_people::Column::BirthDate)
        .column(partners::Column::MunicipalityPhone)
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .into_model::<Around>()
        .one(db)
        .await?;
    let guidance = around.map(|around| Guidance {
        is_minor: is_minor(around.birth_date, today),
        municipality_phone: around.municipality_phone.unwrap_or_default(),
    });
    Ok(guidance.unwrap_or_default())
}
