//! Each form of the matrix, filled in as somebody might.

use super::{
    contact::{
        ACTIVITY, ADVICE, EXIT, EXIT_STATUS, EXPECTATIONS, ONWARD, PROGRESS, STAND_IN, concern, enquiry, follow_up,
        interview, survey,
    },
    inputs,
    typed::{
        ABSENCE, ADMINISTRATOR, AGREEMENT, COURSE_PAUSE, ENQUIRY, MEETING, MENTOR, MENTOR_PAUSE, PARTNER, PASSWORD,
        PERSON, PLANNED, PROJECT, REFERRAL, TODAY,
    },
};
use crate::permissions::{matrix::Line, scene::Scene};

/// A field and what somebody typed in it.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: &'static str,
    pub value: String,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words that somebody must write.
    Needed,
    /// Words that somebody may write.
    Optional,
    /// A part of a day, or something to choose: never kept as it was typed.
    Chosen,
    /// A secret that is kept only as what cannot be read back.
    Secret,
}

/// `name=value` for words that are needed, `name?=value` for words that may be left out, `name:=value` for something
/// to choose, `name*=value` for a secret.
fn fields(scene: &Scene, written: &[&'static str]) -> Vec<Field> {
    written
        .iter()
        .map(|written| {
            let (name, value) = written.split_once('=').unwrap();
            let (name, kind) = match name.as_bytes().last().unwrap() {
                b'?' => (&name[..name.len() - 1], Kind::Optional),
                b':' => (&name[..name.len() - 1], Kind::Chosen),
                b'*' => (&name[..name.len() - 1], Kind::Secret),
                _ => (name, Kind::Needed),
            };
            Field { name, value: scene.path(value), kind }
        })
        .collect()
}

/// The fields of a form; none when it is only a button. The path is that of the matrix.
pub fn form(scene: &Scene, line: &Line) -> Vec<Field> {
    let listed = written(&line.path);
    let mut all = fields(scene, listed);
    all.extend(unlisted(listed));
    all
}

/// The long forms: a field of theirs that is not listed is filled in by its type.
const LONG: [(&[&str], &str); 2] = [(REFERRAL, "ReferralForm"), (MENTOR, "MentorForm")];

fn unlisted(listed: &'static [&'static str]) -> Vec<Field> {
    let Some((_, form)) = LONG.iter().find(|(long, _)| *long == listed) else { return Vec::new() };
    let is_listed = |name: &str| listed.iter().any(|field| name_of(field) == name) || name == TRAP;
    let fields = inputs::fields_of(form).into_iter().flat_map(|(name, kind)| {
        let (kind, value) = match kind.split('<').next().unwrap() {
            "Text" | "Line" | "Name" => (Kind::Optional, "Skrevet"),
            "Postcode" => (Kind::Optional, "4600"),
            _ => (Kind::Chosen, ""),
        };
        inputs::posted(&name).into_iter().map(move |name| Field { name: name.leak(), value: value.to_owned(), kind })
    });
    fields.filter(|field| !is_listed(field.name)).collect()
}

fn name_of(written: &'static str) -> &'static str {
    written.split('=').next().unwrap().trim_end_matches(['?', ':', '*'])
}

/// The trap for programs, which is kept by nobody.
const TRAP: &str = "website";

fn written(path: &str) -> &'static [&'static str] {
    let end = path.rsplit('/').next().unwrap();
    let thing = path.split(['{', '.', '}']).nth(1).unwrap_or_default();
    let first = path.split('/').nth(1).unwrap();
    match (first, thing, end) {
        ("sign-in", ..) => &["email=ida@people.example", "password*=forkert adgangskode", "next:=/", "kept_for:="],
        ("language", ..) => &["language:=en", "back:=/"],
        ("account", ..) => account(thing, end),
        ("handovers" | "handover-lists", _, "taking") | ("survey", _, "more") | ("reasons", _, "default") => &[],
        ("handovers" | "handover-lists", ..) => &["from:={user.invited}", "to:={user.staff}", "filters:="],
        ("password", "", _) => &["email=ida@people.example"],
        ("password" | "invitations", ..) => PASSWORD,
        ("first-administrator", ..) => ADMINISTRATOR,
        ("enquiry", ..) => ENQUIRY,
        ("still-here", ..) => &["number?=20 30 40 50"],
        ("interviews" | "interview" | "people", ..) | ("mentors", _, "interview-consent") => interview(path, end),
        ("survey", ..) => &["status:=job"],
        ("still" | "yes", ..) => &["answer:=no", "reason:="],
        ("met", ..) => &["answer:=why", "met_on:=", "why:=ill", "next_day:=12", "next_month:=3", "next_year:=2026"],
        ("there", ..) | ("referrals", _, "silence") => &["answer:=new_number", "number=20 30 40 50"],
        ("advice", ..) => ADVICE,
        ("onward", _, "answer") => ONWARD,
        ("exit", _, "answer") => EXIT,
        ("exit", _, "{item.first}") => EXIT_STATUS,
        ("agreed", ..) => &["confirmed:=yes"],
        ("my-course", _, "open") => MEETING,
        ("proposal", ..) => &["answer:=no", "reason:=no_time", "note?=Jeg rejser", "text?=Hvornår?"],
        ("admin", ..) => administration(path, end),
        ("courses", ..) => course(path, end),
        ("surveys", ..) => survey(end),
        ("referrals", "draft", "submission" | "removal") | ("referrals", _, "interest") => &[],
        ("referrals", "draft", _) => REFERRAL,
        ("referrals", _, _) if path.contains("/interest/") => &[],
        ("referrals", _, "withdrawal") if path.contains("/consents/") => &["purpose:=survey"],
        ("referrals" | "young-people", ..) => referral(end),
        ("vocabulary", _, "new") => &["word=robotfører", "industry:=DB25:62", "code?=62.10"],
        ("follow-ups", ..) => follow_up(path, end),
        ("concerns", ..) | ("concern", ..) => concern(end),
        ("expectations", _, "answer") | ("my-course", _, "expectations") => EXPECTATIONS,
        ("today", ..) => TODAY,
        ("imports", ..) => &["writes:=yes"],
        ("mentor-activities", ..) => ACTIVITY,
        ("reasons", ..) => &["onward:=queue", "rest:=days", "rest_days?=30", "pause:=days", "pause_days?=14"],
        ("proposals", ..) => proposal(end),
        ("planning", ..) => planning(end),
        ("mentor", _, "profile") => MENTOR,
        ("mentor", _, "pause") => MENTOR_PAUSE,
        ("mentors", ..) => mentor(end),
        ("enquiries", ..) => enquiry(end),
        _ => &[],
    }
}

fn account(thing: &str, end: &str) -> &'static [&'static str] {
    match (thing, end) {
        ("absence", _) | (_, "calendar" | "removal") => &[],
        (_, "password") => {
            &["current*=den gamle adgangskode", "password*=en lang adgangskode 7", "again*=en lang adgangskode 7"]
        }
        (_, "absences") => ABSENCE,
        (_, "digest") => &["wanted:=no"],
        _ => &["name=Ida Holm", "phone?=20 30 40 50", "language:=da"],
    }
}

fn administration(path: &str, end: &str) -> &'static [&'static str] {
    match path.split('/').nth(2).unwrap() {
        "people" if ["new", "edit"].contains(&end) => PERSON,
        "people" if end == "absences" => ABSENCE,
        "people" if end == "disablement" => &["heir:={user.staff}"],
        "partners" if ["new", "edit"].contains(&end) => PARTNER,
        "partners" if end == "areas" => &["name=Nordvang"],
        "areas" if end == "agreements" => AGREEMENT,
        "areas" if end.starts_with('{') => &["name=Nordvang"],
        "projects" => PROJECT,
        _ => &[],
    }
}

fn course(path: &str, end: &str) -> &'static [&'static str] {
    match end {
        "concerns" => concern(end),
        "expectations" => EXPECTATIONS,
        "advice" => ADVICE,
        _ if path.contains("/advice/{") => &["text=Ring til hende", "back:="],
        "onward-plan" => ONWARD,
        _ if path.contains("/exit/") => EXIT,
        _ if path.contains("/progress/") => PROGRESS,
        "waiver" => &["because:=not_wanted"],
        "agreement" => &[
            "goal=Et fritidsjob",
            "role_agreement?=Vi mødes hver uge",
            "rhythm_every:=own",
            "rhythm_own?=10",
            "rhythm?=Hver tirsdag",
            "contact?=Skriv en sms",
            "complaints?=Sanne Holm",
            "planned_end_on_day:=1",
            "planned_end_on_month:=8",
            "planned_end_on_year:=2026",
            "version:=0",
        ],
        "pause" => COURSE_PAUSE,
        "stand-in" => STAND_IN,
        "ending" if path.contains("/stand-in/") || path.contains("/my-course/") => &[],
        _ if path.contains("/stand-in/{") && end.starts_with('{') => {
            &["last_on_day:=8", "last_on_month:=3", "last_on_year:=2026"]
        }
        "extension" => &["until_on_day:=1", "until_on_month:=12", "until_on_year:=2026", "reason=De mangler en måned"],
        "meetings" => MEETING,
        _ if path.contains("/meetings/{") && end.starts_with('{') => MEETING,
        "planned" => PLANNED,
        "answer" => &["attendance:=held"],
        "settlement" => &["met:=met", "note?=Ringet til begge"],
        _ if path.contains("/questions/{") && end.starts_with('{') => &["answer:=met", "met_on:=2026-03-03"],
        _ if path.contains("/planned/{") && end.starts_with('{') => PLANNED,
        "goals" => &["text=Skrive et CV", "due_day:=12", "due_month:=3", "due_year:=2026"],
        _ if path.contains("/goals/{") && end.starts_with('{') => &["reached:=yes"],
        "ending" => &[
            "ended_on_day:=4",
            "ended_on_month:=3",
            "ended_on_year:=2026",
            "ended_by:=mutual",
            "reason:=",
            "onward_plan?=Et fritidsjob",
            "step_down?=Hver anden uge",
            "ending_note?=Det gik godt",
            "override_class:=",
            "override_reason?=",
            "second_route_name?=Hanne Holm",
            "second_route_phone?=20 30 40 55",
            "second_route_relation:=family",
            "second_route_agreed:=yes",
            "step:=",
        ],
        "class" => &["class:=completed", "reason?=De nåede det", "end_reason:="],
        "reopening" => &["reason=Det var en fejl"],
        "rematch" => &["handover?=De nåede et CV"],
        _ => &[],
    }
}

fn referral(end: &str) -> &'static [&'static str] {
    match end {
        "ways" => &["kind:=adviser", "name=Hanne Holm", "phone=20 30 40 55", "relation:=professional", "agreed:=yes"],
        "amendment" => REFERRAL,
        "concerns" => concern(end),
        "status-replies" => &["reply=Hvordan går det?"],
        "notes" => &["text=Ring efter kl. 15", "readers:=staff", "pinned:=yes"],
        "pin" => &["pinned:=yes"],
        _ if end.starts_with("{note") => &["text=Ring efter kl. 16", "readers:=staff", "pinned:="],
        "question" => &["question=Hvad vil hun helst?"],
        "acceptance" | "fit" => &["fit:=heavier"],
        "refusal" => &["decline_reason:=other", "decline_note=Bor uden for", "decline_next_step=Ring til jobcentret"],
        "closure" => &["close_reason:=other", "close_note?=Flyttet"],
        "reopening" => &["reopen_reason=Hun er her igen"],
        "reply" => &["answer=Helst computere"],
        "withdrawal" => &["withdraw_reason?=Hun vil ikke"],
        "consents" => &["given_purpose:=survey", "given_on_day:=2", "given_on_month:=3", "given_on_year:=2026"],
        "merge" | "separation" => &["with:={young_person.other}", "keep:="],
        "match" => &["mentor_id:={mentor.own}", "found:=searched"],
        "relaxation" => &["must:=distance", "reason=Den unge vil gerne rejse længere"],
        "mentor" => &["answer:=no", "reason:="],
        _ => &[],
    }
}

fn proposal(end: &str) -> &'static [&'static str] {
    match end {
        "refusal" => &["reason:=no_time", "note?=Jeg flytter"],
        "mentee-refusal" => &["reason:=too_far", "note?=Der er langt"],
        "question" | "answer" => &["text=Hvor bor hun?"],
        _ => &[],
    }
}

fn planning(end: &str) -> &'static [&'static str] {
    match end {
        "decisions" => &["referral_id:={referral.own}", "mentor_id:={mentor.own}", "decision:=lock"],
        "proposals" => &["pairs:={random}"],
        "record" => &["note?=Vi talte om alle", "decision?=Tre forslag", "close:="],
        _ => &[],
    }
}

fn mentor(end: &str) -> &'static [&'static str] {
    match end {
        "apply" | "new" | "edit" => MENTOR,
        "interview" => &[
            "interviewed_on_day:=2",
            "interviewed_on_month:=3",
            "interviewed_on_year:=2026",
            "interview_note?=Virker rolig",
        ],
        "criminal-record" => {
            &["record_status:=requested", "record_on_day:=2", "record_on_month:=3", "record_on_year:=2026"]
        }
        "training" => &["trained_on_day:=2", "trained_on_month:=3", "trained_on_year:=2026"],
        "refusal" => &["decline_reason:=other", "decline_note?=Bor i udlandet"],
        "departure" => &["leave_reason:=other", "leave_note?=Flytter"],
        "pause" => MENTOR_PAUSE,
        _ => &[],
    }
}

/// The names of all fields that any form above has.
pub fn names() -> std::collections::BTreeSet<&'static str> {
    let paths = crate::permissions::matrix::lines().into_iter().filter(|line| line.method == "POST");
    let written = paths.flat_map(|line| written(&line.path).iter());
    let unlisted = LONG.iter().flat_map(|&(listed, _)| unlisted(listed)).map(|field| field.name);
    written.map(|field| name_of(field)).chain(unlisted).chain([TRAP]).collect()
}
