//! A mentor who was invited to a sign-in and has never used it: every link in every letter opens without one.

use entity::{
    mentors,
    users::{self, Role},
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{
    declared::{DECLARED, For},
    scene::{Scene, Young},
};

impl Scene {
    async fn mentor_is_invited(&self) {
        let known = mentors::Entity::find_by_id(self.mentor_id()).one(self.app.db()).await.unwrap().unwrap();
        let user_id = match known.user_id {
            Some(id) => id,
            None => self.app.user("Jonas Indbudt", Role::Mentor, None).await.id,
        };
        let unused = users::ActiveModel { id: Set(user_id), last_seen_on: Set(None), ..Default::default() };
        unused.update(self.app.db()).await.unwrap();
        let invited = mentors::ActiveModel { id: Set(known.id), user_id: Set(Some(user_id)), ..Default::default() };
        invited.update(self.app.db()).await.unwrap();
    }
}

/// Where the links of a text lead.
fn links(text: &str, base: &str) -> Vec<String> {
    let after = text.split(base).skip(1);
    after.filter_map(|rest| rest.split_whitespace().next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_link_to_a_mentor_who_never_signed_in_opens_without_a_sign_in() {
    let (mut closed, mut opened) = (Vec::new(), 0);
    // Who gets the letter of the week has signed in to ask for it.
    for (kind, ..) in DECLARED.iter().filter(|(kind, to, _)| *to == For::Mentor && kind.name != "digest_mentor") {
        let scene = Scene::set(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        scene.mentor_is_invited().await;
        let Some(letter) = scene.letter(kind, subject).await else { continue };
        for path in links(&letter.text, &scene.app.app.config.base_url) {
            let page = scene.app.visitor().get(&path).await;
            opened += 1;
            if page.status != StatusCode::OK {
                closed.push(format!("{}: {path} {} {:?}", kind.name, page.status, page.location));
            }
        }
    }
    assert!(opened > 10, "only {opened} links");
    assert!(closed.is_empty(), "{}", closed.join("\n"));
}
