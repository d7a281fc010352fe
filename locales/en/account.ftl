account-sign-in = Sign in
account-sign-in-title = Sign in
account-email = Email
account-name = Your name
account-phone = Your phone number
account-phone-hint = Referrers and mentors whose contact person you are can see it.
account-password = Password
account-password-missing = Enter your password
account-forgotten = Have you forgotten your password?
account-forgotten-title = Forgotten password
account-forgotten-lead = Enter your email and we will send a link where you can choose a new password.
account-forgotten-send = Send me a link
account-forgotten-sent = If the address belongs to a user, we have sent a link. Look in the junk folder too. The link works for two hours.
account-sign-in-refused = The email or the password is wrong. Try again.
account-sign-in-too-many = There have been too many tries. Wait a quarter of an hour, or choose a new password.
account-new-password-title = Choose a password
account-new-password-lead = Choose a new password for { $email }.
account-invitation-lead = Welcome to Brobyg. Choose a password for { $email } and you are ready.
account-new-password = Password
account-password-again = Password again
account-password-hint = At least 15 characters. Four random words are easy to remember.
account-new-password-save = Save and sign in
account-password-too-short = The password must have at least 15 characters
account-password-too-long = The password can have at most 256 characters
account-password-too-common = The password is easy to guess. Use words that do not belong together, and not your name
account-password-differs = The two passwords are not the same
account-link-spent = This link can no longer be used. It has been used or is too old. Ask for a new one.
account-first-title = The first administrator
account-first-lead = You are the first. You can invite the others afterwards.
account-first-save = Create and sign in

# Letters
message-letter-invitation = Invitation to sign in
message-letter-password-reset = Link to a new password
message-letter-password-changed = Word that the password was changed
account-letter-invitation-subject = Welcome to Brobyg
account-letter-invitation-text = You are invited to Brobyg, where we bring young people together with volunteer business mentors. Choose a password and you are ready.
account-letter-invitation-link = Choose a password
account-letter-invitation-after = The link works for 14 days and can be used only once. If it is too old, ask for a new one on the page “Forgotten password”.
account-letter-reset-subject = Choose a new password
account-letter-reset-text = You asked to choose a new password. You do it here:
account-letter-reset-link = Choose a new password
account-letter-reset-after = The link works for two hours. If you did not ask for it, you need not do anything: your password is the same.
account-letter-changed-subject = Your password was changed
account-letter-changed-text = Your Brobyg password has just been changed, and you are signed out everywhere else. If it was not you, choose a new one at once and write to us.
account-letter-changed-link = Choose a new password

# Forgotten password
account-forgotten-too-many = Many links were asked for in a short time. Wait a quarter of an hour and try again.

# One's own sign-in
account-own-title = Your account
account-own-lead = You sign in with { $email }. If the address needs to change, write to us.
account-language = Language
account-language-hint = On the pages and in the mails we send
account-save = Save
account-change-password = Change password
account-change-password-lead = When you change it, you are signed out everywhere else.
account-current-password = Current password
account-current-password-wrong = That is not your current password
account-next-password = New password
account-change-password-save = Change password
account-notice-saved = We have saved your details.
account-notice-password-changed = Your password is changed. You are signed out everywhere else.

# People
account-people-title = People
account-people-none = Nobody found
account-people-none-text = Try fewer words, or reset.
account-invite = Invite somebody
account-invite-title = Invite somebody
account-invite-lead = The person gets a mail with a link where they choose a password of their own.
account-invite-send = Send invitation
account-invite-again = Send the invitation again
account-edit = Change
account-edit-title = Change a person
account-back = Back
account-search = Name or email
account-everybody = Everybody
account-person-name = Name
account-role = Role
account-role-referrer = Referrer
account-role-referrer-hint = Housing social worker at a partner. Sees only the young people they referred themselves.
account-role-mentor = Mentor
account-role-staff = Staff
account-role-staff-hint = Finds mentors, follows courses and sees all young people.
account-role-administrator = Administrator
account-role-administrator-hint = As staff, and also looks after people, partners and projects.
account-role-missing = Choose a role
account-partner = Partner
account-partner-hint = Chosen for referrers only
account-partner-choose = Choose a partner
account-partner-missing = Choose the partner that the person refers for
account-state = State
account-state-invited = Invited
account-state-active = Active
account-state-disabled = Closed
account-created = Created
account-seen = Last seen
account-disabled-on = Closed
account-disable-heading = Close the account
account-disable-text = The person is signed out at once and cannot sign in again. Everything the person wrote stays. You can open the account again later.
account-disable = Close the account
account-enable = Open the account again
account-own-sign-in = You cannot close your own account
account-own-role = You cannot change your own role. Ask another administrator.
account-mentor-role = A mentor stays a mentor, and others are invited as mentors from the mentor's own page
account-role-responsible = First hand over what the person is responsible for or steps in for
account-person-missing = There is no such person
account-email-taken = Somebody already uses this address
account-notice-invited = The invitation is on its way.
account-notice-person-saved = The changes are saved.
account-notice-disabled = The account is closed.
account-notice-enabled = The account is open again.
account-changes = History
account-changes-none = Nothing has happened yet.
account-change-invited = Invited by { $name }
account-change-invited-again = Invited again by { $name }
account-change-changed = Changed by { $name }
account-change-password-set = { $name } chose a password
account-change-disabled = Closed by { $name }
account-change-enabled = Opened again by { $name }
account-change-absence-entered = Absence written down by { $name }
account-change-absence-ended = Absence ended by { $name }

# Administration
account-admin-title = Administration
account-tile-people = People
account-tile-people-text = Who can sign in, and what may they do? Invite, change and close accounts.
account-tile-partners = Partners and housing areas
account-tile-partners-text = Who refers young people, and from which areas?
account-tile-projects = Projects
account-tile-projects-text = Periods with targets for young people and rates.
account-tile-mail = Mail
account-tile-mail-text = Letters that could not be delivered, and in the demo all mails.
account-tile-texts = Text messages
account-tile-texts-text = How text messages are sent, and in the demo all of them.
account-tile-jobs = What happens by itself
account-tile-jobs-text = Letters, reminders and tidying up: does everything run?
account-jobs-troubled = { $count ->
    [one] Something that should happen by itself does not
   *[other] { $count } things that should happen by themselves do not
}
account-jobs-look = See what
account-jobs-title = What happens by itself
account-jobs-text = Each line is something that Brobyg does by itself. When it goes wrong, Brobyg tries again, and the rest goes on. If it keeps going wrong, ask whoever runs Brobyg to look into the log.
account-jobs-none = There is nothing here yet
account-jobs-none-text = The list comes the first time Brobyg runs as a website.
account-job-what = What
account-job-state = State
account-job-succeeded = Last done
account-job-failed = Last went wrong
account-job-next = Next time
account-job-waiting = Waiting
account-job-never = Not yet
account-job-good = Runs
account-job-failing = Goes wrong, { $count } in a row
account-job-late = Does not run
account-job-cause-database = The database did not answer, or refused
account-job-cause-panicked = A mistake in Brobyg
account-job-cause-failed = Something else; the log says what
job-search-index = The search for mentors keeps up
job-mail = Letters are sent
job-security-log = The security log is written
job-log-seals = The logs are sealed, so that changes of them show
job-old-security-log = Old lines of the security log are deleted
job-account-clean-up = Old sign-ins and tries are forgotten
job-expired-proposals = Proposals without an answer run out
job-plans = Large plans for matching meetings are made
job-reminders = Mentors are reminded of proposals they have not answered
job-unconfirmed-applications = Applications that nobody confirmed are deleted
job-surveys = Surveys are opened when they are due
job-old-enquiries = Old enquiries are deleted
job-old-drafts = Old drafts are deleted
account-mail-title = Mail
account-mail-server = Mails are sent through a mail server and not kept here.
account-mail-kept = Mails in the folder
account-mail-kept-text = Mails are not sent but put into a folder on the server. Here you see whom they are for and what they are about. You can read them here only in the demo.
account-mail-not-shown = The text is shown only in the demo. A mail may hold a link with which somebody else signs in or answers.
account-mail-none = No mails yet
account-mail-none-text = They come here as soon as somebody is written to.
account-mail-subject = Subject
account-mail-to = To
account-mail-sent = Sent
account-mail-text = The letter
account-given-up = Could not be delivered
account-given-up-text = We tried eight times, or the mail server refused for good. Mend the cause and try again.
account-given-up-some = { $count ->
    [one] 1 letter could not be delivered
   *[other] { $count } letters could not be delivered
}
account-given-up-look = See what happened
account-letter-kind = Kind
account-letter-when = Given up
account-letter-failure = Cause
account-letter-what-now = What now
account-letter-again = Try again
account-letters-waiting = E-mails that wait
account-letters-waiting-text = They are new, or did not arrive at the first try. The platform tries again by itself.
account-letter-next-try = Next try
account-letter-tries = Tries
account-notice-letter-again = We are trying again right now.
account-mail-stopped = No e-mails can be sent right now
account-mail-stopped-look = See why
account-mail-stopped-text = It has been like this since { $since }. All e-mails wait, and none is lost. The platform tries again { $next }.

# Text messages
account-texts-title = Text messages
account-texts-off = No text messages are sent. Whoever runs the platform can choose a gateway.
account-texts-gateway = Text messages are sent through a gateway and not kept here.
account-texts-kept-text = Text messages are not sent but put into a folder on the server. Here you see whom they are for. You can read them here only in the demo.
account-texts-none = No text messages yet
account-texts-none-text = They come here as soon as somebody is written to.
account-texts-from = From
account-texts-to = To
account-texts-sent = Sent
account-texts-not-shown = The text is shown only in the demo.
account-texts-units = Characters
account-texts-segments = Messages
account-texts-length =
    { $segments ->
        [one] { $units } characters in 1 message
       *[other] { $units } characters in { $segments } messages
    }
account-texts-wide = The text has characters that make a message shorter.
account-texts-no-answer = Text messages cannot be answered, so nobody can say stop by answering.
account-texts-stopped = No text messages can be sent right now
account-texts-stopped-text = It has been like this since { $since }. All text messages wait, and none is lost. The platform tries again { $next }.
