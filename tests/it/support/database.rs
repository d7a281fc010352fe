pub struct TestDatabase { pub url: String, _dir: tempfile::TempDir }
pub async fn fresh_database_url<F: Future<Output=()>>(migrate: impl Fn(String)->F) -> TestDatabase {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("t.sqlite").display());
    migrate(url.clone()).await;
    TestDatabase { url, _dir: dir }
}
