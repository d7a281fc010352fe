//! Who waits in the demo, who could be their mentor, and who is missing.

use std::collections::BTreeSet;

use brobyg::{
    matching::{RuledOut, Suggestions, Wanted, suggest},
    mentor::{self, MentorFacts, MentorStatus, WhyNot},
    referral::{self, Must, intake::age_on},
    shortage::{Known, Line, Scope, lines, unknown, unlocked},
    word::Worded,
};
use entity::{Mentor, Referral, YoungPerson, mentors, referrals::Clarity, young_people};
use sea_orm::EntityTrait;

use super::{count, filled};
use crate::support::{TestApp, today};

async fn waiting(app: &TestApp) -> Vec<(Referral, YoungPerson)> {
    let found = referral::waiting().all(app.db()).await.unwrap();
    let people = young_people::Entity::find().all(app.db()).await.unwrap();
    let person = |referral: &Referral| people.iter().find(|one| one.id == referral.young_person_id).cloned().unwrap();
    found.into_iter().map(|referral| (referral.clone(), person(&referral))).collect()
}

async fn suggestions(app: &TestApp, referral: &Referral) -> Suggestions {
    let wanted = Wanted::of_referral(app.db(), &app.app.config.rules, referral).await.unwrap();
    suggest(app.db(), &app.app.search, today(), &wanted).await.unwrap()
}

#[tokio::test]
async fn some_thirty_wait_of_every_age_from_many_places_for_days_or_months() {
    let app = filled().await;
    let waiting = waiting(&app).await;

    assert!((30..=40).contains(&waiting.len()), "{} wait", waiting.len());
    let distinct = |of: fn(&Referral, &YoungPerson) -> String| {
        waiting.iter().map(|(referral, person)| of(referral, person)).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(distinct(|referral, _| referral.partner_id.to_string()), 8);
    assert!(distinct(|referral, _| referral.housing_area_id.to_string()) >= 15);
    assert_eq!(distinct(|_, person| format!("{:?}", person.gender)), 3);
    assert!(distinct(|_, person| person.languages.0.join(" ")) >= 10);
    let ages: Vec<u32> = waiting.iter().filter_map(|(_, person)| age_on(today(), person.birth_date)).collect();
    assert!(ages.iter().min() <= Some(&16) && ages.iter().max() >= Some(&23), "{ages:?}");
    let days: Vec<i64> = waiting.iter().map(|(referral, _)| (today() - referral.referred_on).num_days()).collect();
    assert!(days[0] > 100 && days[days.len() - 1] < 4 && days[0] > days[1], "{days:?}");
}

#[tokio::test]
async fn among_them_are_musts_of_every_kind_one_vague_wish_and_one_whom_nobody_suits() {
    let app = filled().await;
    let waiting = waiting(&app).await;

    let musts: Vec<Must> = waiting.iter().flat_map(|(referral, _)| referral::musts(referral)).collect();
    for must in Must::all() {
        assert!(musts.contains(&must), "nobody's must is {must:?}");
    }
    assert!(count(&waiting, |(referral, _)| referral.video == Some(true)) > 0);
    assert!(count(&waiting, |(referral, _)| referral.wish.starts_with("would like")) == 1);
    assert!(count(&waiting, |(referral, _)| referral.clarity == Some(Clarity::Unclear)) > 1);
    let known = Known::load(app.db(), today(), &app.app.config.rules).await.unwrap();
    assert_eq!(unknown(&known, Scope::default()), 1);

    let (safiya, _) = waiting.iter().find(|(_, person)| person.name == "Safiya Omar").unwrap();
    let found = suggestions(&app, safiya).await;
    assert!(found.fits.is_empty());
    assert!(count(&found.ruled_out, |one| matches!(one.ruled_out(), Some(RuledOut::Must(_)))) > 0);
}

#[tokio::test]
async fn the_radar_shows_where_mentors_are_missing_and_what_would_help() {
    let app = filled().await;
    let known = Known::load(app.db(), today(), &app.app.config.rules).await.unwrap();

    let lines: Vec<Line> = lines(&known, Scope::default());

    assert!(lines.len() >= 15, "{} industries are waited for", lines.len());
    assert!(count(&lines, |line| line.gap >= 1.0) >= 3, "{lines:#?}");
    assert!(count(&lines, |line| line.gap == 0.0) >= 5, "{lines:#?}");
    let help = unlocked(app.db(), &app.app.search, today(), &app.app.config.rules).await.unwrap();
    assert!(help.stuck >= 3 && !help.steps.is_empty(), "{help:#?}");
}

#[tokio::test]
async fn mentors_are_paused_full_unchecked_gone_or_go_no_farther() {
    let app = filled().await;
    let ids: Vec<_> = mentors::Entity::find().all(app.db()).await.unwrap().iter().map(|mentor| mentor.id).collect();
    let mentors: Vec<MentorFacts> = mentor::facts_of(app.db(), &ids).await.unwrap().into_values().collect();

    let kept = |why: WhyNot| count(&mentors, |facts| facts.may_be_proposed(today()) == Err(why));
    let stands = |status: MentorStatus| count(&mentors, |facts| facts.status(today()) == status);
    let says = |is_so: fn(&Mentor) -> bool| count(&mentors, |facts| is_so(&facts.mentor));

    assert!(kept(WhyNot::NotTrained) >= 1);
    assert!(kept(WhyNot::Paused) >= 5);
    assert!(count(&mentors, |facts| facts.pauses.iter().any(|pause| pause.until_on > Some(today()))) >= 4);
    assert!(kept(WhyNot::NoFreeSeat) >= 5);
    assert!(kept(WhyNot::CertificateExpired) >= 3);
    assert!(stands(MentorStatus::Left) >= 3);
    assert_eq!(stands(MentorStatus::Applicant), 2);
    assert!(says(|mentor| mentor.max_km.is_some_and(|km| km > 1)) >= 3);
    assert!(says(|mentor| mentor.max_km == Some(1) && mentor.video == Some(true)) == 1);
    assert!(says(|mentor| mentor.postcode.as_deref() == Some("3700")) == 1);
    assert!(stands(MentorStatus::Active) > 50);
}
