//! The index, killed while it is built and while it is written: the next start finds it whole or makes it so.

use brobyg::{clock::Clock, mentor::index, search::MentorQuery};
use entity::Mentor;

use crate::support::{
    self, TestApp,
    process::{begin, free_port, serve},
};

const ROUNDS: usize = 6;

/// Opens the index as the next start does: everybody who belongs there is in it, and by their newest words.
async fn is_whole(app: &TestApp, mentors: &[Mentor], occupation: &str) {
    let today = Clock::system().today();
    let opened = index::open(&index::directory(&app.app.config), app.db(), today).await.unwrap();
    let expected = index::expected_ids(app.db(), today).await.unwrap();
    assert_eq!(expected.len(), mentors.len());
    assert_eq!(opened.ids().unwrap(), expected);
    let query =
        MentorQuery { wish: occupation.into(), industries: Vec::new(), near: &[], active_only: false, limit: 10 };
    assert_eq!(opened.search(&query).unwrap().len(), mentors.len(), "mentors who are {occupation} now");
}

async fn three_mentors(app: &TestApp) -> Vec<Mentor> {
    let mut mentors = Vec::new();
    for name in ["Jonas", "Karen", "Mogens"] {
        mentors.push(app.mentor_in(name, "tømrer", "43", 1).await);
    }
    mentors
}

#[tokio::test]
async fn an_index_killed_while_it_follows_changes_is_whole_after_the_next_start() {
    let app = support::start().await;
    let mentors = three_mentors(&app).await;

    for round in 0..ROUNDS {
        let mut server = serve(&app, free_port());
        let occupation = ["brolægger", "frisør"][round % 2];
        // More changes in each round, so that the end comes at another moment.
        for mentor in mentors.iter().cycle().take(mentors.len() * (1 + 4 * round)) {
            app.becomes(mentor, occupation).await;
        }
        server.kill();
        is_whole(&app, &mentors, occupation).await;
    }
}

#[tokio::test]
async fn an_index_killed_while_it_is_built_is_whole_after_the_next_start() {
    let app = support::start().await;
    let mentors = three_mentors(&app).await;

    for round in 0..ROUNDS {
        let mut build = begin(&app, &["reindex"]);
        for _ in 0..round * 40 {
            index::expected_ids(app.db(), support::today()).await.unwrap();
        }
        build.kill();
        is_whole(&app, &mentors, "tømrer").await;
    }
}
