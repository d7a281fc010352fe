//! What the pages of a questionnaire show.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{
    forms::AnswersForm,
    sheet::Put,
    views::{AnswerView, PairView, Question, questions},
    waves::PairOverTime,
    words::is_help,
};
use crate::{
    form::ShownErrors,
    language::{Tr, languages},
    page::Ctx,
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::Choice,
};

/// Behind the link: whose it is and what it is about, and then the questions.
#[derive(Template)]
#[template(path = "questionnaire/link.html")]
pub struct LinkedPage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// Whether it asks about a course that runs.
    pub is_progress: bool,
    /// The course, where somebody else is told of the young person.
    pub course_id: Option<Uuid>,
    /// What it is about.
    pub lead: String,
    /// The last day on which it can be answered.
    pub closes: String,
    /// The pages of all questions, and of the first one alone.
    pub all: String,
    pub one: String,
    /// Where somebody is who goes from question to question.
    pub step: Option<StepView>,
    pub form: AnswersForm,
    /// None before whose it is was confirmed.
    pub questions: Vec<Question>,
    pub errors: ShownErrors,
}

/// Which of how many questions it is.
pub struct StepView {
    pub number: usize,
    pub of: usize,
    pub is_last: bool,
    /// The question before it; empty on the first.
    pub back: String,
}

impl LinkedPage {
    /// Where the link opens nothing.
    pub(super) fn closed(ctx: Ctx) -> Self {
        Self {
            ctx,
            whose: None,
            is_progress: false,
            course_id: None,
            lead: String::new(),
            closes: String::new(),
            all: String::new(),
            one: String::new(),
            step: None,
            form: AnswersForm::default(),
            questions: Vec::new(),
            errors: ShownErrors::default(),
        }
    }

    /// The questions, with what was answered or typed.
    pub(super) fn asking(self, put: &[Put], form: AnswersForm, errors: ShownErrors) -> Self {
        let questions = questions(self.ctx.tr, put, &form);
        let is_help = put.iter().any(|one| is_help(self.ctx.tr, one.instrument));
        Self { ctx: Ctx { is_help, ..self.ctx }, questions, form, errors, ..self }
    }
}

/// After the survey: what else is asked, by the same link.
#[derive(Template)]
#[template(path = "questionnaire/more.html")]
pub struct MorePage {
    pub ctx: Ctx,
    pub questions: usize,
    /// Where somebody goes who has said enough.
    pub done: String,
}

/// For staff, who write down what is told on the phone.
#[derive(Template)]
#[template(path = "questionnaire/phone.html")]
pub struct PhonePage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// Where the form is sent.
    pub action: String,
    /// Where the answers stand.
    pub back: String,
    pub side_in_words: String,
    /// Whether it can be answered now; otherwise nothing is asked.
    pub is_open: bool,
    /// Whether the young person says no to being asked.
    pub is_refused: bool,
    pub closes: String,
    /// The languages in which it can have been asked.
    pub languages: Vec<Choice>,
    pub form: AnswersForm,
    pub questions: Vec<Question>,
    pub errors: ShownErrors,
}

/// The languages in which young people are asked.
pub(super) fn asked_in(tr: Tr) -> Vec<Choice> {
    Tr::ALL.into_iter().map(|spoken| Choice::new(spoken.lang(), languages::name(tr, spoken.lang()))).collect()
}

impl PhonePage {
    pub(super) fn asking(self, put: &[Put], form: AnswersForm, errors: ShownErrors) -> Self {
        let questions = questions(self.ctx.tr, put, &form);
        Self { questions, form, errors, ..self }
    }
}

/// What each side of a course was asked and has answered, for staff.
#[derive(Template)]
#[template(path = "questionnaire/exit.html")]
pub struct ExitPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    pub mentee: String,
    pub sides: Vec<SideView>,
    /// Whether neither of the two is asked, as contact between them is stopped.
    pub is_stopped: bool,
    pub pairs: Vec<PairView>,
    pub referrer: Vec<AnswerView>,
}

/// What both sides say from wave to wave, for staff.
#[derive(Template)]
#[template(path = "questionnaire/progress.html")]
pub struct ProgressPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    pub mentee: String,
    pub sides: Vec<SideView>,
    pub pairs: Vec<PairOverTime>,
}

/// Where the questionnaire of one side stands.
pub struct SideView {
    pub name: String,
    pub state: String,
    pub badge: &'static str,
    /// When it was asked and until when it can be answered.
    pub told: String,
    /// Where staff write down what is told on the phone; empty once it is closed.
    pub phone: String,
}

#[derive(Template)]
#[template(path = "questionnaire/thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
}

impl Reveals for LinkedPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, self.course_id.map(Subject::OfCourse))
    }
}

impl Reveals for PhonePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for ExitPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for ProgressPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, [Subject::OfCourse(self.course_id)])
    }
}

reveals_nobody!(MorePage, ThanksPage);
