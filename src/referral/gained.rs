//! What a kept record gets from one that is merged into it, and gives back when they are separated.

use entity::{YoungPerson, young_people};
use sea_orm::ActiveValue::Set;

use super::separate::Merged;

/// Lists the columns that are filled where the kept record says nothing. Every other column is named here, with the reason
/// why it is not: a new one has to be in the one place or the other.
macro_rules! gained {
    ($($column:ident),+ $(,)?) => {
        /// What the kept record is about to get from the other one.
        pub(super) fn filled(kept: &YoungPerson, merged: &YoungPerson) -> Merged {
            let YoungPerson {
                $($column: _,)+
                // Who it is.
                id: _, reference: _, name: _, birth_date: _,
                // Joined, and what merging itself writes.
                languages: _, merged_into: _, version: _,
            } = kept;
            let gets = [$((stringify!($column), kept.$column.is_none() && merged.$column.is_some())),+];
            let new = merged.languages.0.iter().filter(|language| !kept.languages.0.contains(language));
            Merged {
                filled: gets.iter().filter(|(_, is_got)| *is_got).map(|(name, _)| (*name).to_owned()).collect(),
                languages: new.cloned().collect(),
                ..Merged::default()
            }
        }

        /// The kept record, with what only the other one knew.
        pub(super) fn fill(kept: YoungPerson, merged: YoungPerson) -> young_people::ActiveModel {
            let mut languages = kept.languages;
            for language in merged.languages.0 {
                if !languages.0.contains(&language) {
                    languages.0.push(language);
                }
            }
            young_people::ActiveModel {
                id: Set(kept.id),
                $($column: Set(kept.$column.or(merged.$column)),)+
                languages: Set(languages),
                version: Set(kept.version + 1),
                ..Default::default()
            }
        }

        /// The kept record without what only the other one knew, unless somebody has changed it since.
        pub(super) fn without(kept: YoungPerson, merged: &YoungPerson, told: &Merged) -> young_people::ActiveModel {
            let is_theirs = |column: &str| told.filled.iter().any(|filled| filled == column);
            let mut languages = kept.languages;
            languages.0.retain(|language| !told.languages.contains(language));
            young_people::ActiveModel {
                id: Set(kept.id),
                $($column: Set(kept.$column.filter(|own| {
                    !(is_theirs(stringify!($column)) && merged.$column.as_ref() == Some(own))
                })),)+
                languages: Set(languages),
                version: Set(kept.version + 1),
                ..Default::default()
            }
        }
    };
}

gained! { gender, phone, email, contact_preference, guardian_name, guardian_phone }
