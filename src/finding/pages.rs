//! What the page shows.

use askama::Template;
use entity::{Enquiry, Mentor, Partner, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::{Hits, find::First};
use crate::{
    course,
    language::Tr,
    list::Typed,
    mentor::list::EVERYBODY,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    referral,
    word::Worded,
};

#[derive(Template)]
#[template(path = "finding/found.html")]
pub struct FoundPage {
    pub ctx: Ctx,
    pub q: Typed,
    pub groups: Vec<Group>,
    revealed: Revealed,
}

/// What was found of one kind.
pub struct Group {
    /// The fluent key of its heading.
    pub heading: &'static str,
    pub hits: Vec<Hit>,
    /// Where all of them stand, when these are not all.
    pub all: Option<String>,
}

pub struct Hit {
    pub href: String,
    pub name: String,
    pub told: String,
}

impl FoundPage {
    pub fn new(ctx: Ctx, q: Typed, hits: Hits) -> Self {
        let (tr, is_administrator) = (ctx.tr, ctx.viewer.as_ref().is_some_and(|viewer| viewer.is_administrator()));
        let revealed = revealed(&hits);
        let all = serde_html_form::to_string([("q", q.trim())]).unwrap_or_default();
        let groups = vec![
            Group::new("finding-young-people", hits.referrals, format!("/referrals?{all}"), |one| of_referral(tr, one)),
            Group::new("finding-enquiries", hits.enquiries, format!("/enquiries?{all}"), |one| of_enquiry(tr, one)),
            Group::new("finding-courses", hits.courses, format!("/courses?{all}"), |one| of_course(tr, one)),
            Group::new("finding-mentors", hits.mentors, format!("/mentors?{all}&status={EVERYBODY}"), of_mentor),
            Group::new("finding-partners", hits.partners, format!("/admin/partners?{all}"), |one| {
                of_partner(one, is_administrator)
            }),
        ];
        Self { groups: groups.into_iter().filter(|group| !group.hits.is_empty()).collect(), ctx, q, revealed }
    }
}

impl Group {
    fn new<T>(heading: &'static str, found: First<T>, all: String, hit: impl Fn(T) -> Hit) -> Self {
        let all = Some(all).filter(|_| found.is_more);
        Self { heading, hits: found.rows.into_iter().map(hit).collect(), all }
    }
}

fn revealed(hits: &Hits) -> Revealed {
    let referred = hits.referrals.rows.iter().map(|one| one.person.id);
    let in_courses = hits.courses.rows.iter().map(|one| one.young_person_id);
    let enquiries = hits.enquiries.rows.iter().map(|one| Subject::Enquiry(one.id));
    Revealed::people(ReadingPurpose::List, referred.chain(in_courses))
        .and(Revealed::of(ReadingPurpose::List, enquiries))
}

/// What people call a case. One that was made here has the id that it was given, which nobody says.
fn said(reference: String, id: Uuid) -> String {
    if reference == id.simple().to_string() { String::new() } else { reference }
}

/// Facts beside each other, without those that are missing.
fn told<const N: usize>(facts: [String; N]) -> String {
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn of_referral(tr: Tr, one: referral::Case) -> Hit {
    let referred = tr.short_date(&one.referral.referred_on);
    Hit {
        href: format!("/referrals/{}", one.referral.id),
        name: one.person.name,
        told: told([said(one.referral.reference, one.referral.id), referred, one.partner_name, one.state.label(tr)]),
    }
}

fn of_enquiry(tr: Tr, one: Enquiry) -> Hit {
    let received = tr.short_date(&one.received_on);
    Hit { href: format!("/enquiries/{}", one.id), name: one.first_name, told: told([received, one.place]) }
}

fn of_course(tr: Tr, one: course::Listed) -> Hit {
    Hit {
        href: format!("/courses/{}", one.course.id),
        name: tr.t2("finding-course", "mentee", one.mentee_name, "mentor", one.mentor_name),
        told: told([
            said(one.course.reference, one.course.id),
            tr.short_date(&one.course.matched_on),
            one.partner_name,
        ]),
    }
}

fn of_mentor(one: Mentor) -> Hit {
    let place = [one.postcode, one.town].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Hit { href: format!("/mentors/{}", one.id), name: one.name, told: told([one.occupation, place]) }
}

/// Administrators get the partner's page, others the referrals of it.
fn of_partner(one: Partner, is_administrator: bool) -> Hit {
    let page =
        |id: Uuid| if is_administrator { format!("/admin/partners/{id}") } else { format!("/referrals?partner={id}") };
    Hit { href: page(one.id), name: one.name, told: told([one.town.unwrap_or_default()]) }
}

impl Reveals for FoundPage {
    fn reveals(&self) -> Revealed {
        self.revealed.clone()
    }
}
