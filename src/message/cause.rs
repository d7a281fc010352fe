//! Why a letter did not arrive: told apart by who can do something about it.

use entity::Message;

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
    /// Servers take nothing from us: they doubt who we are.
    SenderRefused,
    /// The mail is larger than the server takes.
    TooLarge,
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
    /// It left, and the server did not say whether it took it.
    MayHaveArrived,
    /// It was taken, and came back without a reason that we know.
    CameBack,
    /// It was taken, and came back: the receiver's server doubts who we are.
    SenderDoubted,
    /// A text message left, and the gateway did not say whether it took it.
    TextUnknown,
    /// The gateway for text messages takes nothing of ours.
    GatewayClosed,
    /// The gateway asks for patience.
    GatewayAway,
    /// The gateway finds something wrong with a text message.
    TextRefused,
    /// The number of a text message is none, or takes none.
    NumberDead,
    /// What was sent there before came back.
    WayDead,
    /// Somebody of staff has found that the number is nobody's.
    FoundDead,
    /// The gateway took a text message, and never told what became of it.
    NoReceipt,
    /// The network lets no text message of ours through to the number, mostly because somebody asked for that.
    Barred,
    /// The phone was off or away for as long as the network tried.
    PhoneAway,
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
        (Self::SenderRefused, "sender-refused", ""),
        (Self::TooLarge, "too-large", ""),
        (Self::PutOff, "put-off", ""),
        (Self::SignInRefused, "sign-in-refused", ""),
        (Self::NoEncryption, "no-encryption", ""),
        (Self::ServerAway, "server-away", ""),
        (Self::TooLong, "too-long", ""),
        (Self::FolderClosed, "folder-closed", ""),
        (Self::NotComposed, "not-composed", ""),
        (Self::MayHaveArrived, "may-have-arrived", ""),
        (Self::CameBack, "came-back", ""),
        (Self::SenderDoubted, "sender-doubted", ""),
        (Self::TextUnknown, "text-unknown", ""),
        (Self::GatewayClosed, "gateway-closed", ""),
        (Self::GatewayAway, "gateway-away", ""),
        (Self::TextRefused, "text-refused", ""),
        (Self::NumberDead, "number-dead", ""),
        (Self::WayDead, "way-dead", ""),
        (Self::FoundDead, "found-dead", ""),
        (Self::NoReceipt, "no-receipt", ""),
        (Self::Barred, "barred", ""),
        (Self::PhoneAway, "phone-away", ""),
        (Self::Unknown, "unknown", ""),
    ];
}

impl Cause {
    /// Of a letter; what an earlier version wrote is unknown.
    pub fn kept(word: &str) -> Self {
        Self::read(word).unwrap_or(Self::Unknown)
    }

    /// Of a message that has not arrived.
    pub(super) fn of(row: &Message) -> Self {
        match row.bounced_at {
            Some(_) => Self::of_bounce(row.bounce.as_deref()),
            None => Self::kept(row.failure.as_deref().unwrap_or_default()),
        }
    }

    /// Of a message that was taken and came back.
    pub fn of_bounce(word: Option<&str>) -> Self {
        word.and_then(Self::read).unwrap_or(Self::CameBack)
    }

    /// Whether trying again by itself would not help: somebody has to mend the address, or we the letter.
    pub fn is_permanent(self) -> bool {
        matches!(
            self,
            Self::AddressWrong
                | Self::MailboxUnknown
                | Self::Refused
                | Self::TooLarge
                | Self::NumberDead
                | Self::WayDead
                | Self::TextRefused
        )
    }

    /// Whether it is neither the letter's fault nor its address's: no other would get through either.
    pub(super) fn is_of_the_sender(self) -> bool {
        matches!(
            self,
            Self::SenderRefused | Self::SignInRefused | Self::NoEncryption | Self::FolderClosed | Self::GatewayClosed
        )
    }

    /// What to do about it.
    pub fn advice(self, tr: Tr) -> String {
        self.label_as(tr, "message-advice")
    }

    /// What an answer of a mail server means: its code of three digits, and its text with the finer code where it has
    /// one, such as `5.1.1`.
    pub(super) fn of_answer(code: u16, text: &str) -> Self {
        let says = |finer: &[&str]| finer.iter().any(|finer| has_code(text, finer));
        match code {
            454 | 523 | 530 | 538 if ["TLS", "ncrypt"].iter().any(|word| text.contains(word)) => Self::NoEncryption,
            430 | 432 | 454 | 530 | 534 | 535 | 538 => Self::SignInRefused,
            _ if says(&["5.3.4"]) => Self::TooLarge,
            _ if says(&["4.2.2", "5.2.2"]) => Self::MailboxFull,
            500..=599 if says(&DEAD) => Self::MailboxUnknown,
            500..=599 if finer_codes(text).any(|finer| finer.starts_with("5.7.")) => Self::SenderRefused,
            452 | 552 => Self::MailboxFull,
            400..=499 => Self::PutOff,
            // A finer code says that it is something else than the address.
            550 | 551 | 553 if finer_codes(text).next().is_none() => Self::MailboxUnknown,
            _ => Self::Refused,
        }
    }
}

/// The finer codes by which a server says that there is nobody of an address (RFC 3463).
const DEAD: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

/// Whether a text names a finer code, and not a longer one that begins like it.
fn has_code(text: &str, code: &str) -> bool {
    finer_codes(text).any(|word| word == code)
}

/// The finer codes in a text: three numbers with points between, of which the first is 4 or 5. The address of a machine has four.
fn finer_codes(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| letter != '.' && !letter.is_ascii_digit());
    let words = words.map(|word| word.trim_matches('.'));
    words.filter(|word| word.split('.').count() == 3 && (word.starts_with("4.") || word.starts_with("5.")))
}
