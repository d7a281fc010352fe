//! A whole scheme: what the files say and what the database holds, table by table.

use std::collections::HashMap;

use entity::{seat_holds, users, users::Role, young_people};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    cells::Pointer,
    import::How,
    incoming::Incoming,
    known::{self, Known, Page},
    merge::{Counts, Entry, Fate, Side, merge},
    problem::Report,
    sheet::Sheet,
    tables::{
        AgreementRow, AreaRow, AttemptRow, CourseRow, MeetingRow, MentorRow, PartnerRow, PlannedRow, ReferralRow,
        ResponsibilityRow, Row, SurveyRow, Table, WayRow,
    },
    value::written,
};
use crate::{clock::instant_of, duty};

/// The rows of all files.
pub struct Rows {
    partners: Incoming<PartnerRow>,
    areas: Incoming<AreaRow>,
    agreements: Incoming<AgreementRow>,
    mentors: Incoming<MentorRow>,
    referrals: Incoming<ReferralRow>,
    courses: Incoming<CourseRow>,
    meetings: Incoming<MeetingRow>,
    surveys: Incoming<SurveyRow>,
    attempts: Incoming<AttemptRow>,
    planned: Incoming<PlannedRow>,
    ways: Incoming<WayRow>,
    duties: Incoming<ResponsibilityRow>,
    pointers: Vec<Pointer>,
}

impl Rows {
    pub fn read(sheets: &[Sheet], how: &How, report: &mut Report) -> Self {
        let mut pointers = Vec::new();
        Self {
            partners: read(sheets, how, &mut pointers, report),
            areas: read(sheets, how, &mut pointers, report),
            agreements: read(sheets, how, &mut pointers, report),
            mentors: read(sheets, how, &mut pointers, report),
            referrals: read(sheets, how, &mut pointers, report),
            courses: read(sheets, how, &mut pointers, report),
            meetings: read(sheets, how, &mut pointers, report),
            surveys: read(sheets, how, &mut pointers, report),
            attempts: read(sheets, how, &mut pointers, report),
            planned: read(sheets, how, &mut pointers, report),
            ways: read(sheets, how, &mut pointers, report),
            duties: read(sheets, how, &mut pointers, report),
            pointers,
        }
    }
}

fn read<R: Row>(sheets: &[Sheet], how: &How, pointers: &mut Vec<Pointer>, report: &mut Report) -> Incoming<R> {
    let mut incoming = Incoming::read(sheets, how, report);
    pointers.append(&mut incoming.pointers);
    incoming
}

/// A young person of the database.
#[derive(Clone, Copy)]
pub struct KnownPerson {
    /// The person that is meant: the one this one was merged into, or itself.
    pub id: Uuid,
    pub was_merged: bool,
}

/// Somebody who signs in.
#[derive(Clone, Copy)]
pub struct KnownUser {
    pub id: Uuid,
    /// Whether they see to things here.
    pub is_at_work: bool,
}

pub struct Scheme {
    pub partners: Side<PartnerRow>,
    pub areas: Side<AreaRow>,
    pub agreements: Side<AgreementRow>,
    pub mentors: Side<MentorRow>,
    pub referrals: Side<ReferralRow>,
    pub courses: Side<CourseRow>,
    pub meetings: Side<MeetingRow>,
    pub surveys: Side<SurveyRow>,
    pub attempts: Side<AttemptRow>,
    pub planned: Side<PlannedRow>,
    pub ways: Side<WayRow>,
    pub duties: Side<ResponsibilityRow>,
    /// What the files refer to, and where.
    pub pointers: Vec<Pointer>,
    /// By `youth_id`.
    pub people: HashMap<String, KnownPerson>,
    /// The users who refer, by address and partner.
    pub referrers: HashMap<(String, Uuid), Uuid>,
    /// Whoever signs in, by their address.
    pub users: HashMap<String, KnownUser>,
    /// Who is said to have written down what nobody here is known to have.
    pub last_resort: Option<Uuid>,
    /// How many seats of a mentor open proposals hold.
    pub proposed_seats: HashMap<Uuid, usize>,
}

/// Every page of a table.
macro_rules! all {
    ($page:path, $db:expr $(, $more:expr)?) => {{
        let (mut rows, mut next) = (Vec::new(), Some(String::new()));
        while let Some(from) = next {
            let page: Page<_> = $page($db, &from $(, $more)?).await?;
            rows.extend(page.rows);
            next = page.next;
        }
        let rows: Vec<Known<_>> = rows;
        rows
    }};
}

impl Scheme {
    pub async fn merge(db: &impl ConnectionTrait, rows: Rows, how: &How, report: &mut Report) -> Result<Self, DbErr> {
        let today = how.today;
        let mut scheme = Self {
            partners: merge(all!(known::partners, db), rows.partners, today, report),
            areas: merge(all!(known::areas, db), rows.areas, today, report),
            agreements: merge(all!(known::agreements, db), rows.agreements, today, report),
            mentors: merge(all!(known::mentors, db, today), rows.mentors, today, report),
            referrals: merge(all!(known::referrals, db), rows.referrals, today, report),
            courses: merge(all!(known::courses, db), rows.courses, today, report),
            meetings: merge(all!(known::meetings, db), rows.meetings, today, report),
            surveys: merge(all!(known::surveys, db), rows.surveys, today, report),
            attempts: merge(all!(known::attempts, db), rows.attempts, today, report),
            planned: merge(all!(known::planned, db), rows.planned, today, report),
            ways: merge(all!(known::ways, db), rows.ways, today, report),
            duties: merge(all!(known::responsibilities, db), rows.duties, today, report),
            pointers: rows.pointers,
            people: people(db).await?,
            referrers: referrers(db).await?,
            users: everybody(db).await?,
            last_resort: duty::last_resort(db, None, today).await?.map(|user| user.id),
            proposed_seats: proposed_seats(db).await?,
        };
        scheme.leave_what_is_over(db).await?;
        Ok(scheme)
    }

    /// A meeting that was called off or told of since the file was written does not stand again by it.
    async fn leave_what_is_over(&mut self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let Self { planned, courses, .. } = self;
        let new = || planned.entries.iter().filter(|entry| entry.fate == Fate::New);
        let of = |entry: &Entry<PlannedRow>| courses.id(&entry.row.course_id);
        let over = known::over(db, new().filter_map(of).collect()).await?;
        for entry in planned.entries.iter_mut().filter(|entry| entry.fate == Fate::New) {
            let at = courses.id(&entry.row.course_id).zip(instant_of(entry.row.day, entry.row.hour));
            if at.is_some_and(|at| over.contains(&at)) {
                entry.fate = Fate::Unchanged;
            }
        }
        Ok(())
    }

    /// Whether a reference leads somewhere.
    pub fn has(&self, table: Table, key: &str) -> bool {
        match table {
            Table::Partners => self.partners.has(key),
            Table::HousingAreas => self.areas.has(key),
            Table::Mentors => self.mentors.has(key),
            Table::Referrals => self.referrals.has(key),
            Table::Courses => self.courses.has(key),
            // Nothing refers to these.
            Table::Agreements | Table::Meetings | Table::Surveys | Table::ContactAttempts => false,
            Table::PlannedMeetings | Table::ContactWays | Table::Responsibilities => false,
        }
    }

    pub fn counts(&self) -> Vec<Counts> {
        vec![
            self.partners.counts(),
            self.areas.counts(),
            self.agreements.counts(),
            self.mentors.counts(),
            self.referrals.counts(),
            self.courses.counts(),
            self.meetings.counts(),
            self.surveys.counts(),
            self.attempts.counts(),
            self.planned.counts(),
            self.ways.counts(),
            self.duties.counts(),
        ]
    }
}

async fn people(db: &impl ConnectionTrait) -> Result<HashMap<String, KnownPerson>, DbErr> {
    use young_people::Column::{Id, MergedInto, Reference};
    let found: Vec<(Uuid, String, Option<Uuid>)> =
        young_people::Entity::find().select_only().columns([Id, Reference, MergedInto]).into_tuple().all(db).await?;
    let merged: HashMap<Uuid, Uuid> = found.iter().filter_map(|(id, _, into)| Some((*id, (*into)?))).collect();
    let meant = |id: Uuid| {
        let chain = std::iter::successors(Some(id), |id| merged.get(id).copied());
        // As long as the chain can be without going in a circle.
        chain.take(merged.len() + 1).last().unwrap_or(id)
    };
    let person = |id| KnownPerson { id: meant(id), was_merged: merged.contains_key(&id) };
    Ok(found.iter().map(|(id, reference, _)| (written(reference), person(*id))).collect())
}

async fn referrers(db: &impl ConnectionTrait) -> Result<HashMap<(String, Uuid), Uuid>, DbErr> {
    let found = users::Entity::find().filter(users::Column::Role.eq(Role::Referrer)).all(db).await?;
    Ok(found.into_iter().filter_map(|user| Some(((user.email.to_lowercase(), user.partner_id?), user.id))).collect())
}

async fn everybody(db: &impl ConnectionTrait) -> Result<HashMap<String, KnownUser>, DbErr> {
    let at_work: Vec<Uuid> = users::Entity::find()
        .filter(users::at_work())
        .select_only()
        .column(users::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let found: Vec<(Uuid, String)> = users::Entity::find()
        .select_only()
        .columns([users::Column::Id, users::Column::Email])
        .into_tuple()
        .all(db)
        .await?;
    let known = |id| KnownUser { id, is_at_work: at_work.contains(&id) };
    Ok(found.into_iter().map(|(id, email)| (email.to_lowercase(), known(id))).collect())
}

async fn proposed_seats(db: &impl ConnectionTrait) -> Result<HashMap<Uuid, usize>, DbErr> {
    let of_courses = sea_orm::sea_query::Query::select()
        .column(entity::courses::Column::SeatHoldId)
        .from(entity::courses::Entity)
        .and_where(entity::courses::Column::SeatHoldId.is_not_null())
        .to_owned();
    let found = seat_holds::Entity::find().filter(seat_holds::Column::Id.not_in_subquery(of_courses)).all(db).await?;
    let mut seats = HashMap::new();
    for hold in found {
        *seats.entry(hold.mentor_id).or_default() += 1;
    }
    Ok(seats)
}
