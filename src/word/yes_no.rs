//! Yes or no, where not having said is a third thing.

use super::Worded;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    Yes,
    No,
}

impl Worded for YesNo {
    const KEY: &'static str = "answer";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[(Self::Yes, "yes", ""), (Self::No, "no", "")];
}

impl From<bool> for YesNo {
    fn from(is_yes: bool) -> Self {
        if is_yes { Self::Yes } else { Self::No }
    }
}

impl From<YesNo> for bool {
    fn from(answer: YesNo) -> Self {
        answer == YesNo::Yes
    }
}
