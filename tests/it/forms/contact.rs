//! The forms of the work after the match, filled in as somebody might.

pub const ACTIVITY: &[&str] = &[
    "kind:=supervision",
    "held_on_day:=2",
    "held_on_month:=3",
    "held_on_year:=2026",
    "minutes:=90",
    "title?=Aften om grænser",
    "who=Jonas",
];

pub const ADVICE: &[&str] = &["text=Hvad gør jeg?", "back:="];

pub const ONWARD: &[&str] = &["step_down?=Hver anden uge", "onward=Begynder på grundforløb"];

pub const EXIT: &[&str] = &[
    "answers_status:=job",
    "answers_goals:=4",
    "answers_right_help:=dont_know",
    "answers_missed?=Mere tid",
    "answers_missed_because:=",
    "answers_recommend:=5",
    // Nothing is posted under the name of them all.
    "answers:=",
];

pub const EXIT_STATUS: &[&str] = &["answers_status:=job", "answers:="];

pub const PROGRESS: &[&str] = &[
    "answers_next_step:=4",
    "answers_close_to_goal:=2",
    "answers_knows_trade:=3",
    "answers_belief:=dont_know",
    "answers_contact:=5",
    "answers_guidelines:=5",
    "answers_support:=4",
    "asked_in:=so",
    "answers:=",
];

pub const STAND_IN: &[&str] = &[
    "from_on_day:=9",
    "from_on_month:=3",
    "from_on_year:=2026",
    "until_on_day:=12",
    "until_on_month:=3",
    "until_on_year:=2026",
    "mentor_id:={mentor.other}",
];

pub const EXPECTATIONS: &[&str] = &["hopes=En læreplads", "help?=At øve samtaler", "contact?=En sms"];

pub fn concern(end: &str) -> &'static [&'static str] {
    match end {
        "closure" => &["outcome:=goes_on", "note?=Talt med begge"],
        "resumption" => &["reason=Det er afklaret"],
        "receipt" | "stop" => &[],
        _ => &["said=Hun virker bange", "stop:="],
    }
}

pub fn follow_up(path: &str, end: &str) -> &'static [&'static str] {
    match end {
        "status-update" => &["sentence:=meet_as_agreed"],
        "not-reached" | "step" => &[],
        _ if path.starts_with("/follow-ups/") => &[
            "result:=answered",
            "mood:=good",
            "review:=",
            "said?=Det går godt",
            "begun:=no",
            "step?=Send en liste",
            "step_on_day:=11",
            "step_on_month:=3",
            "step_on_year:=2026",
            "channel:=phone",
            "tried_day:=4",
            "tried_month:=3",
            "tried_year:=2026",
            "hour:=10.00",
        ],
        _ => &[],
    }
}

pub fn survey(end: &str) -> &'static [&'static str] {
    match end {
        "answer" => &["status:=job", "answered_day:=4", "answered_month:=3", "answered_year:=2026"],
        "attempts" => &[
            "channel:=phone",
            "result:=no_answer",
            "attempted_day:=4",
            "attempted_month:=3",
            "attempted_year:=2026",
            "attempted_at:=10.00",
            "note?=Ringede fra kontoret",
            "call_back_day:=",
            "call_back_month:=",
            "call_back_year:=",
            "call_back_at:=",
        ],
        _ => &[],
    }
}

/// What staff make of an enquiry.
pub fn enquiry(end: &str) -> &'static [&'static str] {
    match end {
        "referral" => &["area:={area.own}"],
        "tries" => &["tried_note?=Ringet"],
        "closure" => &["reason:=no_contact", "close_note?=Intet svar"],
        _ => &[],
    }
}

/// A sample, a consent to interviews, and what somebody says who was invited.
pub fn interview(path: &str, end: &str) -> &'static [&'static str] {
    match end {
        "interviews" => SAMPLE,
        "invitations" | "withdrawal" => &[],
        "interview" | "interview-consent" => &["on_day:=4", "on_month:=3", "on_year:=2026"],
        _ if path.starts_with("/interview") => &["says:=yes", "wishes?=Ring om aftenen"],
        _ => &[],
    }
}

const SAMPLE: &[&str] = &[
    "from_on_day:=1",
    "from_on_month:=1",
    "from_on_year:=2026",
    "to_on_day:=4",
    "to_on_month:=3",
    "to_on_year:=2026",
    "partner:=",
    "completed=2",
    "interrupted:=",
    "mentors:=",
    "contacts:=",
    "seed=forår",
];
