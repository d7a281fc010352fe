//! What the two were told, hoped for and agreed, when their course stood still and who stood in: a query for each.

use chrono::{DateTime, Utc};
use entity::{
    ContactStop, CourseAgreement, Expectation, Preparation, StandIn, contact_stops, course_agreements,
    course_extensions, course_pauses,
    expectations::{self, ExpectingSide},
    mentors, preparations, stand_ins,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{language::Tr, word::Worded};

/// When the young person was told what a mentor course is, and who says so.
pub async fn preparations(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let ids = around.referrals.iter().map(|referral| referral.id);
    let own = preparations::Entity::find().filter(preparations::Column::ReferralId.is_in(ids));
    let entry = |row: Preparation| {
        let what = tr.t1("timeline-prepared", "by", row.prepared_by.label(tr));
        let entry = Entry::new(Kind::Preparation, When::On(row.prepared_on), what);
        entry.told_barely().href(format!("/referrals/{}", row.referral_id))
    };
    Ok(own.all(db).await?.into_iter().map(entry).collect())
}

/// That a side told what they hope for; what they wrote stands on the page of the course.
pub async fn expectations(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = expectations::Column::CourseId.is_in(around.course_ids());
    let found = expectations::Entity::find().filter(own).all(db).await?;
    let entry = |row: Expectation| {
        let key = match row.side {
            ExpectingSide::Mentor => "timeline-expectations-mentor",
            ExpectingSide::YoungPerson => "timeline-expectations-mentee",
        };
        let entry = Entry::new(Kind::Expectations, When::At(row.answered_at), tr.t(key));
        entry.told_barely().href(format!("/courses/{}", row.course_id))
    };
    Ok(found.into_iter().map(entry).collect())
}

/// Each version of what was agreed, and who confirmed it.
pub async fn versions(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = course_agreements::Column::CourseId.is_in(around.course_ids());
    let found = course_agreements::Entity::find().filter(own).all(db).await?;
    let entries = |row: CourseAgreement| {
        let moments = [
            (Some(row.made_at), "timeline-version-made"),
            (row.mentor_confirmed_at, "timeline-version-mentor"),
            (row.mentee_confirmed_at, "timeline-version-mentee"),
        ];
        let entry = |(at, key): (Option<DateTime<Utc>>, &str)| {
            let what = tr.t1(key, "version", row.version);
            let bare = what.trim_end_matches(':').to_owned();
            let entry = Entry::new(Kind::Agreement, When::At(at?), what).told_as(bare);
            let goal = Some(row.goal.as_str()).filter(|_| key == "timeline-version-made");
            Some(entry.words(goal).href(format!("/courses/{}/agreements", row.course_id)))
        };
        moments.into_iter().filter_map(entry).collect::<Vec<_>>()
    };
    Ok(found.into_iter().flat_map(entries).collect())
}

/// From when until when contact was stopped, as the page of the course says it to all of staff; why stands with the concern,
/// for whoever may read that.
pub async fn stops(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = contact_stops::Column::CourseId.is_in(around.course_ids());
    let found = contact_stops::Entity::find().filter(own).all(db).await?;
    let entries = |row: ContactStop| {
        let entry = |at: DateTime<Utc>, key: &str| {
            Entry::new(Kind::Stop, When::At(at), tr.t(key)).href(format!("/courses/{}", row.course_id))
        };
        let lifted = row.lifted_at.map(|at| entry(at, "timeline-contact-lifted"));
        [Some(entry(row.stopped_at, "timeline-contact-stopped")), lifted]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

/// Pauses, with their first and last day.
pub async fn pauses(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = course_pauses::Column::CourseId.is_in(around.course_ids());
    let found = course_pauses::Entity::find().filter(own).all(db).await?;
    let entries = |row: course_pauses::Model| {
        let href = format!("/courses/{}", row.course_id);
        let begun = Entry::new(Kind::Schedule, When::On(row.from_on), tr.t("timeline-pause"));
        let begun = begun.told_as(tr.t("timeline-bare-pause"));
        let over = row
            .until_on
            .map(|day| Entry::new(Kind::Schedule, When::On(day), tr.t("timeline-pause-over")).told_barely());
        [Some(begun.words(Some(&row.reason))), over].map(|entry| Some(entry?.href(href.clone())))
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

/// Who was named to stand in for the mentor, and when that was ended before its time.
pub async fn stand_ins(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = stand_ins::Column::CourseId.is_in(around.course_ids());
    let found = stand_ins::Entity::find().filter(own).join(JoinType::InnerJoin, stand_ins::to_mentor());
    let found = found.column_as(mentors::Column::Name, "name").into_model::<StoodIn>().all(db).await?;
    let entries = |StoodIn { period, name }: StoodIn| {
        let entry = |at: DateTime<Utc>, what: String| {
            Entry::new(Kind::StandIn, When::At(at), what).href(format!("/courses/{}", period.course_id))
        };
        let days = [("from", tr.date(&period.from_on)), ("until", tr.date(&period.until_on))];
        let words = [("name", name.clone())].into_iter().chain(days).map(|(key, value)| (key, value.into()));
        let named = entry(period.named_at, tr.with("timeline-stand-in", words));
        let over = period.ended_at.map(|at| entry(at, tr.t1("timeline-stand-in-over", "name", name)));
        [Some(named), over]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

#[derive(FromQueryResult)]
struct StoodIn {
    #[sea_orm(nested)]
    period: StandIn,
    name: String,
}

/// Each time the planned end was moved, and why.
pub async fn extensions(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = course_extensions::Column::CourseId.is_in(around.course_ids());
    let found = course_extensions::Entity::find().filter(own).all(db).await?;
    let entry = |row: course_extensions::Model| {
        let what = tr.t1("timeline-extended", "date", tr.date(&row.planned_end_after));
        let entry = Entry::new(Kind::Schedule, When::At(row.extended_at), what);
        let entry = entry.told_as(tr.t("timeline-bare-extended"));
        entry.words(Some(&row.reason)).href(format!("/courses/{}", row.course_id))
    };
    Ok(found.into_iter().map(entry).collect())
}
