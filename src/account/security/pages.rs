//! What the page shows.

use askama::Template;
use entity::security_events::SecurityKind;
use sea_orm::{ActiveEnum, Iterable};

use super::{forms::SecurityFilter, list::Listed};
use crate::{
    form::{DateParts, ShownErrors},
    language::Tr,
    list::{Asked, Found},
    page::Ctx,
    record::reveals_nobody,
    word::Choice,
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
        let what = tr.t1(kind_key(listed.kind), "times", listed.times);
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

fn kind_key(kind: SecurityKind) -> String {
    format!("security-kind-{}", kind.to_value().replace('_', "-"))
}

/// Every kind, to filter by.
pub fn kinds(tr: Tr) -> Vec<Choice> {
    let choice = |kind: SecurityKind| Choice::new(kind.to_value(), tr.t1(kind_key(kind), "times", 0));
    SecurityKind::iter().filter(|kind| *kind != SecurityKind::LeftOut).map(choice).collect()
}

reveals_nobody!(SecurityPage);
