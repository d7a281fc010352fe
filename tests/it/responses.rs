//! Who answered, by the AAPOR Standard Definitions.

use std::collections::BTreeMap;

use brobyg::outcome::{
    Population, Span, figures,
    response::{Answered, Brought, Case, Disposition, Group, Tally, rates, waves},
};
use chrono::{Days, NaiveDate};
use entity::{
    ContactAttempt, Survey,
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::{ActivityStatus, AnsweredThrough, SurveyKind},
};
use sea_orm::prelude::Uuid;

use crate::support::{self, scheme::folder, today};

fn rounded(share: Option<f64>) -> Option<String> {
    share.map(|share| format!("{share:.6}"))
}

/// The names and values of all rates.
fn shares(tally: &Tally, e: f64) -> Vec<(&'static str, Option<String>)> {
    rates(tally, e).iter().map(|rate| (rate.name, rounded(rate.share()))).collect()
}

#[test]
fn the_rates_are_those_of_the_standard() {
    let tally = Tally { i: 28, p: 2, r: 3, nc: 9, o: 1, uh: 4, uo: 3 };

    let shares = shares(&tally, 0.9);

    let expected = [
        ("RR1", "0.560000"),
        ("RR2", "0.600000"),
        ("RR3", "0.567951"),
        ("RR4", "0.608519"),
        ("RR5", "0.651163"),
        ("RR6", "0.697674"),
        ("CON1", "0.680000"),
        ("COOP1", "0.823529"),
        ("REF1", "0.060000"),
    ];
    assert_eq!(shares, expected.map(|(name, share)| (name, Some(share.to_owned()))));
}

#[test]
fn a_wave_of_nobody_has_no_rates() {
    assert!(shares(&Tally::default(), 1.0).iter().all(|(_, share)| share.is_none()));
}

fn survey(status: Option<ActivityStatus>) -> Survey {
    Survey {
        id: Uuid::now_v7(),
        course_id: Uuid::now_v7(),
        kind: SurveyKind::TwelveMonth,
        due_on: today() - Days::new(30),
        answered_on: status.map(|_| today() - Days::new(10)),
        status,
        answered_through: status.map(|_| AnsweredThrough::Phone),
        entered_by: None,
        not_reached_on: None,
        answer_known_on: None,
    }
}

fn attempt(days_ago: u64, result: AttemptResult) -> ContactAttempt {
    ContactAttempt {
        id: Uuid::now_v7(),
        course_id: Uuid::now_v7(),
        kind: SurveyKind::TwelveMonth,
        attempted_on: today() - Days::new(days_ago),
        channel: AttemptChannel::Phone,
        result,
        attempted_by: None,
        attempted_at: None,
        note: None,
        message_id: None,
        call_back_on: None,
        call_back_at: None,
        struck_on: None,
    }
}

/// The answer, what came of the tries, and since when they say no.
type Known<'a> = (Option<ActivityStatus>, &'a [AttemptResult], Option<NaiveDate>);

fn case<'a>(
    due_on: NaiveDate,
    survey: Option<&'a Survey>,
    attempts: &'a [ContactAttempt],
    (no_since, stopped_since): (Option<NaiveDate>, Option<NaiveDate>),
) -> Case<'a> {
    Case { due_on, as_of: today(), survey, attempts, no_since, stopped_since, language: None }
}

/// What becomes of somebody whose survey was due thirty days ago.
fn disposition(status: Option<ActivityStatus>, results: &[AttemptResult], no_since: Option<NaiveDate>) -> Disposition {
    let (survey, days) = (survey(status), (1..).map(|number| 25 - number));
    let attempts: Vec<_> = results.iter().zip(days).map(|(result, ago)| attempt(ago, *result)).collect();
    let due_on = survey.due_on;
    case(due_on, Some(&survey), &attempts, (no_since, None)).disposition()
}

#[test]
fn every_case_has_the_disposition_that_the_standard_gives_it() {
    use ActivityStatus::{Declined, DontKnow, Job, Other};
    use AttemptResult::{Answered, Bounced, Dead, NoAnswer, NumberNotInUse, Refused};
    let ago = |days| Some(today() - Days::new(days));
    let cases: [(Known, Disposition, &str, Group); 15] = [
        ((Some(Job), &[NoAnswer, Answered], None), Disposition::Answered, "1.1", Group::Complete),
        ((Some(Other), &[], None), Disposition::Answered, "1.1", Group::Complete),
        // What was said stays said.
        ((Some(Job), &[Answered], ago(5)), Disposition::Answered, "1.1", Group::Complete),
        ((Some(Declined), &[Answered], None), Disposition::WouldNotSay, "1.2", Group::Partial),
        ((Some(DontKnow), &[Answered], None), Disposition::DidNotKnow, "1.2", Group::Partial),
        ((None, &[NoAnswer, Refused], None), Disposition::Refused, "2.11", Group::Refusal),
        ((None, &[Refused, NumberNotInUse], None), Disposition::Refused, "2.11", Group::Refusal),
        ((None, &[NoAnswer, Dead], ago(2)), Disposition::Dead, "2.31", Group::Other),
        ((Some(Job), &[Answered, Dead], ago(2)), Disposition::Answered, "1.1", Group::Complete),
        ((None, &[], ago(40)), Disposition::Refused, "2.11", Group::Refusal),
        ((None, &[NoAnswer], ago(20)), Disposition::Withdrew, "2.30", Group::Other),
        ((None, &[], None), Disposition::NotTried, "2.20", Group::NonContact),
        ((None, &[NoAnswer, NumberNotInUse], None), Disposition::NotReached, "2.20", Group::NonContact),
        ((None, &[NumberNotInUse, Bounced], None), Disposition::WaysDead, "3.90", Group::Unknown),
        ((None, &[NoAnswer], Some(today() + Days::new(1))), Disposition::NotReached, "2.20", Group::NonContact),
    ];
    for ((status, results, no_since), expected, code, group) in cases {
        let found = disposition(status, results, no_since);
        assert_eq!(found, expected, "{status:?} {results:?} {no_since:?}");
        assert_eq!((found.standard_code(), found.group()), (code, group));
    }
}

#[test]
fn whoever_stopped_the_messages_has_refused_until_they_answer() {
    let (due_on, stopped) = (today() - Days::new(30), Some(today() - Days::new(3)));
    let tries = [attempt(20, AttemptResult::NoAnswer)];
    let (unanswered, answered) = (survey(None), survey(Some(ActivityStatus::Job)));
    assert_eq!(case(due_on, Some(&unanswered), &tries, (None, stopped)).disposition(), Disposition::Refused);
    assert_eq!(case(due_on, Some(&answered), &tries, (None, stopped)).disposition(), Disposition::Answered);
    let later = Some(today() + Days::new(1));
    assert_eq!(case(due_on, Some(&unanswered), &tries, (None, later)).disposition(), Disposition::NotReached);
}

fn answers<K>(by: &BTreeMap<K, Brought>) -> u64 {
    by.values().map(|brought| brought.answers).sum()
}

#[tokio::test]
async fn of_the_pilot_28_of_46_answered_twelve_months_later_and_each_by_one_try() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let span = Span { from: day(2018, 8, 1), to: day(2021, 7, 31), as_of: day(2021, 12, 1), partner_id: None };

    let population = Population::load(app.db(), span).await.unwrap();
    let [exit, later] = waves(&population);

    assert_eq!(later.tally, Tally { i: 28, nc: 18, ..Tally::default() });
    let shares = shares(&later.tally, 1.0);
    for name in ["RR1", "RR2", "RR3", "RR5"] {
        assert!(shares.contains(&(name, Some("0.608696".to_owned()))), "{name}: {shares:?}");
    }
    let figures = figures(&population);
    assert_eq!((exit.tally.i, exit.tally.total()), (figures.exit.known, figures.final_completed));
    for wave in [&exit, &later] {
        let Tally { i, p, .. } = wave.tally;
        let Answered { by_attempt, by_channel, by_slot, by_mode, by_language, .. } = &wave.answered;
        assert_eq!(answers(by_attempt), i + p);
        assert_eq!(answers(by_channel), i + p);
        assert_eq!(answers(by_mode), i + p);
        assert_eq!(answers(by_slot), i + p);
        assert_eq!(answers(by_language), i + p);
        assert_eq!(by_language.values().map(|brought| brought.of).sum::<u64>(), wave.tally.total());
        assert!(by_mode.values().all(|brought| brought.of == wave.tally.total()));
        let tried = population.attempts.iter().filter(|((_, kind), _)| *kind == wave.kind);
        let most = tried.map(|(_, attempts)| attempts.len() as u64).sum::<u64>();
        assert!(by_channel.values().map(|brought| brought.of).sum::<u64>() <= most);
        assert!(by_attempt.iter().filter(|(number, _)| **number > 0).all(|(_, brought)| brought.answers <= brought.of));
        assert_eq!(wave.by_partner.values().map(Tally::total).sum::<u64>(), wave.tally.total());
        assert_eq!(wave.dispositions.values().sum::<u64>(), wave.tally.total());
    }
}

#[tokio::test]
async fn the_report_shows_who_answered_and_gives_the_rates_as_a_file() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    let staff = app.staff().await;
    let span = "from=01-08-2018&to=31-07-2021&as_of=01-12-2021";

    let page = staff.get(&format!("/outcomes?{span}")).await;
    page.assert_ok().assert_shows("Hvem der svarede").assert_shows("28 / 46 = 61");

    let file = staff.get(&format!("/outcomes/responses?{span}&file=csv")).await;
    assert!(
        file.assert_ok().body.lines().any(|line| line.starts_with("twelve_month,all,,RR1,28,46,0.6087")),
        "{}",
        file.body
    );
    file.assert_shows("wave_told,by_told,group_told,figure_told");
    let of_everybody = file.body.lines().find(|line| line.starts_with("twelve_month,all,,RR1")).unwrap();
    assert!(of_everybody.ends_with(",Alle,,\"Svarede, af alle\""), "{of_everybody}");
    let disposition = file.body.lines().find(|line| line.contains("1.1 answered")).unwrap();
    assert!(disposition.ends_with("Hvad der blev af dem,,Svarede"), "{disposition}");
    let unsaid = file.body.lines().filter(|line| line.contains("Unknown localization")).count();
    assert_eq!(unsaid, 0, "{}", file.body);
    // Machines find the names where they were, and people what they mean behind them.
    let definitions = staff.get("/outcomes/definitions?file=csv").await;
    definitions.assert_shows("file,name,kind,definition,definitions_version,name_told,kind_told");
    definitions.assert_hides("Unknown localization").assert_shows(",Andel").assert_shows(",Spørgsmål");
}
