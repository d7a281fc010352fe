//! The rules that records keep among each other. Each is one question to the database, which names whoever breaks it.

use sea_orm::{ConnectionTrait, DbErr};

use super::{Findings, damage::all};
use crate::reason;

/// A rule: its sentence, with `{}` for the reference of the record, and the query for the records that break it.
struct Rule {
    sentence: &'static str,
    breaking: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        sentence: "The course {} runs without holding a seat of its mentor.",
        breaking: "SELECT c.reference FROM courses c LEFT JOIN seat_holds h ON h.id = c.seat_hold_id \
             WHERE c.ended_on IS NULL AND (h.id IS NULL OR h.mentor_id <> c.mentor_id)",
    },
    Rule {
        sentence: "The course {} has ended and still holds a seat.",
        breaking: "SELECT reference FROM courses WHERE ended_on IS NOT NULL AND seat_hold_id IS NOT NULL",
    },
    Rule {
        sentence: "An open proposal for the referral {} holds no seat of its mentor.",
        breaking: "SELECT r.reference FROM proposals p JOIN referrals r ON r.id = p.referral_id \
             LEFT JOIN seat_holds h ON h.id = p.seat_hold_id \
             WHERE p.closed_at IS NULL AND (h.id IS NULL OR h.mentor_id <> p.mentor_id)",
    },
    Rule {
        sentence: "A closed proposal for the referral {} still holds a seat.",
        breaking: "SELECT r.reference FROM proposals p JOIN referrals r ON r.id = p.referral_id \
             WHERE p.closed_at IS NOT NULL AND p.seat_hold_id IS NOT NULL",
    },
    Rule {
        sentence: "A seat of the mentor {} is held by nobody.",
        breaking: "SELECT m.reference FROM seat_holds h JOIN mentors m ON m.id = h.mentor_id \
             WHERE NOT EXISTS (SELECT 1 FROM courses c WHERE c.seat_hold_id = h.id) \
             AND NOT EXISTS (SELECT 1 FROM proposals p WHERE p.seat_hold_id = h.id)",
    },
    Rule {
        sentence: "One seat is held by the course {} and by a proposal.",
        breaking: "SELECT c.reference FROM courses c JOIN proposals p ON p.seat_hold_id = c.seat_hold_id",
    },
    Rule {
        sentence: "The mentor {} has two holds of one seat, or more holds than seats.",
        breaking: "SELECT m.reference FROM mentors m WHERE \
             (SELECT count(*) FROM seat_holds h WHERE h.mentor_id = m.id) > (SELECT count(*) FROM seats s WHERE s.mentor_id = m.id) \
             OR EXISTS (SELECT 1 FROM seat_holds h WHERE h.mentor_id = m.id GROUP BY h.number HAVING count(*) > 1)",
    },
    Rule {
        sentence: "The seats of the mentor {} are not numbered from 1 without a gap.",
        breaking: "SELECT m.reference FROM mentors m JOIN seats s ON s.mentor_id = m.id \
             GROUP BY m.reference HAVING max(s.number) <> count(*) OR min(s.number) <> 1",
    },
    Rule {
        sentence: "The course {} ended before it was matched.",
        breaking: "SELECT reference FROM courses WHERE ended_on < matched_on",
    },
    Rule {
        sentence: "The course {} was planned to end before it was matched.",
        breaking: "SELECT reference FROM courses WHERE planned_end_on < matched_on",
    },
    Rule {
        sentence: "The course {} is a rematch of a course of another referral.",
        breaking: "SELECT c.reference FROM courses c JOIN courses b ON b.id = c.rematch_of WHERE b.referral_id <> c.referral_id",
    },
    Rule {
        sentence: "The course {} is a rematch of a course that had not ended.",
        breaking: "SELECT c.reference FROM courses c JOIN courses b ON b.id = c.rematch_of \
             WHERE b.id = c.id OR b.ended_on IS NULL OR b.ended_on > c.matched_on",
    },
    Rule {
        sentence: "The course {} is followed by more than one rematch.",
        breaking: "SELECT b.reference FROM courses b WHERE \
             (SELECT count(*) FROM courses c WHERE c.rematch_of = b.id) > 1",
    },
    Rule {
        sentence: "The referral {} has more than one running course.",
        breaking: "SELECT r.reference FROM referrals r WHERE \
             (SELECT count(*) FROM courses c WHERE c.referral_id = r.id AND c.ended_on IS NULL) > 1",
    },
    Rule {
        sentence: "The referral {} has more than one open proposal.",
        breaking: "SELECT r.reference FROM referrals r WHERE \
             (SELECT count(*) FROM proposals p WHERE p.referral_id = r.id AND p.closed_at IS NULL) > 1",
    },
    Rule {
        sentence: "A meeting of the course {} lies outside it.",
        breaking: "SELECT DISTINCT c.reference FROM meetings m JOIN courses c ON c.id = m.course_id \
             WHERE m.held_on < c.matched_on OR m.held_on > c.ended_on",
    },
    Rule {
        sentence: "The class of the course {} is overridden without a reason.",
        breaking: "SELECT reference FROM courses WHERE class_override IS NOT NULL AND coalesce(override_reason, '') = ''",
    },
    Rule {
        sentence: "The course {} has two surveys of one kind.",
        breaking: "SELECT c.reference FROM courses c JOIN surveys s ON s.course_id = c.id \
             GROUP BY c.reference, s.kind HAVING count(*) > 1",
    },
    Rule {
        sentence: "The referral {} belongs to a person who was merged into another.",
        breaking: "SELECT r.reference FROM referrals r JOIN young_people y ON y.id = r.young_person_id \
             WHERE y.merged_into IS NOT NULL",
    },
    Rule {
        sentence: "The referral {} is over, and a talk with the partner is still asked for.",
        breaking: "SELECT reference FROM referrals WHERE talk_asked_on IS NOT NULL \
             AND (withdrawn_on IS NOT NULL OR closed_on IS NOT NULL)",
    },
    Rule {
        sentence: "A pair of the referral {} rests although nobody said no.",
        breaking: "SELECT r.reference FROM proposals p JOIN referrals r ON r.id = p.referral_id \
             WHERE p.rests_until IS NOT NULL AND p.declined_at IS NULL",
    },
    Rule {
        sentence: "The mentor {} signs in as somebody of another role.",
        breaking: "SELECT m.reference FROM mentors m JOIN users u ON u.id = m.user_id WHERE u.role <> 'mentor'",
    },
    Rule {
        sentence: "A message of the kind {} has arrived or ended, and is still to be tried.",
        breaking: "SELECT DISTINCT kind FROM messages WHERE next_try_at IS NOT NULL \
             AND (accepted_at IS NOT NULL OR unwanted_at IS NOT NULL OR given_up_at IS NOT NULL)",
    },
    Rule {
        sentence: "A message of the kind {} has left, and nobody knows to whom.",
        breaking: "SELECT DISTINCT kind FROM messages WHERE handing_over_at IS NOT NULL AND addressee_id IS NULL",
    },
    Rule {
        sentence: "Somebody who does not work here is responsible for something of the kind {}.",
        breaking: "SELECT DISTINCT r.thing FROM responsibilities r JOIN users u ON u.id = r.user_id \
             WHERE r.until IS NULL AND (u.disabled_at IS NOT NULL OR u.role NOT IN ('staff', 'administrator'))",
    },
    Rule {
        sentence: "Somebody is responsible for something of the kind {} that is not there.",
        breaking: "SELECT DISTINCT r.thing FROM responsibilities r \
             WHERE NOT EXISTS (SELECT 1 FROM partners p WHERE p.id = r.thing_id AND r.thing = 'partner') \
             AND NOT EXISTS (SELECT 1 FROM referrals f WHERE f.id = r.thing_id AND r.thing = 'referral') \
             AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.id = r.thing_id AND r.thing = 'course') \
             AND NOT EXISTS (SELECT 1 FROM mentors m WHERE m.id = r.thing_id AND r.thing = 'mentor')",
    },
    Rule {
        sentence: "Two stand in for the mentor of the course {} on one day.",
        breaking: "SELECT DISTINCT c.reference FROM stand_ins a JOIN stand_ins b ON b.course_id = a.course_id AND b.id > a.id \
             JOIN courses c ON c.id = a.course_id WHERE a.ended_at IS NULL AND b.ended_at IS NULL \
             AND a.from_on <= b.until_on AND b.from_on <= a.until_on",
    },
    Rule {
        sentence: "The mentor of the course {} stands in for themselves.",
        breaking: "SELECT DISTINCT c.reference FROM stand_ins s JOIN courses c ON c.id = s.course_id \
             WHERE s.mentor_id = c.mentor_id AND s.ended_at IS NULL",
    },
    Rule {
        sentence: "Somebody of the role {} is away twice on one day.",
        breaking: "SELECT DISTINCT u.role FROM absences a JOIN absences b ON b.user_id = a.user_id AND b.id > a.id \
             JOIN users u ON u.id = a.user_id WHERE a.from_on <= b.until_on AND b.from_on <= a.until_on \
             AND (a.ended_on IS NULL OR (a.ended_on > b.from_on AND a.ended_on > a.from_on)) \
             AND (b.ended_on IS NULL OR (b.ended_on > a.from_on AND b.ended_on > b.from_on))",
    },
];

pub async fn find(db: &impl ConnectionTrait, findings: &mut Findings) -> Result<(), DbErr> {
    for rule in RULES {
        let mut references = Vec::new();
        for row in all(db, rule.breaking).await? {
            references.push(row.try_get_by_index::<String>(0)?);
        }
        references.sort();
        findings.wrong.extend(references.iter().map(|reference| rule.sentence.replace("{}", reference)));
    }
    let strangers = reason::strangers(db).await?;
    let told = |reason: String| format!("What follows {reason} is declared, and nobody knows that reason.");
    findings.wrong.extend(strangers.into_iter().map(told));
    Ok(())
}
