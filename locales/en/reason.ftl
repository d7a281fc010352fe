reason-found-job-or-education = Found a job or education
reason-not-ready = Not ready yet
reason-no-longer-wants = No longer wants to
reason-no-time = Has no time
reason-no-contact = No contact
reason-partner-withdrew = The partner withdrew the referral
reason-mentor-withdrew = The mentor withdrew
reason-outside-target-group = Outside the target group
reason-moved = Moved away
reason-mismatch = They did not fit together
reason-concern = Concern
reason-other = Other
reason-unknown = Not stated

# What follows each reason
reason-title = Reasons and what follows
reason-lead = When somebody says no thanks, or a course is interrupted, a reason is chosen. Here you see what each reason leads to. You can change it.
reason-when = When
reason-when-any = All
reason-when-mentor-declined = When a mentor says no thanks
reason-when-mentee-declined = When the young person says no thanks
reason-when-course-ended = When a course ends without being completed
reason-only-changed = Only those that we have changed
reason-none = We found no reasons
reason-none-text = Try fewer filters. If you have not changed anything, the default holds everywhere.
reason-reason = Reason
reason-follows = What follows
reason-declared-by = Decided by
reason-by-staff = Changed by us
reason-by-default = Default
reason-follows-now = What follows now
reason-follows-waits-on = The young person waits on and keeps the place in the queue.
reason-follows-back-to-queue = The young person goes back to the queue and keeps the waiting time.
reason-follows-talk = Talk to the partner before you decide what is to happen.
reason-follows-close = The referral is closed.
reason-follows-pair-rests = The two are not proposed to each other for { $days } { $days ->
    [one] day
   *[other] days
  }.
reason-follows-pair-never = The two are not proposed to each other again.
reason-follows-young-rests = The young person has peace for { $days } { $days ->
    [one] day
   *[other] days
  } before another mentor is proposed.
reason-follows-pause = The mentor is paused for { $days } { $days ->
    [one] day
   *[other] days
  }.
reason-follows-pause-open = The mentor is paused until somebody ends it.
reason-edit = Change it
reason-edit-text = It holds from now on. What has happened already stays as it is.
reason-onward = What becomes of the referral?
reason-onward-missing = Choose what becomes of the referral
reason-pair-rest = May the two be proposed to each other again?
reason-pair-rest-none = Yes, at once
reason-pair-rest-days = Yes, after a number of days
reason-pair-rest-open = No, never
reason-young-rest = Is the young person to have peace before another mentor is proposed?
reason-young-rest-hint = The two who had the course together are never proposed to each other again.
reason-young-rest-none = No
reason-young-rest-days = Yes, for a number of days
reason-rest-missing = Choose for how long
reason-rest-days = How many days?
reason-pause = Is the mentor paused?
reason-pause-none = No
reason-pause-days = Yes, for a number of days
reason-pause-length = How many days does the pause last?
reason-pause-open = Yes, until somebody ends the pause
reason-pause-missing = Choose whether the mentor is paused
reason-days-hint = Calendar days. Only if you have chosen a number of days.
reason-save = Save
reason-take-back = Back to the default
reason-take-back-text = Then again that follows which the platform proposes:
reason-history = Changes
reason-history-what = Who and when
reason-history-before = Before
reason-history-after = After
reason-change-edited = { $name } changed “{ $reason }”
reason-change-taken-back = { $name } set “{ $reason }” back to the default
reason-notice-edited = It is saved and holds from now on.
reason-notice-taken-back = The default holds again.
reason-deadlines = Deadlines of a proposal
reason-deadline-reminder = A mentor who has not answered is reminded after { $days } { $days ->
    [one] day
   *[other] days
  }.
reason-deadline-answer = The mentor and the young person each have { $days } { $days ->
    [one] day
   *[other] days
  } to answer. Then the referral waits again.
reason-deadline-setting = Setting: { $setting }
reason-deadlines-text = The deadlines are counted in calendar days of Danish time, and the clock stands still while a mentor waits for the answer to a question. Whoever runs the platform changes them in the environment or in the settings file. The command “brobyg config” shows them all.
