# The frame of every page
skip-to-content = Skip to content
demo-banner = This is a demo. Everybody in it is invented, and no mail is sent.
menu = Menu
menu-label = Main menu
signed-in-as = Signed in as
menu-languages = Languages
menu-help-translation = The translation is only a help. The Danish text stands beside it, and that one counts.
sign-in = Sign in
sign-out = Sign out
nav-own-referrals = My referrals
nav-new-referral = New referral
nav-mentor = My overview
nav-mentor-profile = My profile
nav-today = Today
nav-enquiries = Enquiries
nav-referrals = Referrals
nav-planning = Matching meeting
nav-proposals = Proposals
nav-mentors = Mentors
nav-courses = Courses
nav-follow-ups = Follow-ups
nav-surveys = Surveys
nav-outcomes = Outcomes
nav-admin = Administration
footer-help-heading = Not sure about something?
footer-help-text = Get in touch with us and we will help you:
footer-contact = Your contact person is
footer-contact-until = (until and including { $date })
footer-help-nobody = Ask the person you know in the project.
footer-promise = Brobyg is voluntary for everybody. We are not an authority.

# Forms
error-summary-heading = There is something to put right
field-error = Error:
field-optional = (optional)
date-day = Day
date-month = Month
date-year = Year
draft-saving = Saving the draft …
draft-saved = The draft is saved
draft-refused = The draft is saved, but not the fields in which a CPR number stands. Delete the number.

# Lists
list-filters = Search and filter
list-filter = Show
list-filter-clear = Reset
list-total = { $total ->
    [0] None found
    [one] 1 found
   *[other] { $total } found
}
list-pages = Pages
list-previous = Previous
list-next = Next
list-page-of = Page { $page } of { $pages }

# Charts
chart-of = { $numerator } of { $denominator }
chart-interval = 95% interval: { $low } to { $high }
chart-span = { $low } to { $high }
chart-no-share = None yet
chart-what = What
chart-count = Count
chart-share = Share
chart-picture = Picture
chart-target = Target
chart-result = Result
chart-difference = Difference
chart-met = Reached
chart-yes = Yes
chart-unknown = Not known
chart-not-yet = Not yet
chart-points = { $points } percentage points

# When a page cannot be shown
error-page-home = Go to the front page
error-page-not-found = We cannot find that page
error-page-not-found-advice = The link may be old, or the page may not be for you. Try from the front page.
error-page-sign-in-first = Sign in first
error-page-sign-in-first-advice = You need to be signed in to see this page.
error-page-forbidden = This page is not for you
error-page-forbidden-advice = Other people in Brobyg use it. If you think you should see it, write to us.
error-page-foreign-form = Your sign-in has changed since you opened the page
error-page-foreign-form-advice = We saved none of what you sent. Go back, reload the page, and send it again.
error-page-other-sign-in = Somebody else opened this page
error-page-other-sign-in-advice = It belongs to another sign-in than the one in the browser now. We saved nothing in your name. Open the page again from the front page.
error-page-other-sign-in-kept = Somebody else opened this page
error-page-other-sign-in-kept-advice = It belongs to another sign-in than the one in the browser now. We saved nothing in your name. What was written is put aside for whoever opened the page, and is there again when they sign in.
error-page-from-elsewhere = The form did not come from Brobyg
error-page-from-elsewhere-advice = Another website tried to send something in your name. We saved nothing. If it was you, open the page here with us and send it from there.
error-page-too-large = What you sent is too large
error-page-too-large-advice = A form may be { $megabytes } MB at most. We saved nothing. Go back with the button of your browser: what you wrote is still there. Make it shorter and send it again.
error-page-no-length = We could not read what you sent
error-page-no-length-advice = Your browser did not say how much was coming, and a form may be { $megabytes } MB at most. We saved nothing. Go back and try again, or try another browser.
error-page-not-a-form = We could not read what you sent
error-page-not-a-form-advice = Nothing has been saved. Go back and try again.
error-page-too-many = That was a few tries too many
error-page-too-many-advice = Wait a quarter of an hour, then try again.
error-page-long-address = The address is too long
error-page-long-address-advice = Brobyg has no such address. Begin again from the front page.
error-page-packed = We could not read what you sent
error-page-packed-advice = It came packed, and we do not take that. We saved nothing. Go back and try again, or try another browser.
error-page-busy = There are too many at once just now
error-page-busy-advice = Nothing has been saved. Wait a moment, go back and try again.
error-page-changed-meanwhile = It has changed since you opened the page
error-page-changed-meanwhile-advice = It cannot be done as things stand now. If you sent something, we have not saved it. Go back, reload the page, and see what is new.
error-page-stopped = Contact between you is stopped
error-page-stopped-advice = So you can write nothing more about the course. Do not contact the young person. We will phone you; phone us if anything is still to be written down.
error-page-unavailable = We cannot reach our data right now
error-page-unavailable-advice = This usually passes by itself. Wait a little and try again. If you have just sent something, count on it being saved only once you can see it here in Brobyg.
error-page-unexpected = Something went wrong on our side
error-page-unexpected-advice = It is not your fault. Try again in a moment, and write to us if it goes on.

# A request that is refused at the door

# The front page
front-title = Business mentors for young people
front-heading = A mentor who knows the trade
front-lead = We bring young people of 15 to 25 together with a volunteer from the very line of work they dream of. The two meet for three to six months and find the way to a job, an apprenticeship or an education.
front-become-mentor = Become a mentor
front-know-young = I know a young person, but have no sign-in
front-want-mentor = Get a mentor
front-how-heading = How it works
front-refer-heading = It starts with a wish
front-refer-text = The young person writes to us, or a housing social worker does. It is always the young person who says yes.
front-match-heading = We find the right one
front-match-text = The young person says in their own words what the dream is. We look for a mentor who works with exactly that.
front-meet-heading = The two meet
front-meet-text = Over a coffee, at the workplace or on a walk. They decide where and when, and what the goal is.
front-after-heading = We stay with you
front-after-text = Along the way we call and hear how it goes. A year later we ask again.
front-doors-heading = Who are you?
front-young-heading = I am young
front-young-text = Would you like a mentor? Write to us, or talk to the housing social worker where you live. It is free, and you can stop whenever you like.
front-mentor-heading = I would like to be a mentor
front-mentor-text = You need not be a manager. Know your trade, be able to listen, and have time for a couple of meetings a month.
front-partner-heading = I work in a housing partnership
front-partner-text = Refer a young person in under three minutes, and follow how it goes without having to phone.
front-promise = Brobyg is not the municipality. No demands and no sanctions here, only people who would like to help.

# Histories.
by-the-platform = Brobyg
by-the-mentor = The mentor themselves
by-the-mentee = The young person themselves
by-the-referrer = The referrer themselves
on-behalf-of-the-mentor = On behalf of the mentor.
list-take = Download the list as
list-take-table = Download
list-take-xlsx = Excel
list-take-excel = CSV for Excel
list-take-csv = CSV
answer-yes = Yes
answer-no = No

# What a workbook calls its sheet
sheet-answers = Answers
sheet-concerns = Concerns
sheet-consents = Consents
sheet-courses = Courses
sheet-definitions = Definitions
sheet-enquiries = Enquiries
sheet-enquiry-links = Enquiry links
sheet-figures = Figures
sheet-follow-ups = Follow-ups
sheet-interviews = Interviews
sheet-letters = Letters
sheet-mail = Mails
sheet-meetings = Meetings
sheet-mentors = Mentors
sheet-partners = Partners
sheet-people = People
sheet-plan = Plan
sheet-projects = Projects
sheet-proposals = Match proposals
sheet-referrals = Referrals
sheet-referrals-of-word = Referrals of a word
sheet-responses = Responses
sheet-security = Security
sheet-shortage = Shortage
sheet-shortage-areas = Shortage by area
sheet-shortage-steps = What would help
sheet-sms = Text messages
sheet-surveys = Surveys
sheet-unknown-words = Unknown words
sheet-words = Words
