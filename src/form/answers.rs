//! What is read into a row and filled in from it under the same name, listed once for both ways.

use entity::Words;

use crate::{
    form::{
        FieldErrors,
        field::{Field, Kind},
        kinds::OfWords,
    },
    word::Worded,
};

/// How what stands in a field is kept in a column.
pub trait Answer<V> {
    fn answer(&self, errors: &mut FieldErrors) -> V;

    fn fill(&mut self, kept: V);
}

/// Nothing where nothing was said.
impl<K: Kind> Answer<Option<K::Value>> for Field<K> {
    fn answer(&self, errors: &mut FieldErrors) -> Option<K::Value> {
        self.read(errors)
    }

    fn fill(&mut self, kept: Option<K::Value>) {
        self.set(kept);
    }
}

/// A list that is empty where nothing was said.
impl<E: Worded> Answer<Words> for Field<OfWords<E>> {
    fn answer(&self, errors: &mut FieldErrors) -> Words {
        let words = self.read(errors).unwrap_or_default();
        Words(words.into_iter().map(|word| word.code().into_owned()).collect())
    }

    fn fill(&mut self, kept: Words) {
        self.set(kept.0.iter().filter_map(|code| E::read(code)).collect::<Vec<E>>());
    }
}

/// Lists the fields of a form that are fields of a row under the same name: `$read` makes the row of them, given what was
/// made of the fields `besides`, and `$fill` fills them in again and hands the others back. A field of the row that is in
/// neither list does not compile.
macro_rules! answers {
    ($form:ident, $read:ident, $fill:ident => $row:ident {
        $($same:ident),+ $(,)?
    } besides {
        $($own:ident: $value:ty),+ $(,)?
    }) => {
        impl $form {
            pub(super) fn $read(&self, ($($own,)+): ($($value,)+), errors: &mut $crate::form::FieldErrors) -> $row {
                $row { $($same: $crate::form::Answer::answer(&self.$same, errors),)+ $($own,)+ }
            }

            fn $fill(&mut self, row: $row) -> ($($value,)+) {
                let $row { $($same,)+ $($own,)+ } = row;
                $($crate::form::Answer::fill(&mut self.$same, $same);)+
                ($($own,)+)
            }
        }
    };
}
pub(crate) use answers;
