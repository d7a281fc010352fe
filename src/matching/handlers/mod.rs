//! The pages of matching: the match page, a proposal, the mentor's start page, the young person's answer.

mod home;
mod linked;
mod lists;
mod mentee;
mod partner;
mod proposal;
mod ranked;
mod suited;

pub use home::mentor_home;
pub use linked::{answer_linked, linked_card, linked_thanks, open_linked, show_linked};
pub use mentee::{mentee_answer, mentee_form, thanks_no, thanks_yes};
pub use partner::{partner_answer, partner_form};
pub use proposal::{
    accept, accept_for_mentee, answer_question, ask, decline, decline_for_mentee, make_link, show, withdraw,
};
pub use ranked::{made, match_page, propose, relax_must};
pub use suited::suited_page;
