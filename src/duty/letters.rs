//! The letter to whoever has another contact person from now on. It is about the person who gets it.

use chrono::NaiveDate;
use entity::{
    Mentor, courses, mentors, partners, referrals,
    responsibilities::{self, Column, Entity},
    users,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, Query, SelectStatement},
};

use super::told::referrers;
use crate::{
    clock::local_date,
    list::danish,
    message::{Addressee, Contact, Desk, Letter, Writing, letters, text, texted},
};

letters! {
    CONTACT_OF_REFERRER = "contact_of_referrer", "/admin/people", contact_of_referrer
        when "somebody else of staff sees to a referrer's open referrals, or to their partner, from now on",
        so that "they know whom to call, in one letter a day however many referrals it is about",
        says { Mail to [User]: "duty-letter-subject", "duty-letter-text", "duty-letter-contact", "duty-letter-link"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
    CONTACT_OF_PARTNER = "contact_of_partner", "/admin/partners", contact_of_partner
        when "somebody else of staff sees to a partner from now on",
        so that "whoever is the partner's contact knows whom to call, also where they do not sign in",
        says { Mail to [Partner]: "duty-letter-subject", "duty-letter-text", "duty-letter-contact", "duty-letter-enquiry"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
    CONTACT_OF_MENTOR = "contact_of_mentor", "/mentors", contact_of_mentor
        when "somebody else of staff sees to a mentor in a running course, or to the course, from now on",
        so that "they know whom to call",
        says {
            Mail to [Mentor]: "duty-letter-subject", "duty-letter-text", "duty-letter-contact", "duty-letter-mentor-link";
            Sms to [Mentor]: "message-text-contact";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
}

async fn contact_of_referrer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = users::Entity::find_by_id(id).filter(users::Column::DisabledAt.is_null()).one(&desk.db).await?;
    let Some(user) = found else { return Ok(None) };
    let own = referrers().filter(referrals::Column::ReferrerId.eq(id)).select_only();
    let own = Column::ThingId.in_subquery(own.column(referrals::Column::Id).into_query());
    let theirs = own.or(Column::ThingId.eq(user.partner_id));
    let writing = Writing::to(&desk, Addressee::user(id), &user.email, &user.language);
    let new = new_contacts(&desk.db, theirs, local_date(desk.queued_at)).await?;
    new.map(|new| written(writing.about(new.first().cloned()).greet(&user.name), &new, desk.url("/referrals")))
        .transpose()
}

/// To the address of the partner's contact, unless somebody signs in with it, who is told as a referrer.
async fn contact_of_partner(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let open = partners::Entity::find_by_id(id).filter(partners::Column::ClosedOn.is_null());
    let Some(partner) = open.one(&desk.db).await? else { return Ok(None) };
    let Some(email) = partner.contact_email else { return Ok(None) };
    let signs_in = users::Entity::find().filter(users::Column::Email.eq(email.to_lowercase()));
    if signs_in.one(&desk.db).await?.is_some() {
        return Ok(None);
    }
    let new = new_contacts(&desk.db, Column::ThingId.eq(id), local_date(desk.queued_at)).await?;
    let Some(new) = new else { return Ok(None) };
    let writing = Writing::to(&desk, Addressee::partner(id), &email, "da").about(new.first().cloned());
    let writing = writing.greet(partner.contact_name.as_deref().unwrap_or_default());
    named(writing, &new).link("duty-letter-enquiry", desk.url("/enquiry")).finish().map(Some)
}

async fn contact_of_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(mentor) = mentors::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let running = courses::open().filter(courses::Column::MentorId.eq(id)).select_only();
    let own = Column::ThingId.in_subquery(running.column(courses::Column::Id).into_query());
    let theirs = own.or(Column::ThingId.eq(id));
    let writing = Writing::to(&desk, Addressee::mentor(id), &mentor.email, &mentor.language);
    let Some(new) = new_contacts(&desk.db, theirs, local_date(desk.queued_at)).await? else { return Ok(None) };
    let signs_in = signs_in(&desk.db, &mentor).await?;
    // Who it is stands on the page, and in the mail for whoever does not sign in.
    if let Some(to) = texted(&desk, &mentor).await?.filter(|_| signs_in) {
        return Ok(Some(text(&desk, to, &mentor.language, "message-text-contact", &desk.url("/mentor"))));
    }
    let writing = writing.about(new.first().cloned()).greet(&mentor.name);
    match signs_in {
        true => named(writing, &new).link("duty-letter-mentor-link", desk.url("/mentor")).finish().map(Some),
        false => named(writing, &new).finish().map(Some),
    }
}

/// Whether a mentor has a sign-in, and not only an invitation that was never used.
async fn signs_in(db: &impl ConnectionTrait, mentor: &Mentor) -> Result<bool, DbErr> {
    let Some(id) = mentor.user_id else { return Ok(false) };
    Ok(users::Entity::find_by_id(id).one(db).await?.is_some_and(|user| !user.is_unused()))
}

fn written(writing: Writing, new: &[Contact], url: String) -> anyhow::Result<Letter> {
    named(writing, new).link("duty-letter-link", url).finish()
}

fn named(writing: Writing, new: &[Contact]) -> Writing {
    let writing = writing.subject("duty-letter-subject").say("duty-letter-text");
    new.iter().fold(writing, |writing, contact| writing.say1("duty-letter-contact", "contact", &contact.line()))
}

/// Who was named for one of these things since a day, by somebody's act, and was not responsible for it before; nothing when
/// it all came back meanwhile.
async fn new_contacts(
    db: &impl ConnectionTrait,
    theirs: Expr,
    since: NaiveDate,
) -> Result<Option<Vec<Contact>>, DbErr> {
    let nobody = Expr::val(Uuid::nil());
    let before = Expr::from(Func::coalesce([Expr::from(responsible_before(since)), nobody]));
    let changed = Entity::find()
        .select_only()
        .column(Column::UserId)
        .filter(theirs)
        .filter(responsibilities::current())
        .filter(Column::SetBy.is_not_null())
        .filter(Column::Since.gte(since))
        .filter(Column::UserId.into_expr().ne(before));
    let people = users::Entity::find()
        .filter(users::Column::Id.in_subquery(changed.into_query()))
        .order_by_asc(danish(users::Column::Name))
        .order_by_asc(users::Column::Id)
        .all(db)
        .await?;
    let contact = |user: users::Model| Contact { name: user.name, phone: user.phone, email: user.email, until: None };
    let people: Vec<Contact> = people.into_iter().map(contact).collect();
    Ok((!people.is_empty()).then_some(people))
}

/// Who was responsible for the thing of the row around this at the end of the day before.
fn responsible_before(day: NaiveDate) -> SelectStatement {
    const BEFORE: &str = "before";
    let mut before = Query::select();
    before
        .column((BEFORE, Column::UserId))
        .from_as(Entity, BEFORE)
        .and_where(Expr::col((BEFORE, Column::ThingId)).equals((Entity, Column::ThingId)))
        .and_where(Expr::col((BEFORE, Column::Since)).lt(day))
        .and_where(Expr::col((BEFORE, Column::Until)).is_null().or(Expr::col((BEFORE, Column::Until)).gte(day)));
    before
}
