//! A concern from every page about a course that a link opens.

use entity::concerns::{Column, ConcernSide, Entity};
use sea_orm::{EntityTrait, QueryOrder};

use crate::permissions::scene::Scene;

/// Each page of the matrix that is about a course, and who has the link to it.
const PAGES: [(&str, ConcernSide); 16] = [
    ("/my-mentor/{link.my_mentor}", ConcernSide::YoungPerson),
    ("/expectations/{link.my_mentor}", ConcernSide::YoungPerson),
    ("/expectations/{link.my_mentor}/answer", ConcernSide::YoungPerson),
    ("/meeting/{link.planned}", ConcernSide::YoungPerson),
    ("/agreed/{link.agreed}", ConcernSide::Mentor),
    ("/met/{link.met_mentor}", ConcernSide::Mentor),
    ("/met/{link.met_mentor}/answer", ConcernSide::Mentor),
    ("/onward/{link.onward}", ConcernSide::Mentor),
    ("/my-course/{link.my_course}/open", ConcernSide::Mentor),
    ("/my-course/{link.my_course}/open/expectations", ConcernSide::Mentor),
    ("/onward/{link.onward}/answer", ConcernSide::Mentor),
    ("/exit/{link.exit}", ConcernSide::Mentor),
    ("/exit/{link.exit}/answer", ConcernSide::Mentor),
    ("/exit/{link.exit}/answer/{item.first}", ConcernSide::Mentor),
    ("/there/{link.silence}", ConcernSide::Referrer),
    ("/there/{link.silence}/answer", ConcernSide::Referrer),
];

#[tokio::test]
async fn every_page_about_a_course_behind_a_link_leads_to_a_concern_of_whoever_has_it() {
    let scene = Scene::set().await;

    for (path, side) in PAGES {
        let visitor = scene.app.visitor();
        let page = visitor.get(&scene.path(path)).await;
        let token = page.assert_ok().body.split("href=\"/concern/").nth(1).and_then(|rest| rest.split('"').next());
        let concern = format!("/concern/{}", token.unwrap_or_else(|| panic!("{path} leads to no concern")));
        visitor.get(&concern).await.assert_ok().assert_hides("Jonas").assert_hides("Egen");
        visitor.submit(&concern, &[("said", "Noget er galt")]).await.assert_goes_to("/concern/thanks");

        let newest = Entity::find().order_by_desc(Column::Id).one(scene.app.db()).await.unwrap().unwrap();
        assert_eq!(newest.side, side, "{path}");
    }
}

#[tokio::test]
async fn a_link_that_is_about_no_course_leads_to_no_concern() {
    let scene = Scene::set().await;

    for path in ["/concern/{link.invitation}", "/concern/{link.enquiry}", "/concern/{link.interest}"] {
        let page = scene.app.visitor().get(&scene.path(path)).await;
        page.assert_ok().assert_hides("name=\"said\"");
    }
}
