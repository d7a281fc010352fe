//! The pages of the line that a young person goes along: referral, proposal, course, survey.

use poem::{Route, get, post};

use crate::{
    course, matching, questionnaire, reason, referral, survey, timeline,
    turnstile::SEARCHES,
    web::{costly, without_data},
};

/// Young people put forward: typed, sent, answered, merged.
pub fn referrals(pages: Route) -> Route {
    use crate::note::handlers as note;
    use referral::{
        amending::handlers as amending, intake::handlers as intake, interest::handlers as interest,
        journal::handlers as journal, merging::handlers as merging, preparation::handlers as preparation,
        ways::handlers as ways,
    };
    pages
        .at("/referrals", get(referral::list::handlers::list))
        .at("/referrals/new", get(intake::new_form))
        .at("/referrals/drafts/:id", get(intake::draft_form).post(intake::save))
        .at("/referrals/drafts/:id/typed", post(intake::save_typed))
        .at("/referrals/drafts/:id/wish", post(intake::read_wish))
        .at("/referrals/drafts/:id/check", get(intake::check_page).post(intake::check))
        .at("/referrals/drafts/:id/submission", post(intake::send))
        .at("/referrals/drafts/:id/removal", post(intake::discard))
        .at("/referrals/:id", get(journal::show))
        .at("/referrals/:id/receipt", get(intake::receipt))
        .at("/referrals/:id/amendment", get(amending::amend_form).post(amending::amend))
        .at("/referrals/:id/amend", get(amending::moved))
        .at("/referrals/:id/acceptance", post(journal::accept))
        .at("/referrals/:id/fit", post(journal::judge_fit))
        .at("/referrals/:id/question", post(journal::ask))
        .at("/referrals/:id/reply", post(journal::reply))
        .at("/referrals/:id/refusal", post(journal::decline))
        .at("/referrals/:id/withdrawal", post(journal::withdraw))
        .at("/referrals/:id/consents", post(journal::give_consent))
        .at("/referrals/:id/consents/withdrawal", post(journal::withdraw_consent))
        .at("/referrals/:id/opt-outs/:opt_out", post(journal::switch_on))
        .at("/referrals/:id/ways/:way", post(journal::try_way))
        .at("/referrals/:id/text-answers/settlement", post(journal::settle_texts))
        .at("/referrals/:id/status-replies", post(journal::write_reply))
        .at("/referrals/:id/status-replies/settlement", post(journal::settle_replies))
        .at("/referrals/:id/status-updates/:update/removal", post(course::follow_up::handlers::take_sentence_back))
        .at("/referrals/:id/report", get(course::report::handlers::report))
        .at("/referrals/:id/unnamed", get(timeline::unnamed::handlers::show))
        .at("/referrals/:id/talk", post(journal::talked))
        .at("/referrals/:id/interest", post(journal::confirm_interest))
        .at("/referrals/:id/interest/question", post(journal::ask_interest))
        .at("/still/thanks", without_data(get(interest::thanks_yes)))
        .at("/still/no-thanks", without_data(get(interest::thanks_no)))
        .at("/still/:token", get(interest::still_wanted_form).post(interest::still_wanted_answer))
        .at("/referrals/:id/preparation", post(preparation::done))
        .at("/prepare", without_data(get(preparation::show)))
        .at("/prepare/:token", get(preparation::show_linked).post(preparation::read_linked))
        .at("/referrals/:id/closure", post(journal::close))
        .at("/referrals/:id/reopening", post(journal::reopen))
        .at("/consents", get(referral::consents::handlers::list))
        .at("/young-people/:id", get(timeline::handlers::show))
        .at("/young-people/:id/notes", post(note::create))
        .at("/young-people/:id/notes/new", get(note::new_form))
        .at("/young-people/:id/notes/:note", get(note::edit_form).post(note::edit))
        .at("/young-people/:id/notes/:note/pin", post(note::put_on_top))
        .at("/young-people/:id/ways", get(ways::all).post(ways::add))
        .at("/young-people/:id/ways/dead-number", post(ways::dead_number))
        .at("/young-people/:id/ways/:way/confirmation", post(ways::confirm))
        .at("/young-people/:id/ways/:way/removal", post(ways::remove))
        .at("/young-people/:id/merge", get(merging::merge_page).post(merging::merge))
        .at("/young-people/:id/separation", post(merging::separate))
}

/// From a waiting referral to a begun course, and what follows a no.
pub fn proposals(pages: Route) -> Route {
    use matching::stand_in::handlers as stand_in;
    pages
        .at("/mentor", get(matching::handlers::mentor_home))
        .at(
            "/referrals/:id/match",
            costly(&SEARCHES, get(matching::handlers::match_page).post(matching::handlers::propose)),
        )
        .at("/courses/:id/match", get(matching::handlers::made))
        .at("/courses/:id/stand-in", costly(&SEARCHES, get(stand_in::show).post(stand_in::name_one)))
        .at("/courses/:id/stand-in/:stand_in", costly(&SEARCHES, post(stand_in::shorten)))
        .at("/courses/:id/stand-in/:stand_in/ending", post(stand_in::end))
        .at("/mentors/:id/match", costly(&SEARCHES, get(matching::handlers::suited_page)))
        .at("/referrals/:id/match/relaxation", costly(&SEARCHES, post(matching::handlers::relax_must)))
        .at("/referrals/:id/mentor", get(matching::handlers::partner_form).post(matching::handlers::partner_answer))
        .at("/proposals", get(matching::list::handlers::all))
        .at("/proposals/:id", get(matching::handlers::show))
        .at("/proposal/thanks", without_data(get(matching::handlers::linked_thanks)))
        .at("/proposal/:token", get(matching::handlers::show_linked).post(matching::handlers::open_linked))
        .at("/proposal/:token/card", get(matching::handlers::linked_card).post(matching::handlers::answer_linked))
        .at("/proposals/:id/acceptance", post(matching::handlers::accept))
        .at("/proposals/:id/refusal", post(matching::handlers::decline))
        .at("/proposals/:id/question", post(matching::handlers::ask))
        .at("/proposals/:id/answer", post(matching::handlers::answer_question))
        .at("/proposals/:id/withdrawal", post(matching::handlers::withdraw))
        .at("/proposals/:id/mentee-acceptance", post(matching::handlers::accept_for_mentee))
        .at("/proposals/:id/mentee-refusal", post(matching::handlers::decline_for_mentee))
        .at("/proposals/:id/link", post(matching::handlers::make_link))
        .at("/reasons", get(reason::handlers::all))
        .at("/reasons/:code", get(reason::handlers::show).post(reason::handlers::edit))
        .at("/reasons/:code/default", post(reason::handlers::back_to_default))
        .at("/yes/thanks", without_data(get(matching::handlers::thanks_yes)))
        .at("/yes/no-thanks", without_data(get(matching::handlers::thanks_no)))
        .at("/yes/:token", get(matching::handlers::mentee_form).post(matching::handlers::mentee_answer))
}

/// The pages of a course while it runs.
pub fn courses(pages: Route) -> Route {
    use course::advice::handlers as advice;
    use course::agreement::handlers as agreement;
    use course::expectations::handlers as expectations;
    use course::meeting::handlers as meeting;
    use course::my_course::handlers as my_course;
    use course::schedule::handlers as schedule;
    pages
        .at("/courses", get(course::handlers::courses))
        .at("/courses/:id", get(course::handlers::course))
        .at("/courses/:id/history", get(course::handlers::history))
        .at("/courses/:id/advice", get(advice::show).post(advice::ask_for))
        .at("/courses/:id/advice/:advice", post(advice::give))
        .at("/advice/:token", get(advice::show_linked).post(advice::ask_linked))
        .at("/advised/:token", get(advice::show_advised).post(advice::go_on))
        .at("/advised/:token/read", get(advice::read_advised))
        .at("/my-mentor/:token", get(course::my_mentor::handlers::show))
        .at("/my-course/:token", get(my_course::show).post(my_course::go_on))
        .at("/my-course/:token/open", get(my_course::show_open).post(my_course::take_meeting))
        .at(
            "/my-course/:token/open/expectations",
            get(expectations::my_course_form).post(expectations::my_course_answer),
        )
        .at(
            "/my-course/:token/open/meetings/:meeting_id",
            get(my_course::correct_form).post(my_course::correct_meeting),
        )
        .at("/my-course/:token/open/meetings/:meeting_id/removal", post(my_course::remove_meeting))
        .at("/my-course/:token/open/planned", post(my_course::plan))
        .at("/my-course/:token/open/planned/new", get(my_course::plan_form))
        .at("/my-course/:token/open/planned/:planned", get(my_course::change_form).post(my_course::change))
        .at("/my-course/:token/open/planned/:planned/calendar.ics", get(my_course::calendar_file))
        .at("/my-course/:token/open/planned/:planned/cancellation", post(my_course::call_off))
        .at("/my-course/:token/open/planned/:planned/answer", post(my_course::answer))
        .at("/my-course/:token/ending", post(my_course::end_linked))
        .at("/courses/:id/my-course/ending", post(my_course::end))
        .at("/courses/:id/expectations", post(expectations::mentors_answer))
        .at("/courses/:id/expectations/again", post(expectations::ask_again))
        .at("/courses/:id/expectations/new", get(expectations::mentors_form))
        .at("/expectations/:token", get(expectations::show_linked).post(expectations::go_on))
        .at("/expectations/:token/answer", get(expectations::linked_form).post(expectations::linked_answer))
        .at("/courses/:id/agreement", get(agreement::agreement_form).post(agreement::save_agreement))
        .at("/courses/:id/agreements", get(agreement::list_versions))
        .at("/courses/:id/agreements/:version/confirmation", post(agreement::confirm_own))
        .at("/agreed/:token", get(agreement::show_linked).post(agreement::confirm_linked))
        .at("/agreed/:token/read", get(agreement::read_linked).post(agreement::confirm_linked))
        .at("/courses/:id/goals", post(agreement::add_goal))
        .at("/courses/:id/goals/:goal_id", post(agreement::reach_goal))
        .at("/courses/:id/goals/:goal_id/removal", post(agreement::remove_goal))
        .at("/courses/:id/meetings", post(meeting::create))
        .at("/courses/:id/meetings/new", get(meeting::new_form))
        .at("/courses/:id/meetings/today", post(meeting::met_today))
        .at("/courses/:id/meetings/:meeting_id", get(meeting::edit_form).post(meeting::edit))
        .at("/courses/:id/meetings/:meeting_id/removal", post(meeting::remove))
        .at("/courses/:id/pause", get(schedule::pause_form).post(schedule::pause_course))
        .at("/courses/:id/resumption", post(schedule::resume_course))
        .at("/courses/:id/extension", get(schedule::extension_form).post(schedule::extend_course))
}

/// What somebody is worried about in a course.
pub fn concerns(pages: Route) -> Route {
    use course::concern::handlers as concern;
    pages
        .at("/concerns", get(concern::list))
        .at("/concerns/:id", get(concern::show))
        .at("/concerns/:id/receipt", post(concern::take_it))
        .at("/concerns/:id/closure", post(concern::close_it))
        .at("/concerns/:id/stop", post(concern::stop_contact))
        .at("/concerns/:id/resumption", post(concern::lift_stop))
        .at("/courses/:id/concerns", post(concern::of_course_raise))
        .at("/courses/:id/concerns/new", get(concern::of_course_form))
        .at("/referrals/:id/concerns", post(concern::of_referral_raise))
        .at("/referrals/:id/concerns/new", get(concern::of_referral_form))
        .at("/concern/thanks", without_data(get(concern::thanks)))
        .at("/concern/:token", get(concern::linked_form).post(concern::linked_raise))
}

/// Meetings that are agreed, the young person's page of them, and feeds for calendars.
pub fn planned_meetings(pages: Route) -> Route {
    use course::planned::handlers as planned;
    pages
        .at("/courses/:id/planned", post(planned::create))
        .at("/courses/:id/planned/new", get(planned::new_form))
        .at("/courses/:id/planned/:planned", get(planned::edit_form).post(planned::edit))
        .at("/courses/:id/planned/:planned/calendar.ics", get(planned::calendar_file))
        .at("/courses/:id/planned/:planned/cancellation", post(planned::cancel_meeting))
        .at("/courses/:id/planned/:planned/answer", post(planned::answer))
        .at("/meeting/:token", get(planned::show_linked))
        .at("/meeting/:token/calendar.ics", get(planned::linked_calendar_file))
        .at("/calendar/:token", get(planned::feed_of_meetings))
}

/// Whether the two of a course met, and who has fallen silent: links of those who are asked, and what staff find out.
pub fn meeting_questions(pages: Route) -> Route {
    use course::did_you_meet::handlers as did_you_meet;
    use course::silence::handlers as silence;
    pages
        .at("/met/thanks", without_data(get(did_you_meet::thanks)))
        .at("/met/not-me", without_data(get(did_you_meet::not_me)))
        .at("/met/:token", get(did_you_meet::show).post(did_you_meet::take_answer))
        .at("/met/:token/answer", get(did_you_meet::show_question).post(did_you_meet::take_answer))
        .at("/there/thanks", without_data(get(silence::thanks)))
        .at("/there/thanks/call", without_data(get(silence::thanks_for_calling)))
        .at("/there/:token", get(silence::show).post(silence::take_answer))
        .at("/there/:token/answer", get(silence::show_question).post(silence::take_answer))
        .at("/referrals/:id/silence", get(silence::referrer_form).post(silence::referrer_answer))
        .at("/courses/:id/silence/:step", post(silence::done))
        .at("/courses/:id/questions/:question", post(did_you_meet::answer_own))
        .at("/courses/:id/questions/:question/settlement", post(did_you_meet::settle))
}

/// The ending of a course, and what can follow it.
pub fn course_endings(pages: Route) -> Route {
    use course::ending::handlers as ending;
    use course::onward::handlers as onward;
    pages
        .at("/courses/:id/ending", get(ending::ending_form).post(ending::end_course))
        .at("/courses/:id/onward-plan", get(onward::show).post(onward::write))
        .at("/courses/:id/onward-plan/waiver", post(onward::need_none))
        .at("/onward/thanks", without_data(get(onward::thanks)))
        .at("/onward/:token", get(onward::show_linked).post(onward::go_on))
        .at("/onward/:token/answer", get(onward::show_form).post(onward::take_answer))
        .at("/courses/:id/class", get(ending::decision_form).post(ending::decide))
        .at("/courses/:id/reopening", get(ending::reopening_form).post(ending::reopen))
        .at("/courses/:id/rematch", get(ending::rematch_form).post(ending::want_rematch))
        .at("/courses/:id/closure", post(ending::close_referral))
        .at("/courses/:id/certificate", get(course::handlers::certificate))
}

/// What each side says of a course that is over, and of what changes while it runs.
pub fn exits(pages: Route) -> Route {
    use questionnaire::handlers as exit;
    pages
        .at("/courses/:id/exit", get(exit::show))
        .at("/courses/:id/exit/:side", get(exit::phone_form).post(exit::write_down))
        .at("/courses/:id/progress", get(exit::show_progress))
        .at("/courses/:id/progress/:side", get(exit::progress_phone_form).post(exit::write_progress_down))
        .at("/exit/thanks", without_data(get(exit::thanks)))
        .at("/exit/:token", get(exit::show_linked).post(exit::go_on))
        .at("/exit/:token/answer", get(exit::show_form).post(exit::take_answers))
        .at("/exit/:token/answer/:number", get(exit::show_one).post(exit::take_one))
        .at("/survey/:token/more", get(exit::more::show).post(exit::more::go_on))
}

/// Follow-ups: whom staff are to call, and what was said.
pub fn follow_ups(pages: Route) -> Route {
    use course::follow_up::handlers as follow_ups;
    pages
        .at("/follow-ups", get(follow_ups::all))
        .at("/follow-ups/:id", get(follow_ups::show).post(follow_ups::write_down))
        .at("/follow-ups/:id/not-reached", post(follow_ups::close_unreached))
        .at("/follow-ups/:id/status-update", post(follow_ups::tell))
        .at("/follow-ups/:id/tries/:try", get(follow_ups::edit_form).post(follow_ups::edit))
        .at("/follow-ups/:id/tries/:try/step", post(follow_ups::step_done))
}

/// Surveys for staff, and the young person's own link.
pub fn surveys(pages: Route) -> Route {
    pages
        .at("/surveys", get(survey::handlers::all))
        .at("/surveys/:id", get(survey::handlers::show))
        .at("/surveys/:id/answer", post(survey::handlers::record_answer))
        .at("/surveys/:id/answer/removal", post(survey::handlers::take_back_answer))
        .at("/surveys/:id/attempts", post(survey::handlers::add_attempt))
        .at("/surveys/:id/attempts/:attempt/removal", post(survey::handlers::strike_attempt))
        .at("/surveys/:id/not-reached", post(survey::handlers::give_up))
        .at("/surveys/:id/mail", post(survey::handlers::mail_link))
        .at("/surveys/:id/link", post(survey::handlers::show_link))
        .at("/still-here/thanks", without_data(get(survey::quiet_test::handlers::thanks)))
        .at(
            "/still-here/:token",
            get(survey::quiet_test::handlers::show).post(survey::quiet_test::handlers::take_answer),
        )
        .at("/survey/thanks", without_data(get(survey::own::handlers::thanks)))
        .at("/survey/:token", get(survey::own::handlers::own_answer_form).post(survey::own::handlers::own_answer))
}
