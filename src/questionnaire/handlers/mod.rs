//! The pages behind the links, and the pages of staff.

mod linked;
pub mod more;
mod phone;
mod progress;
mod staff;

use entity::questionnaires::{QuestionnaireSide, Wave};
use sea_orm::prelude::Uuid;

use super::{
    forms::AnswersForm,
    sheet::{Put, Sheet},
};
use crate::{app::App, error::AppResult, survey, word::Worded};

pub use linked::{go_on, show_form, show_linked, show_one, take_answers, take_one, thanks};
pub use phone::{phone_form, progress_phone_form, write_down, write_progress_down};
pub use progress::show as show_progress;
pub use staff::show;

/// The question that the survey at the end of the course asks too: what was answered there is not asked again from nothing.
const STATUS: &str = "status";

/// The questions with what was answered before, or told to the survey.
async fn filled(app: &App, course_id: Uuid, sheet: &Sheet, put: &[Put]) -> AppResult<AnswersForm> {
    let mut form = AnswersForm::of(put, &sheet.answers);
    if sheet.side == QuestionnaireSide::YoungPerson
        && sheet.wave == Wave::End
        && let Some(known) = survey::exit_status(&app.db, course_id).await?
    {
        form.offer(put, STATUS, &known.code());
    }
    Ok(form)
}
