//! What staff see from wave to wave, write down on the phone and find in the timeline, and what the report counts.

use entity::surveys::AnsweredThrough;

use super::*;

/// Answers of a young person in a wave, as they were given on the day of the clock.
async fn say(pair: &Pair, wave: Wave, through: AnsweredThrough, said: &[(&str, &str)]) {
    let asked = questionnaires::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        instrument: Set("progress_young_person".into()),
        version: Set(1),
        side: Set(QuestionnaireSide::YoungPerson),
        wave: Set(wave),
        due_on: Set(pair.app.app.clock.today()),
        opened_on: Set(pair.app.app.clock.today()),
        asked_on: Set(Some(pair.app.app.clock.today())),
        closes_on: Set(pair.app.app.clock.today() + Days::new(30)),
        ..Default::default()
    };
    let asked = questionnaires::Entity::insert(asked).exec_with_returning(pair.app.db()).await.unwrap();
    for (item, value) in said {
        let row = questionnaire_answers::ActiveModel {
            id: Set(Uuid::now_v7()),
            questionnaire_id: Set(asked.id),
            item: Set((*item).into()),
            value: Set(Some((*value).into())),
            version: Set(1),
            through: Set(through),
            language: Set("da".into()),
            answered_on: Set(pair.app.app.clock.today()),
            written_at: Set(pair.app.app.clock.now()),
            ..Default::default()
        };
        questionnaire_answers::Entity::insert(row).exec_without_returning(pair.app.db()).await.unwrap();
    }
}

#[tokio::test]
async fn the_change_is_told_from_wave_to_wave_but_not_between_the_link_and_the_phone() {
    let pair = begun().await;
    meet(&pair).await;
    say(&pair, Wave::Start, AnsweredThrough::Link, &[("belief", "2"), ("network", "4")]).await;
    pair.app.days_pass(92);
    say(&pair, Wave::ThreeMonths, AnsweredThrough::Phone, &[("belief", "5")]).await;
    pair.app.days_pass(92);
    say(&pair, Wave::SixMonths, AnsweredThrough::Link, &[("belief", "3"), ("network", "3")]).await;

    let page = pair.app.staff().await.get(&pair.path("/progress")).await;

    page.assert_ok().assert_shows("1 op siden: Start").assert_shows("1 ned siden: Start");
    page.assert_shows("Bliver ikke sammenlignet").assert_hides("3 op siden").assert_hides("2 ned siden");
    page.assert_shows("<polyline class=\"steps-line\" points=\"6,27 114,20\"/>");
    page.assert_shows("class=\"steps-point steps-phone\"");
}

#[tokio::test]
async fn an_answer_to_the_start_counts_as_a_baseline_for_a_week_after_the_first_meeting() {
    for (days, word) in [(0, "yes"), (7, "yes"), (8, "no")] {
        let pair = begun().await;
        meet(&pair).await;
        pair.app.days_pass(days);
        say(&pair, Wave::Start, AnsweredThrough::Link, &[("belief", "2")]).await;

        let staff = pair.app.staff().await;
        let file = staff.get("/outcomes/answers?file=csv").await;
        file.assert_shows(&format!("progress_young_person,1,young_person,start,{word},belief,2,"));
        let page = staff.get(&pair.path("/progress")).await;
        assert_eq!(page.assert_ok().body.contains("Kom for sent til at være et udgangspunkt"), word == "no", "{days}");
        let report = staff.get("/outcomes").await;
        report.assert_shows("Hvad ændrer sig? Den unge, Start").assert_shows("1 af 1 spurgte har svaret");
        assert_eq!(report.body.contains("Af dem kom 1 for sent"), word == "no", "{days}");
    }
}

#[tokio::test]
async fn staff_write_down_on_the_phone_what_both_say_while_the_course_runs_and_at_its_end() {
    let pair = begun().await;
    meet(&pair).await;
    pair.app.exits_by_clock().await;
    let (staff, progress) = (pair.app.staff().await, pair.path("/progress"));
    staff.get(&progress).await.assert_shows(&pair.path("/progress/mentor"));
    for (side, value) in [("young_person", "2"), ("mentor", "4")] {
        let path = pair.path(&format!("/progress/{side}"));
        staff.submit(&path, &[("answers_close_to_goal", value)]).await.assert_goes_to(&progress);
    }
    staff.get(&progress).await.assert_shows("Ret langt fra").assert_shows("Ret tæt på");
    staff.get(&pair.path("/history")).await.assert_shows("Skrev ned, hvordan det går undervejs");

    ends(&pair).await;
    pair.app.exits_by_clock().await;
    let exit = pair.path("/exit/young_person");
    staff.get(&progress).await.assert_shows(&exit);
    let said = [("answers_goals", "5"), ("answers_close_to_goal", "5")];
    staff.submit(&exit, &said).await.assert_goes_to(&pair.path("/exit"));

    staff.get(&pair.path("/exit")).await.assert_shows("Det hele").assert_hides("Meget tæt på");
    staff.get(&progress).await.assert_shows("Meget tæt på").assert_shows("3 op siden: Start");
    assert!(answers(&pair.app).await.iter().all(|one| one.through == AnsweredThrough::Phone));
}

#[tokio::test]
async fn what_was_asked_and_answered_and_given_up_stands_in_the_timeline() {
    let pair = begun().await;
    meet(&pair).await;
    pair.app.exits_by_clock().await;
    let link = last_link(&pair, YOUNG).await;
    pair.app.visitor().submit(&format!("{link}/answer/1"), &[("answers_next_step", "2")]).await.assert_taken();
    ends(&pair).await;
    pair.app.exits_by_clock().await;

    let path = format!("/young-people/{}?kind=questionnaire", pair.referral.young_person_id);
    let page = pair.app.staff().await.get(&path).await;

    let whose = ["Hvad ændrer sig? Den unge, Start", "Hvad ændrer sig? Mentoren, Start"];
    page.assert_ok()
        .assert_shows(&format!("Kan besvares: {}", whose[0]))
        .assert_shows(&format!("Spurgt: {}", whose[0]));
    page.assert_shows(&format!("Svarede: {}", whose[0]))
        .assert_shows("Kan besvares: Hvordan gik det? Henviseren, Slut");
    page.assert_shows(&format!("Opgivet, da forløbet sluttede eller blev åbnet igen: {}", whose[1]))
        .assert_hides("answers_");
}
