# What was typed and is not saved yet
kept-heading = What you wrote is not saved yet
kept-why-typed = You wrote it { $at } and did not send it. It is back in the fields, but it is not saved until you send it.
kept-why-signed-out = You were signed out when you sent it { $at }, so we saved none of it. Look it over and send it again.
kept-why-other-sign-in = Somebody else was signed in in the browser when you wrote it { $at }, so we saved none of it. Look it over and send it again.
kept-why-old-page = Your sign-in has changed since you opened the page. So we saved none of what you sent { $at }. Look it over and send it again.
kept-why-changed = Something has been changed since you opened the page. So we saved none of what you sent { $at }. The page shows how it is now. Look it over, and send it again if it still fits.
kept-why-stopped = Contact between you is stopped, so we saved none of what you sent { $at }. Get in touch with us if any of it is to be written down.
kept-why-refused = There was something to put right when you sent it { $at }, so we saved none of it. Look it over and send it again.
kept-why-not-for-you = It cannot be saved with the sign-in you have now, or it is no longer there. We saved none of what you sent { $at }. If you need the text, copy it.
kept-why-too-many = There were a few too many tries. We saved none of what you sent { $at }. Wait a quarter of an hour, and send it again.
kept-why-not-read = We could not read what you sent { $at } and saved none of it. Look it over and send it again.
kept-why-failed = Something went wrong on our side, and we saved none of what you sent { $at }. Try again in a while.
kept-why-unknown = Something went wrong on our side while we saved what you sent { $at }, and we do not know whether it was saved. Send it again as it is: if it is saved already, it will not be saved twice.
kept-go-to-form = Go to what you wrote
kept-without-place = This no longer has a place on the page. If you need it, copy it:
kept-without-form = Here is what you wrote. If you need it, copy it:
kept-cpr-left-out = A field was left out, as there was a CPR number in it. We never keep those.
kept-throw-away = Throw it away
kept-notice-thrown-away = It was thrown away
kept-try-again = Try again
kept-stored-now = It now says:
kept-overtaken = Somebody has changed the same since you typed it. Beneath the fields stands what is stored now.
kept-signed-out-heading = You were signed out
kept-signed-out = What you wrote is not saved yet, but it is put aside for you. Sign in, and it is back in the fields for you to send.
kept-sent-before-heading = It is saved already
kept-notice-sent-before = You sent exactly the same before, and it was saved then. We did not save it twice.
kept-back-to-page = Back to the page
kept-offline = We cannot reach Brobyg just now, so what you write is only here on the screen. Leave the page open. We try again by ourselves.
kept-over = You are signed out, so what you write is only here on the screen. Leave the page open.
kept-over-link = Sign in in a new window, and we put it aside again.
kept-other = Somebody else is signed in in the browser now. What you write here is put aside for you alone, and is here again when you sign in.
kept-changed = The draft has been changed in another window since you opened it here. So what you write here is not saved in it, but put aside for you.
kept-changed-link = See the draft as it is now.
kept-long = The text is too long for us to put it aside, so it is only here on the screen. Make it shorter.
kept-saved = Draft saved at

# What has been left lying
kept-list-title = What you have written and not sent
kept-list-lead = We keep it for 14 days, for you alone. Open the page to go on, or throw it away.
kept-list-none = Nothing of yours is left lying
kept-list-none-text = All that you wrote is sent or thrown away.
kept-list-what = Where
kept-list-when = Written
kept-of-account = Your sign-in
kept-of-admin = A page for administrators
kept-of-concerns = A concern
kept-of-courses = A course
kept-of-enquiries = An enquiry
kept-of-follow-ups = A follow-up
kept-of-mentor = Your page as a mentor
kept-of-mentors = A mentor
kept-of-planning = A matching meeting
kept-of-proposals = A proposal
kept-of-referrals = A referral
kept-of-surveys = A survey
kept-of-other = Another page
kept-lying = { $count ->
    [one] You have written something that you have not sent
   *[other] You have written something on { $count } pages that you have not sent
}

# Behind a link
kept-yours-heading = Something lies here that you have not sent
kept-yours-text = The link is personal. Somebody wrote something on this page { $at } and did not send it. Was it you?
kept-yours-show = Yes, it was me. Show it
kept-link-over = The link does not work any more, so what you write is only here on the screen.
