# Who of staff sees to what
duty-responsible = Responsible
duty-nobody = Nobody
duty-nobody-yet = Nobody is responsible yet.
duty-mine = What I see to now
duty-teams = What somebody is responsible for
duty-nobodys = What nobody is responsible for
duty-everybodys = Everybody’s
duty-since = { $name } has been responsible since { $date }.
duty-by-deputy = { $name } is away. { $deputy } sees to it.
duty-by-deputy-until = Until { $date }, that day included.
duty-take = I take it
duty-hand-over = Hand over
duty-choose = Choose a colleague
duty-notice-handed-over = It has been handed over
duty-not-at-work = Choose somebody who works here now
duty-nothing = There is nothing to hand over
duty-overtaken = Somebody else handed it over meanwhile
duty-to-missing = Choose who is to be responsible
duty-thing-partner = Partner
duty-thing-referral = Referral
duty-thing-course = Course
duty-thing-mentor = Mentor
duty-back = Back
duty-handover-title = Hand over the responsibility
duty-handover-lead = Whoever you choose gets it on their list and becomes the contact person. The referrer or the mentor is told.
duty-handover-to = New responsible
duty-handover-count = { $count ->
    [one] You hand over one thing.
   *[other] You hand over { $count } things.
}
duty-handover-all = Hand over everything in the list
duty-handover-from-title = Hand over everything of a colleague
duty-handover-from-lead = All that the one is responsible for goes to the other: partners, referrals, courses and mentors.
duty-handover-from = From
duty-handover-from-missing = Choose whom it comes from
duty-history = Who has been responsible
duty-history-line = { $name }, from { $since }
duty-history-line-until = { $name }, from { $since } until { $until }

# Absence and deputy
duty-absences = Absence
duty-absences-lead = While it lasts, the deputy gets your lines of “Today” and the mails that would go to you. Afterwards they come back by themselves.
duty-absence-days = Away from { $from } until { $until }, both days included.
duty-absence-deputy = { $name } is the deputy.
duty-absence-deputy-away = { $name } is away on some of the days, too. It then goes on to whoever steps in for { $name }, or to an administrator.
duty-absence-administrator = An administrator is the deputy.
duty-absence-from = First day
duty-absence-until = Last day
duty-deputy = Deputy
duty-deputy-missing = Choose a deputy
duty-absence-save = Write down the absence
duty-absence-end = End the absence
duty-notice-away = The absence is written down
duty-notice-back = The absence is over
duty-absence-gone = The absence is over already
duty-absence-past = The first day cannot be before today
duty-absence-ends-first = The last day cannot be before the first
duty-absence-overlaps = There is an absence on one of the days already
duty-absence-own-deputy = Choose somebody else than the one who is away
duty-heir = Who takes over?
duty-heir-hint = All that the person is responsible for goes to whoever you choose.
duty-heir-missing = Choose who takes over

# Letters
message-letter-contact-of-referrer = News of another contact person, to a referrer
message-letter-contact-of-partner = To a partner about a new contact person
message-letter-contact-of-mentor = News of another contact person, to a mentor
duty-letter-subject = You have a new contact person
duty-letter-text = From now on you can call or write to:
duty-letter-contact = { $contact }
duty-letter-link = See your cases
duty-letter-enquiry = Refer another young person, without signing in
duty-letter-mentor-link = See your courses
