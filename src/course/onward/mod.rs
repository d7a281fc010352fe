//! The onward plan: how the last meetings are spaced and what the young person goes on to. The mentor is asked for it before the
//! planned end, once for each; staff see where it is missing before the end and after it (docs/adr/0060).

mod ask;
mod forms;
pub mod handlers;
pub mod letters;
mod lists;
mod pages;
mod tell;
mod waive;

pub use ask::{ask, to_ask};
pub(super) use lists::{ended_without, missing};
pub use pages::OnwardView;
pub(super) use tell::keep;
pub use tell::{NewPlan, TellError, tell};
pub use waive::{WaiveError, waive};

use entity::{OnwardPlan, onward_plans};
use sea_orm::{ConnectionTrait, DbErr, QuerySelect, prelude::Uuid};

/// What was said last of how a course goes on, if anything was.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Option<OnwardPlan>, DbErr> {
    onward_plans::of_course(course_id).limit(1).one(db).await
}
