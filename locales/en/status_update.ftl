# What whoever referred is told
status-update-heading = How it is going
status-update-none = A line stands here each time we have followed up.
status-update-meet-as-agreed = They meet as agreed.
status-update-not-met-yet = They have not met yet. We are following up.
status-update-not-met-lately = They have not met for a while. We are following up.
status-update-mentee-not-reached = We have not been able to reach the young person. Do you know how we can?
status-update-mentor-not-reached = We have not been able to reach the mentor yet. We will try again.
status-update-job-in-sight = A job or an education is in sight.
status-update-job-begun = The young person has begun a job or an education.
status-update-ends-soon = The course ends soon. We are talking with them about what comes after.
status-update-they-go-on = We have talked with both, and they go on.
status-update-they-change = We have talked with both. They go on and change something, so that it suits them better.
status-update-they-stop = We have talked with both, and they stop. You hear from us when the course has ended.
status-update-wrote = { $who } wrote:
status-update-take-back = Take the line back
status-update-reply-partner = Would you like to answer or ask something?
status-update-reply-staff = Write to whoever referred
status-update-reply-hint = Do not write about illness. The mentor does not see it.
status-update-reply-missing = Write something first
status-update-send = Send
status-update-settle = There is nothing to answer
status-update-said = The partner has been told after this follow-up
status-update-stopped = The young person has said no to a mentor. End the course instead
status-update-notice-written = Sent
status-update-notice-settled = Good, it is seen
status-update-notice-taken-back = The line is taken back

# On the page of a follow-up
status-update-tell = Tell whoever referred
status-update-tell-text = Choose one line, or leave it. Nothing else is sent.
status-update-sentence = Line
status-update-sentence-missing = Choose a line
status-update-tell-send = Send the line
status-update-told = Whoever referred was told: { $sentence }
status-update-notice-told = The line is sent

# Letters
status-update-subject = How it is going
status-update-lead = We have talked with one of the two in a course that you referred to. { $date }:
status-update-question-subject = A partner has written
status-update-question = Whoever referred a young person has written to us about how it is going. Answer on the page of the referral.
status-update-open = See what it says
status-update-answer-subject = We have written to you
status-update-answer = We have written to you about a young person whom you referred.
