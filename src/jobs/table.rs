//! Every job with its pace.

use std::time::Duration;

use sea_orm::PaginatorTrait;

use super::{Job, LETTERS};
use crate::{
    account, enquiry, matching,
    mentor::{self, index},
    message, planning, record, referral, survey,
};

const OFTEN: Duration = Duration::from_millis(500);
const SECOND: Duration = Duration::from_secs(1);
const SOON: Duration = Duration::from_secs(2);
const TEN_MINUTES: Duration = Duration::from_secs(600);
const HOUR: Duration = Duration::from_secs(3600);

pub fn all() -> Vec<Job> {
    vec![
        Job::new("search-index", OFTEN, |app| async move { index::keep(&app).await })
            .counting(|app| async move { index::behind(&app).await }),
        Job::new("mail", SOON, |app| async move { message::deliver_due(&app.desk(), &app.post, LETTERS).await })
            .counting(|app| async move { entity::messages::due(app.clock.now()).count(&app.db).await }),
        Job::new(
            "security-log",
            SECOND,
            |app| async move { app.security.write_waiting(&app.db, app.clock.now()).await },
        ),
        Job::new(
            "old-security-log",
            HOUR,
            |app| async move { record::forget_old_events(&app.db, app.clock.now()).await },
        ),
        Job::new("log-seals", HOUR, |app| async move { record::seal_logs(&app.db, app.clock.now()).await }),
        Job::new("account-clean-up", HOUR, |app| async move { account::clean_up(&app.db, app.clock.now()).await }),
        Job::new(
            "expired-proposals",
            TEN_MINUTES,
            |app| async move { matching::expire(&app.db, app.clock.now()).await },
        ),
        Job::new("reminders", TEN_MINUTES, |app| async move {
            matching::remind(&app.db, app.clock.now(), &app.config.rules).await
        }),
        Job::new("unconfirmed-applications", HOUR, |app| async move {
            mentor::application::remove_unconfirmed(&app.db, app.clock.today()).await
        }),
        Job::new("certificates", HOUR, |app| async move {
            mentor::screening::tell_expiring(&app.db, app.clock.now()).await
        }),
        Job::new("interest", HOUR, |app| async move {
            let (now, rules) = (app.clock.now(), &app.config.rules);
            referral::interest::ask_unsure(&app.db, now, &app.sms, rules).await?;
            referral::interest::ask_again(&app.db, now).await?;
            referral::interest::close_unanswered(&app.db, now, rules).await
        }),
        Job::new("plans", SOON, |app| async move {
            planning::keep((&app.db, &app.search, &app.config.rules, app.clock.now())).await
        }),
        Job::new("surveys", TEN_MINUTES, |app| async move { survey::schedule(&app.db).await }),
        Job::new("old-enquiries", HOUR, |app| async move { enquiry::remove_old(&app.db, app.clock.now()).await }),
        Job::new("old-drafts", HOUR, |app| async move { referral::draft::remove_old(&app.db, app.clock.now()).await }),
    ]
}
