//! The kinds of messages of these tests. The subject of each is whom it is to.

use brobyg::message::{
    Addressee, Declared, Desk, IfUnknown, Letter, MessageKind, Quiet, Said, Unsubscribe, UselessAfter, Writing, text,
};
use entity::messages::{AddresseeKind, Category, Channel};
use sea_orm::prelude::Uuid;

const SAID: &[&str] = &["account-letter-invitation-subject", "message-closing", "account-letter-invitation-link"];
const TEXT: &[Said] =
    &[Said { channel: Channel::Sms, to: &[AddresseeKind::YoungPerson], keys: &["message-text-referral-interest"] }];

/// A letter that may come at any time and is never sent twice by itself.
const PLAIN: Declared = Declared {
    texts: &[Said { channel: Channel::Mail, to: &[AddresseeKind::User, AddresseeKind::Mentor], keys: SAID }],
    category: Category::Case,
    unsubscribe: Unsubscribe::Never,
    quiet: Quiet::AtOnce,
    useless_after: UselessAfter::Never,
    unknown: IfUnknown::Asked,
};

/// A letter that the platform writes of its own accord.
const NUDGE: Declared = Declared {
    category: Category::Reminder,
    unsubscribe: Unsubscribe::OneClick,
    quiet: Quiet::Waits,
    useless_after: UselessAfter::Days(10),
    ..PLAIN
};

const fn plain(name: &'static str, declared: Declared) -> MessageKind {
    MessageKind {
        name,
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared,
        compose: |desk, id| Box::pin(async move { written(&desk, Addressee::user(id)) }),
    }
}

fn written(desk: &Desk, whom: Addressee) -> anyhow::Result<Option<Letter>> {
    let writing = Writing::to(desk, whom, "sofie@people.example", "da").about_no_case();
    let writing = writing.subject("account-letter-invitation-subject");
    // With the link that such a letter has.
    let link = desk.url(format!("/invitations/{}", desk.token("invitation")));
    Ok(Some(writing.greet("Sofie").say("message-closing").link("account-letter-invitation-link", link).finish()?))
}

pub const KINDS: &[&[MessageKind]] = &[&[
    plain("plain", PLAIN),
    plain("sign_in", Declared { unknown: IfUnknown::Again, useless_after: UselessAfter::Hours(48), ..PLAIN }),
    plain("step", Declared { quiet: Quiet::Waits, ..PLAIN }),
    plain("survey", Declared { category: Category::Survey, ..NUDGE }),
    MessageKind {
        name: "nudge",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: NUDGE,
        compose: |desk, id| Box::pin(async move { written(&desk, Addressee::mentor(id)) }),
    },
    MessageKind {
        name: "question",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: Declared { category: Category::Question, ..NUDGE },
        compose: |desk, id| Box::pin(async move { written(&desk, Addressee::mentor(id)) }),
    },
    MessageKind {
        name: "text",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: Declared { unknown: IfUnknown::Again, texts: TEXT, ..PLAIN },
        compose: |desk, id| {
            Box::pin(async move {
                let link = desk.url(format!("/s/{}", desk.short_token("interest")));
                let whom = (Addressee::young_person(id), "12 34 56 78");
                Ok(Some(text(&desk, whom, "da", "message-text-referral-interest", &link)))
            })
        },
    },
    MessageKind {
        name: "hello",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: PLAIN,
        compose: |desk, id| {
            let writing = Writing::to(&desk, Addressee::user(id), "sofie@people.example", "da").about_no_case();
            let writing = writing.subject("account-letter-invitation-subject");
            Box::pin(async move { Ok(Some(writing.greet("Sofie\r\nBcc Ærø").say("message-closing").finish()?)) })
        },
    },
    MessageKind {
        name: "disguised",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: PLAIN,
        compose: |desk, id| {
            let writing = Writing::to(&desk, Addressee::user(id), "sofie@people.example", "da").about_no_case();
            let writing = writing.subject("account-letter-invitation-subject");
            let writing = writing.greet("Sofie Ærø\r\nBcc: all@people.example").say("message-closing");
            Box::pin(async move { Ok(Some(writing.finish()?)) })
        },
    },
    MessageKind {
        name: "unwanted",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: PLAIN,
        compose: |_, _: Uuid| Box::pin(async { Ok(None) }),
    },
    MessageKind {
        name: "broken",
        about: "/admin/people",
        when: "a test wants it",
        why: "the test sees it",
        declared: PLAIN,
        compose: |_, _| Box::pin(async { anyhow::bail!("the ink is dry") }),
    },
]];
