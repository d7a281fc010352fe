//! Nobody is written to by the clock about what was due before a file came.

use super::*;

/// Jobs that send letters and hold none back, each with what somebody did here before, without which it finds nothing.
const ANSWERS: [(&str, &str); 6] = [
    ("expired-proposals", "staff proposed two to each other"),
    ("reminders", "staff proposed two to each other"),
    ("interest-reminders", "somebody was asked whether they still want a mentor"),
    ("interest-closings", "somebody was asked whether they still want a mentor"),
    ("digests", "whoever signs in chose a day for the letter of the week"),
    ("concerns", "somebody wrote of a concern"),
];

/// The jobs that find things and hold none back, each with what does one of them: `did_you_meet::settle`.
fn holding_nothing_back() -> Vec<(String, String)> {
    let table = fs::read_to_string("src/jobs/table.rs").unwrap();
    let of = |job: &str| {
        let own = job.split("ClockJob::").next().unwrap();
        let name = own.split('"').nth(1).unwrap().to_owned();
        let act = own.split("async move {").nth(2).unwrap().split('(').next().unwrap();
        (name, act.trim().to_owned())
    };
    table.split("ClockJob::each(").skip(1).map(of).collect()
}

#[test]
fn a_job_that_writes_of_its_own_accord_holds_back() {
    let sources = sources();
    let writes = |act: &str| {
        let (place, name) = act.rsplit_once("::").unwrap();
        let (room, begin) = (place.rsplit("::").next().unwrap(), format!("pub async fn {name}("));
        let is_there = |(path, source): &&(String, String)| path.contains(room) && source.contains(&begin);
        let found: Vec<_> = sources.iter().filter(is_there).collect();
        assert!(!found.is_empty(), "{act} was not found");
        found.into_iter().any(|(_, source)| source.contains("message::queue("))
    };
    let jobs = holding_nothing_back();
    assert!(jobs.len() > 10, "the jobs were not found: {jobs:?}");
    let writing: Vec<String> = jobs.into_iter().filter(|(_, act)| writes(act)).map(|(name, _)| name).collect();
    let mut known: Vec<&str> = ANSWERS.map(|(job, _)| job).into();
    let mut found: Vec<&str> = writing.iter().map(String::as_str).collect();
    known.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, known, "make it ClockJob::writing, or say here what it answers");
}
