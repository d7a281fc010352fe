//! Schemes as files: those of the repository, and made-up ones.

use std::path::PathBuf;

use brobyg::{
    exchange::{File, files_of},
    form::is_name,
};
use chrono::{Days, NaiveDate};

/// The files of a folder of `tests/fixtures`.
pub fn folder(name: &str) -> Vec<File> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    files_of(&[path]).unwrap()
}

/// Words that files and spreadsheets stumble over.
const ODD: [&str; 22] = [
    "Søren Ask",
    "Anne \"Mie\" Ø.",
    "O'Neill, Pat",
    "'citeret'",
    "=HYPERLINK(\"http://x.example\")",
    "'=cmd",
    "''=cmd",
    " \"=1+1",
    "＝1+1",
    "-5",
    "@hjem",
    "+45 60 00 00 01",
    "første linje\r\nanden linje",
    "en\nto",
    "med\ttab",
    "a;b;c",
    "张伟",
    "محمد علي",
    "👩🏽‍🦱 Emma",
    "A\u{30a}se",
    "\u{202e}bagvendt",
    "x",
];

/// The same numbers for the same seed, always.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// The value, or nothing, as where it is not known.
    fn maybe(&mut self, value: &str) -> String {
        if self.below(3) == 0 { String::new() } else { value.to_owned() }
    }

    fn odd(&mut self) -> String {
        self.one(&ODD).to_owned()
    }

    /// One of the odd words that may be the name of a person.
    fn odd_name(&mut self) -> String {
        let names: Vec<&str> = ODD.into_iter().filter(|word| is_name(word)).collect();
        self.one(&names).to_owned()
    }

    fn after(&mut self, day: NaiveDate, least: usize, most: usize) -> NaiveDate {
        day + Days::new((least + self.below(most - least)) as u64)
    }
}

/// A scheme of so many referrals with odd words in it, all else right.
pub fn made_up(seed: usize, referrals: usize) -> Vec<File> {
    let mut scheme = Scheme { dice: Dice(seed as u64), tables: Default::default() };
    scheme.places();
    let mut seats = vec![0; referrals / 3 + 1];
    for number in 0..referrals {
        scheme.referral(number, &mut seats);
    }
    scheme.mentors(&seats);
    let names =
        ["partners", "housing_areas", "mentors", "referrals", "courses", "meetings", "surveys", "contact_attempts"];
    names.iter().zip(&scheme.tables).map(|(name, rows)| file(name, rows)).collect()
}

fn file(name: &str, rows: &[Vec<String>]) -> File {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = std::fs::read_to_string(
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/sound/{name}.csv")),
    );
    writer.write_record(header.unwrap().lines().next().unwrap().split(',')).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    File { name: format!("{name}.csv"), bytes: writer.into_inner().unwrap() }
}

struct Scheme {
    dice: Dice,
    tables: [Vec<Vec<String>>; 8],
}

fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).into()
}

impl Scheme {
    fn places(&mut self) {
        for number in 0..4 {
            let (partner, contact) = (format!("{} {number}", ODD[number * 4]), self.dice.odd_name());
            let (town, email) = (self.dice.odd(), self.dice.maybe("plan@partner.example"));
            let postcode = self.dice.maybe("4600");
            self.tables[0].push(cells([&partner, &town, &postcode, &contact, &email]));
            self.tables[1].push(cells([&format!("Område {number}"), &partner]));
        }
    }

    fn mentors(&mut self, seats: &[usize]) {
        for (number, seats) in seats.iter().enumerate() {
            let status = if *seats == 0 { self.dice.one(&["applicant", "left", "paused"]) } else { "active" };
            let approved = if status == "applicant" { "" } else { "2017-05-05" };
            let (id, seats, year) = (format!("M{number}"), (seats + 1).to_string(), self.dice.maybe("1970"));
            let (name, employer, keywords) = (self.dice.odd_name(), self.dice.odd(), self.dice.odd());
            let (town, strengths, gender) = (self.dice.odd(), self.dice.odd(), self.dice.maybe("other"));
            let phone = self.dice.one(&["", "+45 60 00 00 01", "+46701234567", "60000002"]);
            let industries = self.dice.one(&["DB07:43", "DB25:62.10;DB07:56", "DB07:86.90.90"]);
            let trained = self.dice.maybe("2017-06-01");
            self.tables[2].push(cells([
                &id,
                &name,
                "mentor@mentor.example",
                phone,
                &year,
                &gender,
                "tømrer",
                &employer,
                industries,
                &keywords,
                &town,
                "8000",
                "da;so",
                &seats,
                &strengths,
                "",
                status,
                approved,
                &trained,
            ]));
        }
    }

    fn referral(&mut self, number: usize, seats: &mut [usize]) {
        let (id, place) = (format!("R{number:04}"), self.dice.below(4));
        let referred = self.dice.after(NaiveDate::from_ymd_opt(2018, 8, 1).unwrap(), 0, 1000);
        let status = self.dice.one(&["waiting", "started", "started", "started", "not_started"]);
        let closed = if status == "not_started" { self.dice.after(referred, 0, 90).to_string() } else { String::new() };
        let reason = if status == "not_started" { self.dice.one(&["", "moved", "other"]) } else { "" };
        let partner = self.tables[0][place][0].clone();
        let (name, wish) = (self.dice.odd_name(), self.dice.odd());
        let (phone, email) = (self.dice.maybe("+45 50 00 00 01"), self.dice.maybe("ung@ung.example"));
        let (clarity, consented) = (self.dice.maybe("clear"), self.dice.maybe(&referred.to_string()));
        self.tables[3].push(cells([
            &id,
            &partner,
            &format!("Område {place}"),
            "",
            &referred.to_string(),
            &format!("Y{number}"),
            &name,
            "2000-02-29",
            "",
            &phone,
            &email,
            "da",
            "",
            &wish,
            &clarity,
            &consented,
            status,
            reason,
            &closed,
        ]));
        if status == "started" {
            self.courses(&id, referred, seats);
        }
    }

    /// One course, or two of which the second is a rematch.
    fn courses(&mut self, referral: &str, referred: NaiveDate, seats: &mut [usize]) {
        let (mut before, mut from) = (String::new(), referred);
        for number in 0..=self.dice.below(2) {
            let id = format!("C{}-{number}", &referral[1..]);
            let mentor = self.dice.below(seats.len());
            seats[mentor] += 1;
            let (matched, status) =
                (self.dice.after(from, 1, 40), self.dice.one(&["active", "completed", "interrupted", "ended_early"]));
            let ended = self.dice.after(matched, 40, 300);
            let reason = if status == "interrupted" { "no_contact" } else { "" };
            let (end, goal) = (if status == "active" { String::new() } else { ended.to_string() }, self.dice.odd());
            self.tables[4].push(cells([
                &id,
                referral,
                &format!("M{mentor}"),
                &matched.to_string(),
                &end,
                status,
                reason,
                &before,
                &goal,
            ]));
            self.happenings(&id, matched, ended, status);
            if status == "active" {
                return;
            }
            (before, from) = (id, ended);
        }
    }

    fn happenings(&mut self, course: &str, matched: NaiveDate, ended: NaiveDate, status: &str) {
        let held = if status == "interrupted" { self.dice.below(3) } else { 3 + self.dice.below(4) };
        for number in 0..held {
            let day = (matched + Days::new(number as u64 * 5)).to_string();
            let (minutes, channel) = (self.dice.maybe("60"), self.dice.one(&["", "in_person", "video"]));
            self.tables[5].push(cells([course, &day, &minutes, channel, "held"]));
        }
        // Two on one day: the second one is another one.
        let day = matched.to_string();
        self.tables[5].push(cells([course, &day, "", "phone", "mentee_no_show"]));
        if status != "active" {
            let due = ended.to_string();
            let answer = self.dice.one(&["", "job", "declined", "dont_know"]);
            self.tables[6].push(cells([course, "exit", &due, if answer.is_empty() { "" } else { &due }, answer]));
            self.tables[7].push(cells([course, "exit", &due, "phone", "no_answer"]));
            self.tables[7].push(cells([course, "exit", &due, "sms", "answered"]));
        }
    }
}
