//! Every URL of the site, in one table, and the layers around it.

use poem::{
    Endpoint, EndpointExt, Route, get,
    middleware::{Compression, CookieJarManager},
    post,
};

use crate::{
    about,
    account::{self, Frame},
    app::App,
    course, enquiry, matching, mentor, outcome, partner, planning, reason, referral, shortage, survey, today,
    web::{
        body_limit::{BodyLimit, FORM_BYTES},
        headers::SecurityHeaders,
        panic,
    },
};

/// Every page, without the layers. `tests/permissions.toml` says who gets which.
fn pages() -> Route {
    let parts = [
        accounts,
        administration,
        partners,
        mentors,
        enquiries,
        referrals,
        vocabulary,
        proposals,
        plans,
        shortages,
        courses,
        course_endings,
        surveys,
        outcomes,
    ];
    parts.into_iter().fold(Route::new(), |route, add| add(route))
}

/// Signing in, and one's own sign-in.
fn accounts(pages: Route) -> Route {
    use account::{handlers as door, own::handlers as own};
    pages
        .at("/", get(own::front))
        .at("/accessibility", get(about::handlers::accessibility))
        .at("/privacy", get(about::handlers::privacy))
        .at("/sign-in", get(door::sign_in_form).post(door::sign_in))
        .at("/sign-out", post(door::sign_out))
        .at("/language", post(door::choose_language))
        .at("/account", get(own::own).post(own::edit_own))
        .at("/account/password", post(own::edit_password))
        .at("/first-administrator/:token", get(door::first_administrator_form).post(door::create_first_administrator))
        .at("/invitations/:token", get(door::invitation_form).post(door::invitation))
        .at("/password", get(own::forgotten_form).post(own::forgotten))
        .at("/password/:token", get(door::reset_form).post(door::reset))
}

/// People and mail, for administrators.
fn administration(pages: Route) -> Route {
    use account::{administration::handlers as desk, people::handlers as people};
    pages
        .at("/admin", get(desk::administration))
        .at("/admin/mail", get(desk::list_mails))
        .at("/admin/mail/:name", get(desk::show_mail))
        .at("/admin/letters/:id", post(desk::try_letter_again))
        .at("/admin/people", get(people::list_people))
        .at("/admin/people/new", get(people::invite_form).post(people::invite))
        .at("/admin/people/:id", get(people::show_person))
        .at("/admin/people/:id/edit", get(people::edit_form).post(people::edit))
        .at("/admin/people/:id/invitation", post(people::invite_again))
        .at("/admin/people/:id/closure", post(people::close_door))
        .at("/admin/people/:id/opening", post(people::open_door))
}

/// Partners, areas and projects, for administrators.
fn partners(pages: Route) -> Route {
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
        .at("/admin/areas/:id/closure", post(partner::handlers::areas::close_one_area))
        .at("/admin/areas/:id/opening", post(partner::handlers::areas::open_one_area))
        .at("/admin/projects", get(projects::list_projects))
        .at("/admin/projects/new", get(projects::new_form).post(projects::create_project))
        .at("/admin/projects/:id", get(projects::edit_form).post(projects::edit))
}

/// Volunteers: applying, screening, and their own profile.
fn mentors(pages: Route) -> Route {
    use mentor::application::handlers as application;
    use mentor::availability::handlers as availability;
    pages
        .at("/mentors", get(mentor::list::handlers::all))
        .at("/mentors/apply", get(application::apply_form).post(application::apply))
        .at("/mentors/applied", get(application::applied))
        .at("/mentors/apply/confirm/:token", get(application::confirm_form).post(application::confirm))
        .at("/mentors/confirmed", get(application::confirmed))
        .at("/mentors/new", get(mentor::profile::handlers::add_form).post(mentor::profile::handlers::add))
        .at("/mentors/:id", get(mentor::handlers::show))
        .at("/mentors/:id/edit", get(mentor::profile::handlers::edit_form).post(mentor::profile::handlers::edit))
        .at("/mentors/:id/interview", post(mentor::screening::handlers::interview))
        .at("/mentors/:id/criminal-record", post(mentor::screening::handlers::criminal_record))
        .at("/mentors/:id/training", post(mentor::screening::handlers::training))
        .at("/mentors/:id/approval", post(mentor::screening::handlers::approve))
        .at("/mentors/:id/refusal", post(mentor::screening::handlers::decline))
        .at("/mentors/:id/pause", post(availability::pause_mentor))
        .at("/mentors/:id/return", post(availability::resume_mentor))
        .at("/mentors/:id/departure", post(availability::let_go))
        .at("/mentor/profile", get(mentor::profile::handlers::own_form).post(mentor::profile::handlers::own_save))
        .at("/mentor/pause", get(availability::own_pause_form).post(availability::own_pause))
        .at("/mentor/return", post(availability::own_resume))
}

/// Matching meetings: the plan for everybody waiting.
fn plans(pages: Route) -> Route {
    pages
        .at("/planning", get(planning::handlers::list).post(planning::handlers::open_meeting))
        .at("/planning/:id", get(planning::handlers::show))
        .at("/planning/:id/plan", post(planning::handlers::plan_meeting_again))
        .at("/planning/:id/decisions", post(planning::handlers::decide_pair))
        .at("/planning/:id/proposals", post(planning::handlers::propose))
        .at("/planning/:id/record", post(planning::handlers::record_meeting))
}

/// Where mentors are missing, and what would help.
fn shortages(pages: Route) -> Route {
    pages
        .at("/shortage", get(shortage::handlers::industries))
        .at("/shortage/industries.csv", get(shortage::handlers::download_industries))
        .at("/shortage/areas", get(shortage::handlers::areas))
        .at("/shortage/unlock", get(shortage::handlers::unlock))
        .at("/shortage/:division", get(shortage::handlers::recruit))
}

/// Surveys for staff, and the young person's own link.
fn surveys(pages: Route) -> Route {
    pages
        .at("/surveys", get(survey::handlers::all))
        .at("/surveys/:id", get(survey::handlers::show))
        .at("/surveys/:id/answer", post(survey::handlers::record_answer))
        .at("/surveys/:id/attempts", post(survey::handlers::add_attempt))
        .at("/surveys/:id/not-reached", post(survey::handlers::give_up))
        .at("/surveys/:id/mail", post(survey::handlers::mail_link))
        .at("/surveys/:id/link", post(survey::handlers::show_link))
        .at("/survey/thanks", get(survey::handlers::thanks))
        .at("/survey/:token", get(survey::handlers::own_answer_form).post(survey::handlers::own_answer))
}

/// The figures.
fn outcomes(pages: Route) -> Route {
    pages
        .at("/today", get(today::handlers::today))
        .at("/outcomes", get(outcome::handlers::report))
        .at("/outcomes/figures.csv", get(outcome::handlers::download_figures))
        .at("/outcomes/courses.csv", get(outcome::handlers::download_courses))
        .at("/outcomes/definitions.csv", get(outcome::handlers::download_definitions))
}

/// What people without a sign-in write, and what staff make of it.
fn enquiries(pages: Route) -> Route {
    use enquiry::asking::handlers as asking;
    pages
        .at("/enquiry", get(asking::ask_form).post(asking::ask))
        .at("/enquiry/thanks", get(asking::thanks))
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

/// Young people put forward: typed, sent, answered, merged.
fn referrals(pages: Route) -> Route {
    use referral::{
        amending::handlers as amending, intake::handlers as intake, journal::handlers as journal,
        merging::handlers as merging,
    };
    pages
        .at("/referrals", get(referral::list::handlers::list))
        .at("/referrals/new", get(intake::new_form))
        .at("/referrals/drafts/:id", get(intake::draft_form).post(intake::save))
        .at("/referrals/drafts/:id/typed", post(intake::save_typed))
        .at("/referrals/drafts/:id/wish", post(intake::read_wish))
        .at("/referrals/drafts/:id/check", get(intake::check_page).post(intake::check))
        .at("/referrals/drafts/:id/send", post(intake::send))
        .at("/referrals/drafts/:id/discard", post(intake::discard))
        .at("/referrals/:id", get(journal::show))
        .at("/referrals/:id/receipt", get(intake::receipt))
        .at("/referrals/:id/amend", get(amending::amend_form).post(amending::amend))
        .at("/referrals/:id/accept", post(journal::accept))
        .at("/referrals/:id/question", post(journal::ask))
        .at("/referrals/:id/reply", post(journal::reply))
        .at("/referrals/:id/decline", post(journal::decline))
        .at("/referrals/:id/withdraw", post(journal::withdraw))
        .at("/referrals/:id/consents", post(journal::give_consent))
        .at("/referrals/:id/consents/withdraw", post(journal::withdraw_consent))
        .at("/referrals/:id/report", get(course::report::handlers::report))
        .at("/referrals/:id/talk", post(journal::talked))
        .at("/referrals/:id/close", post(journal::close))
        .at("/referrals/:id/reopen", post(journal::reopen))
        .at("/consents", get(referral::consents::handlers::list))
        .at("/young-people/:id/merge", get(merging::merge_page).post(merging::merge))
        .at("/young-people/:id/separation", post(merging::separate))
}

/// Staff's vocabulary: words that lead to an industry, and words of wishes that do not yet.
fn vocabulary(pages: Route) -> Route {
    use referral::vocabulary::handlers as words;
    pages
        .at("/vocabulary", get(words::list_unknown))
        .at("/vocabulary/unknown/:id", get(words::show_unknown))
        .at("/vocabulary/unknown/:id/dismissal", post(words::pass_over_word))
        .at("/vocabulary/unknown/:id/return", post(words::take_word_back))
        .at("/vocabulary/words", get(words::list_words))
        .at("/vocabulary/words/new", get(words::new_form).post(words::add_word))
        .at("/vocabulary/words/:id", get(words::show_word))
        .at("/vocabulary/words/:id/removal", post(words::remove_word))
}

/// From a waiting referral to a begun course, and what follows a no.
fn proposals(route: Route) -> Route {
    route
        .at("/mentor", get(matching::handlers::mentor_home))
        .at("/referrals/:id/match", get(matching::handlers::match_page).post(matching::handlers::propose))
        .at("/proposals", get(matching::list::handlers::all))
        .at("/proposals/:id", get(matching::handlers::show))
        .at("/proposals/:id/acceptance", post(matching::handlers::accept))
        .at("/proposals/:id/decline", post(matching::handlers::decline))
        .at("/proposals/:id/question", post(matching::handlers::ask))
        .at("/proposals/:id/answer", post(matching::handlers::answer_question))
        .at("/proposals/:id/withdrawal", post(matching::handlers::withdraw))
        .at("/proposals/:id/mentee-acceptance", post(matching::handlers::accept_for_mentee))
        .at("/proposals/:id/mentee-decline", post(matching::handlers::decline_for_mentee))
        .at("/proposals/:id/link", post(matching::handlers::make_link))
        .at("/reasons", get(reason::handlers::all))
        .at("/reasons/:code", get(reason::handlers::show).post(reason::handlers::edit))
        .at("/reasons/:code/default", post(reason::handlers::back_to_default))
        .at("/yes/thanks", get(matching::handlers::thanks_yes))
        .at("/yes/no-thanks", get(matching::handlers::thanks_no))
        .at("/yes/:token", get(matching::handlers::mentee_form).post(matching::handlers::mentee_answer))
}

/// The pages of a course while it runs.
fn courses(pages: Route) -> Route {
    use course::agreement::handlers as agreement;
    use course::meeting::handlers as meeting;
    use course::schedule::handlers as schedule;
    pages
        .at("/courses", get(course::handlers::courses))
        .at("/courses/:id", get(course::handlers::course))
        .at("/courses/:id/history", get(course::handlers::history))
        .at("/courses/:id/agreement", get(agreement::agreement_form).post(agreement::save_agreement))
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

/// The ending of a course, and what can follow it.
fn course_endings(pages: Route) -> Route {
    use course::ending::handlers as ending;
    pages
        .at("/courses/:id/ending", get(ending::ending_form).post(ending::end_course))
        .at("/courses/:id/class", get(ending::decision_form).post(ending::decide))
        .at("/courses/:id/reopening", get(ending::reopening_form).post(ending::reopen))
        .at("/courses/:id/rematch", get(ending::rematch_form).post(ending::want_rematch))
        .at("/courses/:id/closure", post(ending::close_referral))
        .at("/courses/:id/certificate", get(course::handlers::certificate))
}

/// The whole site: pages in their frame, limits and headers around everything.
pub fn site(app: &App) -> impl Endpoint + use<> {
    Route::new()
        .nest("/assets", crate::web::assets::endpoint())
        .nest("/", pages().with(Frame(app.clone())).with(CookieJarManager::new()))
        .with(BodyLimit::new(FORM_BYTES))
        .with(panic::catch())
        .with(Compression::new())
        .with(SecurityHeaders::new(app.config.is_https()))
}
