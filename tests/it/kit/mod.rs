//! Rules of the kit that need nothing around them.

mod client_address;
mod clock_rule;
mod costly;
mod formula;
mod mail_link;
mod network;
mod origin;
mod pace;
mod refill;
mod tables;
mod texts;
mod times;
mod turnstile;
