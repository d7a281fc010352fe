//! The kit's messages: rows, written in the transaction they tell of; a worker composes and sends them (docs/adr/0041).
//!
//! A message is a kind and the id of what it is about. Its words, its address and the links in it are looked up when it
//! is sent, by the composer of its kind ([`MessageKind`]), so nothing personal waits in a queue.

mod addressee;
mod again;
mod attempt;
pub mod bounce;
mod calendar_reply;
mod cause;
mod claim;
mod contact;
mod dead;
mod deliver;
mod desk;
mod doubted;
mod envelope;
mod folder;
mod held;
mod holiday;
mod kind;
mod left;
mod letter;
mod opt_out;
mod others;
mod patience;
mod post;
mod queue;
mod sent;
mod settle;
pub mod sms;
mod smtp;
mod state;
mod stop;
mod switched_off;
mod text;
mod text_answer;
mod texted;
mod told;
mod trouble;
mod undelivered;
mod unreceipted;
mod unwanted;
mod way;

pub use addressee::Addressee;
pub use again::{find, settle, try_again};
pub use calendar_reply::{CalendarReply, read_replies};
pub use cause::Cause;
pub use contact::Contact;
pub use dead::{dead_ways, try_way_again, why as why_dead};
pub use deliver::deliver_due;
pub use desk::Desk;
pub use doubted::doubted;
pub use folder::{Folder, Mail};
pub use held::{Withheld, is_nudge};
pub use holiday::{is_holiday, next_working_day};
pub(crate) use kind::letters;
pub use kind::{Declared, IfUnknown, MessageKind, Quiet, Said, Unsubscribe, UselessAfter};
pub use left::Left;
pub use letter::{Addressed, Letter, Occasion, Writing};
pub use opt_out::{
    Subscription, choose, choose_texts, has_opted_out, has_opted_out_of_all, has_stopped_texts, opt_in, opt_out,
    opt_out_too, start_texts, stop_texts, stopped_by_text, subscription,
};
pub use others::{First, Others, first_of, first_since, has_left, others};
pub use post::{Post, PostError};
pub use queue::{bring_forward, queue, queue_anew, queue_at};
pub use sent::{About, Correspondence, Sent, all_sent, correspondence};
pub use state::{State, in_state, state};
pub use stop::open_stop;
pub use switched_off::switch_on;
pub use text::{text, text_with};
pub use text_answer::{ShownAnswers, all_answers, count_unknown, keep_answer, settle_answers, unknown_since};
pub use texted::texted;
pub use told::{Taken, Told, take_in};
pub use trouble::{Trouble, troubles, unsettled, waiting, what};
use undelivered::{Given, Undelivered};
pub use unreceipted::doubt_unreceipted;
pub use unwanted::Unwanted;
pub use way::{answered_by, dead_values, dead_values_of, found_dead, is_dead, not_dead_after_all, try_soft_again};
