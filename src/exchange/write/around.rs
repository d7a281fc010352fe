//! What is agreed, the ways to people, and who sees to what. Nobody is written to about any of it.

use std::collections::HashMap;

use entity::{contact_ways, messages::AddresseeKind, planned_meetings, responsibilities::Thing};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, prelude::Uuid};

use super::records;
use crate::{
    clock::instant_of,
    duty,
    exchange::{
        import::{How, Progress},
        merge::Fate,
        scheme::Scheme,
        tables::{ResponsibilityRow, Row, WayRow, Whose},
    },
};

pub async fn planned(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    records::<planned_meetings::Entity, _>(tx, &scheme.planned, progress, |entry, record| {
        let row = &entry.row;
        let suggested_by = scheme.suggested_by(row.suggested_by.as_deref());
        if entry.fate == Fate::New {
            record.made_at = Set(how.now);
            record.sequence = Set(0);
        } else {
            // Calendars drop what is older.
            record.sequence = Set(record.sequence.try_as_ref().map_or(0, |sequence| sequence + 1));
        }
        record.changed_at = Set(how.now);
        // The check has found every course, somebody who wrote it down, and that the hour is one.
        record.course_id = scheme.courses.id(&row.course_id).map(Set).unwrap_or_default();
        record.suggested_by = Set(suggested_by);
        record.starts_at = instant_of(row.day, row.hour).map(Set).unwrap_or_default();
        record.minutes = Set(row.minutes);
        record.channel = Set(row.channel);
    })
    .await
}

/// `people` are the ids of all young people by `youth_id`.
pub async fn ways(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    people: &HashMap<String, Uuid>,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    records::<contact_ways::Entity, _>(tx, &scheme.ways, progress, |entry, record| {
        let row: &WayRow = &entry.row;
        let (owner, id) = match row.whose {
            Whose::YoungPerson => (AddresseeKind::YoungPerson, people.get(&row.id).copied()),
            Whose::Mentor => (AddresseeKind::Mentor, scheme.mentors.id(&row.id)),
        };
        record.owner = Set(owner);
        record.owner_id = id.map(Set).unwrap_or_default();
        row.put(record);
    })
    .await
}

/// Through the one door for it.
pub async fn responsibilities(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    let written: Vec<_> = scheme.duties.entries.iter().filter(|entry| entry.is_written()).collect();
    for (number, entry) in written.iter().enumerate() {
        let ResponsibilityRow { thing, id, responsible, since } = &entry.row;
        let thing_id = scheme.thing(*thing, id);
        let user = scheme.users.get(&responsible.to_lowercase());
        if let (Some(thing_id), Some(user)) = (thing_id, user) {
            duty::moved_in(tx, how.today, (*thing, thing_id), (user.id, *since)).await?;
        }
        progress(ResponsibilityRow::TABLE, number + 1, written.len());
    }
    Ok(())
}

impl Scheme {
    /// The record of a thing by what its file calls it.
    pub fn thing(&self, thing: Thing, id: &str) -> Option<Uuid> {
        match thing {
            Thing::Partner => self.partners.id(id),
            Thing::Mentor => self.mentors.id(id),
            Thing::Referral => self.referrals.id(id),
            Thing::Course => self.courses.id(id),
        }
    }

    /// Who wrote a meeting down: whoever is named and signs in here, and otherwise an administrator.
    pub fn suggested_by(&self, address: Option<&str>) -> Option<Uuid> {
        let address = address?;
        let named = self.users.get(&address.to_lowercase());
        named.map(|user| user.id).or(self.last_resort)
    }
}
