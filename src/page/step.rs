//! Where something stands on its line: what is done, what goes on, what comes.

use std::fmt;

/// How far along one step of the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Coming,
    /// The line ended here, before its end.
    Stopped,
    /// The line ended here, and nothing went wrong: a job came first.
    Over,
}

/// One step of the line; `note` is a date or a few words, and may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub state: StepState,
    pub label: String,
    pub note: String,
}

impl Step {
    pub fn new(state: StepState, label: impl Into<String>, note: impl Into<String>) -> Self {
        Self { state, label: label.into(), note: note.into() }
    }

    pub fn is_current(&self) -> bool {
        matches!(self.state, StepState::Current | StepState::Stopped | StepState::Over)
    }
}

impl fmt::Display for StepState {
    /// The last word of the step's class in the style sheet.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Coming => "coming",
            Self::Stopped => "stopped",
            Self::Over => "over",
        })
    }
}
