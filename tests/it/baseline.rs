//! Where a young person stands when they are referred, how they suit the target group, and what the report makes of it.

use std::collections::BTreeMap;

use brobyg::exchange::File;
use entity::{
    referrals,
    referrals::{Fit, Schooling, WorkExperience},
    surveys::ActivityStatus,
};
use sea_orm::EntityTrait;

use crate::support::{self, Browser, TestApp, scheme::folder};

/// The files of the pilot, with what each young person did at the referral, and how they suited the target group.
fn told_pilot() -> Vec<File> {
    let mut files = folder("pilot");
    let referrals = files.iter_mut().find(|file| file.name.ends_with("referrals.csv")).unwrap();
    let text = String::from_utf8(referrals.bytes.clone()).unwrap();
    let columns =
        ["activity_at_referral,fit", "seeking_job,as_agreed", "education,heavier", "declined,", "other,much_heavier"];
    let told = text.lines().enumerate().map(|(number, line)| {
        let told = if number == 0 { columns[0] } else { columns[1 + number % 4] };
        format!("{line},{told}\n")
    });
    referrals.bytes = told.collect::<String>().into_bytes();
    files
}

async fn told_app() -> TestApp {
    let app = support::start().await;
    app.import(&told_pilot()).await.unwrap();
    app
}

const SPAN: &str = "from=01-08-2018&to=31-07-2021&as_of=01-12-2021";

async fn courses(staff: &Browser) -> Vec<BTreeMap<String, String>> {
    let file = staff.get(&format!("/outcomes/courses?{SPAN}&file=csv")).await;
    let mut reader = csv::Reader::from_reader(file.assert_ok().body.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| header.iter().zip(&row).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

const IN_ACTIVITY: [&str; 4] = ["job", "education", "apprenticeship", "internship"];
const KNOWN_OUT: [&str; 4] = ["seeking_job", "seeking_education", "seeking_apprenticeship", "other"];

/// Counted again from the file, as an evaluator would: the last course of each young person, if it was completed.
fn exits<'a>(
    rows: &'a [BTreeMap<String, String>],
    counts: impl Fn(&BTreeMap<String, String>) -> bool + 'a,
) -> (usize, usize) {
    let mut last: BTreeMap<&str, &BTreeMap<String, String>> = BTreeMap::new();
    for row in rows {
        let stands = last.entry(row["referral"].as_str()).or_insert(row);
        if row["matched_on"] > stands["matched_on"] {
            *stands = row;
        }
    }
    let known = last.into_values().filter(|row| row["class"] == "completed" && !row["exit_status"].is_empty());
    let known: Vec<_> = known.filter(|row| counts(row)).collect();
    (known.iter().filter(|row| IN_ACTIVITY.contains(&row["exit_status"].as_str())).count(), known.len())
}

#[tokio::test]
async fn the_report_says_who_came_into_activity_among_those_who_were_known_not_to_be() {
    let app = told_app().await;
    let staff = app.staff().await;

    let (came, of) = exits(&courses(&staff).await, |row| KNOWN_OUT.contains(&row["activity_at_referral"].as_str()));

    assert!(of > 5 && came < of, "{came} of {of}");
    let page = staff.get(&format!("/outcomes?{SPAN}")).await;
    page.assert_ok().assert_shows("Kom i arbejde eller uddannelse").assert_shows(&format!("{came} af {of}"));
}

#[tokio::test]
async fn the_report_parts_completion_and_exit_by_how_the_young_people_suit_the_target_group() {
    let app = told_app().await;
    let staff = app.staff().await;
    let rows = courses(&staff).await;

    let page = staff.get(&format!("/outcomes?{SPAN}")).await;

    for (fit, name) in [
        ("as_agreed", "Som aftalt"),
        ("heavier", "Har brug for mere end aftalt"),
        ("much_heavier", "Har brug for meget mere end aftalt"),
    ] {
        let of_fit: Vec<_> = rows.iter().filter(|row| row["fit"] == fit).collect();
        let ended = of_fit.iter().filter(|row| row["class"] != "active").count();
        let completed = of_fit.iter().filter(|row| row["class"] == "completed").count();
        let (active, known) = exits(&rows, |row| row["fit"] == fit);
        page.assert_ok().assert_shows(name);
        page.assert_shows(&format!("{completed} / {ended} (")).assert_shows(&format!("{active} / {known} ("));
    }
}

#[tokio::test]
async fn a_platform_where_nobody_was_asked_says_nothing_of_it() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();

    let page = app.staff().await.get(&format!("/outcomes?{SPAN}")).await;

    page.assert_ok().assert_hides("Kom i arbejde eller uddannelse").assert_hides("Som aftalt");
}

#[tokio::test]
async fn what_is_known_at_the_referral_goes_out_and_comes_back() {
    let (first, second) = (told_app().await, support::start().await);
    let exported = first.export().await;
    let header =
        exported.iter().find(|(name, _)| name == "referrals.csv").unwrap().1.lines().next().unwrap().to_owned();
    assert!(header.ends_with(",activity_at_referral,fit"), "{header}");

    second.import(&super::exchange::files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
}

#[tokio::test]
async fn staff_judge_the_fit_with_their_answer_and_later_and_the_partner_never_sees_it() {
    let app = support::start().await;
    let (partner, area) = crate::referral::partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let form = crate::referral::filled(&area);
    let form = [("activity_at_referral", "seeking_job"), ("schooling", "primary"), ("work_experience", "none")]
        .into_iter()
        .fold(form, |form, (name, typed)| form.with(name, typed));
    let id = crate::referral::send(&referrer, &form).await;
    let path = format!("/referrals/{id}");

    staff.submit(&format!("{path}/acceptance"), &[("fit", "heavier")]).await.assert_taken();
    let kept = async || referrals::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap();
    let referral = kept().await;
    assert_eq!(referral.activity_at_referral, Some(ActivityStatus::SeekingJob));
    assert_eq!((referral.schooling, referral.work_experience), (Some(Schooling::Primary), Some(WorkExperience::Never)));
    assert_eq!(referral.fit, Some(Fit::Heavier));
    staff.submit(&format!("{path}/fit"), &[("fit", "much_heavier")]).await.assert_goes_to(&path);
    assert_eq!(kept().await.fit, Some(Fit::MuchHeavier));

    staff.get(&path).await.assert_shows("Søger job").assert_shows("vurderede, om den unge passer til målgruppen");
    let seen = referrer.get(&path).await;
    seen.assert_ok().assert_shows("Søger job").assert_hides("målgruppe").assert_hides("mere end aftalt");
}
