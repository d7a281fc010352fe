# The exit: what each side is asked once a course is over. The questions themselves stand in src/questionnaire/data/.

questionnaire-title = How did the course go?
questionnaire-about = It is about a mentor course that is over.
questionnaire-lead-young-person = Your course with a mentor is over. We would like to hear how it went for you.
questionnaire-lead-mentor = Your course with { $name } is over. We would like to hear how it went, seen from your side.
questionnaire-lead-referrer = { $name }, whom you referred, has finished the course with a mentor. We would like to hear how it went, seen from your side.
questionnaire-free = Answering is up to you, and you can leave questions out. You can open the page again and correct your answers until { $date }.
questionnaire-alone = Only we in the mentor scheme see your answers.
questionnaire-because = If you write nothing
questionnaire-no-answer = No answer
questionnaire-missing-prefer-not = Prefer not to say
questionnaire-missing-dont-know = Don’t know
questionnaire-missing-not-relevant = Not relevant to me
questionnaire-send = Save my answers
questionnaire-thanks-title = Thank you for your answers
questionnaire-thanks-text = They are saved. You can open the link again and correct them until it closes.

# For staff

questionnaire-see = How did it go? Answers at the end
questionnaire-exit = Answers at the end
questionnaire-exit-of = Answers at the end: { $name }
questionnaire-nothing = Nobody was asked about this course. We ask about courses that are over and in which the two have met.
questionnaire-sides = Who was asked
questionnaire-both = The young person and the mentor beside each other
questionnaire-side-young-person = The young person
questionnaire-side-mentor = The mentor
questionnaire-side-referrer = Whoever referred
questionnaire-state-open = Not asked yet
questionnaire-state-asked = Asked
questionnaire-state-answered = Has answered
questionnaire-state-over = Did not answer
questionnaire-asked-on = We wrote on { $date }. Can be answered until { $until }.
questionnaire-open-until = Can be answered until { $until }.
questionnaire-write-down = Write answers down
questionnaire-back = Back to the answers
questionnaire-phone-title = Write answers down
questionnaire-phone-of = Write answers down: { $side }
questionnaire-phone-lead = Read the questions out and choose what is said. Each question can be left out. The answers can be corrected until { $date }.
questionnaire-save = Save the answers
questionnaire-notice-saved = The answers are saved
questionnaire-gone = This was not asked
questionnaire-closed = It can no longer be answered
questionnaire-not-wanted = The young person does not want to be asked
course-change-exit-answered = { $name }: Said how the course went{ $days }
course-change-exit-answered-by-phone = { $name }: Wrote down how the course went{ $days }

# Letters

questionnaire-mail-subject = How did the course go?
questionnaire-mail-young-person = Your course with a mentor is over. We would like to hear how it went for you. There are a few short questions.
questionnaire-mail-mentor = Your course with { $name } is over. We would like to hear how it went, seen from your side. There are a few short questions.
questionnaire-mail-referrer = A young person whom you referred has finished the course with a mentor. We would like to hear whether it was the right help.
questionnaire-mail-again = We also wrote a week ago. Now we do not ask again.
questionnaire-mail-link = Answer here
questionnaire-mail-free = Answering is up to you. The link is for you alone, and you can open it again and correct your answers until it closes.
questionnaire-mail-alone = Only we in the mentor scheme see your answers.
message-letter-exit-young-person = To the young person: how did the course go?
message-letter-exit-mentor = To the mentor: how did the course go?
message-letter-exit-referrer = To whoever referred: was it the right help?
message-text-exit-young-person = Hello from the mentor scheme. How did the course go? A few short questions: { $link }

# The report

outcome-answers = Answers at the end
outcome-answers-lead = What the three sides of a course say once it is over. A question with fewer than five answers is not shown.
outcome-answers-of = { $answered } of { $asked } who were asked have answered.
outcome-download-answers = The answers at the end
outcome-heading-instrument = Questionnaire
outcome-heading-instrument-version = Version of the questionnaire
outcome-heading-side = Who answers
outcome-heading-item = Question
outcome-heading-missing = Why no answer
outcome-heading-answered-on = Answered
outcome-heading-through = Answered through
outcome-heading-language = Language
outcome-column-instrument = Which questionnaire.
outcome-column-instrument-version = The version of the wording that was answered.
outcome-column-side = Who answers: the young person, the mentor or whoever referred.
outcome-column-item = The code of the question. Its wording stands in this list.
outcome-column-value = The code of what was chosen; empty where there is no answer. Answers in words of their own are left out.
outcome-column-missing = Why there is no answer: prefer_not, dont_know or not_relevant.
outcome-column-answered-on = The day on which the answer came.
outcome-column-through = By the link (link) or on the phone (phone).
outcome-column-language = The language in which it was asked.
outcome-higher-is-better = Higher is better.
outcome-unordered = No answer is better than another.
