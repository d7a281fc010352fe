//! A young person put forward by a partner: drafted, sent, answered by staff, amended, withdrawn, merged.
//!
//! A referral's state is derived ([`state`]); rows are found through the viewer ([`find_for`]).

mod act;
mod agreement;
mod amend;
pub mod amending;
mod answer;
mod ask_known;
mod case;
mod consent;
pub mod consents;
pub mod draft;
mod duplicates;
mod end;
mod facts;
mod fit;
mod gained;
mod hold;
mod in_state;
mod industries;
pub mod intake;
pub mod interest;
pub mod journal;
pub mod letters;
mod likeness;
pub mod list;
mod merge;
pub mod merging;
mod must;
mod new;
pub mod preparation;
mod queries;
mod reach;
mod requeue;
mod send;
mod separate;
pub mod standing;
mod state;
pub mod status_update;
mod tab;
mod text_answers;
mod told;
pub mod vocabulary;
pub mod ways;

pub use act::ActError;
pub use agreement::{
    Agreement, agreement, agrees, goes_on, has_not_said_no, locked_agreement, no_since, stopped_by_consent,
};
pub use amend::{Amendment, amend};
pub use answer::{Refusal, accept, ask, decline, reply};
pub use case::{Case, called, cases, find_case};
pub use consent::{
    CONSENT_GIVEN_ELSEWHERE, CONSENT_TEXT_VERSION, INTERVIEW_TEXT_VERSION, agreed_when_asked, consent_text,
    consents_of, died, give_consent, interview_text, no_to_interviews, refused_when_asked, withdraw_consent,
};
pub use duplicates::{Duplicate, duplicates, people_alike};
pub use end::{can_withdraw, close, reopen, withdraw};
pub use facts::{Fact, Practical, of_meeting as facts_of_meeting};
pub use fit::{Judged, keep_fits};
pub use hold::{HeldBack, ask_for_talk, go_on, held_back, let_rest, wants_talk};
pub use in_state::in_state;
pub use interest::{Interest, Waits, interest};
pub use likeness::{Likeness, Probe};
pub use merge::{MergeError, merge};
pub use must::{Must, musts, musts_said, relax, relaxed_by};
pub use new::{NewCase, NewPerson, NewReferral};
pub use queries::{
    find, find_for, industries_of, is_waiting, locked, newest_of_people, person_of, state_of, states_of, visible_to,
    waiting,
};
pub use reach::{Reach, Way, Written, asked_in, language_asked_in, reach, reach_after, reach_of};
pub use requeue::{close_finished, close_waiting, leave_queue, requeue, withdraw_stopped};
pub use send::{SendError, send};
pub use separate::separate;
pub use state::State;
pub use text_answers::{has_waiting_text, settle_texts, text_waits_since};
pub use told::{Told, told};
