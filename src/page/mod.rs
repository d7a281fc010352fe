//! Pages: what each is handed, what it says of whom it tells, and the way out to the browser.

mod behind_link;
pub mod chart;
mod context;
mod history;
mod mail_link;
pub mod navigation;
mod response;
mod sheet;
mod step;

pub use behind_link::{BehindLink, speaks_all};
pub use context::{Ctx, LANGUAGE_ASKED};
pub use history::Event;
pub use mail_link::mail_link;
pub use response::{KeptByItself, Noted, Notice, file, invalid, invalid_for, noting, see_other, see_other_with, show};
pub use sheet::Sheet;
pub use step::{Step, StepState};
