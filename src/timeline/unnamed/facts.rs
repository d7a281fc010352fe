//! What is told of the case itself: an age as a band, places only where enough were referred from them, and words from lists.

use chrono::NaiveDate;
use entity::{Course, referrals};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use crate::{
    course::{class_of, held_counts},
    language::Tr,
    referral::{Case, intake::age_on},
    timeline::entry::told_reason,
    word::Worded,
};

/// So many young people at least were referred from a place that is named.
pub const FEWEST: u64 = 5;

/// The bands of age: their first and last year.
const BANDS: [(u32, u32); 3] = [(15, 17), (18, 20), (21, 25)];

/// What is known, each with what it is called.
pub type Facts = Vec<(String, String)>;

/// Where somebody was referred from, how old they were, and what was answered in the words of lists.
pub async fn of_case(db: &impl ConnectionTrait, tr: Tr, case: &Case) -> Result<Facts, DbErr> {
    use referrals::Column::{HousingAreaId, PartnerId};
    let row = &case.referral;
    let named = |is_told: bool, name: &str| if is_told { name.to_owned() } else { tr.t("timeline-bare-few") };
    let partner = named(are_enough(db, PartnerId, row.partner_id).await?, &case.partner_name);
    let area = named(are_enough(db, HousingAreaId, row.housing_area_id).await?, &case.area_name);
    let told = [
        ("timeline-bare-age", age_band(tr, row.referred_on, case.person.birth_date)),
        ("timeline-bare-partner", Some(partner)),
        ("timeline-bare-area", Some(area)),
        ("referral-activity-at-referral", row.activity_at_referral.map(|word| word.label(tr))),
        ("referral-schooling", row.schooling.map(|word| word.label(tr))),
        ("referral-work-experience", row.work_experience.map(|word| word.label(tr))),
        ("referral-clarity", row.clarity.map(|word| word.label(tr))),
        ("referral-fit", row.fit.map(|word| word.label(tr))),
    ];
    Ok(told.into_iter().filter_map(|(key, value)| Some((tr.t(key), value?))).collect())
}

fn age_band(tr: Tr, on: NaiveDate, birth_date: NaiveDate) -> Option<String> {
    let age = age_on(on, birth_date)?;
    let (from, to) = BANDS.into_iter().find(|(from, to)| (*from..=*to).contains(&age))?;
    Some(tr.t2("timeline-bare-years", "from", from, "to", to))
}

async fn are_enough(db: &impl ConnectionTrait, place: referrals::Column, id: Uuid) -> Result<bool, DbErr> {
    let people = referrals::Entity::find().filter(place.eq(id)).select_only();
    let people = people.column(referrals::Column::YoungPersonId).distinct();
    Ok(people.count(db).await? >= FEWEST)
}

/// How each course went, the first one first.
pub async fn of_courses(db: &impl ConnectionTrait, tr: Tr, courses: &[Course]) -> Result<Vec<Facts>, DbErr> {
    let ids: Vec<Uuid> = courses.iter().map(|course| course.id).collect();
    let held = held_counts(db, &ids).await?;
    let of = |course: &Course| {
        let held = held.get(&course.id).copied().unwrap_or_default();
        let told = [
            ("timeline-bare-meetings", Some(held.to_string())),
            ("timeline-bare-class", class_of(course, held).map(|class| class.label(tr))),
            ("timeline-bare-reason", course.interruption_reason.map(|reason| told_reason(reason).label(tr))),
            ("timeline-bare-ended-by", course.ended_by.map(|who| who.label(tr))),
        ];
        told.into_iter().filter_map(|(key, value)| Some((tr.t(key), value?))).collect()
    };
    Ok(courses.iter().map(of).collect())
}
