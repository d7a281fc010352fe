//! The reading log: who was told of which young person or enquiry, when, and what for.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    courses, enquiries,
    messages::AddresseeKind,
    readings::{self, ReadingPurpose},
    referrals,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use crate::{
    record::{Revealed, Subject},
    viewer::Viewer,
};

/// Rows written, or ids looked up, by one statement: with nine columns it stays under the bind limits of both databases.
const CHUNK: usize = 2000;

/// Whom a reading is about: there is always one of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct About {
    young_person_id: Option<Uuid>,
    enquiry_id: Option<Uuid>,
}

impl About {
    fn young_person(id: Uuid) -> Self {
        Self { young_person_id: Some(id), enquiry_id: None }
    }

    fn enquiry(id: Uuid) -> Self {
        Self { young_person_id: None, enquiry_id: Some(id) }
    }
}

/// Who was told.
#[derive(Clone, Copy, Debug)]
pub enum Reader<'a> {
    /// Somebody who has signed in.
    Person(&'a Viewer),
    /// Somebody who came by a link.
    ByLink(LinkOf),
    /// A command on the machine: whoever runs the server has no sign-in.
    Nobody,
}

impl<'a> Reader<'a> {
    pub fn of(viewer: Option<&'a Viewer>) -> Self {
        viewer.map_or(Self::Nobody, Self::Person)
    }
}

/// Whose a link is: to what sort of people it went, and who of them, where a message carried it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkOf {
    pub kind: AddresseeKind,
    pub id: Option<Uuid>,
}

/// Writes down that an answer told of these, in one statement for a page.
pub async fn write_readings(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    reader: Reader<'_>,
    revealed: &Revealed,
) -> Result<(), DbErr> {
    let mut rows: Vec<(About, ReadingPurpose)> = Vec::new();
    let (mut of_courses, mut of_drafts) = (Vec::new(), Vec::new());
    for (subject, purpose) in revealed.iter() {
        match subject {
            Subject::YoungPerson(id) => rows.push((About::young_person(id), purpose)),
            Subject::Enquiry(id) => rows.push((About::enquiry(id), purpose)),
            Subject::OfCourse(id) => of_courses.push((id, purpose)),
            Subject::OfDraft(id) => of_drafts.push((id, purpose)),
        }
    }
    rows.extend(people_of_courses(db, of_courses).await?);
    rows.extend(enquiries_of_drafts(db, of_drafts).await?);
    rows.sort_unstable();
    rows.dedup();
    for chunk in rows.chunks(CHUNK) {
        let written = chunk.iter().map(|(about, purpose)| row(now, reader, *about, *purpose));
        readings::Entity::insert_many(written).exec_without_returning(db).await?;
    }
    Ok(())
}

fn row(now: DateTime<Utc>, reader: Reader<'_>, about: About, purpose: ReadingPurpose) -> readings::ActiveModel {
    let (viewer, link) = match reader {
        Reader::Person(viewer) => (Some(viewer), None),
        Reader::ByLink(link) => (None, Some(link)),
        Reader::Nobody => (None, None),
    };
    readings::ActiveModel {
        id: Set(Uuid::now_v7()),
        young_person_id: Set(about.young_person_id),
        enquiry_id: Set(about.enquiry_id),
        user_id: Set(viewer.map(|viewer| viewer.user_id)),
        role: Set(viewer.map(|viewer| viewer.role)),
        link_of: Set(link.map(|link| link.kind)),
        link_of_id: Set(link.and_then(|link| link.id)),
        purpose: Set(purpose),
        at: Set(now),
    }
}

async fn people_of_courses(
    db: &impl ConnectionTrait,
    courses: Vec<(Uuid, ReadingPurpose)>,
) -> Result<Vec<(About, ReadingPurpose)>, DbErr> {
    let mut rows = Vec::new();
    for chunk in courses.chunks(CHUNK) {
        let found = courses::Entity::find()
            .select_only()
            .column(courses::Column::Id)
            .column(referrals::Column::YoungPersonId)
            .join(JoinType::InnerJoin, courses::to_referral())
            .filter(courses::Column::Id.is_in(chunk.iter().map(|(id, _)| *id)));
        let found: Vec<(Uuid, Uuid)> = found.into_tuple().all(db).await?;
        rows.extend(with_purpose(chunk, &found, About::young_person));
    }
    Ok(rows)
}

async fn enquiries_of_drafts(
    db: &impl ConnectionTrait,
    drafts: Vec<(Uuid, ReadingPurpose)>,
) -> Result<Vec<(About, ReadingPurpose)>, DbErr> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let found = enquiries::Entity::find()
        .select_only()
        .columns([enquiries::Column::DraftId, enquiries::Column::Id])
        .filter(enquiries::Column::DraftId.is_in(drafts.iter().map(|(id, _)| *id)));
    let found: Vec<(Uuid, Uuid)> = found.into_tuple().all(db).await?;
    Ok(with_purpose(&drafts, &found, About::enquiry))
}

/// Those found, each with the purpose for which it was asked.
fn with_purpose(
    asked: &[(Uuid, ReadingPurpose)],
    found: &[(Uuid, Uuid)],
    about: impl Fn(Uuid) -> About,
) -> Vec<(About, ReadingPurpose)> {
    let whom: HashMap<Uuid, Uuid> = found.iter().copied().collect();
    asked.iter().filter_map(|(id, purpose)| Some((about(*whom.get(id)?), *purpose))).collect()
}
