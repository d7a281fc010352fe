//! What somebody might type in the longer forms; of a referral and a mentor what is needed, and what has to make sense.

pub const PERSON: &[&str] =
    &["name=Ida Holm", "email=ida.holm@people.example", "role:=staff", "partner:=", "language:=da"];
pub const PARTNER: &[&str] = &[
    "name=Helhedsplanen Nord",
    "town?=Køge",
    "postcode?=4600",
    "contact_name?=Nora Lund",
    "contact_email?=nora@people.example",
    "municipality_phone?=33 11 22 33",
];
pub const PROJECT: &[&str] = &[
    "name=Projekt Nord",
    "starts_on_day:=1",
    "starts_on_month:=1",
    "starts_on_year:=2026",
    "ends_on_day:=31",
    "ends_on_month:=12",
    "ends_on_year:=2027",
    "target_young_people?=10",
    "target_areas?=2",
    "target_continuing_areas?=1",
    "target_exit_percent?=70",
    "target_twelve_month_percent?=60",
];
pub const MEETING: &[&str] = &[
    "attendance:=held",
    "held_on_day:=1",
    "held_on_month:=3",
    "held_on_year:=2026",
    "minutes?=60",
    "channel:=in_person",
    "note?=Vi skrev et CV",
];
pub const PLANNED: &[&str] = &[
    "tapped_on:=",
    "tapped_at:=",
    "day_day:=11",
    "day_month:=3",
    "day_year:=2026",
    "hour=16.30",
    "minutes=60",
    "channel:=in_person",
    "version:=0",
];
pub const MENTOR: &[&str] = &[
    "name=Karen Holm",
    "email=karen.holm@people.example",
    "phone?=20 30 40 50",
    "birth_year?=1970",
    "occupation=it-udvikler",
    "industries:=DB25:62",
    "further_industry:=",
    "industries_shown:=yes",
    "languages:=da",
    "further_language:=",
    "times:=tue_evening",
    "max_km?=30",
    "seats:=1",
    "consent:=yes",
    "version:=0",
];
pub const REFERRAL: &[&str] = &[
    "referrer:=",
    "area:={area.own}",
    "name=Amira Hassan",
    "birth_date_day:=24",
    "birth_date_month:=11",
    "birth_date_year:=2006",
    "phone?=20 30 40 51",
    "email?=amira@people.example",
    "languages:=da",
    "further_language:=",
    "guardian_shown:=",
    "guardian_name?=Halima Hassan",
    "guardian_phone?=20 30 40 52",
    "wish=Noget med computere",
    "industries:=DB25:62",
    "further_industry:=",
    "no_industry:=",
    "needs:=job",
    "times:=tue_evening",
    "mentor_max_km?=30",
    "musts:=distance",
    "knows_course:=yes",
    "consent:=2",
    "consented_on_day:=2",
    "consented_on_month:=3",
    "consented_on_year:=2026",
    "survey_consent:=yes",
    "amend_reason=Hun ringede",
    "version:=0",
];
pub const ENQUIRY: &[&str] = &[
    "id:={random}",
    "asking:=other",
    "asker_name=Hanne Holm",
    "asker_relation:=parent",
    "asker_phone?=20 30 40 53",
    "asker_email?=hanne@people.example",
    "first_name=Bilal",
    "age=16",
    "phone?=20 30 40 54",
    "email?=bilal@people.example",
    "contact_preference:=",
    "place=Køge Nord",
    "wish=Noget med biler",
    "guardian_name=Hanne Holm",
    "guardian_phone=20 30 40 53",
    "guardian_later:=",
    "consent:=yes",
];
pub const COURSE_PAUSE: &[&str] = &[
    "from_on_day:=2",
    "from_on_month:=3",
    "from_on_year:=2026",
    "until_on_day:=",
    "until_on_month:=",
    "until_on_year:=",
    "reason=Ferie",
];
pub const MENTOR_PAUSE: &[&str] = &[
    "from_day:=4",
    "from_month:=3",
    "from_year:=2026",
    "until_day:=",
    "until_month:=",
    "until_year:=",
    "pause_reason?=Ferie",
];
pub const PASSWORD: &[&str] = &["password*=en lang adgangskode 7", "again*=en lang adgangskode 7"];
pub const ADMINISTRATOR: &[&str] =
    &["name=Ida Holm", "email=ida@people.example", "password*=en lang adgangskode 7", "again*=en lang adgangskode 7"];
pub const ABSENCE: &[&str] = &[
    "from_on_day:=9",
    "from_on_month:=3",
    "from_on_year:=2026",
    "until_on_day:=12",
    "until_on_month:=3",
    "until_on_year:=2026",
    "deputy:={user.invited}",
];

pub const AGREEMENT: &[&str] = &[
    "kind:=self_financed",
    "signed_on_day:=1",
    "signed_on_month:=2",
    "signed_on_year:=2026",
    "starts_on_day:=1",
    "starts_on_month:=3",
    "starts_on_year:=2026",
    "ends_on_day:=31",
    "ends_on_month:=12",
    "ends_on_year:=2027",
    "expected_young_people:=12",
];
pub const TODAY: &[&str] =
    &["until_on_day:=11", "until_on_month:=3", "until_on_year:=2026", "reason:=agreed", "responsible:=", "page:=2"];
