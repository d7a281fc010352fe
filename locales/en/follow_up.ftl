# The list
follow-up-list = Follow-ups
follow-up-name = Name
follow-up-all = All
follow-up-mentee = Young person
follow-up-mentor = Mentor
follow-up-side = With whom
follow-up-due = Due
follow-up-state = Status
follow-up-tries = Tries
follow-up-none = No follow-ups here
follow-up-none-text = Follow-ups are planned by themselves when a course begins. Try another filter.
follow-up-side-mentor = The mentor
follow-up-side-mentee = The young person
follow-up-side-both = Review with both
follow-up-state-now = Due now (all)
follow-up-state-untold = Done, and the partner has heard nothing
follow-up-state-overdue = Overdue
follow-up-state-due = Due now
follow-up-state-upcoming = Coming
follow-up-state-resting = Resting
follow-up-state-reached = Done
follow-up-state-not-reached = Not reached

# On the page of a course
follow-up-heading = Follow-ups
follow-up-planned-soon = The next follow-ups are planned within ten minutes.
follow-up-tried = { $count ->
    [one] 1 try, last { $date }
   *[other] { $count } tries, last { $date }
}
follow-up-last = Last talk: { $side }
follow-up-moods = How it has been: { $side }

# The page of a follow-up
follow-up-title-mentor = Follow-up with the mentor { $name }
follow-up-title-mentee = Follow-up with { $name }
follow-up-title-both = Review of the course with { $name }
follow-up-due-on = Planned for { $date }.
follow-up-ask = The talk
follow-up-ring = Call { $name }: { $phone }
follow-up-wishes = Likes to be reached { $way }
follow-up-through-partner = Wants to be reached through the partner only: { $whom }
follow-up-no-way = We have no way to the young person. Ask the partner.
follow-up-not-called = The young person has said no to a mentor. Do not call.
follow-up-tell = What was said?
follow-up-mood = How is it going?
follow-up-mood-hint = Choose what you heard. You can leave the rest as it is.
follow-up-mood-very-good = Very well
follow-up-mood-good = Well
follow-up-mood-mixed = Up and down
follow-up-mood-poor = Not so well
follow-up-mood-bad = Badly
follow-up-mood-missing = Choose how it is going
follow-up-mood-without-talk = If you have not talked, leave this empty
follow-up-review = What did you agree on?
follow-up-review-go-on = They go on
follow-up-review-change = They change something
follow-up-review-stop = They stop
follow-up-review-missing = Choose what you agreed on
follow-up-said = What was said?
follow-up-said-hint = For the project's staff alone. Do not write about illness.
follow-up-begun = The young person has begun a job or an education
follow-up-step = What is the next step?
follow-up-step-hint = It is shown to you on the day you write.
follow-up-step-on = When?
follow-up-step-missing = Write what is to happen on that day
follow-up-step-day-missing = Write when it is to happen
follow-up-step-by = Next step: { $step } ({ $date })
follow-up-step-done-on = Next step: { $step } (done { $date })
follow-up-step-is-done = It is done
follow-up-result = Did you reach each other?
follow-up-result-hint = If you chose how it is going, you need not choose here.
follow-up-result-answered = Yes, we talked
follow-up-result-no-answer = No, no answer
follow-up-result-number-not-in-use = No, the number is not in use
follow-up-result-bounced = No, the message came back
follow-up-result-refused = No, had no time or did not want to
follow-up-result-voice-mail = No, voice mail
follow-up-result-somebody-else = No, somebody else answered and passes it on
follow-up-result-not-now = No, not now
follow-up-result-call-back = No, wants to be rung
follow-up-result-no-language = No, we had no language in common
follow-up-result-unable = No, cannot be reached: ill, in prison or away
follow-up-result-dead = No, has died
follow-up-result-missing = Choose how it is going, or why you did not talk
follow-up-choose = Choose
follow-up-channel = How did you try?
follow-up-tried-on = Which day?
follow-up-hour = At what time?
follow-up-save = Save
not-reached-tries = You can give up after three attempts on different days and through at least two channels. Missing: { $days } { $days ->
    [one] day
   *[other] days
  } and { $channels } { $channels ->
    [one] channel
   *[other] channels
  }.
not-reached-days = You can give up after three attempts on different days and through at least two channels. Missing: { $days } { $days ->
    [one] day
   *[other] days
  }.
not-reached-channels = You can give up after three attempts on different days and through at least two channels. Missing: { $channels } { $channels ->
    [one] channel
   *[other] channels
  }.
not-reached-slot = Try at two parts of the week, at least once in an evening or at a weekend.
not-reached-wait = There have to be 14 days from the first try to the last. { $days } are missing.
not-reached-untried = Try the ways to the person that are in use and were not tried yet: { $count }.
follow-up-after-change = What can be changed
follow-up-after-stop = How to stop
follow-up-change-agreement = Correct what the two have agreed
follow-up-change-meeting = Agree the next meeting
follow-up-change-mentor = Another mentor: end the course, and find a new one
follow-up-give-up = Close without contact
follow-up-before = Last time
follow-up-before-none = Nobody has talked at a follow-up before this one.
follow-up-correct = Correct
follow-up-correct-title = Correct what is written
follow-up-correct-text = The old text is kept, so that one can see what we knew then.
follow-up-back = Back to the follow-up
follow-up-closed = Somebody else has just done it, or the course has ended
follow-up-in-future = That time has not come yet
follow-up-before-match = The day is before the match
follow-up-not-done = The follow-up is not done yet
follow-up-gone-on = The next follow-up has begun, or this one is closed. Whether you reached each other stands
not-reached-too-early = Too little has been tried yet. What is missing stands below the tries
follow-up-notice-told = Saved
follow-up-notice-corrected = Corrected
follow-up-notice-not-reached = The follow-up is closed without contact. The next one is planned
follow-up-notice-step-done = Good, it is done

# What to ask, as things stand
follow-up-situation-first-meeting-overdue = The first meeting is missing
follow-up-situation-not-met = Have not met yet
follow-up-situation-no-show = One did not come to the last meeting
follow-up-situation-silent = Long since the last meeting
follow-up-situation-near-end = The course ends soon
follow-up-situation-past-end = The course is past its last day
follow-up-situation-begun = Has begun a job or an education
follow-up-situation-ordinary = Under way
follow-up-ask-always = Is there anything we can help with?
follow-up-ask-first-meeting-overdue-mentor-1 = Have you reached the young person? How have you tried?
follow-up-ask-first-meeting-overdue-mentor-2 = Shall we agree the first meeting now?
follow-up-ask-first-meeting-overdue-mentee-1 = Has your mentor called or written to you?
follow-up-ask-first-meeting-overdue-mentee-2 = When can you meet? Is there anything that makes it hard?
follow-up-ask-not-met-mentor-1 = Have you agreed when you meet?
follow-up-ask-not-met-mentor-2 = Is there anything you would like to know before you meet?
follow-up-ask-not-met-mentee-1 = Have you agreed when you meet?
follow-up-ask-not-met-mentee-2 = What do you hope your mentor can help with?
follow-up-ask-no-show-mentor-1 = What happened last time? Have you talked since?
follow-up-ask-no-show-mentor-2 = When do you meet next?
follow-up-ask-no-show-mentee-1 = What happened last time? Have you talked since?
follow-up-ask-no-show-mentee-2 = Do time and place suit you, or should they be different?
follow-up-ask-silent-mentor-1 = When were you last in touch? What has made it hard?
follow-up-ask-silent-mentor-2 = Would you like to go on? Shall we agree a meeting now?
follow-up-ask-silent-mentee-1 = When were you last in touch? What has made it hard?
follow-up-ask-silent-mentee-2 = Would you like to go on, or should something be different?
follow-up-ask-near-end-mentor-1 = What will you get done before the end? Is anything missing?
follow-up-ask-near-end-mentor-2 = What is the young person's plan afterwards? Is more time needed?
follow-up-ask-near-end-mentee-1 = What have you been glad of? Is anything missing?
follow-up-ask-near-end-mentee-2 = What will you do afterwards? Who can help you?
follow-up-ask-past-end-mentor-1 = Do you still meet? Is the course to end, or is more time needed?
follow-up-ask-past-end-mentor-2 = What is missing before you can end well?
follow-up-ask-past-end-mentee-1 = Do you still meet? Would you like more time, or are you done?
follow-up-ask-past-end-mentee-2 = What will you do now? Who can help you?
follow-up-ask-begun-mentor-1 = How is the job or the education going, as far as you know?
follow-up-ask-begun-mentor-2 = Do you still meet? What matters right now?
follow-up-ask-begun-mentee-1 = How is the job or the education going?
follow-up-ask-begun-mentee-2 = Is there anything there that you would like to talk with your mentor about?
follow-up-ask-ordinary-mentor-1 = How is it going? What have you done since we talked?
follow-up-ask-ordinary-mentor-2 = What do you want to get done next? When do you meet?
follow-up-ask-ordinary-mentee-1 = How is it going? What have you done since we talked?
follow-up-ask-ordinary-mentee-2 = Are you glad to meet? What do you want to get done next?
follow-up-ask-review-1 = What has gone well, and what is hard? Ask each by themselves.
follow-up-ask-review-2 = Does the goal suit them, and do they meet as often as they want?
follow-up-ask-review-3 = Shall they go on, change something or stop?
follow-up-need-not-be-told = Whoever referred need not be told of this one. That was noted { $date }.
