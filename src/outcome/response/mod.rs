//! How many of those who were to be asked answered, by the AAPOR Standard Definitions, and why we do not know of the others.

mod answered;
mod case;
mod lines;
mod rates;
mod tally;
mod views;

pub use answered::{Answered, Brought};
pub use case::{Case, Disposition, Group};
pub(super) use lines::{lines, table};
pub use rates::{ELIGIBLE_SHARE, ResponseRate, rates};
pub use tally::{Tally, Wave, waves};
pub(super) use views::WaveView;
