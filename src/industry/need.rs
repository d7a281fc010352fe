//! What a young person may need besides an industry.

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

impl Need {
    pub const ALL: [Self; 11] = [
        Self::Job,
        Self::SpareTimeJob,
        Self::Apprenticeship,
        Self::Internship,
        Self::EducationChoice,
        Self::CvAndApplication,
        Self::InterviewPractice,
        Self::Network,
        Self::EverydayStructure,
        Self::DanishLanguage,
        Self::Other,
    ];

    /// The code under which the need is stored: `spare_time_job`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::SpareTimeJob => "spare_time_job",
            Self::Apprenticeship => "apprenticeship",
            Self::Internship => "internship",
            Self::EducationChoice => "education_choice",
            Self::CvAndApplication => "cv_and_application",
            Self::InterviewPractice => "interview_practice",
            Self::Network => "network",
            Self::EverydayStructure => "everyday_structure",
            Self::DanishLanguage => "danish_language",
            Self::Other => "other",
        }
    }

    /// The need stored under a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }

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
