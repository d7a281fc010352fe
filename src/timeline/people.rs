//! What the young person said, how they are reached, what was written to whom, who is worried and who read: a query for each.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Concern, Consent, ContactWay, concerns, consents, contact_ways, mentors,
    messages::AddresseeKind,
    readings::{self, ReadingPurpose},
    users,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{
    course::concern::readable_by,
    language::Tr,
    message::{self, About},
    note::Noted,
    viewer::Viewer,
    word::Worded,
};

/// So many of the newest readings and messages of one person are told of.
const MOST: u64 = 2000;

pub async fn consents(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = consents::Column::YoungPersonId.is_in(around.people.iter().copied());
    let found = consents::Entity::find().filter(own).all(db).await?;
    let entries = |consent: Consent| {
        let entry = |day: NaiveDate, key: &str| {
            let what = tr.t1(key, "purpose", consent.purpose.label(tr));
            Entry::new(Kind::Consent, When::On(day), what).href(format!("/referrals/{}", consent.referral_id))
        };
        let first = if consent.was_given { "timeline-consent-given" } else { "timeline-consent-refused" };
        let back = consent.withdrawn_on.filter(|_| consent.was_given);
        let back = back.map(|day| entry(day, "timeline-consent-withdrawn"));
        [Some(entry(consent.given_on, first)), back]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

/// When a way was written down, confirmed, and found dead. Its address or number stands on the page of the ways.
pub async fn ways(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = contact_ways::Column::OwnerId.is_in(around.people.iter().copied());
    let own =
        contact_ways::Entity::find().filter(own).filter(contact_ways::Column::Owner.eq(AddresseeKind::YoungPerson));
    let found = own.all(db).await?;
    let href = around.people.first().map(|id| format!("/young-people/{id}/ways")).unwrap_or_default();
    let entries = |way: ContactWay| {
        let days = [
            (Some(way.added_on), "timeline-way-added"),
            (way.confirmed_on, "timeline-way-confirmed"),
            (way.died_on, "timeline-way-died"),
        ];
        let entry = |(day, key): (Option<NaiveDate>, &str)| {
            let what = tr.t1(key, "way", way.kind.label(tr));
            Some(Entry::new(Kind::Way, When::On(day?), what).href(href.clone()))
        };
        days.into_iter().filter_map(entry).collect::<Vec<_>>()
    };
    Ok(found.into_iter().flat_map(entries).collect())
}

pub async fn messages(db: &impl ConnectionTrait, tr: Tr, about: &About) -> Result<Vec<Entry>, DbErr> {
    let entry = |(at, sent): (DateTime<Utc>, message::Sent)| {
        let what = tr.t2("timeline-message", "what", sent.what, "state", sent.state);
        let words = [sent.whom, sent.why].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ");
        Entry::new(Kind::Message, When::At(at), what).words(Some(&words))
    };
    let mut entries: Vec<_> = message::all_sent(db, tr, about, MOST).await?.into_iter().map(entry).collect();
    let answers = message::all_answers(db, tr, about, MOST).await?.into_iter().map(|answer| {
        let what = tr.t1("timeline-text-answer", "name", answer.name);
        Entry::new(Kind::Message, When::At(answer.came_at), what).words(Some(&answer.text))
    });
    entries.extend(answers);
    Ok(entries)
}

/// All versions of the notes. One that was corrected says so.
pub fn notes(tr: Tr, around: &Around, notes: &[Noted]) -> Vec<Entry> {
    let person = around.people.first().map(Uuid::to_string).unwrap_or_default();
    let entry = |Noted { note, author }: &Noted| {
        let key = if note.superseded_at.is_some() { "timeline-note-before" } else { "timeline-note" };
        let what = tr.t2(key, "name", author.as_str(), "readers", note.readers.label(tr));
        let entry = Entry::new(Kind::Note, When::At(note.written_at), what).words(Some(&note.text));
        match note.superseded_at {
            Some(_) => entry,
            None => entry.href(format!("/young-people/{person}/notes/{}", note.thread_id)),
        }
    };
    notes.iter().map(entry).collect()
}

/// The concerns that the reader may read; what was said stands on their own pages.
pub async fn concerns(
    db: &impl ConnectionTrait,
    tr: Tr,
    around: &Around,
    (viewer, today): (&Viewer, NaiveDate),
) -> Result<Vec<Entry>, DbErr> {
    let own = concerns::Column::CourseId.is_in(around.course_ids());
    let found = concerns::Entity::find().filter(own).filter(readable_by(viewer, today)).all(db).await?;
    let entries = |concern: Concern| {
        let href = format!("/concerns/{}", concern.id);
        let raised = tr.t1("timeline-concern", "side", concern.side.label(tr));
        let raised = Entry::new(Kind::Concern, When::At(concern.raised_at), raised).href(href.clone());
        let closed = concern.outcome.zip(concern.closed_on).map(|(outcome, day)| {
            let what = tr.t1("timeline-concern-closed", "outcome", outcome.label(tr));
            Entry::new(Kind::Concern, When::On(day), what).href(href)
        });
        [Some(raised), closed]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

#[derive(FromQueryResult)]
struct Read {
    purpose: ReadingPurpose,
    at: DateTime<Utc>,
    name: Option<String>,
    link_of: Option<AddresseeKind>,
    mentor: Option<String>,
}

impl Read {
    /// Who it was; of whoever came by a link, whose it was.
    fn reader(&self, tr: Tr) -> String {
        match (&self.name, self.link_of) {
            (Some(name), _) => name.clone(),
            (None, Some(kind)) => {
                let whose = self.mentor.clone().filter(|_| kind == AddresseeKind::Mentor);
                let whose = whose.unwrap_or_else(|| tr.t(format!("timeline-link-of-{}", code(kind))));
                tr.t1("timeline-by-link", "whose", whose)
            }
            (None, None) => tr.t("by-the-platform"),
        }
    }
}

fn code(kind: AddresseeKind) -> &'static str {
    match kind {
        AddresseeKind::Mentor => "mentor",
        AddresseeKind::YoungPerson => "young-person",
        AddresseeKind::User | AddresseeKind::Partner => "partner",
    }
}

/// Who read, when and what for.
pub async fn readings(db: &impl ConnectionTrait, tr: Tr, people: &[Uuid]) -> Result<Vec<Entry>, DbErr> {
    let found: Vec<Read> = readings::Entity::find()
        .select_only()
        .columns([readings::Column::Purpose, readings::Column::At, readings::Column::LinkOf])
        .column_as(users::Column::Name, "name")
        .column_as(mentors::Column::Name, "mentor")
        .join(JoinType::LeftJoin, readings::to_user())
        .join(JoinType::LeftJoin, readings::to_mentor_of_link())
        .filter(readings::Column::YoungPersonId.is_in(people.iter().copied()))
        .order_by_desc(readings::Column::At)
        .limit(MOST)
        .into_model()
        .all(db)
        .await?;
    let entry = |read: Read| {
        let what = tr.t2("timeline-reading", "name", read.reader(tr), "purpose", read.purpose.label(tr));
        Entry::new(Kind::Reading, When::At(read.at), what)
    };
    Ok(found.into_iter().map(entry).collect())
}
