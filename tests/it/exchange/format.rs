//! What the documentation of the files says is what import reads and export writes.

use std::fs;

use brobyg::exchange::{self, Table};
use entity::{courses, housing_areas, mentors, referrals};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::files;
use crate::support::{self, scheme::folder};

#[test]
fn the_page_of_the_format_is_what_the_program_prints() {
    let page = fs::read_to_string("docs/format.md").unwrap();
    assert_eq!(page, exchange::document(), "write it again: brobyg format > docs/format.md");
}

#[tokio::test]
async fn each_file_that_export_writes_has_the_columns_of_the_page_in_its_order() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    // What is left out where nothing is known is known here.
    let ended = courses::Entity::update_many().col_expr(courses::Column::EndedBy, Expr::value("mentor"));
    ended.filter(courses::Column::EndedOn.is_not_null()).exec(app.db()).await.unwrap();
    let mentors = mentors::Entity::update_many().col_expr(mentors::Column::MaxKm, Expr::value(30));
    mentors.col_expr(mentors::Column::Video, Expr::value(true)).exec(app.db()).await.unwrap();
    let referrals = referrals::Entity::update_many().col_expr(referrals::Column::MentorMaxKm, Expr::value(30));
    let referrals = referrals.col_expr(referrals::Column::MentorGenderWish, Expr::value("woman"));
    let referrals = referrals.col_expr(referrals::Column::MentorLanguage, Expr::value("so"));
    let referrals = referrals.col_expr(referrals::Column::NotPostcode, Expr::value("4600"));
    let referrals = referrals.col_expr(referrals::Column::NotFirm, Expr::value("Firmaet"));
    let referrals = referrals.col_expr(referrals::Column::Musts, Expr::value(serde_json::json!(["gender"])));
    referrals.col_expr(referrals::Column::Video, Expr::value(false)).exec(app.db()).await.unwrap();
    let area = housing_areas::Entity::find().one(app.db()).await.unwrap().unwrap().name;
    let agreements = format!("housing_area,kind,signed_on,starts_on\n{area},pilot,2020-01-01,2020-01-01\n");
    app.import(&files(&[("agreements.csv".into(), agreements)])).await.unwrap();
    let files = app.export().await;
    let page = exchange::document();
    assert_eq!(files.len(), Table::ALL.len());
    for (name, text) in files {
        let part = page.split("\n## ").find(|part| part.starts_with(name.trim_end_matches(".csv"))).unwrap();
        let rows = part.lines().filter(|line| line.starts_with("| ")).skip(1);
        let columns: Vec<&str> = rows.map(|line| line.split(" | ").next().unwrap().trim_start_matches("| ")).collect();
        assert_eq!(text.lines().next().unwrap(), columns.join(","), "{name}");
    }
}
