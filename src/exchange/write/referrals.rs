//! Referrals with their industries and consents.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{Words, consents, consents::ConsentPurpose, referral_industries, referrals};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::{CHUNK, next, now_in, records, replace};
use crate::{
    exchange::{
        import::{How, Progress},
        merge::{Entry, Fate},
        scheme::Scheme,
        tables::{Courses, ReferralRow, ReferralStatus},
    },
    industry,
    referral::{CONSENT_GIVEN_ELSEWHERE, Judged, keep_fits, vocabulary::note_words},
};

pub async fn write(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    people: &HashMap<String, Uuid>,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    let ends = ends(scheme);
    records::<referrals::Entity, _>(tx, &scheme.referrals, progress, |entry, record| {
        let row = &entry.row;
        if entry.fate == Fate::New {
            record.accepted_on = Set(Some(row.referred_on));
            record.created_at = Set(how.now);
            record.needs = Set(Words::default());
        }
        let courses = Courses::of(ends.get(row.referral_id.as_str()).map(Vec::as_slice).unwrap_or_default());
        put_status(row, courses, record);
        // The check has found every partner and area, and every person has been written.
        record.partner_id = scheme.partners.id(&row.partner).map(Set).unwrap_or_default();
        record.housing_area_id = scheme.areas.id(&row.housing_area).map(Set).unwrap_or_default();
        record.young_person_id = people.get(&row.youth.youth_id).copied().map(Set).unwrap_or_default();
        record.referrer_id = Set(referrer(scheme, row).or(now_in(&record.referrer_id)));
        row.put(record);
        record.version = next(&record.version);
    })
    .await?;
    let written: Vec<&Entry<ReferralRow>> =
        scheme.referrals.entries.iter().filter(|entry| entry.is_written()).collect();
    for chunk in written.chunks(CHUNK) {
        industries(tx, chunk).await?;
        keep_fits(tx, how.today, &fits(chunk, how.today)).await?;
        consents(tx, chunk, people).await?;
    }
    unknown_words(tx, &written, how.today).await
}

/// The ends of the courses of each referral, as they will be.
fn ends(scheme: &Scheme) -> HashMap<&str, Vec<Option<NaiveDate>>> {
    let mut ends: HashMap<&str, Vec<Option<NaiveDate>>> = HashMap::new();
    for course in &scheme.courses.entries {
        ends.entry(&course.row.referral_id).or_default().push(course.row.ended_on);
    }
    ends
}

/// The user of the row's partner whose address is the referrer's.
fn referrer(scheme: &Scheme, row: &ReferralRow) -> Option<Uuid> {
    let email = row.referrer_email.as_ref()?.to_lowercase();
    scheme.referrers.get(&(email, scheme.partners.id(&row.partner)?)).copied()
}

/// The dated facts from which the platform derives the status of the row. Facts that say it already stay.
fn put_status(row: &ReferralRow, courses: Courses, record: &mut referrals::ActiveModel) {
    let answered = now_in(&record.declined_on).or(now_in(&record.withdrawn_on));
    let reason = now_in(&record.not_started_reason).or(now_in(&record.decline_reason));
    let says_it = answered.is_some() && answered == row.closed_on && reason == row.not_started_reason;
    if row.status == ReferralStatus::NotStarted && says_it {
        return;
    }
    record.declined_on = Set(None);
    record.decline_reason = Set(None);
    record.withdrawn_on = Set(None);
    record.closed_on = Set(row.closed_on);
    if row.closed_on.is_some() {
        record.talk_asked_on = Set(None);
    }
    record.not_started_reason = Set(row.not_started_reason);
    let requeued = match (row.status, courses) {
        (ReferralStatus::Waiting, Courses::Ended(last)) => now_in(&record.requeued_on).max(Some(last)),
        _ => None,
    };
    record.requeued_on = Set(requeued);
}

/// What a file says of the fit: of a referral that it brings, as it was from the beginning.
fn fits(referrals: &[&Entry<ReferralRow>], today: NaiveDate) -> Vec<Judged> {
    let judged = |entry: &&Entry<ReferralRow>| Judged {
        referral_id: entry.id,
        fit: entry.row.fit,
        known_on: if entry.fate == Fate::New { entry.row.referred_on } else { today },
    };
    referrals.iter().map(judged).collect()
}

/// The industries are written whole: they are few, and their order counts.
async fn industries(tx: &impl ConnectionTrait, referrals: &[&Entry<ReferralRow>]) -> Result<(), DbErr> {
    let changed = referrals.iter().filter(|entry| entry.fate == Fate::Changed).map(|entry| entry.id);
    let old = referral_industries::Entity::delete_many().filter(referral_industries::Column::ReferralId.is_in(changed));
    old.exec(tx).await?;
    let rows = referrals.iter().flat_map(|entry| {
        (0..).zip(&entry.row.industry_codes).map(|(position, code)| referral_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(entry.id),
            position: Set(position),
            system: Set(code.system()),
            code: Set(code.code()),
            division: Set(code.division().to_owned()),
            confirmed_by: Set(None),
        })
    });
    let rows: Vec<_> = rows.collect();
    for chunk in rows.chunks(CHUNK) {
        referral_industries::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The wishes of those who wait land on staff's vocabulary page where nobody understands them, as if they were sent.
async fn unknown_words(
    tx: &impl ConnectionTrait,
    referrals: &[&Entry<ReferralRow>],
    today: NaiveDate,
) -> Result<(), DbErr> {
    let vocabulary = industry::vocabulary(tx).await?;
    for entry in referrals.iter().filter(|entry| entry.row.status == ReferralStatus::Waiting) {
        let row = &entry.row;
        if entry.fate == Fate::Changed || !industry::unknown_words(&row.wish, &vocabulary).is_empty() {
            note_words(tx, today, entry.id, &row.wish, &[&row.youth.youth_name]).await?;
        }
    }
    Ok(())
}

/// A consent of which the file knows the day. One that was withdrawn stays withdrawn.
async fn consents(
    tx: &impl ConnectionTrait,
    referrals: &[&Entry<ReferralRow>],
    people: &HashMap<String, Uuid>,
) -> Result<(), DbErr> {
    let found = consents::Entity::find()
        .filter(consents::Column::ReferralId.is_in(referrals.iter().map(|entry| entry.id)))
        .filter(consents::Column::Purpose.eq(ConsentPurpose::MentorCourse))
        .all(tx)
        .await?;
    let given: HashMap<Uuid, NaiveDate> =
        referrals.iter().filter_map(|entry| Some((entry.id, entry.row.consented_on?))).collect();
    let known: HashSet<Uuid> = found.iter().map(|consent| consent.referral_id).collect();
    let moved = found.into_iter().filter_map(|mut consent| {
        let given_on = *given.get(&consent.referral_id)?;
        let differs = consent.withdrawn_on.is_none() && consent.given_on != given_on;
        consent.given_on = given_on;
        differs.then(|| consent.into())
    });
    replace::<consents::Entity>(tx, moved.collect()).await?;
    let fresh = referrals.iter().filter(|entry| !known.contains(&entry.id)).filter_map(|entry| {
        Some(consents::ActiveModel {
            id: Set(Uuid::now_v7()),
            young_person_id: Set(*people.get(&entry.row.youth.youth_id)?),
            referral_id: Set(entry.id),
            purpose: Set(ConsentPurpose::MentorCourse),
            text_version: Set(CONSENT_GIVEN_ELSEWHERE),
            given_on: Set(entry.row.consented_on?),
            was_given: Set(true),
            withdrawn_on: Set(None),
            recorded_by: Set(None),
        })
    });
    let fresh: Vec<_> = fresh.collect();
    if !fresh.is_empty() {
        consents::Entity::insert_many(fresh).exec_without_returning(tx).await?;
    }
    Ok(())
}
