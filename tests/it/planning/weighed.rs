//! What is weighed for a plan, beside what the match page says of the same pairs.

use brobyg::{
    matching::{Asked, Wanted, Weighed, suggest, weigh_all, weigh_pairs},
    mentor as mentors_room,
};
use entity::{Mentor, Referral, Words, mentors, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{waiting, wishing};
use crate::support::{self, TestApp, today};

async fn asked(app: &TestApp, referrals: &[Referral]) -> Vec<Wanted> {
    Wanted::of_referrals(app.db(), &app.app.config.rules, referrals).await.unwrap()
}

async fn weighed(app: &TestApp, wanted: &[Wanted]) -> Vec<Vec<Weighed>> {
    let asked = wanted.iter().map(|wanted| Asked { wanted: wanted.clone(), also: None }).collect();
    weigh_all(app.db(), &app.app.search, today(), asked).await.unwrap().weighed
}

async fn told_more(app: &TestApp, mentor: &Mentor, postcode: &str, times: &[&str]) {
    let row = mentors::ActiveModel {
        id: Set(mentor.id),
        postcode: Set(Some(postcode.into())),
        languages: Set(Words(vec!["da".into(), "ar".into()])),
        times: Set(Some(Words(times.iter().map(|time| (*time).to_owned()).collect()))),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap();
}

/// Mentors near and far, of the trade, beside it and of another, one of them paused.
async fn mentors(app: &TestApp) -> Mentor {
    let jonas = app.mentor("Jonas").await;
    told_more(app, &jonas, "2100", &["tue_evening"]).await;
    told_more(app, &app.mentor_in("Tove", "dataanalytiker", "63", 3).await, "9800", &["sat_morning"]).await;
    app.mentor_in("Ida", "tømrermester", "43", 2).await;
    app.pause(&app.mentor("Bo").await, today(), None).await;
    mentors_room::index::rebuild(&app.app).await.unwrap();
    jonas
}

#[tokio::test]
async fn a_pair_weighs_the_same_in_a_plan_as_on_the_match_page() {
    let app = support::start().await;
    mentors(&app).await;
    let amira = waiting(&app, "Amira", 10).await;
    let with_times = referrals::ActiveModel {
        id: Set(amira.id),
        times: Set(Some(Words(vec!["tue_evening".into(), "sat_morning".into()]))),
        ..Default::default()
    };
    let amira = with_times.update(app.db()).await.unwrap();
    let bilal = wishing(&app, "Bilal", "vil være tømrer og bygge huse", Some("41")).await;
    let celina = wishing(&app, "Celina", "noget med mennesker", None).await;

    let wanted = asked(&app, &[amira, bilal, celina]).await;
    let weighed = weighed(&app, &wanted).await;

    assert!(weighed[0].iter().any(|pair| pair.too_far_km.is_some()) && weighed[0].iter().any(Weighed::suits));
    for (wanted, pairs) in wanted.iter().zip(&weighed) {
        let page = suggest(app.db(), &app.app.search, today(), wanted).await.unwrap();
        let ranked =
            weigh_pairs(app.db(), today(), pairs.iter().map(|pair| (wanted.clone(), pair.mentor_id)).collect());
        for (pair, ranked) in pairs.iter().zip(ranked.await.unwrap()) {
            let candidate = page.all().find(|candidate| candidate.id() == pair.mentor_id).unwrap();
            assert_eq!(ranked.as_ref(), Some(&candidate.ranking));
            assert_eq!(pair.score, candidate.ranking.score);
            assert_eq!(pair.is_near, candidate.ranking.is_near());
            assert_eq!(pair.too_far_km, candidate.ranking.too_far_km());
            assert_eq!(pair.ruled_out, candidate.ruled_out());
        }
        assert!(pairs.is_sorted_by(|one, other| one.score >= other.score));
    }
}

#[tokio::test]
async fn two_who_wish_the_same_are_weighed_alike_but_for_what_is_theirs_alone() {
    let app = support::start().await;
    let jonas = mentors(&app).await;
    let (amira, bilal) = (waiting(&app, "Amira", 10).await, waiting(&app, "Bilal", 5).await);
    let mut wanted = asked(&app, &[amira, bilal]).await;
    wanted[1].met.insert(jonas.id);

    let weighed = weighed(&app, &wanted).await;

    let of =
        |place: usize| weighed[place].iter().map(|pair| (pair.mentor_id, pair.score.to_bits())).collect::<Vec<_>>();
    let suits = |place: usize| weighed[place].iter().any(|pair| pair.mentor_id == jonas.id && pair.suits());
    assert!(of(0).iter().all(|pair| of(1).contains(pair)));
    assert_eq!((suits(0), suits(1)), (true, false));
}
