//! What the young person sees behind the link.

use askama::Template;
use entity::Expectation;

use super::MyMentor;
use crate::{course::stand_in::StandingIn, language::Tr, page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "course/my_mentor.html")]
pub struct MyMentorPage {
    pub ctx: Ctx,
    /// Nothing when the link shows nothing any more.
    pub mentor: Option<MyMentor>,
    /// Who stands in for the mentor, now or next.
    pub stand_in: Option<StandingIn>,
    /// Whether contact with the mentor is stopped for now.
    pub is_stopped: bool,
    /// Where the young person says what they expect; empty once they have, or have met.
    pub expectation_form: String,
    /// What the mentor expects, once both have answered or have met.
    pub mentor_expects: Option<Expectation>,
    /// Where the young person says that they are worried; empty when the link shows nothing any more.
    pub concern: String,
}

impl MyMentorPage {
    /// Who the mentor is.
    fn who(&self, mine: &MyMentor) -> String {
        let who = |tr: Tr| tr.t2("course-letter-mentee-who", "name", &*mine.name, "occupation", &*mine.occupation);
        self.ctx.beside(who)
    }

    /// By when they call.
    fn calls(&self, mine: &MyMentor) -> String {
        self.ctx.beside(|tr| tr.t2(mine.calls_key(), "name", &*mine.name, "date", tr.date(&mine.calls_by)))
    }
}

reveals_nobody!(MyMentorPage);
