# Who of staff sees to what
duty-responsible = Ansvarlig
duty-nobody = Ingen
duty-nobody-yet = Ingen har ansvaret endnu.
duty-mine = Det, jeg tager mig af nu
duty-teams = Det, nogen har ansvaret for
duty-nobodys = Det, ingen har ansvaret for
duty-everybodys = Alles
duty-since = { $name } har ansvaret siden { $date }.
duty-by-deputy = { $name } er væk. { $deputy } tager sig af det.
duty-by-deputy-until = Til og med { $date }.
duty-take = Jeg tager den
duty-hand-over = Giv videre
duty-choose = Vælg en kollega
duty-notice-handed-over = Det er givet videre
duty-not-at-work = Vælg en, der arbejder her nu
duty-nothing = Der er ikke noget at give videre
duty-overtaken = En anden gav det videre imens
duty-to-missing = Vælg, hvem der skal have ansvaret
duty-thing-partner = Samarbejdspartner
duty-thing-referral = Henvisning
duty-thing-course = Forløb
duty-thing-mentor = Mentor
duty-back = Tilbage
duty-handover-title = Giv ansvaret videre
duty-handover-lead = Den, du vælger, får det på sin liste og bliver kontaktperson. Henviser eller mentor får besked.
duty-handover-to = Ny ansvarlig
duty-handover-count = { $count ->
    [one] Du giver én ting videre.
   *[other] Du giver { $count } ting videre.
}
duty-handover-all = Giv alle i listen videre
duty-handover-from-title = Giv alt videre fra en kollega
duty-handover-from-lead = Alt, hvad den ene har ansvaret for, går til den anden: samarbejdspartnere, henvisninger, forløb og mentorer.
duty-handover-from = Fra
duty-handover-from-missing = Vælg, hvem det kommer fra
duty-history = Hvem der har haft ansvaret
duty-history-line = { $name }, fra { $since }
duty-history-line-until = { $name }, fra { $since } til { $until }

# Absence and deputy
duty-absences = Fravær
duty-absences-lead = Så længe det varer, får stedfortræderen dine linjer under “I dag” og de mails, der ellers gik til dig. Bagefter kommer de tilbage af sig selv.
duty-absence-days = Væk fra { $from } til og med { $until }.
duty-absence-deputy = { $name } er stedfortræder.
duty-absence-deputy-away = { $name } er også væk nogle af dagene. Så går det videre til den, der træder til for { $name }, eller til en administrator.
duty-absence-administrator = En administrator er stedfortræder.
duty-absence-from = Første dag
duty-absence-until = Sidste dag
duty-deputy = Stedfortræder
duty-deputy-missing = Vælg en stedfortræder
duty-absence-save = Skriv fraværet ned
duty-absence-end = Slut fraværet
duty-notice-away = Fraværet er skrevet ned
duty-notice-back = Fraværet er slut
duty-absence-gone = Fraværet er allerede slut
duty-absence-past = Den første dag må ikke ligge før i dag
duty-absence-ends-first = Den sidste dag må ikke ligge før den første
duty-absence-overlaps = Der er allerede fravær på en af dagene
duty-absence-own-deputy = Vælg en anden end den, der er væk
duty-heir = Hvem overtager?
duty-heir-hint = Alt, hvad personen har ansvaret for, går til den, du vælger.
duty-heir-missing = Vælg, hvem der overtager

# Letters
message-letter-contact-of-referrer = Besked til henviser om en ny kontaktperson
message-letter-contact-of-partner = Besked til samarbejdspartner om en ny kontaktperson
message-letter-contact-of-mentor = Besked til mentor om en ny kontaktperson
duty-letter-subject = Du har fået en ny kontaktperson
duty-letter-text = Fra nu af kan du ringe eller skrive til:
duty-letter-contact = { $contact }
duty-letter-link = Se dine sager
duty-letter-enquiry = Henvis en ung til, uden at logge ind
duty-letter-mentor-link = Se dine forløb
