//! The search index as a true copy of the mentors.

use brobyg::{
    mentor::{self, index, seats},
    search::{MentorIndex, MentorQuery},
};
use entity::{index_changes, mentors};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use crate::support::{self, today};

fn found(index: &MentorIndex, wish: &str) -> Vec<Uuid> {
    let query = MentorQuery { wish: wish.into(), industries: Vec::new(), near: &[], active_only: true, limit: 10 };
    index.search(&query).unwrap().into_iter().map(|hit| hit.id).collect()
}

#[tokio::test]
async fn a_mentor_changed_elsewhere_is_found_by_the_new_words_alone() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    index::rebuild(&app.app).await.unwrap();

    app.becomes(&mentor, "brolægger").await;
    index::catch_up(&app.app).await.unwrap();

    assert_eq!(found(&app.app.search, "brolægger"), [mentor.id]);
    assert!(found(&app.app.search, "tømrer").is_empty());
}

#[tokio::test]
async fn a_mentor_without_a_free_seat_is_not_among_the_active_until_the_seat_is_free() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    index::rebuild(&app.app).await.unwrap();

    let tx = app.db().begin().await.unwrap();
    let hold = seats::hold(&tx, mentor.id, today()).await.unwrap();
    tx.commit().await.unwrap();
    index::catch_up(&app.app).await.unwrap();
    assert!(found(&app.app.search, "tømrer").is_empty());

    let tx = app.db().begin().await.unwrap();
    seats::free(&tx, hold).await.unwrap();
    tx.commit().await.unwrap();
    index::catch_up(&app.app).await.unwrap();
    assert_eq!(found(&app.app.search, "tømrer"), [mentor.id]);
}

#[tokio::test]
async fn a_mentor_who_left_goes_out_of_the_index() {
    let app = support::start().await;
    let (stays, leaves) = (app.mentor("Jonas").await, app.mentor("Karen").await);
    index::rebuild(&app.app).await.unwrap();

    let tx = app.db().begin().await.unwrap();
    let row = mentors::ActiveModel { id: Set(leaves.id), left_on: Set(Some(today())), ..Default::default() };
    row.update(&tx).await.unwrap();
    mentor::changed(&tx, leaves.id).await.unwrap();
    tx.commit().await.unwrap();
    index::catch_up(&app.app).await.unwrap();

    let in_index: Vec<Uuid> = app.app.search.ids().unwrap().into_iter().collect();
    assert_eq!(in_index, [stays.id]);
    assert!(index::expected_ids(app.db(), today()).await.unwrap().into_iter().eq([stays.id]));
}

#[tokio::test]
async fn nothing_new_leaves_the_index_as_it_is() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    app.becomes(&mentor, "smed").await;
    index::catch_up(&app.app).await.unwrap();
    let sequence = app.app.search.sequence();

    index::catch_up(&app.app).await.unwrap();

    assert_eq!((app.app.search.sequence(), app.app.search.ids().unwrap().len()), (sequence, 1));
}

#[tokio::test]
async fn an_index_on_disk_goes_on_where_it_was() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let folder = app.data.path().join("index");
    drop(index::open(&folder, app.db(), today()).await.unwrap());

    app.becomes(&mentor, "brolægger").await;
    let opened = index::open(&folder, app.db(), today()).await.unwrap();

    assert_eq!(found(&opened, "brolægger"), [mentor.id]);
}

#[tokio::test]
async fn a_damaged_index_is_built_again_at_the_start() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let folder = app.data.path().join("index");
    drop(index::open(&folder, app.db(), today()).await.unwrap());

    let mut damaged = 0;
    for file in files_beneath(&folder) {
        if file.extension().is_some_and(|kind| kind == "idx" || kind == "term" || kind == "store") {
            std::fs::write(&file, b"not an index").unwrap();
            damaged += 1;
        }
    }
    let opened = index::open(&folder, app.db(), today()).await.unwrap();

    assert!(damaged > 0);
    assert_eq!(found(&opened, "tømrer"), [mentor.id]);
}

fn files_beneath(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_beneath(&path)) } else { files.push(path) }
    }
    files
}

#[tokio::test]
async fn a_lost_index_is_built_again_at_the_start() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let folder = app.data.path().join("index");
    drop(index::open(&folder, app.db(), today()).await.unwrap());

    std::fs::remove_dir_all(&folder).unwrap();
    let opened = index::open(&folder, app.db(), today()).await.unwrap();

    assert_eq!(found(&opened, "tømrer"), [mentor.id]);
}

#[tokio::test]
async fn an_index_that_is_ahead_of_its_database_is_built_again() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    app.becomes(&mentor, "brolægger").await;
    let folder = app.data.path().join("index");
    drop(index::open(&folder, app.db(), today()).await.unwrap());

    // As after putting back an older copy of the database.
    index_changes::Entity::delete_many().exec(app.db()).await.unwrap();
    let row = mentors::ActiveModel { id: Set(mentor.id), occupation: Set("smed".into()), ..Default::default() };
    row.update(app.db()).await.unwrap();
    let opened = index::open(&folder, app.db(), today()).await.unwrap();

    assert_eq!(found(&opened, "smed"), [mentor.id]);
}

#[tokio::test]
async fn an_index_served_elsewhere_is_built_beside_it_and_the_server_goes_on() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let folder = app.data.path().join("index");
    let served = index::open(&folder, app.db(), today()).await.unwrap();
    let serving = brobyg::app::App { search: served, ..app.app.clone() };

    assert_eq!(index::build_in(&folder, app.db(), today()).await.unwrap(), 1);
    app.becomes(&mentor, "brolægger").await;
    index::catch_up(&serving).await.unwrap();

    assert_eq!(found(&serving.search, "brolægger"), [mentor.id]);
}

#[tokio::test]
async fn a_second_process_on_the_same_folder_serves_from_a_copy_of_its_own() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let folder = app.data.path().join("index");
    let first = index::open(&folder, app.db(), today()).await.unwrap();

    app.becomes(&mentor, "brolægger").await;
    let second = index::open(&folder, app.db(), today()).await.unwrap();

    assert_eq!(found(&second, "brolægger"), [mentor.id]);
    drop(first);
}

#[tokio::test]
async fn an_index_of_another_day_is_built_again_for_pauses_that_end_by_the_calendar() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let pause = entity::mentor_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor.id),
        from_on: Set(today()),
        until_on: Set(Some(today())),
        reason: Set(None),
    };
    pause.insert(app.db()).await.unwrap();
    index::rebuild(&app.app).await.unwrap();
    assert!(found(&app.app.search, "tømrer").is_empty());

    app.app.clock.advance(chrono::Duration::days(1));
    index::keep(&app.app).await.unwrap();

    assert_eq!(found(&app.app.search, "tømrer"), [mentor.id]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_change_is_missed_however_many_are_written_at_once() {
    let app = support::start().await;
    let mut mentors = Vec::new();
    for number in 0..24 {
        mentors.push(app.mentor(&format!("Jonas{number}")).await);
    }
    index::rebuild(&app.app).await.unwrap();

    let writing = mentors.iter().enumerate().map(|(number, mentor)| {
        let (db, id) = (app.db().clone(), mentor.id);
        tokio::spawn(async move {
            let tx = db.begin().await.unwrap();
            let row =
                mentors::ActiveModel { id: Set(id), occupation: Set(format!("fag{number}x")), ..Default::default() };
            mentor::changed(&tx, id).await.unwrap();
            row.update(&tx).await.unwrap();
            tx.commit().await.unwrap();
        })
    });
    let writing: Vec<_> = writing.collect();
    for written in writing {
        index::catch_up(&app.app).await.unwrap();
        written.await.unwrap();
    }
    index::catch_up(&app.app).await.unwrap();

    for (number, mentor) in mentors.iter().enumerate() {
        assert_eq!(found(&app.app.search, &format!("fag{number}x")), [mentor.id]);
    }
    assert_eq!(index_changes::Entity::find().count(app.db()).await.unwrap(), 24);
}
