//! The pages around the line: signing in, the house's own affairs, mentors, enquiries, words, plans and figures.

use poem::{EndpointExt, Route, get, post};

use crate::{
    about, account, backlog, enquiry, finding, handover, interview, mentor, outcome, partner, planning, referral,
    shortage, today,
    turnstile::{PLANS, REPORTS},
    web::{costly, without_data},
};

/// Signing in, and one's own sign-in.
pub fn accounts(pages: Route) -> Route {
    use account::{
        absences::handlers as absences, calendar_feed::handlers as calendar_feed, handlers as door,
        kept::handlers as kept, opt_out::handlers as opt_out, own::handlers as own, short_link::handlers as short_link,
    };
    pages
        .at("/", without_data(get(own::front)))
        .at("/accessibility", without_data(get(about::handlers::accessibility)))
        .at("/privacy", without_data(get(about::handlers::privacy)))
        .at("/mentor-role", without_data(get(about::handlers::mentor_role)))
        .at("/sign-in", without_data(get(door::sign_in_form).post(door::sign_in)))
        .at("/sign-out", post(door::sign_out))
        .at("/language", post(door::choose_language))
        .at("/kept", get(kept::list).post(kept::put_aside))
        .at("/kept/:id", get(kept::go_on))
        .at("/kept/removal", post(kept::remove))
        .at("/account", get(own::own).post(own::edit_own))
        .at("/account/absences", post(absences::be_away))
        .at("/account/absences/:id/return", post(absences::come_back))
        .at("/account/digest", post(own::edit_digest))
        .at("/account/password", post(own::edit_password))
        .at("/account/calendar", get(calendar_feed::calendar).post(calendar_feed::make_calendar))
        .at("/account/calendar/removal", post(calendar_feed::end_calendar))
        .at("/first-administrator/:token", get(door::first_administrator_form).post(door::create_first_administrator))
        .at("/unsubscribe/:token", get(opt_out::opt_out_form).post(opt_out::opt_out))
        .at("/unsubscribe/:token/return", post(opt_out::opt_in))
        .at("/unsubscribe/texts/:token", get(opt_out::texts_form).post(opt_out::stop_texts))
        .at("/unsubscribe/texts/:token/return", post(opt_out::start_texts))
        .at("/invitations/:token", get(door::invitation_form).post(door::invitation))
        .at("/password", without_data(get(own::forgotten_form).post(own::forgotten)))
        .at("/password/:token", get(door::reset_form).post(door::reset))
        .at("/s/:token", get(short_link::unknown).post(short_link::unknown))
}

/// People and mail, for administrators.
pub fn administration(pages: Route) -> Route {
    use account::{absences::handlers as absences, administration::handlers as desk, people::handlers as people};
    pages
        .at("/admin", get(desk::administration))
        .at("/admin/jobs", get(desk::list_jobs))
        .at("/admin/jobs/:id", post(desk::try_job_again))
        .at("/admin/mail", get(desk::list_mails))
        .at("/admin/mail/:name", get(desk::show_mail))
        .at("/admin/letters/:id", post(desk::try_letter_again))
        .at("/admin/sms", get(account::texts::handlers::list_texts))
        .at("/admin/security", get(account::security::handlers::security))
        .at("/admin/people", get(people::list_people))
        .at("/admin/people/new", get(people::invite_form).post(people::invite))
        .at("/admin/people/:id", get(people::show_person))
        .at("/admin/people/:id/edit", get(people::edit_form).post(people::edit))
        .at("/admin/people/:id/invitation", post(people::invite_again))
        .at("/admin/people/:id/absences", post(absences::be_away_for))
        .at("/admin/people/:id/absences/:absence/return", post(absences::come_back_for))
        .at("/admin/people/:id/disablement", post(people::disable))
        .at("/admin/people/:id/enablement", post(people::enable))
}

/// Partners, areas and projects, for administrators.
pub fn partners(pages: Route) -> Route {
    use partner::projects::handlers as projects;
    pages
        .at("/admin/partners", get(partner::handlers::list_partners))
        .at("/admin/partners/new", get(partner::handlers::new_form).post(partner::handlers::create_partner))
        .at("/admin/partners/:id", get(partner::handlers::show_partner))
        .at("/admin/partners/:id/edit", get(partner::handlers::edit_form).post(partner::handlers::edit))
        .at("/admin/partners/:id/closure", post(partner::handlers::close_partner))
        .at("/admin/partners/:id/opening", post(partner::handlers::reopen_partner))
        .at("/admin/partners/:id/areas", post(partner::handlers::areas::create_area))
        .at("/admin/areas/:id", get(partner::handlers::areas::area_form).post(partner::handlers::areas::edit_area))
        .at("/admin/areas/:id/agreements", post(partner::agreements::handlers::create))
        .at("/admin/areas/:area/agreements/:id/removal", post(partner::agreements::handlers::take_back))
        .at("/admin/areas/:id/closure", post(partner::handlers::areas::close_one_area))
        .at("/admin/areas/:id/opening", post(partner::handlers::areas::open_one_area))
        .at("/admin/projects", get(projects::list_projects))
        .at("/admin/projects/new", get(projects::new_form).post(projects::create_project))
        .at("/admin/projects/:id", get(projects::edit_form).post(projects::edit))
}

/// Volunteers: applying, screening, and their own profile.
pub fn mentors(pages: Route) -> Route {
    use mentor::application::handlers as application;
    use mentor::availability::handlers as availability;
    pages
        .at("/mentors", get(mentor::list::handlers::all))
        .at("/mentors/apply", without_data(get(application::apply_form).post(application::apply)))
        .at("/mentors/applied", without_data(get(application::applied)))
        .at("/mentors/apply/confirm/:token", get(application::confirm_form).post(application::confirm))
        .at("/mentors/confirmed", without_data(get(application::confirmed)))
        .at("/mentors/new", get(mentor::profile::handlers::add_form).post(mentor::profile::handlers::add))
        .at("/mentors/:id", get(mentor::handlers::show))
        .at("/mentors/:id/edit", get(mentor::profile::handlers::edit_form).post(mentor::profile::handlers::edit))
        .at("/mentors/:id/interview", post(mentor::screening::handlers::interview))
        .at("/mentors/:id/criminal-record", post(mentor::screening::handlers::criminal_record))
        .at("/mentors/:id/training", post(mentor::screening::handlers::training))
        .at("/mentors/:id/approval", post(mentor::screening::handlers::approve))
        .at("/mentors/:id/invitation", post(mentor::screening::handlers::invite))
        .at("/mentors/:id/refusal", post(mentor::screening::handlers::decline))
        .at("/mentors/:id/pause", post(availability::pause_mentor))
        .at("/mentors/:id/return", post(availability::resume_mentor))
        .at("/mentors/:id/opt-outs/:opt_out", post(mentor::handlers::switch_on))
        .at("/mentors/:id/ways/:way", post(mentor::handlers::try_way))
        .at("/mentors/:id/text-answers/settlement", post(mentor::handlers::settle_texts))
        .at("/mentors/:id/dead-number", post(mentor::handlers::dead_number))
        .at("/mentors/:id/departure", post(availability::let_go))
        .at("/mentor-activities", get(mentor::activity::handlers::new_form).post(mentor::activity::handlers::create))
        .at("/mentor/profile", get(mentor::profile::handlers::own_form).post(mentor::profile::handlers::own_save))
        .at("/mentor/pause", get(availability::own_pause_form).post(availability::own_pause))
        .at("/mentor/return", post(availability::own_resume))
}

/// Matching meetings: the plan for everybody waiting.
pub fn plans(pages: Route) -> Route {
    pages
        .at("/planning", get(planning::handlers::list).post(costly(&PLANS, planning::handlers::open_meeting)))
        .at("/planning/:id", get(planning::handlers::show))
        .at("/planning/:id/plan", post(costly(&PLANS, planning::handlers::plan_meeting_again)))
        .at("/planning/:id/decisions", post(costly(&PLANS, planning::handlers::decide_pair)))
        .at("/planning/:id/proposals", post(planning::handlers::propose))
        .at("/planning/:id/record", post(planning::handlers::record_meeting))
}

/// Where mentors are missing, and what would help.
pub fn shortages(pages: Route) -> Route {
    let seats = shortage::FreeSeats::default();
    pages
        .at("/shortage", get(costly(&REPORTS, shortage::handlers::industries)).data(seats.clone()))
        .at("/shortage/areas", get(costly(&REPORTS, shortage::handlers::areas)).data(seats.clone()))
        .at("/shortage/unlock", get(costly(&PLANS, shortage::handlers::unlock)))
        .at("/shortage/:division", get(costly(&REPORTS, shortage::handlers::recruit)).data(seats))
}

/// Who sees to what, handed over.
pub fn handovers(pages: Route) -> Route {
    use handover::handlers as handovers;
    pages
        .at("/handovers", get(handovers::of_colleague).post(handovers::hand_over_of_colleague))
        .at("/handovers/:thing/:id", get(handovers::one).post(handovers::hand_over_one))
        .at("/handovers/:thing/:id/taking", post(handovers::take))
        .at("/handover-lists/:thing", get(handovers::list).post(handovers::hand_over_list))
}

/// The search on top of every page.
pub fn finding(pages: Route) -> Route {
    pages.at("/search", get(finding::handlers::show))
}

/// What waits for staff, and the letters among it.
pub fn today(pages: Route) -> Route {
    use today::handlers::{letters, lines};
    pages
        .at("/imports", get(backlog::handlers::show))
        .at("/imports/:id/decision", post(backlog::handlers::decision))
        .at("/today", get(lines::today))
        .at("/today/:kind/:id", post(lines::press))
        .at("/today/:kind/:id/settlement", post(lines::settle))
        .at("/today/:kind/:id/snooze", post(lines::snooze))
        .at("/today/:kind/:id/taking", post(lines::take))
        .at("/today/:kind/:id/handover", post(lines::hand_over))
        .at("/snoozes/:id/end", post(lines::bring_back))
        .at("/letters", get(letters::letters))
        .at("/letters/:id", get(letters::show_letter).post(letters::send_letter_again))
        .at("/letters/:id/settled", post(letters::settle_letter))
}

/// The figures.
pub fn outcomes(pages: Route) -> Route {
    pages
        .at("/outcomes", get(costly(&REPORTS, outcome::handlers::report)))
        .at("/outcomes/figures", get(costly(&REPORTS, outcome::handlers::download_figures)))
        .at("/outcomes/courses", get(costly(&REPORTS, outcome::handlers::download_courses)))
        .at("/outcomes/answers", get(costly(&REPORTS, outcome::handlers::download_answers)))
        .at("/outcomes/responses", get(costly(&REPORTS, outcome::handlers::download_responses)))
        .at("/outcomes/definitions", get(outcome::handlers::download_definitions))
}

/// Samples for an evaluator, the links of those who were drawn, and who agrees to be interviewed.
pub fn interviews(pages: Route) -> Route {
    use interview::{consents::handlers as consents, handlers as desk, linked::handlers as linked};
    pages
        .at("/interviews", get(desk::all).post(desk::draw))
        .at("/interviews/:id", get(desk::show))
        .at("/interviews/:id/file", get(desk::take_away))
        .at("/interviews/:id/invitations", post(desk::send_invitations))
        .at("/interviews/people/:id", get(desk::person))
        .at("/interviews/people/:id/answer", post(desk::write_answer))
        .at("/interviews/people/:id/interview", post(desk::write_interview))
        .at("/mentors/:id/interview-consent", get(consents::show_mentor).post(consents::give_mentor))
        .at("/mentors/:id/interview-consent/withdrawal", post(consents::take_back_mentor))
        .at("/people/:id/interview-consent", get(consents::show_person).post(consents::give_person))
        .at("/people/:id/interview-consent/withdrawal", post(consents::take_back_person))
        .at("/interview/thanks", without_data(get(linked::thanks)))
        .at("/interview/:token", get(linked::show).post(linked::take_answer))
}

/// What people without a sign-in write, and what staff make of it.
pub fn enquiries(pages: Route) -> Route {
    use enquiry::asking::handlers as asking;
    pages
        .at("/enquiry", without_data(get(asking::ask_form).post(asking::ask)))
        .at("/enquiry/thanks", without_data(get(asking::thanks)))
        .at("/enquiry/:token", get(asking::partner_form).post(asking::partner_ask))
        .at("/enquiries", get(enquiry::desk::handlers::all))
        .at("/enquiries/:id", get(enquiry::desk::handlers::show))
        .at("/enquiries/:id/referral", post(enquiry::desk::handlers::refer))
        .at("/enquiries/:id/tries", post(enquiry::desk::handlers::note_try))
        .at("/enquiries/:id/closure", post(enquiry::desk::handlers::close))
        .at("/enquiries/:id/opening", post(enquiry::desk::handlers::reopen))
        .at("/enquiry-links", get(enquiry::links::handlers::all))
        .at("/enquiry-links/:id", get(enquiry::links::handlers::show).post(enquiry::links::handlers::make_link))
        .at("/enquiry-links/:id/removal", post(enquiry::links::handlers::revoke_link))
}

/// Staff's vocabulary: words that lead to an industry, and words of wishes that do not yet.
pub fn vocabulary(pages: Route) -> Route {
    use referral::vocabulary::{handlers as words, names::handlers as names};
    pages
        .at("/industries", without_data(get(names::list)))
        .at("/industries/found", post(names::found))
        .at("/vocabulary", get(words::list_unknown))
        .at("/vocabulary/unknown/:id", get(words::show_unknown))
        .at("/vocabulary/unknown/:id/dismissal", post(words::pass_over_word))
        .at("/vocabulary/unknown/:id/return", post(words::take_word_back))
        .at("/vocabulary/words", get(words::list_words))
        .at("/vocabulary/words/new", get(words::new_form).post(words::add_word))
        .at("/vocabulary/words/:id", get(words::show_word))
        .at("/vocabulary/words/:id/removal", post(words::remove_word))
}
