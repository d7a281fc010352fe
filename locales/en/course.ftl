# Lists
course-list = Courses
course-list-own = My courses
course-list-empty = No courses here
course-list-empty-text = A course begins when both the mentor and the young person have said yes. Try clearing the filters.
course-list-own-empty-text = When you say yes to a match, and the young person does too, the course stands here.
course-all = All
course-state = Status
course-mentee = Young person
course-mentor = Mentor
course-partner = Partner
course-matched = Matched
course-last-meeting = Last meeting
course-end-column = End

# Where a course stands
course-state-running = Running (all)
course-state-matched = New match
course-state-awaiting-first-meeting = First meeting missing
course-state-active = Active
course-state-silent = Silent
course-state-paused = Paused
course-state-in-transition = To be ended or extended
course-state-completed = Completed
course-state-interrupted = Interrupted
course-state-ended-early = Ended early
course-step-matched = Matched
course-step-first-meeting = First meeting
course-step-underway = Underway
course-step-ending = Ending
course-step-planned = Expected { $date }
course-step-meetings = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}

# The page of a course
course-title = Course with { $mentee }
course-back = Back to the course
course-back-to-list = Courses
course-over = The course is over
course-over-text = Thank you for your time and commitment. You can open this page until 30 days after the ending.
course-people = How to reach { $mentee }
course-phone = Phone
course-email = E-mail
course-contact-preference = Would rather be reached
course-mentor-contact = The mentor prefers
course-mentor-times = The mentor has time
course-contact-phone = By a call
course-contact-sms = By text message
course-contact-email = By e-mail
course-contact-through-partner = Through the housing social worker
course-referral = Referral
course-referral-see = See the referral
course-rematch-of = Rematch
course-rematch-of-see = See the course before
course-for-mentor = Good for you to know
course-handed-over = From the course before
course-spells = Pauses and extensions
course-spell-pause = Pause from { $from } up to and including { $until }
course-spell-pause-open = Pause from { $from }
course-spell-extended = Extended from { $from } to { $until }
course-actions = What would you like to do?
course-ending-ask = Does one of you want to stop? Call or write to us, and we end the course together.
course-save = Save
course-choose = Choose
course-ended = The course is over
course-stopped = The young person has withdrawn their consent. Phone us if anything is still to be written down
course-stopped-heading = The young person has withdrawn their consent
course-stopped-staff = The consent to the mentor course was withdrawn on { $date }. The mentor no longer sees how to contact the young person, and can write nothing more. Phone the mentor, and end the course.
course-stopped-mentor = The young person said no to more on { $date }. Do not contact the young person. We will phone you and end the course. Thank you for what you achieved.
course-stopped-short = The young person wants no more. Do not contact them; we will phone you.
course-state-stopped = Consent withdrawn
course-no-consent = The young person has withdrawn their consent
course-gone = We cannot find it
course-still-running = The course is running
course-already-running = The young person is in a course already
course-changed-meanwhile = Somebody else has just changed the same
course-text-too-long = The text is too long. At most { $max } characters
course-cpr-number = Do not write a CPR number. We may not have it here
course-date-missing = Write a date with day, month and year
course-reason-missing = Write why

# Meetings
course-met-today = We met today
course-meeting-other = Another day, or did the meeting come to nothing?
course-meetings = Meetings
course-meetings-none = No meetings have been logged yet.
course-meeting-new = Log a meeting
course-meeting-edit = Correct the meeting
course-meeting-correct = Correct
course-meeting-attendance = How did it go?
course-attendance-held = We met
course-attendance-cancelled-by-mentee = The young person cancelled
course-attendance-cancelled-by-mentor = The mentor cancelled
course-attendance-mentee-no-show = The young person did not come
course-attendance-mentor-no-show = The mentor did not come
course-meeting-attendance-missing = Choose how it went
course-meeting-day = Which day?
course-meeting-day-missing = Write the day, for example 4 3 2026
course-meeting-minutes = How many minutes?
course-meeting-minutes-wrong = Write the minutes as a number between 1 and 600
course-minutes = { $minutes } min
course-meeting-channel = How did you meet?
course-channel-in-person = Face to face
course-channel-phone = By phone
course-channel-video = By video
course-channel-message = By messages
course-meeting-note = Note
course-meeting-note-hint = Only for you as mentor and for us. The housing social worker does not see it.
course-meeting-remove-why = Was the meeting logged by mistake?
course-meeting-remove-text = Then you can remove it. It no longer counts.
course-meeting-remove = Remove the meeting
course-meeting-before-match = The day is before the match
course-meeting-in-future = The day has not come yet
course-meeting-after-end = The day is after the ending of the course
course-meeting-already-logged = Such a meeting is logged for that day already. Correct it instead
course-meeting-changes-class = The course would no longer count as completed, and the reason is missing. Reopen the course first

# Agreement
course-agreement = What you have agreed
course-agreement-lead = Talk it through at the first meeting. You can change it when things change.
course-agreement-edit = Change the agreement
course-goal = Goal
course-goal-hint = When are you both satisfied? Write it in your own words.
course-goal-missing = Write what the goal is
course-roles = Who does what?
course-roles-hint = For example: Amira calls the school herself, the mentor reads the application.
course-rhythm = How often do you meet?
course-rhythm-hint = For example: every other Tuesday at 4 pm at the library.
course-planned-end = Expected end
course-planned-end-hint = Between three and six months after the match.
course-end-outside-months = Choose a day between three and six months after the match. If it takes longer, extend the course later
course-end-extended = The course was extended. Move the end with another extension
course-goal-steps = Steps
course-goal-steps-none = You have not set any steps yet.
course-goal-step = Step
course-goal-step-new = New step
course-goal-step-add = Add
course-goal-step-missing = Write the step in at most 500 characters
course-goal-reach = Reached
course-goal-not-reached = Not reached after all
course-goal-remove = Remove
course-goal-reached-on = Reached { $date }

# Pause and extension
course-pause = Pause the course
course-pause-lead = A pause explains why you do not meet for a while. We do not remind you of meetings meanwhile.
course-pause-from = From which day?
course-pause-until = Up to and including which day?
course-pause-until-hint = Leave it empty if you do not know yet.
course-pause-reason = Why?
course-pause-reason-hint = For example exams or holidays. Do not write about illness.
course-pause-save = Pause
course-pause-before-match = The day is before the match
course-pause-in-future = A pause begins today or earlier
course-pause-ends-before-it-begins = The pause ends before it begins
course-pause-overlaps = There is a pause in those days already
course-resume = We are going again
course-extension = Extend the course
course-extension-lead = The course is expected to end on { $date }.
course-extension-until = New end
course-extension-reason = Why?
course-extension-reason-hint = For example: the internship does not end until June.
course-extend = Extend
course-extension-not-later = Choose a day after the present end
course-extension-in-past = Choose a day that has not passed
course-extension-too-far = Extend by at most a year at a time

# Ending
course-ending = End the course
course-ending-lead = The course with { $mentee } ends. You see what it means before anything is saved.
course-class = How the course counts
course-evidence = What the rule says
course-evidence-now = What the rule says right now
course-evidence-held = Meetings held
course-evidence-planned-end = Expected end
course-evidence-ended = Ended
course-evidence-rule = The rule
course-evidence-decided = Decided by us
course-evidence-rule-text = No meeting: never met. One or two: interrupted. Three or more: completed if the course lasted to its expected end, otherwise ended early.
course-class-completed = Completed
course-class-interrupted = Interrupted
course-class-ended-early = Ended early
course-class-never-met = Interrupted, never met
course-class-after-meeting = Interrupted after one or two meetings
course-because-completed = Three or more meetings, and the course lasted to its expected end.
course-because-ended-early = Three or more meetings, but ended before the expected end.
course-because-never-met = No meeting was held.
course-because-after-meeting = One or two meetings were held.
course-ended-on = Which day did it end?
course-ended-by = Who ended it?
course-ended-by-mentee = The young person
course-ended-by-mentor = The mentor
course-ended-by-both = The two together
course-ended-by-staff = We in the project
course-ended-by-partner = The partner
course-ended-by-missing = Choose who ended it
course-end-reason = Why?
course-end-reason-hint = Only when the course was not completed. Under each reason stands what happens then.
course-end-reason-missing = Choose a reason when the course was not completed
course-reason-found-job-or-education = Got a job or began an education
course-reason-not-ready = Was not ready yet
course-reason-no-longer-wants = Does not want it any more
course-reason-no-time = Had no time
course-reason-no-contact = Could not be reached
course-reason-partner-withdrew = The partner withdrew
course-reason-mentor-withdrew = The mentor withdrew
course-reason-outside-target-group = Outside the target group
course-reason-moved = Has moved
course-reason-mismatch = The two did not fit together
course-reason-concern = Concern
course-reason-other = Other
course-onward-plan = What does the young person go on to?
course-onward-plan-hint = For example: begins a basic course in August. The partner can read it.
course-ending-note = Note about the ending
course-ending-note-hint = Only for us in the project.
course-second-route = Another way to the young person
course-second-route-text = We ask again in a year. Whom can we call if the young person has a new number? Ask the young person first.
course-second-route-name = Name
course-second-route-phone = Phone
course-phone-wrong = Write a phone number, for example 12 34 56 78
course-override = Shall the course count otherwise?
course-override-class = How shall it count?
course-override-none = As the rule says
course-override-reason = Why?
course-override-reason-missing = Write why the course shall count otherwise than the rule says
course-ending-review = See what it means
course-review = Look it through
course-review-lead = Nothing is saved yet. This is how the course with { $mentee } will stand.
course-review-told = What you wrote
course-review-edit = Change
course-end = End the course
course-end-before-match = The day is before the match
course-end-in-future = The day has not come yet
course-end-before-last-meeting = A meeting is logged after that day
course-follows = What happens then
course-followed = What followed
course-follows-rest = Do not try again before { $date }.
course-follows-seat = The mentor's seat is freed.
course-ending-told = The ending
course-awaits-partner = Talk to the partner
course-awaits-partner-text = Then you decide: shall the young person have a new mentor, or is the referral over?
course-close-referral = Close the referral
course-next = See the course after
course-decide-class = Change how the course counts
course-decide-class-lead = The course with { $mentee }. The rule and the numbers stay beside what you decide.

# Reopening and rematch
course-reopening = Reopen the course
course-reopening-lead = Was the course with { $mentee } ended by mistake? Then it goes on, on a free seat of the mentor. What was written stays in the history.
course-reopening-reason = What was wrong?
course-reopen = Reopen
course-reopen-followed = There is a later course of the same young person. This one cannot be reopened
course-reopen-proposed = The young person is proposed to another mentor. Withdraw the proposal first
course-reopen-no-seat = The mentor no longer has a free seat. Give the mentor another seat first
course-rematch = Find a new mentor
course-rematch-lead = { $mentee } goes back to the queue and keeps the waiting time. The next course will be linked to this one.
course-handover = What the next mentor may know
course-handover-hint = Write only what the young person agrees to. Leave it empty if the next mentor shall start afresh.
course-handover-met = { $held ->
    [0] Has had a mentor before, but they did not get to meet.
    [one] Has met a mentor once.
   *[other] Has met a mentor { $held } times.
}
course-handover-period = The course lasted from { $from } to { $to }.
course-handover-goal = The goal was: { $goal }.
course-handover-reached = Reached on the way: { $steps }.
course-rematch-save = Send back to the queue
course-rematch-followed = The rematch has begun already
course-rematch-withdrawn = The referral was withdrawn

# Certificate
course-certificate = Certificate of thanks
course-certificate-thanks = Thank you for building a bridge
course-certificate-text = has been a volunteer business mentor for a young person from { $from } to { $to }.
course-certificate-held = { $held ->
    [one] You met once.
   *[other] You met { $held } times.
}
course-certificate-worth = Your time, your experience and your network have mattered to a young person on the way to a job or an education.
course-certificate-from = Brobyg
course-certificate-print = Print the page from your browser, or save it as a PDF.
course-report = Report on the course
course-report-heading = Courses of { $name }
course-report-back = Back to the referral
course-report-period = { $from } to { $to }
course-report-since = Since { $from }
course-report-held = Meetings held
course-report-last-held = Last meeting
course-report-steps = Steps on the way
course-report-steps-of = { $reached } of { $steps } reached
course-report-none = No course yet
course-report-none-text = The report comes when the young person has a mentor.
course-report-what = The report tells how long the course took, how often the two met, and what comes now. What they talked about stays between them.

# History
course-history = History
course-history-empty = Nothing has happened yet
course-history-empty-text = Here stands who changed what, and why.
course-by-the-platform = Brobyg
course-for-the-mentor = { $who } on behalf of the mentor
course-change-begun = The course began
course-change-agreed = The agreement was written down
course-change-meeting-logged = A meeting was logged
course-change-meeting-corrected = A meeting was corrected
course-change-meeting-removed = A meeting was removed
course-change-paused = The course was paused
course-change-resumed = The course went on
course-change-extended = The course was extended
course-change-ended = The course was ended
course-change-class-decided = It was decided how the course counts
course-change-reopened = The course was reopened
course-change-rematch-wanted = A new mentor is looked for
course-change-referral-closed = The referral was closed

# Notices
course-notice-meeting-logged = The meeting is logged
course-notice-met-today = Good that you met! The meeting is logged
course-notice-meeting-corrected = The meeting is corrected
course-notice-meeting-removed = The meeting is removed
course-notice-agreed = The agreement is saved
course-notice-paused = The course is paused
course-notice-resumed = The course is going again
course-notice-extended = The course is extended
course-notice-ended = The course is ended
course-notice-class-decided = How the course counts is saved
course-notice-reopened = The course is going again
course-notice-rematch = The young person is back in the queue and has kept the waiting time
course-notice-referral-closed = The referral is closed

# Letters
course-letter-thanks-subject = Thank you for your work as a mentor
course-letter-thanks-text = Your course has now ended. Thank you very much for the time you gave. We hope that you got as much out of it.
course-letter-thanks-never-met = Your course has now ended. You did not get to meet, but thank you for standing ready.
course-letter-thanks-link = Get your certificate of thanks
course-letter-ended-subject = A course has ended
course-letter-ended-text = A course for a young person whom you referred has ended. Sign in and see what happens now.
