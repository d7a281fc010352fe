//! The tables of a backup, in an order in which each only points to those before it.

use entity::{
    absences, advice_requests, agreements, calendar_answers, changes, concerns, consents, contact_attempts,
    contact_stops, contact_ways, course_agreements, course_extensions, course_pauses, courses, enquiries, expectations,
    fits, follow_up_tries, follow_ups, goals, held_letters, housing_areas, imported_things, imports, index_changes,
    interview_consents, interview_samples, interview_strata, interviewees, kept_forms, known_devices, links, log_seals,
    matching_meetings, meeting_questions, meetings, mentor_activities, mentor_industries, mentor_pauses, mentors,
    messages, notes, onward_plans, onward_questions, opt_outs, pair_decisions, partners, past_endings, past_meetings,
    planned_meetings, planned_pairs, preparations, projects, proposals, questionnaire_answers, questionnaires,
    readings, reason_consequences, referral_drafts, referral_industries, referrals, responsibilities, seat_holds,
    seats, security_events, sessions, sign_in_attempts, silence_steps, stand_ins, status_replies, status_updates,
    submissions, survey_answers, surveys, text_answers, today_snoozes, unknown_word_uses, unknown_words, users,
    vocabulary_words, withholdings, year_letter_surveys, year_letters, young_people,
};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, EntityTrait, StreamTrait};

use super::copy::{pointing_table, table};

/// What a backup leaves out: who is signed in, who tried to and on which device, how the jobs and the ways out went, and what
/// is kept for a day or two between typing and sending; and what follows from the rest by itself.
pub const LEFT_OUT: [&str; 10] = [
    "sessions",
    "sign_in_attempts",
    "known_devices",
    "jobs",
    "job_runs",
    "sender_stops",
    "kept_forms",
    "link_drafts",
    "submissions",
    "search_texts",
];

/// Copies every table into an empty file.
pub async fn fill_file(
    from: &(impl ConnectionTrait + StreamTrait),
    to: &(impl ConnectionTrait + sea_orm::TransactionTrait),
) -> Result<u64, DbErr> {
    let tx = to.begin().await?;
    let rows = copy(from, &tx).await?;
    sea_orm::TransactionSession::commit(tx).await?;
    Ok(rows)
}

/// Copies every table into an empty platform. Links and messages of its own make room.
pub async fn fill_platform(
    from: &(impl ConnectionTrait + StreamTrait),
    to: &impl ConnectionTrait,
) -> Result<u64, DbErr> {
    sessions::Entity::delete_many().exec(to).await?;
    sign_in_attempts::Entity::delete_many().exec(to).await?;
    known_devices::Entity::delete_many().exec(to).await?;
    kept_forms::Entity::delete_many().exec(to).await?;
    submissions::Entity::delete_many().exec(to).await?;
    links::Entity::delete_many().exec(to).await?;
    withholdings::Entity::delete_many().exec(to).await?;
    messages::Entity::delete_many().exec(to).await?;
    opt_outs::Entity::delete_many().exec(to).await?;
    contact_ways::Entity::delete_many().exec(to).await?;
    index_changes::Entity::delete_many().exec(to).await?;
    // The restored logs are whole as they were sealed; nothing of another platform stands among them.
    security_events::Entity::delete_many().exec(to).await?;
    log_seals::Entity::delete_many().exec(to).await?;
    let rows = copy(from, to).await?;
    if to.get_database_backend() == DbBackend::Postgres {
        // The numbers go on after the copied ones.
        let next = "SELECT setval(pg_get_serial_sequence('index_changes', 'sequence'), max(sequence)) FROM index_changes \
             HAVING max(sequence) IS NOT NULL";
        to.execute_unprepared(next).await?;
    }
    Ok(rows)
}

async fn copy(from: &(impl ConnectionTrait + StreamTrait), to: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let mut rows = people(from, to).await?;
    rows += cases(from, to).await?;
    Ok(rows + records(from, to).await?)
}

async fn people(from: &(impl ConnectionTrait + StreamTrait), to: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Ok(table::<projects::Entity>(from, to).await?
        + table::<partners::Entity>(from, to).await?
        + table::<housing_areas::Entity>(from, to).await?
        + table::<users::Entity>(from, to).await?
        + table::<absences::Entity>(from, to).await?
        + table::<responsibilities::Entity>(from, to).await?
        + table::<agreements::Entity>(from, to).await?
        + table::<links::Entity>(from, to).await?
        + table::<mentors::Entity>(from, to).await?
        + table::<mentor_industries::Entity>(from, to).await?
        + table::<mentor_activities::Entity>(from, to).await?
        + table::<mentor_pauses::Entity>(from, to).await?
        + table::<seats::Entity>(from, to).await?
        + table::<seat_holds::Entity>(from, to).await?
        + table::<imports::Entity>(from, to).await?
        + table::<imported_things::Entity>(from, to).await?
        + table::<held_letters::Entity>(from, to).await?
        + table::<vocabulary_words::Entity>(from, to).await?
        + table::<reason_consequences::Entity>(from, to).await?)
}

async fn cases(from: &(impl ConnectionTrait + StreamTrait), to: &impl ConnectionTrait) -> Result<u64, DbErr> {
    use courses::Column::RematchOf;
    use follow_up_tries::Column as Tries;
    use young_people::Column::MergedInto;
    let people = pointing_table::<young_people::Entity>(from, to, young_people::Column::Id, MergedInto).await?;
    Ok(people
        + table::<referrals::Entity>(from, to).await?
        + table::<referral_industries::Entity>(from, to).await?
        + table::<fits::Entity>(from, to).await?
        + table::<referral_drafts::Entity>(from, to).await?
        + table::<enquiries::Entity>(from, to).await?
        + table::<unknown_words::Entity>(from, to).await?
        + table::<unknown_word_uses::Entity>(from, to).await?
        + table::<consents::Entity>(from, to).await?
        + table::<proposals::Entity>(from, to).await?
        + table::<matching_meetings::Entity>(from, to).await?
        + table::<planned_pairs::Entity>(from, to).await?
        + table::<pair_decisions::Entity>(from, to).await?
        + pointing_table::<courses::Entity>(from, to, courses::Column::Id, RematchOf).await?
        + table::<stand_ins::Entity>(from, to).await?
        + table::<course_agreements::Entity>(from, to).await?
        + table::<preparations::Entity>(from, to).await?
        + table::<expectations::Entity>(from, to).await?
        + table::<goals::Entity>(from, to).await?
        + table::<course_extensions::Entity>(from, to).await?
        + table::<course_pauses::Entity>(from, to).await?
        + table::<meetings::Entity>(from, to).await?
        + table::<past_meetings::Entity>(from, to).await?
        + table::<past_endings::Entity>(from, to).await?
        + table::<planned_meetings::Entity>(from, to).await?
        + table::<calendar_answers::Entity>(from, to).await?
        + table::<meeting_questions::Entity>(from, to).await?
        + table::<silence_steps::Entity>(from, to).await?
        + table::<concerns::Entity>(from, to).await?
        + table::<contact_stops::Entity>(from, to).await?
        + table::<notes::Entity>(from, to).await?
        + table::<advice_requests::Entity>(from, to).await?
        + table::<onward_plans::Entity>(from, to).await?
        + table::<onward_questions::Entity>(from, to).await?
        + table::<follow_ups::Entity>(from, to).await?
        + pointing_table::<follow_up_tries::Entity>(from, to, Tries::Id, Tries::Replaces).await?
        + table::<status_updates::Entity>(from, to).await?
        + table::<status_replies::Entity>(from, to).await?
        + table::<surveys::Entity>(from, to).await?
        + table::<survey_answers::Entity>(from, to).await?
        + table::<questionnaires::Entity>(from, to).await?
        + table::<questionnaire_answers::Entity>(from, to).await?
        + table::<year_letters::Entity>(from, to).await?
        + table::<year_letter_surveys::Entity>(from, to).await?
        + table::<contact_attempts::Entity>(from, to).await?
        + table::<interview_consents::Entity>(from, to).await?
        + table::<interview_samples::Entity>(from, to).await?
        + table::<interview_strata::Entity>(from, to).await?
        + table::<interviewees::Entity>(from, to).await?)
}

async fn records(from: &(impl ConnectionTrait + StreamTrait), to: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Ok(table::<messages::Entity>(from, to).await?
        + table::<withholdings::Entity>(from, to).await?
        + table::<text_answers::Entity>(from, to).await?
        + table::<opt_outs::Entity>(from, to).await?
        + table::<contact_ways::Entity>(from, to).await?
        + table::<today_snoozes::Entity>(from, to).await?
        + table::<index_changes::Entity>(from, to).await?
        + table::<changes::Entity>(from, to).await?
        + table::<readings::Entity>(from, to).await?
        + table::<security_events::Entity>(from, to).await?
        + table::<log_seals::Entity>(from, to).await?)
}

/// A table that makes a platform one with records. Only a sign-in and what is made at the first start do not.
pub async fn first_filled(db: &impl ConnectionTrait) -> Result<Option<&'static str>, DbErr> {
    let found = [
        ("projects", projects::Entity::find().one(db).await?.is_some()),
        ("partners", partners::Entity::find().one(db).await?.is_some()),
        ("users", users::Entity::find().one(db).await?.is_some()),
        ("mentors", mentors::Entity::find().one(db).await?.is_some()),
        ("vocabulary_words", vocabulary_words::Entity::find().one(db).await?.is_some()),
        ("reason_consequences", reason_consequences::Entity::find().one(db).await?.is_some()),
        ("young_people", young_people::Entity::find().one(db).await?.is_some()),
        ("changes", changes::Entity::find().one(db).await?.is_some()),
    ];
    Ok(found.into_iter().find(|(_, is_filled)| *is_filled).map(|(table, _)| table))
}
