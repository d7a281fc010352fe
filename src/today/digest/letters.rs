//! The letters of the week. The subject of each is the id of whoever signs in, of the mentor, or of the partner.

use super::{mentor::mentor, partner::partner, referrer::referrer, staff::staff};
use crate::message::letters;

letters! {
    DIGEST_STAFF = "digest_staff", "/admin/people", staff
        when "it is Monday, and something waits in the hands of one of staff",
        so that "they see what the week begins with, and what is late",
        says {
            Mail to [User]: "digest-staff-subject", "digest-staff-lead", "digest-line", "digest-line-overdue",
                "digest-staff-link";
        },
        as Digest, unsubscribe OneClick,
        quiet Waits, useless after Days(2), if unknown Asked;
    DIGEST_REFERRER = "digest_referrer", "/admin/people", referrer
        when "it is Monday, and something waits for a referrer or has changed in the week before",
        so that "they know how it goes for those whom they referred, without looking each of them up",
        says {
            Mail to [User]: "digest-referrer-subject", "digest-referrer-waits", "digest-referrer-changed",
                "digest-referral", "digest-referrer-more", "digest-referrer-link";
        },
        as Digest, unsubscribe OneClick,
        quiet Waits, useless after Days(2), if unknown Asked;
    DIGEST_PARTNER = "digest_partner", "/admin/mail", partner
        when "it is Monday, and something waits for a partner whose contact has no sign-in, or has changed in the week before",
        so that "they know how it goes for those whom they referred, and whom to write to",
        says {
            Mail to [Partner]: "digest-referrer-subject", "digest-referrer-waits", "digest-referrer-changed",
                "digest-referral", "digest-partner-more", "digest-partner-ask",
                "duty-letter-enquiry";
        },
        as Digest, unsubscribe OneClick,
        quiet Waits, useless after Days(2), if unknown Asked;
    DIGEST_MENTOR = "digest_mentor", "/mentors", mentor
        when "it is Monday, a mentor has asked for it, and there is something in the week for them",
        so that "they see their meetings, questions and steps of the week at once",
        says {
            Mail to [Mentor]: "digest-mentor-subject", "digest-mentor-lead", "digest-mentor-meeting",
                "digest-mentor-question", "digest-mentor-step", "digest-mentor-link";
            Sms to [Mentor]: "message-text-digest-mentor";
        },
        as Digest, unsubscribe OneClick,
        quiet Waits, useless after Days(2), if unknown Asked;
}
