//! Somebody who was drawn for an evaluator, and those who refer.

use entity::{interview_strata::Stratum, links::LinkPurpose};

use super::Scene;

impl Scene {
    pub(super) async fn interview(&mut self) {
        let (staff, course) = (self.staff.clone(), self.own.course.clone());
        let drawn = self.app.drawn(&staff, &course, Stratum::Completed).await;
        self.name("sample.any", drawn.sample_id);
        self.name("interviewee.any", drawn.id);
        self.name("user.referrer_own", self.own.referrer.id);
        self.name("user.referrer_other", self.other.referrer.id);
        self.link("link.interview", LinkPurpose::Interview, drawn.id).await;
    }
}
