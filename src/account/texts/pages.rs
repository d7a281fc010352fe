//! What the page shows.

use askama::Template;

use crate::{
    account::administration::{Piece, Stopped, pieces},
    form::typed::readable_phone,
    language::Tr,
    list::Found,
    message::sms::{Coding, KeptSms},
    page::{Ctx, Sheet},
    record::reveals_nobody,
};

#[derive(Template)]
#[template(path = "account/texts.html")]
pub struct TextsPage {
    pub ctx: Ctx,
    pub is_on: bool,
    /// Whether somebody can say stop by answering.
    pub can_be_answered: bool,
    pub stopped: Option<Stopped>,
    /// How many wrote in the last thirty days from numbers that are nobody's.
    pub unknown: u64,
    /// Nothing when texts go to a gateway, or nowhere.
    pub kept: Option<Found<Shown>>,
}

/// A text as a phone shows it.
pub struct Shown {
    pub from: String,
    pub to: String,
    pub sent: String,
    /// Nothing outside the demo: a text holds a link with which somebody else answers.
    pub pieces: Vec<Piece>,
    pub length: String,
    pub is_wide: bool,
}

impl Shown {
    pub fn new(ctx: &Ctx, is_demo: bool, sms: &KeptSms) -> Self {
        let length = sms.length();
        Self {
            from: sms.from.clone(),
            to: readable_phone(&sms.to),
            sent: ctx.moment(&sms.sent_at),
            pieces: if is_demo { pieces(&sms.text) } else { Vec::new() },
            length: ctx.tr.t2("account-texts-length", "units", length.units, "segments", length.segments),
            is_wide: length.coding == Coding::Ucs2,
        }
    }
}

/// The texts in the folder, to take away.
pub fn table(tr: Tr) -> Sheet<'static, KeptSms> {
    Sheet::telling_of_nobody(tr, "sms")
        .with("account-texts-from", |sms: &KeptSms| sms.from.clone())
        .with("account-texts-to", |sms| sms.to.clone())
        .with("account-texts-sent", |sms| sms.sent_at)
        .with("account-texts-units", |sms| sms.length().units)
        .with("account-texts-segments", |sms| sms.length().segments)
}

reveals_nobody!(TextsPage);
