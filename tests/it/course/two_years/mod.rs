//! Two years, walked day by day with three staff who have holidays, and with people who are steady, silent, moody, who vanish
//! and come back. Each morning that staff look it is asked whether anybody is forgotten; at the end the log is held against
//! the rules.

mod cast;
mod letters;
mod log;
mod mornings;
mod staff;
mod years;

use entity::follow_ups::Side;

use self::{cast::Temper, years::Years};

#[tokio::test]
async fn in_two_years_nobody_is_forgotten_and_nobody_is_asked_against_the_rules() {
    let mut years = Years::begin().await;
    years.walk().await;
    let log = log::read(&years).await;

    log.steps_of_a_silence_come_one_after_the_other();
    log.nobody_is_asked_whether_they_met_while_the_course_rests();
    log.what_both_say_is_a_meeting();
    log.nobody_is_written_to_after_a_no_or_a_stop();
    log.every_question_reaches_both();
    log.nobody_is_nagged();
    log.calls_are_made_while_the_course_goes_on();
    assert_eq!(log.days_of_calls(Temper::Steady, Side::Mentee), [7, 21, 49, 77, 105, 133, 161]);
    assert_eq!(log.days_of_calls(Temper::Steady, Side::Both), [91]);
    // What fell into the pause of three weeks, and all after it, lies three weeks later.
    assert_eq!(log.days_of_calls(Temper::Pauses, Side::Mentor), [7, 21, 49, 98, 126, 154]);

    assert!(log.silences() > 20 && log.questions() > 50 && log.calls() > 150, "{}", log.said());
    assert!(years.both_away > 10, "{} mornings without a deputy", years.both_away);
    assert!(years.passed_to_administrator > 0, "nobody was away at once with all the others");
    assert!(years.absences > 20 && years.looked > 300, "{} absences, {} mornings", years.absences, years.looked);
}
