//! To whoever refers: which of their referrals wait for them, and which stand elsewhere than a week ago, each in the sentence of
//! its page, by its day and the letter that the name begins with. No names: a mail is read over a shoulder.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use entity::{
    User,
    referrals::{self, Column},
    users::{self, Role},
    young_people,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{partner, week::monday_of};
use crate::{
    account::own::wants_digest,
    duty::{self, Thing},
    language::Tr,
    message::{Addressee, Desk, Letter, Writing},
    referral::standing::{Standing, Turn, standings},
};

/// So many referrals are told of in either part; the rest is counted.
pub(super) const SHOWN: usize = 10;

/// A referral of theirs and where it stands.
pub(super) struct Own {
    id: Uuid,
    referred_on: NaiveDate,
    /// What the name begins with.
    letter: String,
    pub standing: Standing,
    /// Whether its page is one of theirs.
    is_seen: bool,
}

impl Own {
    /// What a line says of it: the day of the referral and the letter, by which it is found on the page of all of them.
    pub fn words(&self, tr: Tr) -> [(&'static str, String); 3] {
        let what = self.standing.sentence(tr);
        [("date", tr.date(&self.referred_on)), ("letter", self.letter.clone()), ("what", what)]
    }
}

fn sent_by(user: &User) -> Condition {
    Condition::all().add(Column::ReferrerId.eq(user.id)).add(Column::PartnerId.eq(user.partner_id))
}

/// Whoever is the contact of their partner is told, too, of those of which nobody else who signs in is.
pub(super) async fn referrer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let here = users::Entity::find_by_id(id).filter(users::Column::DisabledAt.is_null());
    let user = here.filter(users::Column::Role.eq(Role::Referrer)).one(&desk.db).await?;
    let Some(user) = user else { return Ok(None) };
    if !wants_digest(&desk.db, &user, None).await? {
        return Ok(None);
    }
    let monday = monday_of(desk.clock.today());
    let mut own = standing_of(&desk, sent_by(&user)).await?;
    if let Some(partner) = user.partner_id
        && partner::is_contact(&desk.db, partner, &user.email).await?
    {
        let others = standing_of(&desk, partner::told_of(partner, &user.email)).await?;
        own.extend(others.into_iter().map(|own| Own { is_seen: false, ..own }));
    }
    let (waiting, changed) = split(own, &(monday - Days::new(7)..monday));
    if waiting.is_empty() && changed.is_empty() {
        return Ok(None);
    }
    let contact = match user.partner_id {
        Some(partner) => duty::contact_of(&desk, Thing::Partner, partner).await?,
        None => None,
    };
    let writing = Writing::to(&desk, Addressee::user(id), &user.email, &user.language)
        .about(contact)
        .subject("digest-referrer-subject")
        .greet(&user.name);
    let writing = part(&desk, writing, "digest-referrer-waits", &waiting);
    let writing = part(&desk, writing, "digest-referrer-changed", &changed);
    Ok(Some(writing.link("digest-referrer-link", desk.url("/referrals")).finish()?))
}

/// Those that wait for the partner, and of the others those that stand elsewhere since that week.
pub(super) fn split(own: Vec<Own>, week: &Range<NaiveDate>) -> (Vec<Own>, Vec<Own>) {
    let (waiting, others): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|own| matches!(own.standing.turn, Some((Turn::Partner, _))));
    (waiting, others.into_iter().filter(|own| week.contains(&own.standing.day)).collect())
}

/// Where each of these referrals stands today: two reads.
pub(super) async fn standing_of(desk: &Desk, which: Condition) -> anyhow::Result<Vec<Own>> {
    let sent = referrals::Entity::find().filter(which);
    let sent: Vec<(Uuid, NaiveDate, String)> = sent
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .select_only()
        .columns([Column::Id, Column::ReferredOn])
        .column(young_people::Column::Name)
        .order_by_asc(Column::ReferredOn)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(&desk.db)
        .await?;
    let ids: Vec<Uuid> = sent.iter().map(|(id, ..)| *id).collect();
    let mut stand = standings(&desk.db, &ids, (&desk.config.rules, desk.clock.today())).await?;
    let own = |(id, referred_on, name): (Uuid, NaiveDate, String)| {
        let letter = name.trim().chars().take(1).collect();
        Some(Own { id, referred_on, letter, standing: stand.remove(&id)?, is_seen: true })
    };
    Ok(sent.into_iter().filter_map(own).collect())
}

fn part(desk: &Desk, writing: Writing, key: &str, own: &[Own]) -> Writing {
    if own.is_empty() {
        return writing;
    }
    let writing = own.iter().take(SHOWN).fold(writing.say(key), |writing, own| {
        let words = own.words(writing.tr());
        if !own.is_seen {
            return writing.say_with("digest-referral", words);
        }
        writing.link_with("digest-referral", words, desk.url(format!("/referrals/{}", own.id)))
    });
    match own.len().saturating_sub(SHOWN) {
        0 => writing,
        more => writing.say1("digest-referrer-more", "count", &more.to_string()),
    }
}
