today-title = Today
today-overview = What waits for you: { $count ->
    [one] one kind
   *[other] { $count } kinds
}
today-nothing = Nothing waits for you
today-nothing-text = Everything is answered. Well done.
today-referrals = See all referrals
today-enquiry = Enquiries waiting for an answer
today-undecided = Referrals waiting for an answer
today-talk = Referrals about which you are to talk to the partner first
today-stopped = Consent withdrawn while something goes on
today-letter = Messages that did not arrive
today-bounced = Messages that came back: find another way
today-may-have-arrived = Messages that may have arrived: should they be sent again?
today-not-asked = Questions that were not sent because the receiver has switched them off
today-partner = Partners that nobody is responsible for
today-fact-partner = None of you is responsible for the partner
today-act-partner = Choose who is responsible
today-import = Files whose people wait for us to write
today-name-import = A file that was brought in
today-fact-import = Brought in { $age }. Cases that were to be written about before that day: { $other }. Nothing is written unless you say yes
today-act-import = See them, and say yes or no
today-letters-title = Messages that need something from you
today-letters-all = All
today-letters-none = No messages need something from you
today-letters-none-text = There are none that you can send again. If a message came back because an address or a number does not work, that stands on your first page with the person.
today-letter-advice = What you can do
today-letter-queued = Written
today-letter-what = Message
today-letter-cause = Cause
today-mentee-unasked = Young people nobody could write to about a mentor: ask them now
today-interest = Young people who have waited long: do they still want one?
today-question = Mentors who asked something
today-awaiting-mentee = Proposals waiting for the young person
today-first-meeting = Courses without a first meeting
today-silent = Courses that have gone silent
today-past-end = Courses past their planned end
today-survey = Surveys to ask about now
today-waiting = Young people waiting for a mentor
today-awaiting-mentor = Proposals waiting for the mentor
today-application = Mentors who have applied
today-certificate = Certificates that expire soon
today-inactive = Mentors we have not heard from
today-word = Words we do not know

today-unanswered = Agreed meetings that nobody has told of
today-meeting-no = Agreed meetings that a calendar said no to
today-met = Meetings for us to find out about
today-silence = Silent young people where it is our turn
today-goal = Steps whose day has come
today-follow-up = Follow-ups to be done now
today-step = Next steps whose day has come
today-advice = Mentors who asked for advice
today-expectations = First meeting near, and one of the two has not said what they expect
today-onward = Courses ending soon without an onward plan
today-ended-without-onward = Courses that ended without an onward plan
today-reply = Partners waiting for an answer
today-mentor-texted = Mentors who wrote a text message
today-referrer-texted = Referrers who wrote a text message
today-texted = Young people who wrote a text message
today-unsupported = Mentors in a course long without supervision
today-concern = Concerns
today-no-way = Young people in a course to whom we cannot write
today-dead-way = Addresses and numbers of young people that do not work
today-mentor-dead-way = Addresses and numbers of mentors that do not work
today-untold = Follow-ups of which whoever referred has not heard
today-page = Page { $page }
today-in-lists = The rest stands in the lists at the top of the page.
today-draft = Your drafts that were not sent
today-kept = What you have written and not sent
today-draft-name = Your draft of a referral
today-at-once = At once
today-overdue = Overdue
today-now = Now
today-soon = Later ({ $count })
today-snoozed = Put aside ({ $count })
today-more-than = { $count }+
today-else = More
today-everybodys = Everybody’s
today-yours = Yours
today-age = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
today-ahead = { $days ->
    [1] tomorrow
   *[other] in { $days } days
}
today-days = { $days ->
    [1] 1 day
   *[other] { $days } days
}

# What is the matter, and since when
today-letter-fact = From { $age }: { $cause } { $advice }
today-fact-stopped = The consent was taken back { $age }, and something still goes on
today-fact-undecided = Referred { $age } by { $other }. Nobody has answered
today-fact-talk = Talk with { $other } before you propose another mentor. That was agreed { $age }
today-fact-interest = Referred { $age } by { $other }. We do not know whether a mentor is still wanted
today-fact-waiting = { $days } on the waiting list, referred by { $other }
today-fact-question = { $other } asked something { $age }. The clock stands still until you answer
today-fact-mentee-unasked = { $other } has said yes, but nobody could write to the young person. { $over ->
    [yes] Time ran out { $age }
   *[no] Time runs out { $age }
}
today-fact-awaiting-mentee = { $other } has said yes, and the young person has not answered. { $over ->
    [yes] Time ran out { $age }
   *[no] Time runs out { $age }
}
today-fact-awaiting-mentor = { $other } has not answered. { $over ->
    [yes] Time ran out { $age }
   *[no] Time runs out { $age }
}
today-fact-first-meeting = { $days } since the match with { $other }, and they have not met
today-fact-silent = { $days } since the last meeting with { $other }
today-fact-past-end = { $other }: the course was to end { $age }
today-fact-unanswered = A meeting with { $other } was agreed for a day { $age }. Nobody has told whether they met
today-fact-meeting-no = The young person or { $other } said no in their calendar to a meeting that is still to come, { $age }
today-fact-met = They were asked about a meeting { $age }, and we do not know whether { $other } and the young person met
today-fact-silence = The young person is silent, and it became our turn { $age }. The mentor is { $other }
today-fact-goal = The step was to be reached { $age }: { $other }
today-fact-follow-up = { $other ->
    [mentee] The follow-up with the young person was to be done { $age }
    [both] The follow-up with both was to be done { $age }
   *[mentor] The follow-up with the mentor, { $other }, was to be done { $age }
}
today-fact-step = What was agreed at the follow-up was to be done { $age }. The mentor is { $other }
today-fact-advice = { $other } asked for advice { $age }
today-fact-expectations = Meet for the first time { $age }. One of the two has not said what they expect. The mentor is { $other }
today-fact-onward = Planned to end { $age }. Nobody has written what happens afterwards. The mentor is { $other }
today-fact-ended-without-onward = Ended { $age }, and nobody has written what happened afterwards. The mentor was { $other }
today-fact-reply = { $other } wrote { $age } and has no answer
today-fact-mentor-texted = { $other }. Wrote a text message { $age } that nobody has seen to
today-fact-referrer-texted = { $other }: the referrer wrote a text message { $age } that nobody has seen to
today-fact-texted = Wrote a text message { $age } that nobody has seen to
today-fact-unsupported = { $other }. { $days } in a course without supervision or exchange with other mentors
today-fact-concern = Somebody is worried and wrote so { $age }. The mentor is { $other }
today-fact-no-way = Mail and phone no longer work. The last message came back { $age }
today-fact-dead-way = { $other } does not work. We saw that { $age }
today-fact-mentor-dead-way = { $other } does not work. We saw that { $age }
today-fact-untold = { $other ->
    [mentee] The follow-up with the young person was done { $age }, and whoever referred has heard nothing
    [both] The follow-up with both was done { $age }, and whoever referred has heard nothing
   *[mentor] The follow-up with the mentor, { $other }, was done { $age }, and whoever referred has heard nothing
}
today-fact-survey = The survey was due { $age }. Referred by { $other }
today-fact-enquiry = Wrote to us { $age } and has no answer
today-fact-word = The word stood in a wish { $age }. Waiting for us to know it: { $other }
today-fact-draft = Saved { $age } and not sent
today-fact-kept = Written { $age } and not sent
today-fact-application = { $other }. Applied { $age }
today-fact-certificate = { $over ->
    [yes] The check ran out { $age }
   *[no] The check runs out { $age }
}
today-fact-inactive = { $other }. We have heard nothing for { $days }

# What to do about it
today-act-stopped = End it
today-act-undecided = Answer
today-act-talk = We have talked
today-act-interest = Ask the young person
today-act-waiting = Find a mentor
today-act-question = Answer the mentor
today-act-mentee-unasked = Ask the young person
today-act-awaiting-mentee = Call the young person
today-act-awaiting-mentor = Call the mentor
today-act-first-meeting = Follow up
today-act-silent = Follow up
today-act-past-end = End or extend
today-act-unanswered = Tell whether they met
today-act-meeting-no = Agree another time
today-act-met = Find out whether they met
today-act-silence = Take the next step
today-act-goal = The step is reached
today-act-untold = Tell them
today-act-mentor-dead-way = Correct it, or try again
today-settle-untold = They need not be told
today-act-follow-up = Follow up
today-act-step = See what was agreed
today-act-advice = Answer the mentor
today-act-expectations = See who is missing
today-act-onward = Write the plan
today-act-ended-without-onward = Write the plan
today-act-reply = Answer
today-act-mentor-texted = Read and answer
today-act-referrer-texted = Read and answer
today-act-texted = Read and answer
today-act-unsupported = Offer something
today-act-concern = Read and answer
today-act-no-way = Find another way
today-act-dead-way = Correct it, or try again
today-act-survey = Do the survey
today-act-letter = Send again
today-act-bounced = Send again
today-act-may-have-arrived = Send again
today-act-not-asked = Ask in another way
today-act-enquiry = Answer
today-act-word = Explain the word
today-act-draft = Finish it
today-act-kept = Go on
today-act-application = See the application
today-act-certificate = Get a new check
today-act-inactive = Contact the mentor
today-settle-letter = It was done in another way
today-settle-mentor-texted = It is seen to
today-settle-referrer-texted = It is seen to
today-settle-texted = It is seen to
today-settle-bounced = It was done in another way
today-settle-may-have-arrived = It arrived
today-settle-not-asked = It was done in another way
today-settle-word = The word says nothing about an industry
today-settle-kept = Throw it away
today-settle-meeting-no = The meeting stands
today-settle-silence = It is done
today-settle-step = It is done
today-settle-ended-without-onward = No plan is needed

# Putting aside
today-until = Show it again on
today-until-past = Choose a day after today
today-until-far = Choose a day within half a year
today-reason = Why
today-reason-missing = Choose why it can wait
today-ready-tomorrow = Tomorrow
today-ready-week = In a week
today-ready-two-weeks = In two weeks
today-other-day = Another day
today-put-aside = Put aside
today-aside = Back on { $date }. { $reason } ({ $name })
today-bring-back = Bring it back now
today-undo = Undo
today-snooze-answer = We wait for an answer
today-snooze-agreed = It is agreed for later
today-snooze-away = The person is away until then
today-snooze-later = Something else is more urgent
today-notice-done = It is done
today-notice-not-here = That cannot be done from there. See more on this page
today-notice-snoozed = Put aside
today-notice-back = It is back on the page
today-notice-taken = It is your responsibility now

# The letter of the week
message-letter-digest-staff = Weekly letter to staff: what waits
message-letter-digest-partner = Letter of the week to a partner without a sign-in
message-letter-digest-referrer = Weekly letter to the referrer: what has changed and what waits
message-letter-digest-mentor = Weekly letter to the mentor: meetings, questions and steps
digest-staff-subject = Your week: what waits for you
digest-staff-lead = This is what you are responsible for right now, or see to for a colleague. Each line leads to its list.
digest-line = { $what }: { $count }
digest-line-overdue = { $what }: { $count }, of which { $overdue } overdue
digest-staff-link = See all of it on your first page
digest-referrer-subject = Your week: those you referred
digest-referrer-waits = This waits for you:
digest-referrer-changed = This happened in the week before:
digest-referral = Referred { $date } ({ $letter }): { $what }
digest-referrer-more = And { $count } more on your list.
digest-referrer-link = See all your referrals
digest-partner-ask = To know more, get in touch with us.
digest-partner-more = And { $count } more.
digest-mentor-subject = Your week as a mentor
digest-mentor-lead = This is in the week:
digest-mentor-meeting = { $when }: meeting with { $name }
digest-mentor-question = Did you and { $name } meet, { $when }? Answer yes or no
digest-mentor-step = { $date }: a step towards the goal with { $name }
digest-mentor-link = See your page

# Files that brought people in
backlog-title = People from files
backlog-lead = What was due before a file was brought in is not written by itself. See how much it is, and say whether it is written now. The figures are cases, not messages: one case can become several messages, such as one to each side, or none where nobody can be written to.
backlog-none = No file waits for you
backlog-none-text = Nothing was due before.
backlog-file = Brought in
backlog-held = What waits
backlog-line = { $what }: { $count } { $count ->
    [one] case
   *[other] cases
}
backlog-write = Write to them
backlog-not = Do not write
backlog-write-after-all = Write to them after all
backlog-declined = To these we do not write
backlog-decided = { $name } said no { $date }
backlog-notice-yes = They are told the next time it is due
backlog-notice-no = They are not told
backlog-notice-already = Somebody else has said yes: they are told
