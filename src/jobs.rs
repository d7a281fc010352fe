//! Everything that runs by the clock, in one table. Each job is safe to run twice, and on several machines.

use std::{fmt::Display, time::Duration};

use tokio::{sync::watch, time::interval};

use crate::{
    account,
    app::App,
    course, enquiry, matching,
    mentor::{self, index},
    message::{self, Composer},
    referral, survey,
};

/// Who composes the letters of each kind.
pub const LETTERS: &[(&str, Composer)] = &[
    (account::letters::INVITATION, |desk, id| Box::pin(account::letters::invitation(desk, id))),
    (account::letters::PASSWORD_RESET, |desk, id| Box::pin(account::letters::password_reset(desk, id))),
    (account::letters::PASSWORD_CHANGED, |desk, id| Box::pin(account::letters::password_changed(desk, id))),
    (course::letters::ENDED_MENTOR, |desk, id| Box::pin(course::letters::ended_mentor(desk, id))),
    (course::letters::ENDED_REFERRER, |desk, id| Box::pin(course::letters::ended_referrer(desk, id))),
    (matching::letters::PROPOSED, |desk, id| Box::pin(matching::letters::proposed(desk, id))),
    (matching::letters::REMINDER, |desk, id| Box::pin(matching::letters::reminder(desk, id))),
    (matching::letters::ASKED, |desk, id| Box::pin(matching::letters::asked(desk, id))),
    (matching::letters::ANSWERED, |desk, id| Box::pin(matching::letters::answered(desk, id))),
    (matching::letters::MENTEE_ASKED, |desk, id| Box::pin(matching::letters::mentee_asked(desk, id))),
    (matching::letters::MENTEES_TURN, |desk, id| Box::pin(matching::letters::mentees_turn(desk, id))),
    (matching::letters::BACK_IN_QUEUE, |desk, id| Box::pin(matching::letters::back_in_queue(desk, id))),
    (matching::letters::DECLINED, |desk, id| Box::pin(matching::letters::declined(desk, id))),
    (matching::letters::BEGUN_MENTOR, |desk, id| Box::pin(matching::letters::begun_mentor(desk, id))),
    (matching::letters::BEGUN_REFERRER, |desk, id| Box::pin(matching::letters::begun_referrer(desk, id))),
    (mentor::application::letters::CONFIRM_EMAIL, mentor::application::letters::confirm_email),
    (mentor::application::letters::ALREADY_KNOWN, mentor::application::letters::already_known),
    (survey::LETTER, survey::survey_link),
    (referral::letters::ACCEPTED, |desk, id| Box::pin(referral::letters::accepted(desk, id))),
    (referral::letters::QUESTION, |desk, id| Box::pin(referral::letters::question(desk, id))),
    (referral::letters::DECLINED, |desk, id| Box::pin(referral::letters::declined(desk, id))),
    (referral::letters::INTEREST, |desk, id| Box::pin(referral::letters::interest(desk, id))),
    (referral::letters::INTEREST_LOST, |desk, id| Box::pin(referral::letters::interest_lost(desk, id))),
];

/// Runs every job at its pace, in seconds, until `stopped` says so. A job that has begun is finished first.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
    let every = |seconds| Pace { seconds, app: app.clone(), stopped: stopped.clone() };
    tokio::join!(
        every(0.5).run("search index", |app| async move { index::keep(&app).await }),
        every(2.0).run("mail", |app| async move { message::deliver_due(&app.desk(), &app.post, LETTERS).await }),
        every(3600.0).run("account clean-up", |app| async move { account::clean_up(&app.db, app.clock.now()).await }),
        every(600.0).run("expired proposals", |app| async move { matching::expire(&app.db, app.clock.now()).await }),
        every(600.0)
            .run("reminders", |app| async move { matching::remind(&app.db, app.clock.now(), &app.config.rules).await }),
        every(3600.0).run("unconfirmed applications", |app| async move {
            mentor::application::remove_unconfirmed(&app.db, app.clock.today()).await
        }),
        every(600.0).run("surveys", |app| async move { survey::schedule(&app.db).await }),
        every(3600.0).run("old enquiries", |app| async move { enquiry::remove_old(&app.db, app.clock.now()).await }),
        every(3600.0)
            .run("old drafts", |app| async move { referral::draft::remove_old(&app.db, app.clock.now()).await }),
    );
}

struct Pace {
    seconds: f64,
    app: App,
    stopped: watch::Receiver<bool>,
}

impl Pace {
    /// A job that failed runs again at its next turn; the operator hears of it.
    async fn run<T, E, F>(mut self, name: &'static str, job: impl Fn(App) -> F)
    where
        E: Display,
        F: Future<Output = Result<T, E>>,
    {
        let mut turns = interval(Duration::from_secs_f64(self.seconds));
        loop {
            tokio::select! {
                _ = self.stopped.changed() => return,
                _ = turns.tick() => (),
            }
            if let Err(error) = job(self.app.clone()).await {
                tracing::error!(job = name, "{error:#}");
            }
        }
    }
}
