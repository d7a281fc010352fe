//! What a young person may need besides an industry.

use crate::{language::Tr, word::Worded};

/// Something a young person needs that is no industry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    Job,
    SpareTimeJob,
    Apprenticeship,
    Internship,
    EducationChoice,
    CvAndApplication,
    InterviewPractice,
    Network,
    EverydayStructure,
    DanishLanguage,
    Other,
}

impl Worded for Need {
    const KEY: &'static str = "referral-need";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Job, "job", ""),
        (Self::SpareTimeJob, "spare_time_job", ""),
        (Self::Apprenticeship, "apprenticeship", ""),
        (Self::Internship, "internship", ""),
        (Self::EducationChoice, "education_choice", ""),
        (Self::CvAndApplication, "cv_and_application", ""),
        (Self::InterviewPractice, "interview_practice", ""),
        (Self::Network, "network", ""),
        (Self::EverydayStructure, "everyday_structure", ""),
        (Self::DanishLanguage, "danish_language", ""),
        (Self::Other, "other", ""),
    ];
}

impl Need {
    /// The DB07 division whose people know most about the need, for a wish that names no industry.
    pub fn knowing_division(self) -> Option<&'static str> {
        match self {
            Self::Job | Self::CvAndApplication | Self::InterviewPractice => Some("78"),
            Self::EducationChoice | Self::DanishLanguage => Some("85"),
            Self::EverydayStructure => Some("88"),
            Self::Other => Some("70"),
            Self::SpareTimeJob | Self::Apprenticeship | Self::Internship | Self::Network => None,
        }
    }
}

/// Needs by their codes, for the reader; a code that is gone stands for itself.
pub fn need_names(tr: Tr, codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| Need::read(code).map_or_else(|| code.clone(), |need| need.label(tr))).collect()
}
