//! What people do with the letters they get.

use brobyg::message::Mail;

use super::{
    cast::{Temper, Two},
    years::Years,
};
use crate::support::Page;

impl Years {
    /// Somebody reads a letter, and presses what they press.
    pub async fn is_read(&self, mail: &Mail) {
        if !mail.text.contains("/met/") && !mail.text.contains("/there/") {
            return;
        }
        let path = self.app.path_in(mail);
        if let Some(two) = self.twos.iter().find(|two| two.own == mail.to) {
            if two.temper.is_there(two.age(self.day)) {
                self.young_person_answers(two, &path).await;
            }
        } else if let Some(two) = self.twos.iter().find(|two| two.mentor.email == mail.to) {
            if two.temper != Temper::NeverBegun && path.starts_with("/met/") {
                self.answers(&format!("{path}/answer"), self.have_met(two)).await;
            }
        } else if path.starts_with("/there/") && self.chance() {
            self.press(&format!("{path}/answer"), &[("answer", "will_call")]).await;
        }
    }

    async fn young_person_answers(&self, two: &Two, path: &str) {
        if path.starts_with("/there/") {
            self.press(path, &[("answer", "call_me")]).await;
        } else {
            let met = self.have_met(two) != (two.temper == Temper::Moody && self.chance());
            self.answers(path, met).await;
        }
    }

    /// Whether the two met in the last ten days.
    pub fn have_met(&self, two: &Two) -> bool {
        let age = two.age(self.day);
        (age - 10..=age).any(|age| two.temper.meets(age))
    }

    /// As the day is.
    fn chance(&self) -> bool {
        use chrono::Datelike;
        self.day.day().is_multiple_of(2)
    }

    async fn answers(&self, path: &str, have_met: bool) {
        if have_met {
            self.press(path, &[("answer", "met")]).await;
            return;
        }
        self.press(path, &[("answer", "not_met")]).await;
        let path = if path.ends_with("/answer") { path.to_owned() } else { format!("{path}/answer") };
        self.press(&path, &[("answer", "why"), ("why", "forgot")]).await;
    }

    /// A link that is spent meanwhile says so; anything else goes on.
    async fn press(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.app.visitor().submit(path, fields).await;
        assert!([303, 422].contains(&page.status.as_u16()), "{path}: {}", page.body);
        page
    }
}
