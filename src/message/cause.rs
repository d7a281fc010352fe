//! Why a letter did not arrive: told apart by who can do something about it.

use crate::{language::Tr, word::Worded};

/// Why a letter did not leave, or was not taken. Each has a sentence and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// What is written down is no address.
    AddressWrong,
    /// The server knows nobody of this address.
    MailboxUnknown,
    MailboxFull,
    /// The server refuses the mail or its receiver, and says no more of why.
    Refused,
    /// The server asks for patience.
    PutOff,
    /// The mail server does not let the platform in.
    SignInRefused,
    /// The mail server and the platform find no encryption.
    NoEncryption,
    ServerAway,
    TooLong,
    /// The folder that mails are put into cannot be written to.
    FolderClosed,
    /// A fault of the platform.
    NotComposed,
    /// It was written down by an earlier version.
    Unknown,
}

impl Worded for Cause {
    const KEY: &'static str = "message-cause";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::AddressWrong, "address-wrong", ""),
        (Self::MailboxUnknown, "mailbox-unknown", ""),
        (Self::MailboxFull, "mailbox-full", ""),
        (Self::Refused, "refused", ""),
        (Self::PutOff, "put-off", ""),
        (Self::SignInRefused, "sign-in-refused", ""),
        (Self::NoEncryption, "no-encryption", ""),
        (Self::ServerAway, "server-away", ""),
        (Self::TooLong, "too-long", ""),
        (Self::FolderClosed, "folder-closed", ""),
        (Self::NotComposed, "not-composed", ""),
        (Self::Unknown, "unknown", ""),
    ];
}

impl Cause {
    /// Of a letter; what an earlier version wrote is unknown.
    pub fn kept(word: &str) -> Self {
        Self::read(word).unwrap_or(Self::Unknown)
    }

    /// Whether trying again by itself would not help: somebody has to mend the address first.
    pub fn is_permanent(self) -> bool {
        matches!(self, Self::AddressWrong | Self::MailboxUnknown | Self::Refused)
    }

    /// What to do about it.
    pub fn advice(self, tr: Tr) -> String {
        self.label_as(tr, "message-advice")
    }

    /// What an answer of a mail server means: its code of three digits, and its text with the finer code where it has
    /// one, such as `5.1.1`.
    pub(super) fn of_answer(code: u16, text: &str) -> Self {
        let says = |finer: &[&str]| finer.iter().any(|finer| text.contains(finer));
        match code {
            454 | 523 | 530 | 538 if says(&["TLS", "ncrypt"]) => Self::NoEncryption,
            430 | 432 | 454 | 530 | 534 | 535 | 538 => Self::SignInRefused,
            452 | 552 => Self::MailboxFull,
            _ if says(&["4.2.2", "5.2.2"]) => Self::MailboxFull,
            400..=499 => Self::PutOff,
            550 if says(&["5.7."]) => Self::Refused,
            550 | 551 | 553 => Self::MailboxUnknown,
            _ if says(&["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"]) => Self::MailboxUnknown,
            _ => Self::Refused,
        }
    }
}
