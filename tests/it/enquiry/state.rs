//! Where an enquiry stands is told alike by the page and by the filter of the list.

use brobyg::{
    enquiry::{State, find_for, is_overdue},
    word::Worded,
};
use chrono::Days;
use entity::{Enquiry, enquiries};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{
    referral::{draft_path, new_draft},
    support::{self, Browser, TestApp, today},
};

/// An enquiry in each state; the name of each is the state's.
async fn one_of_each(app: &TestApp, staff: &Browser) -> Vec<(State, Enquiry)> {
    let referral = app.referral("Fatima Holm").await;
    let mut made = Vec::new();
    for state in State::all() {
        let enquiry = app.enquiry(&format!("navn-{}", state.code())).await;
        let draft_id = new_draft(staff).await;
        let row = enquiries::ActiveModel { id: Set(enquiry.id), ..Default::default() };
        let row = match state {
            State::Waiting => row,
            State::Drafted => {
                staff.submit(&draft_path(draft_id, ""), &[("name", "Fatima")]).await.assert_taken();
                enquiries::ActiveModel { draft_id: Set(Some(draft_id)), ..row }
            }
            State::Referred => enquiries::ActiveModel { draft_id: Set(Some(referral.id)), ..row },
            State::Closed => enquiries::ActiveModel { closed_on: Set(Some(today())), ..row },
        };
        row.update(app.db()).await.ok();
        made.push((state, enquiry));
    }
    made
}

#[tokio::test]
async fn the_filter_of_each_state_finds_exactly_those_that_stand_so() {
    let app = support::start().await;
    let staff = app.staff().await;
    let made = one_of_each(&app, &staff).await;
    let viewer = viewer(&staff);

    for (state, enquiry) in &made {
        let case = find_for(app.db(), &viewer, enquiry.id).await.unwrap().unwrap();
        assert_eq!(case.state(), *state);
        let page = staff.get(&format!("/enquiries?state={}", state.code())).await;
        page.assert_shows(&format!("navn-{}", state.code())).assert_shows("1 fundet");
    }
}

fn viewer(browser: &Browser) -> brobyg::viewer::Viewer {
    let user = browser.user.clone().unwrap();
    brobyg::viewer::Viewer { user_id: user.id, name: user.name, role: user.role, partner_id: None, mentor_id: None }
}

#[test]
fn an_enquiry_is_overdue_the_day_after_the_last_promised_one() {
    let day = |ago| today() - Days::new(ago);
    for (received, tried, overdue) in
        [(3, None, false), (4, None, true), (9, Some(3), false), (9, Some(4), true), (0, None, false)]
    {
        assert_eq!(is_overdue(day(received), tried.map(day), 3, today()), overdue, "{received} {tried:?}");
    }
}
