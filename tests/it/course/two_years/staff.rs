//! Three staff: they have holidays, open the list of the morning three days a week, and do its lines.

use brobyg::clock::local_date;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use entity::{User, courses, follow_up_tries, follow_ups, follow_ups::Side, meeting_questions, silence_steps};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    super::{date, form},
    cast::{Temper, Two},
    mornings::Seen,
    years::Years,
};
use crate::support::Browser;

/// Somebody is away so many days of so many.
const AWAY: u64 = 12;
const EVERY: i64 = 61;
/// From which day of these each of them is: the second is away too while they are the deputy of the first.
const FROM: [i64; 3] = [0, 8, 40];
/// Now and then the house is shut for some days, and each is the deputy of another who is away.
const SHUT: u64 = 5;
const SHUT_ON: [i64; 2] = [235, 540];

/// The days on which staff look.
pub fn is_at_work(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Mon | Weekday::Wed | Weekday::Fri)
}

impl Years {
    /// One after the other goes on holiday, and the next in the row steps in, whether they are there or not.
    pub async fn somebody_goes_away(&mut self, number: i64) {
        for (who, from) in FROM.into_iter().enumerate() {
            let days = if SHUT_ON.contains(&number) { SHUT } else { AWAY };
            if number % EVERY == from || days == SHUT {
                let (user, deputy) = (&self.staff[who], &self.staff[(who + 1) % self.staff.len()]);
                let until = self.day + Days::new(days - 1);
                self.app.is_away(user, deputy, self.day, until).await;
                self.away.push((who, self.day, until));
                self.absences += 1;
            }
        }
    }

    fn is_away(&self, who: usize) -> bool {
        self.away.iter().any(|(one, from, until)| *one == who && (*from..=*until).contains(&self.day))
    }

    /// Whoever is there opens their own list, and the administrator theirs; when all have looked, they do what stands in it.
    pub async fn staff_look(&mut self) {
        let mut seen = Seen::default();
        let away: Vec<usize> = (0..self.staff.len()).filter(|who| self.is_away(*who)).collect();
        let there = (0..self.staff.len()).filter(|who| !away.contains(who)).map(|who| &self.staff[who]);
        for user in there.chain([&self.administrator]) {
            let browser = Browser::signed_in(&self.app, user.clone()).await;
            seen.add(user, &browser.get("/today?responsible=mine").await.assert_ok().body);
        }
        self.nobody_is_forgotten(&seen).await;
        let of_administrator = seen.courses_of(&self.administrator);
        assert!(of_administrator == 0 || away.len() == 3, "{}: nobody passed it to the administrator", self.day);
        match away.len() {
            2 => self.both_away += 1,
            3 => self.passed_to_administrator += of_administrator,
            _ => {}
        }
        self.looked += 1;
        for (kind, id, user) in seen.lines() {
            self.does(&kind, id, &user).await;
        }
    }

    async fn does(&self, kind: &str, id: Uuid, user: &User) {
        let browser = Browser::signed_in(&self.app, user.clone()).await;
        match kind {
            "follow-up" => self.calls(&browser, id).await,
            "silence" => self.talks(&browser, id).await,
            "met" => self.finds_out(&browser, id).await,
            "past-end" => self.ends(&browser, id).await,
            "ended-without-onward" => {
                browser.submit(&format!("/today/{kind}/{id}/settlement"), &[]).await.assert_taken();
            }
            // An ending of the same morning tells it by itself.
            "untold" => drop(browser.submit(&format!("/today/{kind}/{id}/settlement"), &[]).await),
            _ => {}
        }
    }

    /// Rings, and writes down what comes of it; gives up when the rules allow it.
    async fn calls(&self, browser: &Browser, id: Uuid) {
        let call = follow_ups::Entity::find_by_id(id).one(self.app.db()).await.unwrap().unwrap();
        let two = self.two(call.course_id);
        let path = format!("/follow-ups/{id}");
        if call.side == Side::Mentor || two.temper.is_there(two.age(self.day)) {
            let said: &[(&str, &str)] = match call.side {
                Side::Both => &[("mood", "good"), ("review", "go_on")],
                Side::Mentor | Side::Mentee => &[("mood", "mixed")],
            };
            browser.submit(&path, said).await.assert_taken();
            return;
        }
        let tries = follow_up_tries::Entity::find().filter(follow_up_tries::Column::FollowUpId.eq(id));
        let tries = tries.all(self.app.db()).await.unwrap();
        let give_up = format!("{path}/not-reached");
        if browser.get(&path).await.body.contains(&give_up) {
            browser.submit(&give_up, &[]).await.assert_taken();
        } else if tries.iter().all(|tried| local_date(tried.tried_at) + Days::new(4) <= self.day) {
            let channel = ["phone", "email", "sms"][tries.len() % 3];
            let evening = date("tried", self.day - Days::new(1));
            let fields = [("result", "no_answer"), ("channel", channel), ("hour", "18.00")];
            let fields = if tries.len() == 1 { form(&evening, &fields) } else { fields[..2].to_vec() };
            browser.submit(&path, &fields).await.assert_taken();
        }
    }

    /// Talks with whoever can be reached about a silence, and says that it is done.
    async fn talks(&self, browser: &Browser, course: Uuid) {
        let steps = silence_steps::Entity::find().filter(silence_steps::for_staff());
        let steps = steps.filter(silence_steps::Column::CourseId.eq(course)).all(self.app.db()).await.unwrap();
        for step in steps {
            browser.submit(&self.two(course).path(&format!("/silence/{}", step.id)), &[]).await.assert_taken();
        }
    }

    async fn finds_out(&self, browser: &Browser, course: Uuid) {
        let open = meeting_questions::Entity::find().filter(meeting_questions::open());
        let open = open.filter(meeting_questions::Column::CourseId.eq(course)).all(self.app.db()).await.unwrap();
        let two = self.two(course);
        let met = if self.have_met(two) { "met" } else { "not_met" };
        for question in open {
            let path = two.path(&format!("/questions/{}/settlement", question.id));
            browser.submit(&path, &[("met", met), ("note", "Ringet til begge")]).await.assert_taken();
        }
    }

    async fn ends(&self, browser: &Browser, course: Uuid) {
        let two = self.two(course);
        let reason = if two.temper == Temper::NeverBegun { "no_time" } else { "no_contact" };
        let day = date("ended_on", self.day);
        let fields = [("ended_by", "both"), ("reason", reason), ("step", "confirm")];
        browser.submit(&two.path("/ending"), &form(&day, &fields)).await.assert_taken();
    }

    pub fn two(&self, course: Uuid) -> &Two {
        self.twos.iter().find(|two| two.course.id == course).unwrap()
    }

    pub async fn is_running(&self, two: &Two) -> bool {
        let course = courses::Entity::find_by_id(two.course.id).one(self.app.db()).await.unwrap();
        course.unwrap().ended_on.is_none()
    }
}
