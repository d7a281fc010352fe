//! Staff name a stand-in, make the period shorter, and end it.

use brobyg::{
    course::{NotRunning, stand_in::StandInError},
    matching::{RuledOut, stand_in::NameError},
    mentor::{WhyNot, index},
    referral::Must,
};
use chrono::Duration;
use entity::{
    Words,
    mentors::{self, Gender},
    referrals::{self, MentorGenderWish},
    stand_ins,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use super::{JONAS, OWN, TOVE, away, day};
use crate::course::{date, form};

#[tokio::test]
async fn staff_name_somebody_and_the_three_are_told() {
    let away = away().await;
    let (pair, path) = (&away.planning.pair, away.path("/stand-in"));
    let staff = pair.app.staff().await;
    staff.get(&away.path("")).await.assert_shows(&format!("href=\"{path}\""));
    staff.get(&path).await.assert_ok().assert_shows("Vikarmentor");
    let days = [date("from_on", day(1)), date("until_on", day(10))].concat();
    let id = away.tove.id.to_string();

    let named = form(&days, &[("mentor_id", &id)]);
    staff.submit(&path, &named).await.assert_goes_to(&path);

    let when = "fra 5. marts 2026 til og med 14. marts 2026";
    staff.get(&away.path("")).await.assert_shows(&format!("Tove er vikarmentor {when}."));
    let to_tove = away.mails(TOVE, "Du er vikarmentor").await;
    assert!(to_tove[0].contains(&format!("Du er vikarmentor for Amira {when}.")), "{}", to_tove[0]);
    assert!(to_tove[0].contains(&away.path("")) && !to_tove[0].contains("Hassan"), "{}", to_tove[0]);
    let to_jonas = away.mails(JONAS, "Vikarmentor i dit forløb").await;
    assert!(to_jonas[0].contains(&format!("Tove er vikarmentor i dit forløb {when}.")), "{}", to_jonas[0]);
    let to_amira = away.mails(OWN, "Vikar for din mentor").await;
    assert!(to_amira[0].contains(&format!("er Tove din vikarmentor {when}.")), "{}", to_amira[0]);
    let link = pair.app.path_in(&pair.app.mails_to(OWN).await[0]);
    pair.app.visitor().get(&link).await.assert_shows("Jonas").assert_shows("er Tove din vikarmentor");
    assert_eq!(pair.changes("stand_in_named").await.len(), 1);
    staff.get(&away.path("/history")).await.assert_shows("En vikarmentor blev sat på: fra og med 05-03-2026");
    let person = pair.referral_now().await.young_person_id;
    let timeline = staff.get(&format!("/young-people/{person}")).await;
    timeline.assert_shows("Tove blev vikarmentor fra 5. marts 2026 til og med 14. marts 2026");
}

#[tokio::test]
async fn what_is_wrong_is_told_and_the_form_comes_back_as_typed() {
    let away = away().await;
    let staff = away.planning.pair.app.staff().await;
    let path = away.path("/stand-in");
    let id = away.tove.id.to_string();
    let refused = [
        (date("from_on", day(0) - Duration::days(1)), date("until_on", day(3)), "Den første dag er forbi"),
        (date("from_on", day(5)), date("until_on", day(3)), "Den sidste dag ligger før den første"),
        (date("from_on", day(0)), date("until_on", day(84)), "Perioden må højst være på 12 uger"),
    ];
    for (from, until, sentence) in refused {
        let days = [from, until].concat();
        let page = staff.submit(&path, &form(&days, &[("mentor_id", &id)])).await;
        page.assert_refused_with(sentence);
    }
    let nothing = staff.submit(&path, &[]).await;
    nothing.assert_refused_with("Vælg, hvem der skal være vikar");
    assert_eq!(stand_ins::Entity::find().count(away.planning.pair.app.db()).await.unwrap(), 0);
    away.name(away.days(0, 83)).await.unwrap();
}

#[tokio::test]
async fn two_periods_of_a_course_have_no_day_in_common() {
    let away = away().await;
    away.stands_in(3, 10).await;
    for (from, until) in [(0, 3), (10, 12), (4, 5), (0, 20)] {
        let refused = away.name(away.days(from, until)).await;
        assert!(matches!(refused, Err(NameError::Refused(StandInError::Overlaps))), "{refused:?}");
    }
    away.stands_in(11, 12).await;
    away.stands_in(0, 2).await;
    let findings = away.planning.pair.app.findings().await;
    assert!(!findings.wrong.iter().any(|wrong| wrong.contains("stand in")), "{:?}", findings.wrong);

    let twice = stand_ins::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(away.planning.pair.course.id),
        mentor_id: Set(away.planning.pair.mentor.id),
        from_on: Set(day(4)),
        until_on: Set(day(5)),
        named_at: Set(away.planning.pair.app.app.clock.now()),
        named_by: Set(away.planning.staff.id),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    twice.insert(away.planning.pair.app.db()).await.unwrap();
    let wrong = away.planning.pair.app.findings().await.wrong;
    assert!(wrong.iter().any(|wrong| wrong.starts_with("Two stand in for the mentor of the course")), "{wrong:?}");
    assert!(wrong.iter().any(|wrong| wrong.ends_with("stands in for themselves.")), "{wrong:?}");
}

#[tokio::test]
async fn the_rules_of_matching_hold_but_for_the_seat() {
    let away = away().await;
    let pair = &away.planning.pair;
    // Her only seat is taken, and that does not matter.
    pair.app.course(&pair.app.referral("Omar Test").await, &away.tove).await;
    let own = away.name(brobyg::course::stand_in::NewStandIn { mentor_id: pair.mentor.id, ..away.days(0, 5) }).await;
    assert!(matches!(own, Err(NameError::Refused(StandInError::OwnMentor))), "{own:?}");

    let women = referrals::ActiveModel {
        id: Set(pair.referral.id),
        mentor_gender_wish: Set(Some(MentorGenderWish::Woman)),
        musts: Set(Words(vec!["gender".into()])),
        ..Default::default()
    };
    women.update(pair.app.db()).await.unwrap();
    let unknown = away.name(away.days(0, 5)).await;
    assert!(matches!(unknown, Err(NameError::RuledOut(RuledOut::Must(Must::Gender)))), "{unknown:?}");
    let woman = mentors::ActiveModel { id: Set(away.tove.id), gender: Set(Some(Gender::Female)), ..Default::default() };
    woman.update(pair.app.db()).await.unwrap();

    pair.app.pause(&away.tove, day(4), Some(day(6))).await;
    let paused = away.name(away.days(0, 5)).await;
    assert!(matches!(paused, Err(NameError::RuledOut(RuledOut::Mentor(WhyNot::Paused)))), "{paused:?}");
    away.name(away.days(0, 3)).await.unwrap();
}

#[tokio::test]
async fn those_of_the_wished_industry_are_offered_first_and_nobody_who_may_not_meet_them() {
    let away = away().await;
    let app = &away.planning.pair.app;
    app.mentor_in("Bodil", "murer", "43", 1).await;
    let paused = app.mentor("Pelle").await;
    app.pause(&paused, day(0), None).await;
    index::rebuild(&app.app).await.unwrap();

    let page = app.staff().await.get(&away.path("/stand-in")).await;

    page.assert_ok().assert_hides("Pelle");
    let place = |name: &str| page.body.find(&format!(">{name}</label>")).unwrap_or_else(|| panic!("{name}"));
    assert!(place("Tove") < place("Bodil"));
    assert!(!page.body.contains(">Jonas</label>"));
}

#[tokio::test]
async fn a_period_is_made_shorter_or_ended_and_they_are_told_again() {
    let away = away().await;
    let period = away.stands_in(0, 20).await;
    assert_eq!(away.mails(TOVE, "Du er vikarmentor").await.len(), 1);
    assert_eq!(away.shorten(&period, 20).await, Err(StandInError::NotShorter));
    away.turn(2);
    assert_eq!(away.shorten(&period, 1).await, Err(StandInError::NotShorter));
    let staff = away.planning.pair.app.staff().await;
    let path = away.path("/stand-in");
    let last = date("last_on", day(9));

    staff.submit(&format!("{path}/{}", period.id), &form(&last, &[])).await.assert_goes_to(&path);

    let told = away.mails(TOVE, "Du er vikarmentor").await;
    assert_eq!(told.len(), 2);
    assert!(told.iter().any(|text| text.contains("til og med 13. marts 2026") && text.contains("Perioden er ændret")));
    away.turn(3);
    let staff = away.planning.pair.app.staff().await;
    staff.submit(&format!("{path}/{}/ending", period.id), &[]).await.assert_goes_to(&path);
    staff.submit(&format!("{path}/{}/ending", period.id), &[]).await.assert_goes_to(&path);
    let over = away.mails(TOVE, "Du er vikarmentor").await;
    assert!(over.iter().any(|text| text.contains("Du er ikke længere vikarmentor for Amira.")), "{over:?}");
    assert_eq!(away.mails(JONAS, "Vikarmentor i dit forløb").await.len(), 3);
    assert_eq!(stand_ins::Entity::find().count(away.planning.pair.app.db()).await.unwrap(), 1);
    assert_eq!(away.planning.pair.changes("stand_in_ended").await.len(), 1);
    let gone = staff.submit(&format!("{path}/{}", period.id), &form(&last, &[])).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn while_contact_is_stopped_nobody_is_named_and_that_it_is_over_the_two_mentors_hear() {
    let away = away().await;
    let period = away.stands_in(0, 20).await;
    assert_eq!(away.mails(OWN, "Vikar for din mentor").await.len(), 1);
    away.stops_contact().await;
    let refused = away.name(away.days(21, 25)).await;
    assert!(matches!(refused, Err(NameError::Refused(StandInError::NotRunning(NotRunning::Stopped)))), "{refused:?}");
    away.turn(2);

    away.end(&period).await;

    assert_eq!(away.mails(TOVE, "Du er vikarmentor").await.len(), 2);
    assert_eq!(away.mails(JONAS, "Vikarmentor i dit forløb").await.len(), 2);
    assert_eq!(away.mails(OWN, "Vikar for din mentor").await.len(), 1);
}

#[tokio::test]
async fn whoever_stands_in_leaves_only_after_it() {
    let away = away().await;
    let period = away.stands_in(3, 20).await;
    let staff = away.planning.pair.app.staff().await;
    let (path, why) = (format!("/mentors/{}/departure", away.tove.id), [("leave_reason", "moved")]);
    staff.submit(&path, &why).await.assert_refused_with("Amira");

    away.end(&period).await;

    staff.submit(&path, &why).await.assert_goes_to(&format!("/mentors/{}", away.tove.id));
}

#[tokio::test]
async fn from_a_mentor_on_a_break_a_link_leads_there() {
    let away = away().await;
    let pair = &away.planning.pair;
    let (staff, link) = (pair.app.staff().await, format!("href=\"{}\"", away.path("/stand-in")));
    staff.get(&format!("/mentors/{}", pair.mentor.id)).await.assert_ok().assert_hides(&link);
    pair.app.pause(&pair.mentor, day(0), None).await;
    staff.get(&format!("/mentors/{}", pair.mentor.id)).await.assert_shows(&link);
}
