today-title = I dag
today-overview = Det venter på dig: { $count ->
    [one] én slags
   *[other] { $count } slags
}
today-nothing = Intet venter på dig
today-nothing-text = Alt er besvaret. Godt arbejde.
today-referrals = Se alle henvisninger
today-enquiry = Henvendelser, der venter på svar
today-undecided = Henvisninger, der venter på svar
today-talk = Henvisninger, hvor du skal tale med partneren først
today-stopped = Samtykket er trukket tilbage, mens noget er i gang
today-letter = Beskeder, der ikke kom frem
today-bounced = Beskeder, der kom retur: find en anden vej
today-may-have-arrived = Beskeder, der måske er kommet frem: skal de sendes igen?
today-not-asked = Spørgsmål, der ikke blev sendt, fordi modtageren har slået dem fra
today-partner = Samarbejdspartnere uden en ansvarlig
today-fact-partner = Ingen af jer har ansvaret for partneren
today-act-partner = Vælg, hvem der har ansvaret
today-import = Filer, hvis mennesker venter på, at vi skriver
today-name-import = En indlæst fil
today-fact-import = Indlæst { $age }. Sager, der skulle være skrevet om før den dag: { $other }. Der bliver kun skrevet, hvis I siger ja
today-act-import = Se dem, og sig ja eller nej
today-letters-title = Beskeder, der mangler noget fra dig
today-letters-all = Alle
today-letters-none = Ingen beskeder mangler noget fra dig
today-letters-none-text = Der er ingen, du kan sende igen. Er en besked kommet retur, fordi en mailadresse eller et nummer ikke virker, står det på din første side ved personen.
today-letter-advice = Hvad du kan gøre
today-letter-queued = Skrevet
today-letter-what = Besked
today-letter-cause = Årsag
today-mentee-unasked = Unge, ingen har kunnet skrive til om en mentor: spørg dem nu
today-interest = Unge, der har ventet længe: vil de stadig gerne?
today-question = Mentorer, der har spurgt om noget
today-awaiting-mentee = Matchforslag, der venter på den unge
today-first-meeting = Forløb, der mangler det første møde
today-silent = Forløb, der er blevet stille
today-past-end = Forløb, der er løbet over tiden
today-survey = Målinger, der skal spørges til nu
today-waiting = Unge, der venter på en mentor
today-awaiting-mentor = Matchforslag, der venter på mentoren
today-application = Mentorer, der har søgt
today-certificate = Attester, der udløber snart
today-inactive = Mentorer, vi ikke har hørt fra
today-word = Ord, vi ikke kender

today-unanswered = Aftalte møder, som ingen har fortalt om
today-meeting-no = Aftalte møder, som en kalender har sagt nej til
today-met = Møder, vi skal finde ud af
today-silence = Unge, der er stille, hvor det er vores tur
today-goal = Delmål, hvis dag er kommet
today-follow-up = Opfølgninger, der skal ske nu
today-step = Næste skridt, hvis dag er kommet
today-advice = Mentorer, der har bedt om et råd
today-expectations = Første møde er nær, og en af de to mangler at sige, hvad de venter sig
today-onward = Forløb, der slutter snart uden en plan for bagefter
today-ended-without-onward = Forløb, der er slut uden en plan for bagefter
today-reply = Samarbejdspartnere, der venter på svar
today-mentor-texted = Mentorer, der har skrevet en sms
today-referrer-texted = Henvisere, der har skrevet en sms
today-texted = Unge, der har skrevet en sms
today-unsupported = Mentorer i forløb uden supervision længe
today-concern = Bekymringer
today-no-way = Unge i forløb, som vi ikke kan skrive til
today-dead-way = Unges mailadresser og numre, som ikke virker
today-mentor-dead-way = Mentorers mailadresser og numre, som ikke virker
today-untold = Opfølgninger, som den, der henviste, ikke har hørt om
today-page = Side { $page }
today-in-lists = Resten står i listerne øverst på siden.
today-draft = Dine kladder, der ikke er sendt
today-kept = Det, du har skrevet og ikke sendt
today-draft-name = Din kladde til en henvisning
today-at-once = Straks
today-overdue = Over tiden
today-now = Nu
today-soon = Senere ({ $count })
today-snoozed = Lagt til side ({ $count })
today-more-than = { $count }+
today-else = Andet
today-everybodys = Alles
today-yours = Din
today-age = { $days ->
    [0] i dag
    [1] i går
   *[other] for { $days } dage siden
}
today-ahead = { $days ->
    [1] i morgen
   *[other] om { $days } dage
}
today-days = { $days ->
    [1] 1 dag
   *[other] { $days } dage
}

# What is the matter, and since when
today-letter-fact = Fra { $age }: { $cause } { $advice }
today-fact-stopped = Samtykket blev trukket tilbage { $age }, og noget er stadig i gang
today-fact-undecided = Henvist { $age } af { $other }. Ingen har svaret
today-fact-talk = Tal med { $other }, før I foreslår en ny mentor. Det blev aftalt { $age }
today-fact-interest = Henvist { $age } af { $other }. Vi ved ikke, om den unge stadig vil have en mentor
today-fact-waiting = { $days } på venteliste, henvist af { $other }
today-fact-question = { $other } spurgte om noget { $age }. Fristen står stille, til I svarer
today-fact-mentee-unasked = { $other } har sagt ja, men ingen har kunnet skrive til den unge. { $over ->
    [yes] Fristen løb ud { $age }
   *[no] Fristen løber ud { $age }
}
today-fact-awaiting-mentee = { $other } har sagt ja, og den unge har ikke svaret. { $over ->
    [yes] Fristen løb ud { $age }
   *[no] Fristen løber ud { $age }
}
today-fact-awaiting-mentor = { $other } har ikke svaret. { $over ->
    [yes] Fristen løb ud { $age }
   *[no] Fristen løber ud { $age }
}
today-fact-first-meeting = { $days } siden matchet med { $other }, og de har ikke mødt hinanden
today-fact-silent = { $days } siden sidste møde med { $other }
today-fact-past-end = { $other }: forløbet skulle være slut { $age }
today-fact-unanswered = Der var et aftalt møde med { $other } { $age }. Ingen har fortalt, om de mødtes
today-fact-meeting-no = Den unge eller { $other } sagde nej i sin kalender til et møde, der ikke har været endnu, { $age }
today-fact-met = De er spurgt om et møde { $age }, og vi ved ikke, om { $other } og den unge mødtes
today-fact-silence = Den unge er stille, og det blev vores tur { $age }. Mentor er { $other }
today-fact-goal = Delmålet skulle være nået { $age }: { $other }
today-fact-follow-up = { $other ->
    [mentee] Opfølgningen med den unge skulle ske { $age }
    [both] Opfølgningen med begge skulle ske { $age }
   *[mentor] Opfølgningen med mentor { $other } skulle ske { $age }
}
today-fact-step = Det, I aftalte ved opfølgningen, skulle ske { $age }. Mentor er { $other }
today-fact-advice = { $other } bad om et råd { $age }
today-fact-expectations = Skal mødes første gang { $age }. En af de to har ikke sagt, hvad de venter sig. Mentor er { $other }
today-fact-onward = Slutter efter planen { $age }. Ingen har skrevet, hvad der sker bagefter. Mentor er { $other }
today-fact-ended-without-onward = Sluttede { $age }, og ingen har skrevet, hvad der skete bagefter. Mentor var { $other }
today-fact-reply = { $other } skrev { $age } og har ikke fået svar
today-fact-mentor-texted = { $other }. Skrev en sms { $age }, som ingen har taget sig af
today-fact-referrer-texted = { $other }: den, der henviste, skrev en sms { $age }, som ingen har taget sig af
today-fact-texted = Skrev en sms { $age }, som ingen har taget sig af
today-fact-unsupported = { $other }. { $days } i forløb uden supervision eller møde med andre mentorer
today-fact-concern = Nogen er bekymret og skrev det { $age }. Mentor er { $other }
today-fact-no-way = Mail og telefon virker ikke længere. Den sidste besked kom retur { $age }
today-fact-dead-way = { $other } virker ikke. Det så vi { $age }
today-fact-mentor-dead-way = { $other } virker ikke. Det så vi { $age }
today-fact-untold = { $other ->
    [mentee] Opfølgningen med den unge er gjort { $age }, og den, der henviste, har ikke hørt noget
    [both] Opfølgningen med begge er gjort { $age }, og den, der henviste, har ikke hørt noget
   *[mentor] Opfølgningen med mentor { $other } er gjort { $age }, og den, der henviste, har ikke hørt noget
}
today-fact-survey = Målingen skulle laves { $age }. Henvist af { $other }
today-fact-enquiry = Skrev til os { $age } og har ikke fået svar
today-fact-word = Ordet stod i et ønske { $age }. { $other } venter på, at vi kender det
today-fact-draft = Gemt { $age } og ikke sendt
today-fact-kept = Skrevet { $age } og ikke sendt
today-fact-application = { $other }. Søgte { $age }
today-fact-certificate = { $over ->
    [yes] Attesten udløb { $age }
   *[no] Attesten udløber { $age }
}
today-fact-inactive = { $other }. Vi har ikke hørt noget i { $days }

# What to do about it
today-act-stopped = Afslut det
today-act-undecided = Svar
today-act-talk = Vi har talt sammen
today-act-interest = Spørg den unge
today-act-waiting = Find en mentor
today-act-question = Svar mentoren
today-act-mentee-unasked = Spørg den unge
today-act-awaiting-mentee = Ring til den unge
today-act-awaiting-mentor = Ring til mentoren
today-act-first-meeting = Følg op
today-act-silent = Følg op
today-act-past-end = Afslut eller forlæng
today-act-unanswered = Fortæl, om de mødtes
today-act-meeting-no = Aftal en anden tid
today-act-met = Find ud af, om de mødtes
today-act-silence = Tag næste skridt
today-act-goal = Delmålet er nået
today-act-untold = Fortæl det
today-act-mentor-dead-way = Ret den, eller prøv igen
today-settle-untold = De behøver ikke få besked
today-act-follow-up = Følg op
today-act-step = Se, hvad der blev aftalt
today-act-advice = Svar mentoren
today-act-expectations = Se, hvem der mangler
today-act-onward = Skriv planen
today-act-ended-without-onward = Skriv planen
today-act-reply = Svar
today-act-mentor-texted = Læs og svar
today-act-referrer-texted = Læs og svar
today-act-texted = Læs og svar
today-act-unsupported = Tilbyd noget
today-act-concern = Læs og svar
today-act-no-way = Find en anden vej
today-act-dead-way = Ret den, eller prøv igen
today-act-survey = Lav målingen
today-act-letter = Send igen
today-act-bounced = Send igen
today-act-may-have-arrived = Send igen
today-act-not-asked = Spørg på en anden måde
today-act-enquiry = Svar
today-act-word = Forklar ordet
today-act-draft = Gør den færdig
today-act-kept = Skriv videre
today-act-application = Se ansøgningen
today-act-certificate = Hent en ny attest
today-act-inactive = Kontakt mentoren
today-settle-letter = Det er klaret på en anden måde
today-settle-mentor-texted = Det er klaret
today-settle-referrer-texted = Det er klaret
today-settle-texted = Det er klaret
today-settle-bounced = Det er klaret på en anden måde
today-settle-may-have-arrived = Den er kommet frem
today-settle-not-asked = Det er klaret på en anden måde
today-settle-word = Ordet siger ikke noget om en branche
today-settle-kept = Smid det ud
today-settle-meeting-no = Mødet står ved magt
today-settle-silence = Det er gjort
today-settle-step = Det er gjort
today-settle-ended-without-onward = Der er ikke brug for en plan

# Putting aside
today-until = Vis den igen
today-until-past = Vælg en dag efter i dag
today-until-far = Vælg en dag inden for et halvt år
today-reason = Hvorfor
today-reason-missing = Vælg, hvorfor den kan vente
today-ready-tomorrow = I morgen
today-ready-week = Om en uge
today-ready-two-weeks = Om to uger
today-other-day = En anden dag
today-put-aside = Læg til side
today-aside = Kommer igen { $date }. { $reason } ({ $name })
today-bring-back = Hent frem nu
today-undo = Fortryd
today-snooze-answer = Vi venter på svar
today-snooze-agreed = Det er aftalt til senere
today-snooze-away = Personen er væk så længe
today-snooze-later = Andet haster mere
today-notice-done = Det er gjort
today-notice-not-here = Det kan ikke gøres herfra. Se mere på siden her
today-notice-snoozed = Lagt til side
today-notice-back = Den er hentet frem igen
today-notice-taken = Du har ansvaret nu

# The letter of the week
message-letter-digest-staff = Ugebrev til medarbejderen: hvad venter
message-letter-digest-partner = Ugebrev til en samarbejdspartner uden login
message-letter-digest-referrer = Ugebrev til henviseren: hvad er ændret, og hvad venter
message-letter-digest-mentor = Ugebrev til mentoren: møder, spørgsmål og skridt
digest-staff-subject = Din uge: det venter på dig
digest-staff-lead = Her er det, du har ansvaret for lige nu, eller ser til for en kollega. Hver linje fører til sin liste.
digest-line = { $what }: { $count }
digest-line-overdue = { $what }: { $count }, heraf { $overdue } over tiden
digest-staff-link = Se det hele på din første side
digest-referrer-subject = Din uge: dem, du har henvist
digest-referrer-waits = Det her venter på dig:
digest-referrer-changed = Det her skete i ugen, der gik:
digest-referral = Henvist { $date } ({ $letter }): { $what }
digest-referrer-more = Og { $count } mere på din liste.
digest-referrer-link = Se alle dine henvisninger
digest-partner-ask = Vil du vide mere, så kontakt os.
digest-partner-more = Og { $count } mere.
digest-mentor-subject = Din uge som mentor
digest-mentor-lead = Det her er der i ugen:
digest-mentor-meeting = { $when }: møde med { $name }
digest-mentor-question = Mødtes du og { $name }, { $when }? Svar ja eller nej
digest-mentor-step = { $date }: et skridt mod målet med { $name }
digest-mentor-link = Se din side

# Files that brought people in
backlog-title = Mennesker fra filer
backlog-lead = Det, der skulle være skrevet, før en fil blev indlæst, bliver ikke skrevet af sig selv. Se, hvor meget det er, og sig, om det skal skrives nu. Tallene er sager, ikke beskeder: En sag kan blive til flere beskeder, fx én til hver side, eller til ingen, når ingen kan skrives til.
backlog-none = Ingen fil venter på dig
backlog-none-text = Der er ikke noget, der skulle have været skrevet.
backlog-file = Indlæst
backlog-held = Det venter
backlog-line = { $what }: { $count } { $count ->
    [one] sag
   *[other] sager
}
backlog-write = Skriv til dem
backlog-not = Skriv ikke
backlog-write-after-all = Skriv til dem alligevel
backlog-declined = Dem skriver vi ikke til
backlog-decided = { $name } sagde nej { $date }
backlog-notice-yes = De får besked, næste gang det er tid
backlog-notice-no = De får ikke besked
backlog-notice-already = En anden har sagt ja: de får besked
