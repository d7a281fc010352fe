//! The whole line: from a housing social worker's referral to the course in the figures.

use brobyg::survey;
use chrono::{Days, Duration, NaiveDate};
use entity::{Mentor, User, courses, users::Role};
use fantoccini::Locator;
use sea_orm::EntityTrait;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    house::House,
    support::today,
};

/// Everybody who takes part.
struct Line {
    house: House,
    referrer: User,
    staff: User,
    mentor: Mentor,
    mentor_user: User,
}

impl Line {
    async fn begin() -> Self {
        let house = House::open().await;
        let app = &house.app;
        let partner = app.partner("Helhedsplan Ringparken").await;
        app.housing_area("Ringparken", &partner).await;
        let referrer = app.user("Rikke Vang", Role::Referrer, Some(&partner)).await;
        let staff = app.user("Sanne Holm", Role::Staff, None).await;
        let mentor = app.mentor("Jonas").await;
        app.mentor_in("Tove", "tømrermester", "43", 1).await;
        let mentor_user = app.mentor_browser(&mentor).await.user.unwrap();
        house.index_mentors().await;
        Self { house, referrer, staff, mentor, mentor_user }
    }

    /// Rikke types and sends a referral in one sitting.
    async fn is_referred(&self, window: &Window) {
        self.house.enter(window, &self.referrer).await;
        window.follow("Ny henvisning").await;
        fill_in_referral(window).await;
        window.press("Find brancher i ønsket").await;
        window.sees("Er det disse brancher, den unge mener?").await;
        window.click("#industries + label").await;
        window.press("Tjek dine svar").await;
        window.sees("vil gerne lave apps").await;
        assert_accessible(window).await;
        window.press("Send henvisningen").await;
        window.sees("Tak, henvisningen er sendt").await;
        window.keep_picture("referred").await;
        window.follow("Se henvisningen").await;
        window.sees("Venter på svar").await;
    }

    /// Sanne accepts the referral and proposes the mentor who stands first.
    async fn is_matched(&self, window: &Window) {
        self.house.enter(window, &self.staff).await;
        window.follow("Amina Yusuf").await;
        window.press("Tag imod henvisningen").await;
        window.sees("Henvisningen er taget imod. Partneren får besked.").await;
        window.follow("Find en mentor").await;
        assert_eq!(window.text_of("ol li:first-child h3").await, self.mentor.name);
        window.keep_picture("match").await;
        window.press("Foreslå").await;
        window.sees("Forslaget er sendt til mentoren.").await;
    }

    /// Jonas sees an anonymous card and says yes.
    async fn is_accepted_by_the_mentor(&self, window: &Window) {
        self.house.enter(window, &self.mentor_user).await;
        window.sees("Venter på dig").await;
        window.follow("Se og svar").await;
        window.sees("vil gerne lave apps").await;
        window.does_not_see("Amina").await;
        window.keep_picture("proposal").await;
        window.press("Ja tak, jeg vil gerne").await;
        window.sees("Tak. Nu bliver den unge spurgt.").await;
    }

    /// Amina has no sign-in: she opens the link that was mailed to her.
    async fn is_wanted_by_the_young_person(&self, window: &Window) {
        window.delete_all_cookies().await.unwrap();
        window.open(&self.house.mailed_link("amina@ung.example").await).await;
        window.sees("Vi har fundet en mentor til dig").await;
        window.keep_picture("young-person").await;
        window.press("Ja tak").await;
        window.sees("Så er I et match.").await;
    }

    /// Jonas taps once on the day of a meeting.
    async fn meets(&self, window: &Window) {
        self.house.enter(window, &self.mentor_user).await;
        window.follow("Amina").await;
        window.press("Vi mødtes i dag").await;
        window.sees("Godt at I mødtes! Mødet er skrevet på").await;
    }

    /// Sanne ends the course on its planned end; the rule says how it counts.
    async fn ends(&self, window: &Window) {
        self.house.enter(window, &self.staff).await;
        window.sees("Jonas: forløbet skulle være slut i går").await;
        window.follow("Amina Yusuf").await;
        window.follow("Afslut forløbet").await;
        window.choose("Hvem afsluttede det?", "De to sammen").await;
        window.write("Hvad går den unge videre til?", "Begynder som lærling hos et softwarehus").await;
        window.press("Se, hvad det betyder").await;
        window.sees("Tre eller flere møder, og forløbet varede til den ventede afslutning.").await;
        assert_accessible(window).await;
        window.press("Afslut forløbet").await;
        window.sees("Forløbet er afsluttet").await;
        window.sees("Gennemført").await;
    }

    /// Sanne asks by phone what Amina does now.
    async fn is_asked_how_it_went(&self, window: &Window) {
        survey::schedule(self.house.app.db()).await.unwrap();
        self.house.enter(window, &self.staff).await;
        window.sees("Målingen skulle laves").await;
        window.follow("Amina Yusuf").await;
        window.sees("Ved afslutning: Amina Yusuf").await;
        window.choose("Hvad laver den unge nu?", "Er i lære").await;
        window.press("Gem svaret").await;
        window.sees("Svaret er gemt. Tak!").await;
        window.keep_picture("survey").await;
    }

    /// The course stands in the figures: completed, and in activity.
    async fn counts(&self, window: &Window) {
        self.house.enter(window, &self.staff).await;
        window.open(&self.house.address("/outcomes")).await;
        assert_eq!(rate(window, "Gennemført").await, "100 % 1 af 1");
        assert_eq!(rate(window, "Afbrudt").await, "0 % 0 af 1");
        assert_eq!(rate(window, "I job eller uddannelse ved afslutning").await, "100 % 1 af 1");
        window.keep_picture("outcomes").await;
    }

    /// Rikke sees in one line where her young person stands.
    async fn shows_the_referrer(&self, window: &Window, state: &str) {
        self.house.enter(window, &self.referrer).await;
        window.sees("Amina Yusuf").await;
        window.sees(state).await;
        window.keep_picture("own-referrals").await;
    }

    fn days_pass(&self, days: i64) {
        self.house.app.app.clock.advance(Duration::days(days));
    }

    async fn last_planned_day_comes(&self) {
        let course = courses::Entity::find().one(self.house.app.db()).await.unwrap().unwrap();
        let today = self.house.app.app.clock.today();
        self.days_pass((course.planned_end_on + Days::new(1) - today).num_days());
    }

    /// Staff sit at a desk; referrer, mentor and young person use this screen.
    async fn walk(&self, screen: Screen) {
        journey("line-referral", screen, async |window| self.is_referred(window).await).await;
        journey("line-match", Screen::Desktop, async |window| self.is_matched(window).await).await;
        journey("line-yes", screen, async |window| {
            self.shows_the_referrer(window, "Vi spurgte en mentor").await;
            self.is_accepted_by_the_mentor(window).await;
            self.is_wanted_by_the_young_person(window).await;
            for _ in 0..3 {
                self.meets(window).await;
                self.days_pass(14);
            }
        })
        .await;
        self.last_planned_day_comes().await;
        journey("line-ending", Screen::Desktop, async |window| {
            self.ends(window).await;
            self.is_asked_how_it_went(window).await;
            self.counts(window).await;
        })
        .await;
        journey("line-seen", screen, async |window| self.shows_the_referrer(window, "Forløbet er slut").await).await;
    }
}

/// All that a referrer has to say about Amina, besides the industry.
pub async fn fill_in_referral(window: &Window) {
    window.write("Fulde navn", "Amina Yusuf").await;
    window.write_date("Fødselsdato", NaiveDate::from_ymd_opt(2006, 5, 17).unwrap()).await;
    window.write("Mobilnummer", "50 00 01 00").await;
    window.write("E-mail", "amina@ung.example").await;
    window.choose("Sprog, den unge taler godt", "Dansk").await;
    window.write("Hvad vil den unge gerne?", "vil gerne lave apps").await;
    window.tick("Den unge ved, hvad et mentorforløb er").await;
    window.tick("Den unge har sagt ja til, at I henviser").await;
    window.write_date("Hvornår sagde den unge ja?", today()).await;
    window.choose("Må vi bagefter spørge den unge, hvordan det gik?", "Ja, den unge vil gerne spørges").await;
}

/// The share, numerator and denominator under this name.
async fn rate(window: &Window, name: &str) -> String {
    let share = format!("//figure[figcaption[.=\"{name}\"]]/p[@class='rate-share']");
    window.text_at(Locator::XPath(&share)).await
}

#[tokio::test]
async fn a_referral_becomes_a_completed_course_in_the_figures_on_a_desk() {
    Line::begin().await.walk(Screen::Desktop).await;
}

#[tokio::test]
async fn a_referral_becomes_a_completed_course_in_the_figures_on_phones() {
    Line::begin().await.walk(Screen::Phone).await;
}
