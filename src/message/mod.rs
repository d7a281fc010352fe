//! The kit's mail: letters are rows, written in the transaction they tell of; a worker composes and sends them.
//!
//! A letter is a kind and the id of what it is about. Its words, its address and the links in it are looked up when it
//! is sent, by the composer of its kind ([`LetterKind`]), so nothing personal waits in a queue.

mod again;
pub mod bounce;
mod cause;
mod deliver;
mod desk;
mod folder;
mod kind;
mod letter;
mod post;
mod queue;
pub mod sms;
mod told;
mod trouble;

pub use again::{find, settle, try_again};
pub use cause::Cause;
pub use deliver::{MOST_TRIES, deliver_due};
pub use desk::Desk;
pub use folder::{Folder, Mail};
pub use kind::LetterKind;
pub(crate) use kind::letters;
pub use letter::{Letter, Writing};
pub use post::{Post, PostError, Undelivered};
pub use queue::{queue, queue_at};
pub use told::{Taken, Told, take_in};
pub use trouble::{Trouble, troubles, unsettled, waiting, what};
