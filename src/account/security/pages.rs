//! What the page shows.

use askama::Template;
use entity::security_events::SecurityKind;

use super::{forms::SecurityFilter, list::Listed};
use crate::{
    form::{DateParts, ShownErrors},
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Sheet},
    record::reveals_nobody,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "account/security.html")]
pub struct SecurityPage {
    pub ctx: Ctx,
    pub query: Asked<SecurityFilter>,
    pub on: DateParts,
    pub kinds: Vec<Choice>,
    pub list: Found<Row>,
    pub errors: ShownErrors,
}

/// One row, in words. What is not known is empty.
pub struct Row {
    pub when: String,
    pub what: String,
    pub who: String,
    pub network: String,
    pub route: String,
}

impl Row {
    pub fn new(tr: Tr, listed: Listed) -> Self {
        Self {
            when: tr.moment(&listed.at),
            what: what(tr, &listed),
            who: listed.who.unwrap_or_default(),
            network: listed.network.unwrap_or_default(),
            route: listed.route.unwrap_or_default(),
        }
    }
}

fn told(tr: Tr, kind: SecurityKind, times: i64) -> String {
    tr.t1(format!("security-kind-{}", kind.code()).replace('_', "-"), "times", times)
}

fn what(tr: Tr, listed: &Listed) -> String {
    let what = told(tr, listed.kind, listed.times);
    match &listed.whom {
        Some(whom) => tr.t2("security-about", "what", what, "whom", whom.clone()),
        None => what,
    }
}

/// The log to take away.
pub fn table(tr: Tr) -> Sheet<'static, Listed> {
    Sheet::telling_of_nobody(tr, "security")
        .with("security-when", |row: &Listed| row.at)
        .with("security-what", move |row| what(tr, row))
        .with("security-who", |row| row.who.clone())
        .with("security-network", |row| row.network.clone())
        .with("security-page", |row| row.route.clone())
}

/// Every kind, to filter by.
pub fn kinds(tr: Tr) -> Vec<Choice> {
    let kinds = SecurityKind::all().filter(|kind| *kind != SecurityKind::LeftOut);
    kinds.map(|kind| Choice::new(kind.code(), told(tr, kind, 0))).collect()
}

reveals_nobody!(SecurityPage);
