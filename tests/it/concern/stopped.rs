//! Contact between the two is stopped, and lifted again.

use brobyg::course::planned::{self, NewPlan, PlanError};
use chrono::Duration;
use entity::{contact_stops, meetings::Channel, planned_meetings};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{Worry, worry};
use crate::support::viewer_of;

const OWN: &str = "ung@ung.example";

impl Worry {
    async fn plan(&self) -> Result<(), PlanError> {
        let (app, now) = (&self.pair.app, self.pair.app.app.clock.now());
        let new = NewPlan { starts_at: now + Duration::days(3), minutes: 60, channel: Channel::InPerson };
        planned::plan(app.db(), now, &viewer_of(&self.sanne), self.pair.course.id, new).await.map(drop)
    }

    async fn stops(&self) -> u64 {
        contact_stops::Entity::find().count(self.pair.app.db()).await.unwrap()
    }
}

#[tokio::test]
async fn what_was_agreed_is_called_off_and_nobody_is_written_to_about_it() {
    let worry = worry().await;
    worry.plan().await.unwrap();
    worry.pair.app.mails().await;
    let concern = worry.amira_writes().await;
    let before =
        (worry.pair.app.mails_to(OWN).await.len(), worry.pair.app.mails_to("jonas@mentor.example").await.len());

    let stop = format!("/concerns/{}/stop", concern.id);
    worry.as_sanne().await.submit(&stop, &[]).await.assert_taken();

    let planned = planned_meetings::Entity::find().one(worry.pair.app.db()).await.unwrap().unwrap();
    assert!(planned.cancelled_at.is_some());
    let after = (worry.pair.app.mails_to(OWN).await.len(), worry.pair.app.mails_to("jonas@mentor.example").await.len());
    assert_eq!(before, after);
    assert!(matches!(worry.plan().await, Err(PlanError::ContactStopped)));
}

#[tokio::test]
async fn neither_is_asked_to_plan_or_log_and_each_page_says_that_staff_phone() {
    let worry = worry().await;
    let mentor = worry.as_mentor().await;
    let linked = worry.linked().await.replace("/concern/", "/my-mentor/");
    worry.pair.app.visitor().get(&linked).await.assert_shows("Jonas");
    let path = worry.pair.path("/concerns");

    let raised = worry.as_sanne().await.submit(&path, &[("said", "De skændes"), ("stop", "yes")]).await;
    raised.assert_taken();

    let page = mentor.get(&worry.pair.path("")).await;
    page.assert_ok().assert_shows("Kontakt ikke den unge. En medarbejder ringer til dig").assert_hides("50 00 01 00");
    page.assert_hides("/meetings/today").assert_hides("/planned/new").assert_hides("De skændes");
    mentor.get("/mentor").await.assert_ok().assert_shows("Kontakten er sat i bero").assert_hides("/meetings/today");
    let logged = mentor.submit(&worry.pair.path("/meetings/today"), &[]).await;
    logged.assert_refused_with("Kontakten mellem jer er stoppet");
    let young = worry.pair.app.visitor().get(&linked).await;
    young.assert_ok().assert_shows("En af os ringer til dig").assert_hides("Jonas").assert_shows("/concern/");
    // They can still say more.
    mentor.submit(&path, &[("said", "Amira ringer til mig")]).await.assert_taken();
}

#[tokio::test]
async fn two_who_stop_it_stop_it_once_and_it_is_lifted_with_a_reason() {
    let worry = worry().await;
    let concern = worry.amira_writes().await;
    let (sanne, path) = (worry.as_sanne().await, format!("/concerns/{}", concern.id));
    let (first, second) = (sanne.as_it_is(), sanne.as_it_is());
    let stop = format!("{path}/stop");
    let both = tokio::join!(first.submit(&stop, &[("a", "1")]), second.submit(&stop, &[("a", "2")]));
    both.0.assert_taken();
    both.1.assert_taken();
    assert_eq!(worry.stops().await, 1);

    sanne.submit(&format!("{path}/resumption"), &[("reason", "")]).await.assert_refused_with("Skriv hvorfor");
    sanne.submit(&format!("{path}/resumption"), &[("reason", "De har talt ud")]).await.assert_goes_to(&path);

    sanne.get(&path).await.assert_shows("De har talt ud").assert_shows("De to må have kontakt igen");
    worry.plan().await.unwrap();
    worry.as_mentor().await.get(&worry.pair.path("")).await.assert_shows("/planned/new").assert_hides("sat i bero");
    assert_eq!(worry.stops().await, 1);
}
