//! What the page shows.

use askama::Template;
use entity::security_events::SecurityKind;

use super::{forms::SecurityFilter, list::Listed};
use crate::{
    form::{DateParts, ShownErrors},
    language::Tr,
    list::{Asked, Found},
    page::Ctx,
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
        let what = told(tr, listed.kind, listed.times);
        Self {
            when: tr.moment(&listed.at),
            what: match listed.whom {
                Some(whom) => tr.t2("security-about", "what", what, "whom", whom),
                None => what,
            },
            who: listed.who.unwrap_or_default(),
            network: listed.network.unwrap_or_default(),
            route: listed.route.unwrap_or_default(),
        }
    }
}

fn told(tr: Tr, kind: SecurityKind, times: i64) -> String {
    tr.t1(format!("security-kind-{}", kind.code()).replace('_', "-"), "times", times)
}

/// Every kind, to filter by.
pub fn kinds(tr: Tr) -> Vec<Choice> {
    let kinds = SecurityKind::all().filter(|kind| *kind != SecurityKind::LeftOut);
    kinds.map(|kind| Choice::new(kind.code(), told(tr, kind, 0))).collect()
}

reveals_nobody!(SecurityPage);
