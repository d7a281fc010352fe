//! How long a mail server is waited for.

use std::time::Duration;

/// The longest that each part of a conversation may take. A server that has been given a whole letter needs time to look
/// through it; whoever does not wait sends it twice (RFC 5321, 4.5.3.2).
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    pub connect: Duration,
    /// One command and its answer.
    pub command: Duration,
    /// From the first byte of the letter to the answer to its last.
    pub dot: Duration,
}

/// A greeting, EHLO twice, STARTTLS, signing in with two questions, MAIL, RCPT, DATA.
const COMMANDS: u32 = 10;
/// What composing may take, and what writes before and after.
const AROUND: Duration = Duration::from_secs(120);

impl Patience {
    pub const STANDARD: Self =
        Self { connect: Duration::from_secs(30), command: Duration::from_secs(60), dot: Duration::from_secs(600) };

    /// No part longer than this.
    pub fn at_most(self, longest: Duration) -> Self {
        let Self { connect, command, dot } = self;
        Self { connect: connect.min(longest), command: command.min(longest), dot: dot.min(longest) }
    }

    /// Longer than a letter can take: whoever has a claim so long and is heard of no more is gone.
    pub fn lease(self) -> Duration {
        self.connect + self.command * COMMANDS + self.dot + AROUND
    }
}
