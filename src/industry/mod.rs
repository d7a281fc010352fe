//! Industry codes, how near two of them are, and the way from a wish to an industry.

mod act;
mod added;
mod catalogue;
mod codes;
mod compound;
mod db25;
mod guess;
mod hits;
mod nearness;
mod need;
mod negation;
mod postcode;
mod read_wish;
mod remembered;
mod single;
mod sound;
mod spelling;
mod stance;
mod unknown;
mod vocabulary;
mod weigh;
mod word;

pub use added::{AddWordError, NewWord, add_word, code_of_word, remove_word, vocabulary};
pub use catalogue::{Division, Section, YouthGroup, choices, division, divisions, section, sections, title, titles};
pub use codes::{IndustryCode, IndustryCodeError, read_codes};
pub use db25::{db25_division, db25_division_of, neighbours};
pub use entity::mentor_industries::IndustrySystem;
pub use nearness::{Nearness, index_terms, is_same_division, nearness, search_terms};
pub use need::{Need, need_names};
pub use postcode::{FARTHEST_KM, Place, distance_km, place, region_of, regions_from};
pub use read_wish::{NeedHit, Suggestion, Trade, WishReading, read};
pub use unknown::unknown_words;
pub use vocabulary::Vocabulary;
pub use word::{Word, WordKind};
