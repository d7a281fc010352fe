# What comes after a course

course-onward-title = After the course
course-onward-lead = The course is planned to end on { $date }. Write what you have talked about.
course-onward-nothing = Nobody has written yet what happens after the course.
course-onward-write = Write what happens afterwards
course-onward-change = Change it
course-onward-step-down = How are your last meetings spaced?
course-onward-step-down-was = How often did the two meet towards the end?
course-onward-step-down-hint = For example: every other week in March, and at last once in April.
course-onward-hint = Whom does the young person turn to afterwards, and what is the next step? For example: begins a basic course in August and calls their counsellor when in doubt. The partner can read it when the course is over.
course-onward-save = Save
course-onward-missing = Write what happens afterwards
course-onward-by-mentor = The mentor wrote it on { $date }
course-onward-by-staff = We wrote it on { $date }
course-onward-step-down-by-staff = We wrote on { $date } how the last meetings were spaced
course-onward-none = No plan is needed: { $because } ({ $date })
course-onward-linked = You and { $name } are planned to end on { $date }. What have you talked about?
course-onward-thanks = Now we know what happens afterwards. You can close the page now.
course-notice-onward-told = Saved
course-notice-onward-waived = Then no plan is needed
course-change-onward-told = { $name }: Wrote what happens after the course{ $days }
course-change-onward-waived = { $name }: No plan is needed for the time after{ $days }

course-no-plan = Is no plan needed?
course-no-plan-why = Why not?
course-no-plan-save = None is needed
course-no-plan-missing = Choose why none is needed
course-no-plan-under-way = The young person is in a job or an education
course-no-plan-not-wanted = The young person does not want one
course-no-plan-not-reached = We cannot reach the young person
course-no-plan-not-needed = We have looked at it and none is needed

# Letters

course-onward-letter-subject = What happens after the course?
course-onward-letter-text = You and { $name } are planned to end on { $date }. Talk about it when you meet next: how are the last meetings spaced, whom does { $name } turn to afterwards, and what is the next step?
course-onward-letter-link = Write what you have talked about
course-onward-letter-free = It takes two minutes. If you need more time together, get in touch with us.
message-letter-onward-plan = To the mentor: what happens after the course?
