//! The walk: each day the clock's jobs, staff at their desks, the post, and what people do.

use std::{collections::HashSet, time::Duration};

use brobyg::{
    clock::Clock,
    jobs::{LETTERS, LeaseClock, Runner, jobs},
    message::{self, Mail},
};
use chrono::{Days, NaiveDate};
use entity::{Partner, User, users::Role};
use tokio::sync::watch;

use super::{
    super::{date, form, held, planned::local},
    cast::{TURN, Temper, Two},
    staff::is_at_work,
};
use crate::support::{self, Browser, TestApp, today};

const DAYS: i64 = 730;
const COURSES: usize = 18;
/// Days between two matches.
const APART: i64 = 20;

pub struct Years {
    pub app: TestApp,
    lease: Clock,
    pub twos: Vec<Two>,
    /// Whoever refers, and for which partner.
    referring: (Partner, User),
    pub staff: Vec<User>,
    /// Who has the work of those whose deputies are all away.
    pub administrator: User,
    /// Which of staff was away, from when until when.
    pub away: Vec<(usize, NaiveDate, NaiveDate)>,
    pub absences: usize,
    /// Mornings on which one of staff and their deputy were away at once.
    pub both_away: usize,
    /// Lines that stood with the administrator, as all of staff were away.
    pub passed_to_administrator: usize,
    /// Mornings on which somebody looked.
    pub looked: usize,
    read: HashSet<String>,
    pub day: NaiveDate,
}

impl Years {
    pub async fn begin() -> Self {
        let app = support::start().await;
        let partner = app.partner("Helhedsplan Vest").await;
        let referrer = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
        let mut staff = Vec::new();
        for name in ["Asta Friis", "Bo Kjær", "Carla Dahl"] {
            staff.push(app.user(name, Role::Staff, None).await);
        }
        let administrator = app.user("Dorte Bro", Role::Administrator, None).await;
        let lease = Clock::standing_at(app.app.clock.now());
        let (twos, read) = (Vec::new(), HashSet::new());
        Self {
            app,
            lease,
            twos,
            referring: (partner, referrer),
            staff,
            administrator,
            away: Vec::new(),
            absences: 0,
            both_away: 0,
            passed_to_administrator: 0,
            looked: 0,
            read,
            day: today(),
        }
    }

    pub async fn walk(&mut self) {
        for number in 0..DAYS {
            self.day = today() + Days::new(number as u64 + 1);
            self.turn(5);
            self.somebody_is_matched(number).await;
            self.somebody_goes_away(number).await;
            self.turn(7);
            self.jobs().await;
            self.turn(9);
            if is_at_work(self.day) {
                self.staff_look().await;
            }
            self.turn(13);
            self.post().await;
            self.turn(18);
            self.life().await;
            self.post().await;
        }
    }

    /// Moves both clocks on to that hour of the day.
    fn turn(&self, hour: u32) {
        let on = local(self.day, hour, 10) - self.app.app.clock.now();
        self.app.app.clock.advance(on);
        self.lease.advance(on);
    }

    /// Does what is due by the clock.
    async fn jobs(&self) {
        let (_stop, mut stopped) = watch::channel(false);
        let lease = LeaseClock::OfMachine(self.lease.clone());
        let runner = Runner::new(self.app.app.clone(), jobs(), lease, Duration::from_secs(10));
        runner.do_due(&mut stopped).await.unwrap();
    }

    async fn somebody_is_matched(&mut self, number: i64) {
        if number % APART == 0 && self.twos.len() < COURSES {
            let (partner, referrer) = (&self.referring.0, &self.referring.1);
            let two = Two::matched(&self.app, self.twos.len(), (partner, referrer), self.day).await;
            let user = &self.staff[self.twos.len() % self.staff.len()];
            self.app.sees_to(user, entity::responsibilities::Thing::Course, two.course.id).await;
            self.twos.push(two);
        }
    }

    /// Sends what is due; whoever gets it answers, or does not.
    async fn post(&mut self) {
        message::deliver_due(&self.app.app.desk(), &self.app.app.post, LETTERS).await.unwrap();
        for mail in self.new_mails().await {
            self.is_read(&mail).await;
        }
    }

    async fn new_mails(&mut self) -> Vec<Mail> {
        let folder = self.app.app.post.folder().unwrap();
        let names = folder.names().await.unwrap();
        let mut mails = Vec::new();
        for name in names.into_iter().rev().filter(|name| self.read.insert(name.clone())).collect::<Vec<_>>() {
            mails.push(folder.read(&name).await.unwrap().unwrap());
        }
        mails
    }

    /// They meet or do not; they pause, take back, are worried.
    async fn life(&self) {
        for two in &self.twos {
            let age = two.age(self.day);
            if two.temper.meets(age) && two.temper.writes() && self.is_running(two).await {
                held(&self.app, &two.course, self.day).await;
            }
            if age == TURN {
                self.turns(two).await;
            }
        }
    }

    async fn turns(&self, two: &Two) {
        let staff = Browser::signed_in(&self.app, self.staff[0].clone()).await;
        match two.temper {
            Temper::Pauses => {
                let days = [date("from_on", self.day), date("until_on", self.day + Days::new(20))].concat();
                staff.submit(&two.path("/pause"), &form(&days, &[("reason", "Ferie")])).await.assert_taken();
            }
            Temper::Withdraws => {
                let path = format!("/referrals/{}/consents/withdrawal", two.referral.id);
                staff.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();
            }
            Temper::Stopped => {
                let said = [("said", "De skændes"), ("stop", "yes")];
                staff.submit(&two.path("/concerns"), &said).await.assert_taken();
            }
            _ => {}
        }
    }
}
