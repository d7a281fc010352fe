//! The kit's mail: letters are rows, written in the transaction they tell of; a worker composes and sends them.
//!
//! A letter is a kind and the id of what it is about. Its words, its address and the links in it are looked up when it
//! is sent, by the composer of its kind (see the table in `jobs`), so nothing personal waits in a queue.

mod again;
mod cause;
mod compose;
mod deliver;
mod folder;
mod letter;
mod post;
mod queue;
mod trouble;

pub use again::{settle, try_again};
pub use cause::Cause;
pub use compose::{Composed, Composer, Desk};
pub use deliver::{MOST_TRIES, deliver_due};
pub use folder::{Folder, Mail};
pub use letter::{Letter, Writing};
pub use post::{Post, PostError, Undelivered};
pub use queue::{queue, queue_at};
pub use trouble::{Trouble, troubles, unsettled, waiting, what};
