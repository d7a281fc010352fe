//! Who leaves leaves nothing behind.

use brobyg::duty::{self, Thing};
use entity::{absences, responsibilities, users, users::Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::in_days;
use crate::support::{self, TestApp, viewer_of};

/// How many things and absences are in the hands of somebody who does not work here.
async fn orphans(app: &TestApp) -> u64 {
    let at_work = || users::Entity::find().select_only().column(users::Column::Id).filter(users::at_work());
    let things = responsibilities::Entity::find()
        .filter(responsibilities::current())
        .filter(responsibilities::Column::UserId.not_in_subquery(at_work().into_query()));
    let today = app.app.clock.today();
    let deputies = absences::Entity::find()
        .filter(absences::from(today))
        .filter(absences::Column::DeputyId.not_in_subquery(at_work().into_query()));
    things.count(app.db()).await.unwrap() + deputies.count(app.db()).await.unwrap()
}

#[tokio::test]
async fn whoever_is_responsible_leaves_only_when_it_is_said_to_whom_everything_goes() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (carl, admin) = (app.coordinator("Carl", "+4510203040").await, app.administrator().await);
    let (referral, mentor) = (app.referral("Amira Holm").await, app.mentor("Jonas").await);
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.sees_to(&karen, Thing::Mentor, mentor.id).await;
    app.is_away(&carl, &karen, in_days(1), in_days(3)).await;
    app.is_away(&karen, &carl, in_days(4), in_days(9)).await;
    let (path, heir) = (format!("/admin/people/{}", karen.id), bent.id.to_string());

    let refused = admin.submit(&format!("{path}/disablement"), &[]).await;
    refused.assert_refused_with("Vælg, hvem der overtager");
    admin.submit(&format!("{path}/disablement"), &[("heir", &heir)]).await.assert_goes_to(&path);

    assert_eq!(app.hand(Thing::Referral, referral.id).await, Some(bent.id));
    assert_eq!(app.hand(Thing::Mentor, mentor.id).await, Some(bent.id));
    assert_eq!(orphans(&app).await, 0);
    assert!(duty::coming(app.db(), karen.id, in_days(0)).await.unwrap().is_empty(), "her own absence is over");
    let carls = duty::coming(app.db(), carl.id, in_days(0)).await.unwrap();
    assert_eq!(carls[0].deputy.as_deref(), Some("Bent"), "whoever takes over steps in as well");
    let spells = duty::spells(app.db(), referral.id).await.unwrap();
    assert_eq!(spells.iter().map(|spell| spell.name.as_str()).collect::<Vec<_>>(), ["Bent", "Karen"]);
}

#[tokio::test]
async fn nobody_gets_anything_who_does_not_work_here() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let (karen, gone) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Gustav", "+4555667788").await);
    let rikke = app.user("Rikke", Role::Referrer, Some(&partner)).await;
    let admin = app.administrator().await;
    admin.submit(&format!("/admin/people/{}/disablement", gone.id), &[]).await.assert_taken();
    let (now, by, referral) = (app.app.clock.now(), viewer_of(&karen), app.referral("Amira Holm").await);

    for nobody in [gone.id, rikke.id, referral.id] {
        let things = [(Thing::Referral, referral.id)];
        let handed = duty::hand_over(app.db(), now, &by, &things, nobody).await;
        assert!(matches!(handed, Err(duty::HandOverError::NotAtWork)));
        let new = duty::NewAbsence { user_id: karen.id, deputy_id: nobody, from_on: in_days(1), until_on: in_days(2) };
        let away = duty::be_away(app.db(), now, &by, new).await;
        assert!(matches!(away, Err(duty::AbsenceError::DeputyNotAtWork)));
        let tx = app.db().begin().await.unwrap();
        duty::begin(&tx, in_days(0), (Thing::Referral, referral.id), nobody).await.unwrap();
        tx.commit().await.unwrap();
    }

    assert_eq!(app.responsible_count(referral.id).await, 0);
}

#[tokio::test]
async fn who_is_responsible_stays_staff() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (partner, admin) = (app.partner("Ringparken").await, app.administrator().await);
    app.sees_to(&karen, Thing::Partner, partner.id).await;
    let partner = partner.id.to_string();
    let moved = |user: &entity::User| {
        let fields = [("name", user.name.clone()), ("email", user.email.clone()), ("role", "referrer".into())];
        [&fields[..], &[("partner", partner.clone()), ("language", "da".into())]].concat()
    };

    for (user, is_taken) in [(&karen, false), (&bent, true)] {
        let fields = moved(user);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = admin.submit(&format!("/admin/people/{}/edit", user.id), &fields).await;
        if is_taken {
            page.assert_taken()
        } else {
            page.assert_refused_with("Giv først det videre")
        };
    }
    assert_eq!(orphans(&app).await, 0);
}

#[tokio::test]
async fn what_slipped_past_the_door_is_found_by_verify() {
    let app = support::start().await;
    let (karen, mentor) = (app.coordinator("Karen", "+4511223344").await, app.mentor("Jonas").await);
    app.sees_to(&karen, Thing::Mentor, mentor.id).await;
    app.sees_to(&karen, Thing::Course, karen.id).await;
    let now = Some(app.app.clock.now());
    let gone = users::ActiveModel { id: Set(karen.id), disabled_at: Set(now), ..Default::default() };
    gone.update(app.db()).await.unwrap();

    let wrong = app.findings().await.wrong;

    for sentence in [
        "Somebody who does not work here is responsible for something of the kind mentor.",
        "Somebody is responsible for something of the kind course that is not there.",
    ] {
        assert!(wrong.contains(&sentence.to_owned()), "{wrong:?}");
    }
}
