//! Who agrees to be interviewed, who is drawn, and what comes of it.

mod answers;
mod consents;
mod heeded;
mod invited;
mod sample;
mod skipped;
