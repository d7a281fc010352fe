shortage-title = Missing mentors
shortage-lead = How many young people wait in each industry, and how many free seats are there for them?
shortage-summary = { $waiting ->
    [one] 1 young person is
   *[other] { $waiting } young people are
  } waiting for a mentor, and there is no room for { $gap }.
shortage-see-unlock = See what would help the most
shortage-see-areas = See each housing area
shortage-back = Back to missing mentors
shortage-partner = Partner
shortage-all-partners = All
shortage-area = Housing area
shortage-all-areas = All
shortage-scope = You see only the young people you have chosen, and only the seats at most { $km } km away. Others may need those seats too.
shortage-nobody = Nobody waits in vain
shortage-nobody-text = No young person is waiting for a mentor right now.
shortage-nobody-here = No young person is waiting for a mentor in what you have chosen to see.
shortage-see-all = See everybody
shortage-no-gap = Nobody waits in vain
shortage-no-gap-text = There is room for everybody waiting when neighbouring industries and the seats that soon come free are counted.
shortage-unknown = { $people ->
    [one] 1 young person waits without a confirmed industry
   *[other] { $people } young people wait without a confirmed industry
  }
shortage-unknown-text = They are not part of the figures of the industries. Write the industry on the referral and they will be.
shortage-unknown-see = See the referrals
shortage-unknown-industry = Without a confirmed industry
shortage-picture = Is there room for those who wait?
shortage-picture-note = The industries where the most is missing. Each bar is the young people who wait. The figures are in the table below.
shortage-bar = { $waiting } waiting. A free seat for { $free }, a seat in a neighbouring industry for { $neighbours }, a seat that soon comes free for { $coming }. No room for { $gap }.
shortage-industries = Every industry that somebody waits for
shortage-industries-lead = Choose an industry to get a text you can send to firms.
shortage-industry = Industry
shortage-waiting = Waiting
shortage-people = { $people } name the industry
shortage-wait = Longest wait
shortage-days = { $days ->
    [one] 1 day
   *[other] { $days } days
  }
shortage-free = Free seats
shortage-neighbours = From neighbouring industries
shortage-coming = Soon coming free
shortage-gap = Missing
shortage-how = How we count
shortage-how-waiting = Young people whose referral is accepted and who have neither an open proposal nor a course. One who wishes several industries counts the same in each: with two industries a half in each. So everybody is counted once.
shortage-how-free = Seats that nobody holds, of mentors who can be proposed today: they are approved and trained, not on a break, and their criminal-record check has not expired. Where a mentor has several industries, the seat is shared equally among those of them that somebody waits for.
shortage-how-neighbours = Seats in industries close by that nobody waits for there. They count { $percent }, as a match in a neighbouring industry meets the wish only in part. The same seat may stand with several industries.
shortage-how-coming = Seats of courses that are planned to end within { $months } months, of mentors who can be proposed otherwise. The dates are the next ones planned.
shortage-how-gap = Those waiting, less free seats, seats from neighbouring industries and seats that soon come free. The figure is an estimate. The matching meeting shows who really suits whom.
shortage-how-area = A seat counts only for those within reach: at most { $km } km from the postcode of the young person's partner, or what the mentor has said. Mentors who have not given a postcode count as near. What one young person has said of distance and video counts only when we look at what would help.
shortage-areas-title = Missing mentors in the housing areas
shortage-areas-lead = Free seats are those at most { $km } km away, in the industries that the young people of the area wish for. The same seat may stand with several areas.
shortage-most-missing = Most missing

# Words for firms
shortage-recruit-title = Find mentors: { $industry }
shortage-recruit-lead = A text you can send to firms. It says nothing about any single young person.
shortage-recruit-subject = Subject
shortage-recruit-text = Text
shortage-recruit-hint = Select the text and copy it. Add your own name at the end.
shortage-recruit-mail = Open as a mail
shortage-recruit-mentors = See the mentors in the industry
shortage-recruit-figures = The figures behind it
shortage-recruit-nobody = Nobody waits for a mentor in that industry
shortage-recruit-nobody-text = So there is nothing to write to firms about right now.
shortage-text-subject = Could somebody among you mentor a young person? { $industry }
shortage-text-hello = Hello
shortage-text-waiting = Right now { $people } young people are waiting for a mentor who knows your industry: { $industry }.
shortage-text-waiting-area = Right now { $people } young people in { $area } are waiting for a mentor who knows your industry: { $industry }.
shortage-text-waiting-few = Right now young people are waiting for a mentor who knows your industry: { $industry }.
shortage-text-mentor = A mentor is a volunteer from working life. Mentor and young person meet a couple of times a month for three to six months. They talk about the trade, about everyday life at a workplace, and about the way to a job or an education. You do not have to teach, nor have an answer to everything. What matters is that you know the industry and like to listen.
shortage-text-care = We talk with every new mentor, see their criminal-record certificate and hold a short training before they meet a young person. And we are there all the way if we are needed.
shortage-text-apply = Is this something for one of you? Writing to us takes five minutes, here:
shortage-text-thanks = Please pass this mail on to a colleague. Thank you for your help.

# What would help the most
shortage-unlock-title = What would help the most?
shortage-unlock-lead = { $stuck ->
    [0] { $waiting } young people are waiting, and none of them is stuck.
    [one] Of { $waiting } young people waiting there is 1 whom no mentor in the industry or near it suits right now.
   *[other] Of { $waiting } young people waiting there are { $stuck } whom no mentor in the industry or near it suits right now.
  }
shortage-bounded = We have not looked at everybody
shortage-bounded-text = { $doubtful } young people wish only for industries with few mentors to propose. We have looked at the { $looked } who have waited longest. The figures are about them.
shortage-unread = { $people ->
    [one] 1 young person has a wish that we cannot read an industry from
   *[other] { $people } young people have a wish that we cannot read an industry from
  }
shortage-unread-text = Write the industry on the referral and we can look for a mentor.
shortage-nobody-stuck = Nobody is stuck
shortage-nobody-stuck-text = Everybody whose wish we can read has at least one mentor to propose. The matching meeting shows the best pairs.
shortage-to-planning = Go to the matching meetings
shortage-steps = What would help the most
shortage-steps-lead = One thing at a time. A mentor who is too far away does not count.
shortage-no-steps = No single thing about a mentor would be enough. It takes new mentors.
shortage-if-pause = If { $name } came back from the break, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-pauses = If { $mentors } mentors came back from their break, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-certificate = If the criminal-record check of { $name } were renewed, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-certificates = If { $mentors } criminal-record checks were renewed, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-training = If { $name } took the mentor training, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-trainings = If { $mentors } mentors took the mentor training, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-seat = If { $name } had one more seat, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-if-seats = If { $mentors } mentors each had one more seat, { $people ->
    [one] 1 young person
   *[other] { $people } young people
  } could have a mentor
shortage-suggested = { $people } young people would get a suggestion, but there would be room for only { $seats }.
shortage-unnamed = and { $mentors ->
    [one] 1 more mentor
   *[other] { $mentors } more mentors
  }
shortage-new-mentors = New mentors
shortage-new-mentors-lead = The industries wished by those whom nobody suits. Choose an industry to get a text for firms.
shortage-new-mentor = { $industry }: a new mentor would suit { $people ->
    [one] 1 young person
   *[other] { $people } young people
  }
shortage-heading-industry-code = Industry code
shortage-heading-industry = { shortage-industry }
shortage-heading-people = Young people who wish it
shortage-heading-waiting = { shortage-waiting }
shortage-heading-waiting-since = Waiting since
shortage-heading-longest-wait-days = { shortage-wait }
shortage-heading-free-seats = { shortage-free }
shortage-heading-from-neighbours = { shortage-neighbours }
shortage-heading-coming-free = { shortage-coming }
shortage-heading-coming-free-on = Come free on
shortage-heading-gap = { shortage-gap }
shortage-heading-area = { shortage-area }
shortage-heading-partner = { shortage-partner }
shortage-mentors = Mentors
shortage-helped = Young people it helps
shortage-suited = Young people it suits
