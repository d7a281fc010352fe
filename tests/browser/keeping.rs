//! Nothing typed is lost: two tabs, a reload, back, another language, a session that is over, a double click.

use entity::{User, goals, meetings, sessions};
use fantoccini::Locator;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    driver::{Screen, Window, journey},
    house::House,
};

const NOTE: &str = "Note";
const WORDS: &str = "Vi talte om svendeprøven";

/// Jonas and the page on which he writes down a meeting with Amira.
struct Desk {
    house: House,
    mentor: User,
    course: String,
}

impl Desk {
    async fn set(house: House) -> Self {
        let (referral, mentor) = (house.app.referral("Amira Hassan").await, house.app.mentor("Jonas").await);
        let course = house.app.course(&referral, &mentor).await;
        let user = house.app.mentor_browser(&mentor).await.user.unwrap();
        let mentor = house.with_password(user).await;
        Self { house, mentor, course: format!("/courses/{}", course.id) }
    }

    fn form(&self) -> String {
        self.house.address(&format!("{}/meetings/new", self.course))
    }

    /// Signed in, with words in a form that nobody has sent.
    async fn has_written(&self, window: &Window) {
        self.house.enter(window, &self.mentor).await;
        window.open(&self.form()).await;
        window.write(NOTE, WORDS).await;
    }

    async fn end_sessions(&self) {
        sessions::Entity::delete_many().exec(self.house.app.db()).await.unwrap();
    }

    async fn signs_in(&self, window: &Window) {
        window.write("E-mail", &self.mentor.email).await;
        window.write("Adgangskode", crate::house::PASSWORD).await;
        window.press("Log ind").await;
    }

    async fn meetings(&self) -> u64 {
        meetings::Entity::find().count(self.house.app.db()).await.unwrap()
    }
}

/// Waits until the field has these words again, and the page says that they are not saved.
async fn has_back(window: &Window) {
    window.sees("Det, du skrev, er ikke gemt endnu").await;
    has_words(window).await;
}

async fn has_words(window: &Window) {
    let note = window.find(Locator::Css("textarea[name=note]")).await.unwrap();
    assert_eq!(note.prop("value").await.unwrap().as_deref(), Some(WORDS));
}

#[tokio::test]
async fn a_reload_another_language_and_the_way_back_lose_nothing() {
    let desk = Desk::set(House::open().await).await;
    journey("keeping-page", Screen::Phone, async |window| {
        desk.has_written(window).await;
        window.refresh().await.unwrap();
        has_back(window).await;
        window.keep_picture("back").await;
        window.menu("English").await;
        window.sees("What you wrote is not saved yet").await;
        has_words(window).await;
        window.menu("Dansk").await;
        window.open(&desk.house.address("/account")).await;
        window.back().await.unwrap();
        has_words(window).await;
        assert_eq!(desk.meetings().await, 0);

        window.press("Smid det ud").await;
        window.sees("Det er smidt ud").await;
        window.does_not_see(WORDS).await;
    })
    .await;
}

#[tokio::test]
async fn a_session_that_ends_in_another_tab_loses_nothing() {
    let desk = Desk::set(House::open().await).await;
    journey("keeping-session", Screen::Desktop, async |window| {
        desk.has_written(window).await;
        desk.end_sessions().await;
        window.press("Gem").await;
        window.sees("Du var logget ud").await;
        window.keep_picture("door").await;
        desk.signs_in(window).await;
        has_back(window).await;

        let first = window.window().await.unwrap();
        let second = window.new_window(true).await.unwrap();
        window.switch_to_window(second.handle).await.unwrap();
        desk.end_sessions().await;
        desk.house.sign_in(window, &desk.mentor.email).await;
        window.sees("Jonas").await;
        window.switch_to_window(first).await.unwrap();
        window.press("Gem").await;
        window.sees("Dit login er skiftet, siden du åbnede siden").await;
        has_words(window).await;
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_put_aside_are_told_of_where_they_are_typed() {
    let desk = Desk::set(House::open().await).await;
    journey("keeping-told", Screen::Phone, async |window| {
        desk.has_written(window).await;
        desk.end_sessions().await;
        window.write(NOTE, "Vi talte om svendeprøven").await;
        window.sees("Du er logget ud, så det, du skriver, er kun her på skærmen").await;
        let seen = "const box = document.querySelector('#kept-status').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight + 1";
        assert_eq!(window.execute(seen, Vec::new()).await.unwrap(), true);
        window.keep_picture("told").await;

        let first = window.window().await.unwrap();
        let second = window.new_window(true).await.unwrap();
        window.switch_to_window(second.handle).await.unwrap();
        desk.house.sign_in(window, &desk.mentor.email).await;
        window.sees("Jonas").await;
        window.switch_to_window(first).await.unwrap();
        window.wait().for_element(Locator::Css("#kept-status:empty")).await.unwrap();
        window.open(&desk.form()).await;
        has_back(window).await;
    })
    .await;
}

#[tokio::test]
async fn a_double_click_sends_once_with_scripts_and_without() {
    for scripts in [true, false] {
        let house = if scripts { House::open().await } else { House::open_without_scripts().await };
        let desk = Desk::set(house).await;
        journey("keeping-twice", Screen::Desktop, async |window| {
            desk.house.enter(window, &desk.mentor).await;
            window.open(&desk.house.address(&desk.course)).await;
            let twice = "const form = [...document.forms].find((form) => form.action.endsWith('/goals'));
                for (const parent of document.querySelectorAll('details')) parent.open = true;
                form.elements.text.value = 'Finde en læreplads';
                const button = form.querySelector('button'); button.click(); button.click();";
            window.execute(twice, Vec::new()).await.unwrap();
            window.sees("Finde en læreplads").await;
            assert_eq!(goals::Entity::find().count(desk.house.app.db()).await.unwrap(), 1);
        })
        .await;
    }
}

#[tokio::test]
async fn without_scripts_another_language_takes_the_words_along() {
    let desk = Desk::set(House::open_without_scripts().await).await;
    // Not on a desk: the driver takes what a style sheet shows of a closed menu for hidden.
    journey("keeping-language", Screen::Phone, async |window| {
        desk.has_written(window).await;
        window.menu("English").await;
        window.sees("What you wrote is not saved yet").await;
        has_words(window).await;

        window.delete_all_cookies().await.unwrap();
        window.open(&desk.house.address("/enquiry")).await;
        window.fill("first_name", "Yusuf").await;
        window.press("English").await;
        window.sees("What you wrote is not saved yet").await;
        let name = window.find(Locator::Css("[name=first_name]")).await.unwrap();
        assert_eq!(name.prop("value").await.unwrap().as_deref(), Some("Yusuf"));
    })
    .await;
}
