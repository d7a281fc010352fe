//! To staff: how many things wait in their hands, of each kind, and how many of them are late.

use entity::users;
use sea_orm::{EntityTrait, QueryFilter, prelude::Uuid};

use super::super::{
    find::{COUNTED, Tally, Today, tallies},
    pages::list_of,
};
use crate::{
    account::own::wants_digest,
    duty::{self, Asking, Whose},
    language::Tr,
    message::{Addressee, Desk, Letter, Writing},
    viewer::Viewer,
};

/// Where everything of one's own stands.
const MINE: &str = "/today?responsible=mine";

/// Nothing for somebody who is away, as theirs stands in the letter of whoever steps in.
pub(super) async fn staff(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = users::Entity::find_by_id(id).filter(users::at_work()).one(&desk.db).await?;
    let Some(user) = found else { return Ok(None) };
    let today = desk.clock.today();
    if !wants_digest(&desk.db, &user, None).await? || duty::is_away(&desk.db, id, today).await? {
        return Ok(None);
    }
    let viewer = Viewer { user_id: id, name: user.name.clone(), role: user.role, partner_id: None, mentor_id: None };
    let (rules, whose) = (&desk.config.rules, Some(Whose::Mine));
    let asked = Today { rules, viewer: &viewer, asking: Asking { me: id, today }, whose, page: 1 };
    let mut waiting = tallies(&desk.db, &asked).await?;
    // What may not wait stands first here as it does on the page; the rest as in its overview.
    waiting.sort_by_key(|of| !of.kind.urgency.is_at_once);
    if waiting.is_empty() {
        return Ok(None);
    }
    let writing = Writing::to(&desk, Addressee::user(id), &user.email, &user.language)
        .about_no_case()
        .subject("digest-staff-subject")
        .greet(&user.name)
        .say("digest-staff-lead");
    let writing = waiting.iter().fold(writing, |writing, of| line(&desk, writing, of));
    Ok(Some(writing.link("digest-staff-link", desk.url(MINE)).finish()?))
}

/// A kind with how many there are, leading to their list.
fn line(desk: &Desk, writing: Writing, of: &Tally) -> Writing {
    let tr = writing.tr();
    let list = list_of(of.kind, Some(Whose::Mine));
    let url = desk.url(if list.is_empty() { MINE } else { list.as_str() });
    let what = ("what", tr.t(format!("today-{}", of.kind.code)));
    let count = ("count", shown(tr, of.overdue + of.now));
    if of.overdue == 0 {
        return writing.link_with("digest-line", [what, count], url);
    }
    writing.link_with("digest-line-overdue", [what, count, ("overdue", shown(tr, of.overdue))], url)
}

fn shown(tr: Tr, count: u64) -> String {
    if count >= COUNTED { tr.t1("today-more-than", "count", COUNTED - 1) } else { count.to_string() }
}
