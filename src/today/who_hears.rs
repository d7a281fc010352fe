//! Who hears what: every kind of message, as `brobyg messages` prints it and `docs/messages.md` has it.

use std::fmt::Write;

use entity::messages::{AddresseeKind, Category, Channel};

use super::LETTERS;
use crate::{
    language::Tr,
    message::{IfUnknown, MessageKind, Quiet, Said, Unsubscribe, UselessAfter, is_nudge},
};

const INTRODUCTION: &str = "\
# Who hears what

Every kind of message that the platform writes: when, to whom, by which way, what for, and its text.
`brobyg messages` prints this page; it comes from the declarations by which the messages are sent (`letters!`), and a message that says anything else fails the tests.

- A young person is written to only as `src/referral/reach.rs` says: by their own mail or phone where they wish that, through the partner otherwise, and never after a no.
- Each letter greets by the first name where somebody vouches for it, and ends with whom to ask. What is filled in stands in ‹ ›.
- *Of our own accord*: at most one such message a day and three a week for each person.
- *A nudge* asks something of a mentor of our own accord: reminders, questions, surveys. A mentor gets one of them a week, whatever it is about; the others wait, or are dropped once they are of no use.
";

/// What is filled in, by its name in the texts.
const FILLED_IN: [&str; 16] = [
    "name",
    "occupation",
    "date",
    "phone",
    "link",
    "contact",
    "when",
    "way",
    "minutes",
    "what",
    "count",
    "overdue",
    "reference",
    "weeks",
    "known",
    "active",
];

/// The whole page.
pub fn document() -> String {
    let mut page = INTRODUCTION.to_owned();
    for kind in LETTERS.iter().copied().flatten() {
        // Writing to a text cannot fail.
        let _ = write!(page, "\n## {}\n\n", Tr::English.t(format!("message-letter-{}", kind.name.replace('_', "-"))));
        let _ = writeln!(page, "`{}`. Written when {}, so that {}.\n", kind.name, kind.when, kind.why);
        let _ = writeln!(page, "{}", rules(kind));
        for said in kind.declared.texts {
            page.push_str(&text(kind, said));
        }
    }
    page
}

fn rules(kind: &MessageKind) -> String {
    let declared = &kind.declared;
    let of_our_own = match declared.category {
        Category::SignIn => "About signing in",
        Category::Case => "About what somebody waits for",
        Category::Meeting => "About a meeting that is agreed",
        Category::Reminder
        | Category::Question
        | Category::Interest
        | Category::Survey
        | Category::Interview
        | Category::Update
        | Category::Digest => "Of our own accord",
    };
    let unsubscribe = match declared.unsubscribe {
        Unsubscribe::Never => "cannot be switched off",
        Unsubscribe::OneClick => "can be switched off with one click",
    };
    let quiet = match declared.quiet {
        Quiet::AtOnce => "at any hour",
        Quiet::WaitsUnlessNear => "between 8 and 20, not on Sundays and holidays, unless it tells of something soon",
        Quiet::Waits => "between 8 and 20, not on Sundays and holidays",
    };
    let useless = match declared.useless_after {
        UselessAfter::Hours(hours) => format!("not sent any more after {hours} hours"),
        UselessAfter::Days(days) => format!("not sent any more after {days} days"),
        UselessAfter::Occasion => "not sent any more after what it tells of".to_owned(),
        UselessAfter::Never => "sent however late".to_owned(),
    };
    let unknown = match declared.unknown {
        IfUnknown::Again => "sent again when nobody knows whether it arrived",
        IfUnknown::Asked => "staff are asked when nobody knows whether it arrived",
    };
    let nudges = is_nudge(kind.name, declared.category)
        && declared.texts.iter().any(|said| said.to.contains(&AddresseeKind::Mentor));
    let nudge = if nudges { " A nudge to a mentor." } else { "" };
    format!("{of_our_own}; {unsubscribe}; {quiet}; {useless}; {unknown}.{nudge}")
}

/// What is said to some of the readers, in both languages, a line for each sentence.
fn text(kind: &MessageKind, said: &Said) -> String {
    let whom: Vec<&str> = said.to.iter().map(|to| reader(*to)).collect();
    let way = match said.channel {
        Channel::Mail => "mail",
        Channel::Sms => "text message",
    };
    let mut text = format!("\nTo {}, by {way}:\n\n| Danish | English |\n|---|---|\n", whom.join(" or "));
    let stop = (said.channel == Channel::Sms && kind.declared.unsubscribe == Unsubscribe::OneClick)
        .then_some("message-text-stop");
    for key in said.keys.iter().copied().chain(stop) {
        let [danish, english] = [Tr::Danish, Tr::English].map(|tr| filled_in(tr, key));
        let _ = writeln!(text, "| {danish} | {english} |");
    }
    text
}

fn reader(kind: AddresseeKind) -> &'static str {
    match kind {
        AddresseeKind::User => "whoever signs in",
        AddresseeKind::Mentor => "the mentor",
        AddresseeKind::YoungPerson => "the young person",
        AddresseeKind::Partner => "the partner's contact",
    }
}

fn filled_in(tr: Tr, key: &str) -> String {
    let names = FILLED_IN.map(|name| (name, format!("‹{name}›").into()));
    tr.with(key, names).replace('\n', " ")
}
