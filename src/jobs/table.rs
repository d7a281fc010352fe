//! Every pump with its pace, and every job by the clock with its times.

use std::time::Duration;

use chrono::{NaiveTime, TimeDelta};
use sea_orm::PaginatorTrait;

use super::{
    ClockJob, LETTERS, Pump, forget,
    schedule::{CatchUp, Schedule},
};
use crate::{
    account,
    clock::local_date,
    course::{concern, did_you_meet, follow_up, onward, silence},
    enquiry, matching,
    mentor::{application, index, screening},
    message, planning, questionnaire, record, referral,
    referral::interest,
    survey::{self, a_year_later, quiet_test, second_contacts},
    today::digest,
};

const OFTEN: Duration = Duration::from_millis(500);
const SECOND: Duration = Duration::from_secs(1);
const SOON: Duration = Duration::from_secs(2);

/// No clock change is near it, and whatever it wants of people is there before they begin their day.
const MORNING: Schedule = daily(6);
/// After all that is decided by night, and before people begin their week.
const EARLY: Schedule = daily(7);
/// When people are home and answer.
const EVENING: Schedule = daily(17);
/// When the day before has settled, in winter and in summer.
const SETTLED: Schedule = daily(9);
const HOURLY: Schedule = Schedule::Every(TimeDelta::hours(1));
const TEN_MINUTES: Schedule = Schedule::Every(TimeDelta::minutes(10));

const fn daily(hour: u32) -> Schedule {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => Schedule::Daily(time),
        None => Schedule::Daily(NaiveTime::MIN),
    }
}

pub fn pumps() -> Vec<Pump> {
    vec![
        Pump::new("search-index", OFTEN, |app| async move { index::keep(&app).await })
            .counting(|app| async move { index::behind(&app).await }),
        Pump::new("mail", SOON, |app| async move { message::deliver_due(&app.desk(), &app.post, LETTERS).await })
            .counting(|app| async move { entity::messages::due(app.clock.now()).count(&app.db).await }),
        Pump::new(
            "security-log",
            SECOND,
            |app| async move { app.security.write_waiting(&app.db, app.clock.now()).await },
        ),
        Pump::new("plans", OFTEN, |app| async move {
            planning::keep((&app.db, &app.search, &app.config.rules, app.clock.now())).await
        }),
    ]
}

/// The jobs by the clock. Dated acts are made up for day by day; of what only tidies up, the newest time stands for all.
pub fn jobs() -> Vec<ClockJob> {
    let mut all = acts();
    all.extend(after_the_match());
    all.extend(afterwards());
    all.extend(tidying());
    all
}

fn acts() -> Vec<ClockJob> {
    vec![
        ClockJob::each(
            "expired-proposals",
            (MORNING, CatchUp::Each),
            |app, at| async move { matching::overdue(&app.db, at).await },
            |_, tx, at, id| async move { matching::expire(&*tx, at, id).await },
        ),
        ClockJob::each(
            "reminders",
            (MORNING, CatchUp::Each),
            |app, at| async move { matching::unanswered(&app.db, at, &app.config.rules).await },
            |_, tx, at, id| async move { matching::remind(&*tx, at, id).await },
        ),
        ClockJob::writing(
            "interest-questions",
            (MORNING, CatchUp::Each),
            |app, at| async move { interest::unsure(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { interest::ask_unsure(&*tx, at, (&app.sms, &app.config.rules), id).await },
        ),
        ClockJob::each(
            "interest-reminders",
            (MORNING, CatchUp::Each),
            |app, at| async move { interest::unanswered(&app.db, at).await },
            |_, tx, at, id| async move { interest::ask_again(&*tx, at, id).await },
        ),
        ClockJob::each(
            "interest-closings",
            (MORNING, CatchUp::Each),
            |app, at| async move { interest::overdue(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { interest::close_unanswered(&*tx, at, &app.config.rules, id).await },
        ),
        ClockJob::writing(
            "certificates",
            (MORNING, CatchUp::Latest),
            |app, at| async move { screening::expiring(&app.db, at).await },
            |_, tx, at, id| async move { screening::tell_expiring(&*tx, at, id).await },
        ),
        ClockJob::each(
            "digests",
            (EARLY, CatchUp::Each),
            |app, at| async move { digest::to_send(&app.db, at).await },
            |_, tx, at, id| async move { digest::send(&*tx, at, id).await },
        ),
        ClockJob::own("log-seals", (SETTLED, CatchUp::Latest), |app, at| async move {
            record::seal_logs(&app.db, at).await
        }),
    ]
}

/// What keeps a course alive.
fn after_the_match() -> Vec<ClockJob> {
    vec![
        ClockJob::each(
            "met-settlements",
            (MORNING, CatchUp::Each),
            |app, at| async move { did_you_meet::to_settle(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { did_you_meet::settle(&*tx, at, &app.config.rules, id).await },
        ),
        ClockJob::writing(
            "met-questions",
            (MORNING, CatchUp::Latest),
            |app, at| async move { did_you_meet::to_ask(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { did_you_meet::ask(&*tx, at, &app.config.rules, id).await },
        ),
        ClockJob::writing(
            "silence-steps",
            (MORNING, CatchUp::Latest),
            |app, at| async move { silence::to_take(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { silence::take(&*tx, at, (&app.sms, &app.config.rules), id).await },
        ),
        ClockJob::writing(
            "onward-questions",
            (MORNING, CatchUp::Latest),
            |app, at| async move { onward::to_ask(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { onward::ask(&*tx, at, &app.config.rules, id).await },
        ),
        ClockJob::each(
            "concerns",
            (TEN_MINUTES, CatchUp::Latest),
            |app, at| async move { concern::untaken(&app.db, at).await },
            |_, tx, at, id| async move { concern::pass_on(&*tx, at, id).await },
        ),
        ClockJob::each(
            "follow-ups",
            (TEN_MINUTES, CatchUp::Latest),
            |app, at| async move { follow_up::out_of_step(&app.db, &app.config.rules, local_date(at)).await },
            |app, tx, at, id| async move { follow_up::keep(&*tx, &app.config.rules, local_date(at), id).await },
        ),
    ]
}

/// What asks how it went.
fn afterwards() -> Vec<ClockJob> {
    vec![
        ClockJob::each(
            "surveys",
            (TEN_MINUTES, CatchUp::Latest),
            |app, _| async move { survey::to_schedule(&app.db).await },
            |_, tx, _, id| async move { survey::schedule_for(&*tx, id).await },
        ),
        ClockJob::writing(
            "survey-invitations",
            (EVENING, CatchUp::Latest),
            |app, at| async move { survey::to_invite(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { survey::invite(&*tx, at, (&app.sms, &app.config.rules), id).await },
        ),
        ClockJob::writing(
            "quiet-tests",
            (EVENING, CatchUp::Latest),
            |app, at| async move { quiet_test::to_ask(&app.db, at).await },
            |app, tx, at, id| async move { quiet_test::ask(&*tx, at, &app.sms, id).await },
        ),
        ClockJob::each(
            "survey-messages",
            (TEN_MINUTES, CatchUp::Latest),
            |app, _| async move { survey::unnoted(&app.db).await },
            |_, tx, _, id| async move { survey::note(&*tx, id).await },
        ),
        ClockJob::writing(
            "a-year-later",
            (MORNING, CatchUp::Latest),
            |app, at| async move { a_year_later::to_tell(&app.db, at).await },
            |_, tx, at, id| async move { a_year_later::tell(&*tx, at, id).await },
        ),
        ClockJob::each(
            "questionnaires",
            (TEN_MINUTES, CatchUp::Latest),
            |app, at| async move { questionnaire::to_keep(&app.db, at).await },
            |_, tx, at, id| async move { questionnaire::keep(&*tx, at, id).await },
        ),
        ClockJob::writing(
            "questionnaire-letters",
            (EVENING, CatchUp::Latest),
            |app, at| async move { questionnaire::to_ask(&app.db, at).await },
            |app, tx, at, id| async move { questionnaire::ask(&*tx, at, &app.sms, id).await },
        ),
    ]
}

fn tidying() -> Vec<ClockJob> {
    const DAILY: (Schedule, CatchUp) = (MORNING, CatchUp::Latest);
    vec![
        ClockJob::each(
            "unconfirmed-applications",
            DAILY,
            |app, at| async move { application::unconfirmed(&app.db, local_date(at)).await },
            |_, tx, _, id| async move { application::remove_unconfirmed(&*tx, id).await },
        ),
        ClockJob::each(
            "old-enquiries",
            DAILY,
            |app, at| async move { enquiry::over(&app.db, at).await },
            |_, tx, at, id| async move { enquiry::remove(&*tx, at, id).await },
        ),
        ClockJob::whole("account-clean-up", (HOURLY, CatchUp::Latest), |_, tx, at| async move {
            account::clean_up(&*tx, at).await
        }),
        ClockJob::whole(
            "old-security-log",
            DAILY,
            |_, tx, at| async move { record::forget_old_events(&*tx, at).await },
        ),
        ClockJob::whole("contact-ways", DAILY, |_, tx, at| async move {
            message::try_soft_again(&*tx, local_date(at)).await
        }),
        ClockJob::whole("texts-without-receipt", (HOURLY, CatchUp::Latest), |app, tx, at| async move {
            message::doubt_unreceipted(&*tx, at, &app.sms).await
        }),
        ClockJob::each(
            "old-second-contacts",
            DAILY,
            |app, at| async move { second_contacts::forgotten(&app.db, at, &app.config.rules).await },
            |app, tx, at, id| async move { second_contacts::forget(&*tx, at, &app.config.rules, id).await },
        ),
        ClockJob::whole("old-drafts", DAILY, |_, tx, at| async move { referral::draft::remove_old(&*tx, at).await }),
        ClockJob::whole("old-job-runs", DAILY, |_, tx, at| async move { forget::forget_old_runs(&*tx, at).await }),
    ]
}
