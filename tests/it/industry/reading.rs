//! What a wish is read into, and the words that lead there.

use std::collections::{BTreeMap, BTreeSet};

use brobyg::{
    industry::{self, IndustrySystem, Need, Vocabulary, Word, WordKind},
    language::Tr,
    word::Worded,
};

use super::code;

/// The divisions that a wish is read into, the surest first.
fn divisions(wish: &str) -> Vec<String> {
    let reading = industry::read(wish, Vocabulary::standard());
    reading.suggestions.iter().map(|suggestion| suggestion.db07.division().to_owned()).collect()
}

fn needs(wish: &str) -> Vec<Need> {
    let reading = industry::read(wish, Vocabulary::standard());
    reading.needs.iter().map(|hit| hit.need).collect()
}

#[track_caller]
fn reads_first(wish: &str, division: &str) {
    let found = divisions(wish);
    assert_eq!(found.first().map(String::as_str), Some(division), "\"{wish}\" was read as {found:?}");
}

#[test]
fn the_vocabulary_is_large_and_every_row_of_it_is_read() {
    let files = [
        include_str!("../../../src/industry/data/vocabulary.tsv"),
        include_str!("../../../src/industry/data/everyday/a.tsv"),
        include_str!("../../../src/industry/data/everyday/c.tsv"),
        include_str!("../../../src/industry/data/everyday/f.tsv"),
        include_str!("../../../src/industry/data/everyday/h.tsv"),
        include_str!("../../../src/industry/data/everyday/k.tsv"),
        include_str!("../../../src/industry/data/everyday/o.tsv"),
        include_str!("../../../src/industry/data/everyday/told.tsv"),
    ];
    let rows: usize = files.iter().map(|file| file.lines().skip(1).count()).sum();
    let words = Vocabulary::standard().words();
    let named = words.iter().filter(|word| matches!(word.kind, WordKind::Occupation | WordKind::Education));

    assert_eq!(words.len(), rows);
    assert!(named.count() >= 900);
    assert!(words.iter().all(|word| word.weight > 0.0 && word.weight <= 1.0));
}

#[test]
fn the_vocabulary_has_words_for_every_division_that_young_people_may_want() {
    let words = Vocabulary::standard().words();
    let without = ["05", "07", "09", "12", "98"];

    for division in industry::divisions(IndustrySystem::Db07) {
        let has_words = words.iter().any(|word| word.db07.division() == division.number);
        assert!(has_words || without.contains(&division.number), "no word for {}", division.danish);
    }
}

#[test]
fn a_trade_is_found_however_it_is_written() {
    reads_first("vil gerne være tømrer", "43");
    reads_first("vil gerne være toemrer", "43");
    reads_first("VIL GERNE VÆRE TØMRER!!", "43");
    reads_first("to\u{308}mrer", "43");
    reads_first("tømrerne", "43");
    reads_first("sygeplejeske", "86");
    reads_first("mekanikker", "45");
    reads_first("butiksasistent", "47");
    reads_first("I want to be a nurse", "86");
    reads_first("skrue i biler", "45");
}

#[test]
fn a_slip_of_the_pen_is_the_word_that_was_meant() {
    for (typed, meant) in [
        ("blkkenslager", "blikkenslager"),
        ("fiker", "fisker"),
        ("elektrikker", "elektriker"),
        ("omsorsmedhjælper", "omsorgsmedhjælper"),
    ] {
        assert_eq!(divisions(typed), divisions(meant), "{typed} is {meant}");
    }
}

#[test]
fn a_compound_is_told_by_the_part_that_decides() {
    reads_first("lastbilmekaniker", "45");
    reads_first("hotelkonsulent", "55");
    reads_first("bagermedhjælper", "10");
    reads_first("biologilærer", "85");
    reads_first("fitness instruktør", "93");
    reads_first("it-medarbejder", "62");
}

#[test]
fn a_wish_gives_at_most_three_industries_with_the_words_that_led_there() {
    let reading = industry::read("kok, murer, læge, politi eller frisør", Vocabulary::standard());
    assert_eq!(reading.suggestions.len(), 3);

    let reading = industry::read("elsker biler og vil være mekaniker", Vocabulary::standard());
    let [cars] = &reading.suggestions[..] else { panic!("{reading:?}") };
    assert_eq!(cars.words, ["biler", "mekaniker"]);
    assert_eq!(cars.db07.to_string(), "DB07:45");
    assert_eq!(cars.db25.to_string(), "DB25:95");
    assert_eq!(industry::name(Tr::Danish, &cars.trade()), "Bilværksted");
}

#[test]
fn a_wish_without_a_known_word_says_so() {
    for wish in ["", "ved ikke", "noget helt andet", "Jeg hedder Mohamed og bor i Vollsmose", "?!", "قيادة"] {
        let reading = industry::read(wish, Vocabulary::standard());
        assert!(reading.suggestions.is_empty(), "\"{wish}\" was read as {reading:?}");
    }
}

#[test]
fn what_the_wish_says_no_to_is_not_suggested() {
    assert!(divisions("ikke noget med børn").is_empty());
    assert!(divisions("rengøring gider jeg ikke").is_empty());
    assert!(divisions("jeg kan ikke lide børn").is_empty());
    assert!(divisions("I don't want to work in a kitchen").is_empty());
    assert_eq!(divisions("gerne noget med biler, men ikke sælge dem"), ["45"]);
    assert_eq!(divisions("vil ikke være kok, hellere frisør"), ["96"]);
}

#[test]
fn not_knowing_and_not_having_is_no_refusal() {
    reads_first("ved ikke, måske pædagog", "88");
    reads_first("har ikke fundet en læreplads som elektriker", "43");
    reads_first("er ikke sikker på om jeg vil være kok", "56");
}

#[test]
fn ordinary_words_are_no_trades() {
    assert!(divisions("jeg taler arabisk og vil gerne lære noget nyt").is_empty());
    assert!(divisions("vil have et godt liv og tage ansvar").is_empty());
    assert!(divisions("leder efter noget stort").is_empty());
}

#[test]
fn a_short_or_between_two_trades_is_no_electricity() {
    reads_first("vil arbejde i køkken el. restaurant", "56");
    assert_eq!(divisions("frisør el kosmetolog"), ["96"]);
    assert_eq!(BTreeSet::from_iter(divisions("bager el og fisker")), ["03", "10", "43"].map(str::to_owned).into());
    reads_first("arbejde med el", "43");
}

#[test]
fn needs_are_told_apart_from_industries() {
    assert_eq!(needs("lære at skrive CV"), [Need::CvAndApplication]);
    assert_eq!(needs("tage HF"), [Need::EducationChoice]);
    assert_eq!(needs("10. klasse eller FGU"), [Need::EducationChoice]);
    assert_eq!(needs("rengøring efter skole"), [Need::SpareTimeJob]);
    assert_eq!(needs("bagerelev"), [Need::Apprenticeship]);
    assert_eq!(needs("vil gerne have et netværk"), [Need::Network]);
    assert!(divisions("fritidsjob").is_empty());
    assert!(divisions("læreplads").is_empty());
    reads_first("søger fritidsjob i en butik", "47");
}

#[test]
fn a_word_that_staff_add_leads_to_its_industry() {
    let wish = "vil være falkoner";
    assert!(industry::read(wish, Vocabulary::standard()).suggestions.is_empty());

    let word = Word::new("falkoner", &code("DB25:91")).unwrap();
    let extended = Vocabulary::standard().with_words([word]);

    let reading = industry::read(wish, &extended);
    assert_eq!(reading.suggestions[0].db07, code("DB07:91"));
    assert_eq!(reading.suggestions[0].words, ["falkoner"]);
}

#[test]
fn need_codes_are_read_back() {
    for need in Need::all() {
        assert_eq!(Need::read(&need.code()), Some(need));
    }
}

#[test]
fn a_word_that_leads_nowhere_hints_at_the_trade_in_whose_phrases_it_stands() {
    let wish = "få folk til at hvine";

    let wanted = industry::read(wish, Vocabulary::standard()).wanted();

    assert_eq!(wanted[0].code.division(), "93", "{wanted:?}");
    assert!(divisions(wish).is_empty(), "nobody is asked about a hint");
}

#[test]
fn a_word_within_a_phrase_says_less_than_the_phrase() {
    reads_first("høste en masse tang", "03");
    reads_first("har altid olie helt inde under neglene", "45");
}

/// Groups in which hardly anybody of that age works in Denmark, such as coal and uranium.
const RARE_GROUPS: [&str; 12] = ["051", "052", "071", "099", "191", "232", "268", "304", "495", "652", "843", "982"];

#[test]
fn each_group_has_everyday_words_beside_its_titles() {
    let mut words: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for word in Vocabulary::standard().words().iter().filter(|word| word.kind == WordKind::Everyday) {
        let digits = word.db07.digits();
        if digits.len() > 2 {
            words.entry(digits[..3].to_owned()).or_default().insert(&word.text);
        }
    }

    assert_eq!(words.len(), 272, "every group of DB07");
    for (group, words) in words {
        let least = if RARE_GROUPS.contains(&group.as_str()) { 15 } else { 40 };
        assert!(words.len() >= least, "{group} has {}", words.len());
    }
}

#[test]
fn what_one_does_with_a_thing_tells_its_maker_from_its_seller_and_its_mender() {
    reads_first("reparere cykler", "95");
    reads_first("sælge cykler i en butik", "47");
    reads_first("producere cykler på en fabrik", "30");
    reads_first("cykelreparation", "95");
    reads_first("sælge sko", "47");
    reads_first("reparere computere", "95");
    reads_first("dyrke tomater", "01");
    reads_first("sælge huse", "68");
    reads_first("bygge huse", "41");
}

#[test]
fn the_words_of_a_phrase_may_stand_apart_in_any_order_and_form() {
    reads_first("passer altid min søsters to små børn", "88");
    reads_first("hår, det er noget jeg har klippet siden jeg var ti", "96");
    reads_first("malede hele min fætters værelse", "43");
    // One word is no phrase, and chance is none: "have" is a garden and what one has.
    assert!(divisions("vil arbejde et sted og have det godt").is_empty());
}

#[test]
fn what_one_did_is_what_one_does() {
    for (did, does) in [("svejsede", "svejse"), ("asfaltering", "asfalt"), ("programmerede", "programmere")] {
        assert_eq!(divisions(did).first(), divisions(does).first(), "{did} is {does}");
    }
    assert!(divisions("evaluering").is_empty());
}

#[test]
fn words_that_may_mean_several_trades_mean_the_one_that_the_others_name() {
    reads_first("sælge tasker og kufferter i en butik", "47");
    reads_first("en fabrik der laver maling", "20");
    reads_first("male vægge med maling", "43");
}

#[test]
fn two_refusals_are_none_and_what_one_wants_ends_one() {
    reads_first("jeg kan ikke se et dyr lide uden at hjælpe det", "75");
    reads_first("gider ikke skolen mere vil bare skrue i biler", "45");
    reads_first("det var for meget kontor jeg vil være tømrer", "43");
}

#[test]
fn what_somebody_else_does_counts_less_than_what_one_wants() {
    reads_first("hendes far kører taxa og hun vil gerne være grafisk designer", "74");
    reads_first("mine forældre vil have jeg bliver læge men jeg vil være kok", "56");
}

#[test]
fn where_the_words_name_several_trades_alike_what_contains_them_is_offered() {
    let wish = industry::read("arbejde med biler og motorcykler", Vocabulary::standard());
    assert_eq!(wish.suggestions[0].trade().digits(), "45", "{wish:?}");
}

#[test]
fn no_more_of_a_text_is_read_than_any_field_takes() {
    let late = format!("{} tømrer", "bla ".repeat(2_000));
    assert!(divisions(&late).is_empty());
    let endless = "blomsterflyverkæde ".repeat(1_000);
    assert!(industry::sought(Tr::Danish, &endless, Vocabulary::standard()).is_empty());
}
