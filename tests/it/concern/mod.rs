//! Concerns: anybody around a course says that they are worried, a few of staff read it, and the other side never learns of it.

mod letters;
mod linked;
mod passed_on;
mod privacy;
mod stopped;

use brobyg::{account::link, duty::Thing};
use entity::{Concern, User, concerns, links::LinkPurpose, users::Role};
use sea_orm::{EntityTrait, QueryOrder};

use crate::{
    course::{Pair, amira_and_jonas},
    support::Browser,
};

const SAID: &str = "Han kom beruset til mødet";

/// Amira and Jonas, and Sanne who is responsible for their course.
pub struct Worry {
    pub pair: Pair,
    pub sanne: User,
}

pub async fn worry() -> Worry {
    let pair = amira_and_jonas().await;
    let sanne = pair.app.user("Sanne Holm", Role::Staff, None).await;
    pair.app.sees_to(&sanne, Thing::Course, pair.course.id).await;
    Worry { pair, sanne }
}

impl Worry {
    pub async fn as_sanne(&self) -> Browser {
        Browser::signed_in(&self.pair.app, self.sanne.clone()).await
    }

    pub async fn as_mentor(&self) -> Browser {
        self.pair.app.mentor_browser(&self.pair.mentor).await
    }

    /// The address behind which the young person says that they are worried.
    pub async fn linked(&self) -> String {
        let app = &self.pair.app;
        let tx = app.db().begin().await.unwrap();
        let token = link::issue(&tx, app.app.clock.now(), LinkPurpose::MyMentor, self.pair.course.id).await.unwrap();
        tx.commit().await.unwrap();
        format!("/concern/{token}")
    }

    /// Says it as the young person, by the link.
    pub async fn amira_writes(&self) -> Concern {
        let path = self.linked().await;
        let visitor = self.pair.app.visitor();
        visitor.submit(&path, &[("said", SAID), ("stop", "yes")]).await.assert_goes_to("/concern/thanks");
        self.newest().await
    }

    pub async fn newest(&self) -> Concern {
        let newest = concerns::Entity::find().order_by_desc(concerns::Column::Id);
        newest.one(self.pair.app.db()).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn the_young_person_says_it_by_the_link_and_the_responsible_is_told_at_once() {
    let worry = worry().await;
    let path = worry.linked().await;
    let visitor = worry.pair.app.visitor();
    visitor.get(&path).await.assert_ok().assert_shows("Din mentor får ikke at vide").assert_hides("Jonas");

    visitor.submit(&path, &[("said", "")]).await.assert_refused_with("Skriv med en sætning, hvad det handler om");
    let concern = worry.amira_writes().await;

    let mails = worry.pair.app.mails_to("sanne.holm@people.example").await;
    let mail = mails.last().unwrap();
    assert_eq!(mail.subject, "En bekymring venter på dig");
    assert!(mail.text.contains(&format!("/concerns/{}", concern.id)), "{}", mail.text);
    for private in [SAID, "Amira", "Jonas", "beruset"] {
        assert!(!mail.text.contains(private) && !mail.subject.contains(private), "{private} in {mail:?}");
    }
    let page = worry.as_sanne().await.get(&format!("/concerns/{}", concern.id)).await;
    page.assert_ok().assert_shows(SAID).assert_shows("Der er bedt om at stoppe kontakten").assert_shows("Den unge");
}

#[tokio::test]
async fn the_same_sent_again_after_going_back_is_said_once() {
    let worry = worry().await;
    let first = worry.amira_writes().await;
    assert_eq!(worry.amira_writes().await.id, first.id);

    let closing = [("outcome", "no_ground"), ("note", "Talte med begge")];
    worry.as_sanne().await.submit(&format!("/concerns/{}/closure", first.id), &closing).await.assert_taken();
    let anew = worry.amira_writes().await;
    assert_ne!(anew.id, first.id, "after staff closed it, it is said anew");
    worry.pair.app.days_pass(1);
    assert_ne!(worry.amira_writes().await.id, anew.id, "and so it is on another day");
}

#[tokio::test]
async fn a_mentor_says_it_from_every_page_of_the_course() {
    let worry = worry().await;
    let mentor = worry.as_mentor().await;
    let form = worry.pair.path("/concerns/new");
    for page in ["", "/agreement", "/pause", "/extension", "/meetings/new", "/planned/new"] {
        mentor.get(&worry.pair.path(page)).await.assert_ok().assert_shows(&form);
    }

    mentor.submit(&worry.pair.path("/concerns"), &[("said", SAID)]).await.assert_goes_to(&worry.pair.path(""));

    mentor.get(&form).await.assert_ok().assert_shows("Modtaget, ingen er begyndt på det endnu");
}

#[tokio::test]
async fn what_came_of_it_is_written_once_with_its_day() {
    let worry = worry().await;
    let concern = worry.amira_writes().await;
    let (sanne, path) = (worry.as_sanne().await, format!("/concerns/{}", concern.id));

    let nothing = sanne.submit(&format!("{path}/closure"), &[("outcome", "municipality")]).await;
    nothing.assert_refused_with("Skriv kort, hvad der blev gjort");
    let closing = [("outcome", "municipality"), ("note", "Talte med Køge Kommune")];
    sanne.submit(&format!("{path}/closure"), &closing).await.assert_goes_to(&path);

    sanne
        .get(&path)
        .await
        .assert_shows("Kommunen er underrettet, 4. marts 2026")
        .assert_shows("Talte med Køge Kommune");
    let again = [("outcome", "no_ground"), ("note", "Ingenting")];
    assert_eq!(sanne.submit(&format!("{path}/closure"), &again).await.status, 409);
    sanne.get("/concerns?state=open").await.assert_ok().assert_hides("Amira");
    sanne.get("/concerns?state=closed").await.assert_ok().assert_shows("Amira").assert_hides("Køge Kommune");
}
