//! What every list has in common.

use super::support;

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    let app = support::start().await;
    let referral = app.referral("Amira Hassan").await;
    let mentor = app.mentor("Jonas Lind").await;
    app.course(&referral, &mentor).await;
    let staff = app.staff().await;

    for (list, row) in
        [("/referrals?page=9", "Amira Hassan"), ("/courses?page=9", "Amira Hassan"), ("/mentors?page=9", "Jonas Lind")]
    {
        staff.get(list).await.assert_ok().assert_shows(row);
    }
}
