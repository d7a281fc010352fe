# Lists
course-list = Forløb
course-list-own = Mine forløb
course-list-empty = Ingen forløb her
course-list-empty-text = Et forløb begynder, når både mentor og den unge har sagt ja til hinanden. Prøv at nulstille filtrene.
course-list-own-empty-text = Når du siger ja til et match, og den unge også gør, står forløbet her.
course-all = Alle
course-state = Status
course-mentee = Den unge
course-mentor = Mentor
course-partner = Samarbejdspartner
course-matched = Matchet
course-last-meeting = Sidste møde
course-end-column = Slut

# Where a course stands
course-state-running = I gang (alle)
course-state-matched = Nyt match
course-state-awaiting-first-meeting = Mangler første møde
course-state-active = I gang
course-state-silent = Stille
course-state-paused = På pause
course-state-in-transition = Skal afsluttes eller forlænges
course-state-completed = Gennemført
course-state-interrupted = Afbrudt
course-state-ended-early = Afsluttet før tid
course-step-matched = Matchet
course-step-first-meeting = Første møde
course-step-underway = Undervejs
course-step-ending = Afslutning
course-step-planned = Ventes { $date }
course-step-meetings = { $count ->
    [one] 1 møde
   *[other] { $count } møder
}

# The page of a course
course-title = Forløb med { $mentee }
course-back = Tilbage til forløbet
course-back-to-list = Forløb
course-over = Forløbet er slut
course-over-text = Tak for din tid og dit engagement. Du kan se siden i 30 dage efter afslutningen.
course-people = Kontakt til { $mentee }
course-phone = Telefon
course-email = E-mail
course-contact-preference = Vil helst kontaktes
course-mentor-contact = Mentoren vil helst
course-mentor-times = Mentoren har tid
course-contact-phone = Med et opkald
course-contact-sms = På sms
course-contact-email = På mail
course-contact-through-partner = Gennem den boligsociale medarbejder
course-referral = Henvisning
course-referral-see = Se henvisningen
course-rematch-of = Genmatch
course-rematch-of-see = Se forløbet før
course-for-mentor = Godt for dig at vide
course-handed-over = Fra forløbet før
course-spells = Pauser og forlængelser
course-spell-pause = Pause fra { $from } til og med { $until }
course-spell-pause-open = Pause fra { $from }
course-spell-extended = Forlænget fra { $from } til { $until }
course-actions = Hvad vil du gøre?
course-ending-ask = Vil en af jer stoppe? Ring eller skriv til os, så afslutter vi forløbet sammen.
course-save = Gem
course-choose = Vælg
course-ended = Forløbet er slut
course-stopped = Den unge har trukket sit samtykke tilbage. Ring til os, hvis noget mangler at blive skrevet ned
course-stopped-heading = Den unge har trukket sit samtykke tilbage
course-stopped-staff = Samtykket til mentorforløbet blev trukket tilbage { $date }. Mentoren ser ikke længere, hvordan den unge kontaktes, og kan ikke skrive mere. Ring til mentoren, og afslut forløbet.
course-stopped-mentor = Den unge sagde nej til mere den { $date }. Kontakt ikke den unge. Vi ringer til dig og afslutter forløbet. Tak for det, I nåede.
course-stopped-short = Den unge vil ikke mere. Kontakt ikke den unge; vi ringer til dig.
course-state-stopped = Samtykke trukket tilbage
course-no-consent = Den unge har trukket sit samtykke tilbage
course-gone = Vi kan ikke finde det
course-still-running = Forløbet er i gang
course-already-running = Den unge er allerede i et forløb
course-changed-meanwhile = En anden har lige rettet det samme
course-text-too-long = Teksten er for lang. Højst { $max } tegn
course-cpr-number = Skriv ikke cpr-nummer. Vi må ikke have det her
course-date-missing = Skriv en dato med dag, måned og år
course-reason-missing = Skriv hvorfor

# Meetings
course-met-today = Vi mødtes i dag
course-meeting-other = En anden dag, eller blev mødet ikke til noget?
course-meetings = Møder
course-meetings-none = Der er ikke skrevet nogen møder på endnu.
course-meeting-new = Skriv et møde på
course-meeting-edit = Ret mødet
course-meeting-correct = Ret
course-meeting-attendance = Hvordan gik det?
course-attendance-held = Vi mødtes
course-attendance-cancelled-by-mentee = Den unge aflyste
course-attendance-cancelled-by-mentor = Mentoren aflyste
course-attendance-mentee-no-show = Den unge kom ikke
course-attendance-mentor-no-show = Mentoren kom ikke
course-meeting-attendance-missing = Vælg, hvordan det gik
course-meeting-day = Hvilken dag?
course-meeting-day-missing = Skriv dagen, for eksempel 4 3 2026
course-meeting-minutes = Hvor mange minutter?
course-meeting-minutes-wrong = Skriv minutter som et tal mellem 1 og 600
course-minutes = { $minutes } min.
course-meeting-channel = Hvordan mødtes I?
course-channel-in-person = Ansigt til ansigt
course-channel-phone = I telefon
course-channel-video = På video
course-channel-message = På beskeder
course-meeting-note = Note
course-meeting-note-hint = Kun for dig som mentor og for os. Den boligsociale medarbejder ser den ikke.
course-meeting-remove-why = Blev mødet skrevet på ved en fejl?
course-meeting-remove-text = Så kan du fjerne det. Det tæller ikke længere med.
course-meeting-remove = Fjern mødet
course-meeting-before-match = Dagen ligger før matchet
course-meeting-in-future = Dagen er ikke kommet endnu
course-meeting-after-end = Dagen ligger efter forløbets afslutning
course-meeting-already-logged = Der er allerede skrevet sådan et møde på den dag. Ret det i stedet
course-meeting-changes-class = Så tæller forløbet ikke længere som gennemført, og der mangler en grund. Genåbn forløbet først

# Agreement
course-agreement = Det har I aftalt
course-agreement-lead = Tal det igennem på det første møde. I kan rette det, når noget ændrer sig.
course-agreement-edit = Ret aftalen
course-goal = Mål
course-goal-hint = Hvornår er I begge tilfredse? Skriv det med jeres egne ord.
course-goal-missing = Skriv, hvad målet er
course-roles = Hvem gør hvad?
course-roles-hint = For eksempel: Amira ringer selv til skolen, mentor læser ansøgningen igennem.
course-rhythm = Hvor tit mødes I?
course-rhythm-hint = For eksempel: hver anden tirsdag kl. 16 på biblioteket.
course-planned-end = Ventes afsluttet
course-planned-end-hint = Mellem tre og seks måneder efter matchet.
course-end-outside-months = Vælg en dag mellem tre og seks måneder efter matchet. Varer det længere, så forlæng forløbet senere
course-end-extended = Forløbet er forlænget. Flyt slutdatoen med en ny forlængelse
course-goal-steps = Delmål
course-goal-steps-none = I har ikke sat delmål endnu.
course-goal-step = Delmål
course-goal-step-new = Nyt delmål
course-goal-step-add = Tilføj
course-goal-step-missing = Skriv delmålet med højst 500 tegn
course-goal-reach = Nået
course-goal-not-reached = Ikke nået alligevel
course-goal-remove = Fjern
course-goal-reached-on = Nået { $date }

# Pause and extension
course-pause = Sæt på pause
course-pause-lead = En pause forklarer, hvorfor I ikke ses i en tid. Så minder vi jer ikke om møder imens.
course-pause-from = Fra hvilken dag?
course-pause-until = Til og med hvilken dag?
course-pause-until-hint = Lad den stå tom, hvis I ikke ved det endnu.
course-pause-reason = Hvorfor?
course-pause-reason-hint = For eksempel eksamen eller ferie. Skriv ikke om sygdom.
course-pause-save = Sæt på pause
course-pause-before-match = Dagen ligger før matchet
course-pause-in-future = En pause begynder i dag eller tidligere
course-pause-ends-before-it-begins = Pausen slutter, før den begynder
course-pause-overlaps = Der er allerede en pause i de dage
course-resume = Vi er i gang igen
course-extension = Forlæng forløbet
course-extension-lead = Forløbet ventes afsluttet { $date }.
course-extension-until = Ny slutdato
course-extension-reason = Hvorfor?
course-extension-reason-hint = For eksempel: praktikken slutter først i juni.
course-extend = Forlæng
course-extension-not-later = Vælg en dag efter den nuværende slutdato
course-extension-in-past = Vælg en dag, der ikke er gået
course-extension-too-far = Forlæng med højst et år ad gangen

# Ending
course-ending = Afslut forløbet
course-ending-lead = Forløbet med { $mentee } slutter. Du ser, hvad det betyder, før noget bliver gemt.
course-class = Sådan tæller forløbet
course-evidence = Det siger reglen
course-evidence-now = Det siger reglen lige nu
course-evidence-held = Holdte møder
course-evidence-planned-end = Ventes afsluttet
course-evidence-ended = Afsluttet
course-evidence-rule = Reglen
course-evidence-decided = Besluttet af os
course-evidence-rule-text = Intet møde: mødtes aldrig. Et eller to: afbrudt. Tre eller flere: gennemført, hvis forløbet varede til den ventede afslutning, ellers afsluttet før tid.
course-class-completed = Gennemført
course-class-interrupted = Afbrudt
course-class-ended-early = Afsluttet før tid
course-class-never-met = Afbrudt, mødtes aldrig
course-class-after-meeting = Afbrudt efter et eller to møder
course-because-completed = Tre eller flere møder, og forløbet varede til den ventede afslutning.
course-because-ended-early = Tre eller flere møder, men afsluttet før den ventede afslutning.
course-because-never-met = Der er ikke holdt noget møde.
course-because-after-meeting = Der er holdt et eller to møder.
course-ended-on = Hvilken dag sluttede det?
course-ended-by = Hvem afsluttede det?
course-ended-by-mentee = Den unge
course-ended-by-mentor = Mentoren
course-ended-by-both = De to sammen
course-ended-by-staff = Os i projektet
course-ended-by-partner = Samarbejdspartneren
course-ended-by-missing = Vælg, hvem der afsluttede det
course-end-reason = Hvorfor?
course-end-reason-hint = Kun hvis forløbet ikke er gennemført. Under hver grund står, hvad der så sker.
course-end-reason-missing = Vælg en grund, når forløbet ikke er gennemført
course-reason-found-job-or-education = Fik job eller begyndte på uddannelse
course-reason-not-ready = Var ikke klar endnu
course-reason-no-longer-wants = Ønsker det ikke længere
course-reason-no-time = Havde ikke tid
course-reason-no-contact = Kunne ikke træffes
course-reason-partner-withdrew = Samarbejdspartneren trak sig
course-reason-mentor-withdrew = Mentoren trak sig
course-reason-outside-target-group = Uden for målgruppen
course-reason-moved = Er flyttet
course-reason-mismatch = De to passede ikke sammen
course-reason-concern = Bekymring
course-reason-other = Andet
course-onward-plan = Hvad går den unge videre til?
course-onward-plan-hint = For eksempel: begynder på grundforløb i august. Partneren kan læse det.
course-ending-note = Note om afslutningen
course-ending-note-hint = Kun for os i projektet.
course-second-route = En anden vej til den unge
course-second-route-text = Vi spørger igen om et år. Hvem kan vi ringe til, hvis den unge har fået nyt nummer? Spørg den unge først.
course-second-route-name = Navn
course-second-route-phone = Telefon
course-phone-wrong = Skriv et telefonnummer, for eksempel 12 34 56 78
course-override = Skal forløbet tælle anderledes?
course-override-class = Hvordan skal det tælle?
course-override-none = Som reglen siger
course-override-reason = Hvorfor?
course-override-reason-missing = Skriv, hvorfor forløbet skal tælle anderledes end reglen siger
course-ending-review = Se, hvad det betyder
course-review = Se det igennem
course-review-lead = Intet er gemt endnu. Sådan kommer forløbet med { $mentee } til at stå.
course-review-told = Det har du skrevet
course-review-edit = Ret
course-end = Afslut forløbet
course-end-before-match = Dagen ligger før matchet
course-end-in-future = Dagen er ikke kommet endnu
course-end-before-last-meeting = Der er skrevet et møde på efter den dag
course-follows = Det sker så
course-followed = Det fulgte af det
course-follows-rest = Prøv tidligst igen { $date }.
course-follows-seat = Mentorens plads bliver fri.
course-ending-told = Afslutningen
course-awaits-partner = Tal med samarbejdspartneren
course-awaits-partner-text = Bagefter beslutter I: skal den unge have en ny mentor, eller er henvisningen slut?
course-close-referral = Luk henvisningen
course-next = Se forløbet efter
course-decide-class = Ret, hvordan forløbet tæller
course-decide-class-lead = Forløbet med { $mentee }. Reglen og tallene bliver stående ved siden af det, du beslutter.

# Reopening and rematch
course-reopening = Genåbn forløbet
course-reopening-lead = Blev forløbet med { $mentee } afsluttet ved en fejl? Så kører det videre på en fri plads hos mentoren. Det, der stod, bliver i historikken.
course-reopening-reason = Hvad var galt?
course-reopen = Genåbn
course-reopen-followed = Der er et senere forløb for samme unge. Det første kan ikke genåbnes
course-reopen-proposed = Den unge er foreslået til en anden mentor. Træk forslaget tilbage først
course-reopen-no-seat = Mentoren har ikke længere en fri plads. Giv mentoren en plads mere først
course-rematch = Find en ny mentor
course-rematch-lead = { $mentee } kommer tilbage i køen og beholder sin ventetid. Det næste forløb bliver knyttet til dette.
course-handover = Det må den næste mentor vide
course-handover-hint = Skriv kun det, den unge er med på. Lad feltet være tomt, hvis den næste mentor skal begynde på en frisk.
course-handover-met = { $held ->
    [0] Har haft en mentor før, men de nåede ikke at mødes.
    [one] Har mødt en mentor en gang.
   *[other] Har mødt en mentor { $held } gange.
}
course-handover-period = Forløbet varede fra { $from } til { $to }.
course-handover-goal = Målet var: { $goal }.
course-handover-reached = Nået undervejs: { $steps }.
course-rematch-save = Send tilbage i køen
course-rematch-followed = Genmatchet er allerede i gang
course-rematch-withdrawn = Henvisningen er trukket tilbage

# Certificate
course-certificate = Takkebevis
course-certificate-thanks = Tak, fordi du byggede bro
course-certificate-text = har været frivillig erhvervsmentor for en ung fra { $from } til { $to }.
course-certificate-held = { $held ->
    [one] I mødtes en gang.
   *[other] I mødtes { $held } gange.
}
course-certificate-worth = Din tid, din erfaring og dit netværk har gjort en forskel for et ungt menneske på vej mod job eller uddannelse.
course-certificate-from = Brobyg
course-certificate-print = Udskriv siden fra din browser, eller gem den som pdf.
course-report = Rapport om forløbet
course-report-heading = Forløb for { $name }
course-report-back = Tilbage til henvisningen
course-report-period = { $from } til { $to }
course-report-since = Fra { $from }
course-report-held = Møder, der blev holdt
course-report-last-held = Sidste møde
course-report-steps = Skridt på vejen
course-report-steps-of = { $reached } af { $steps } nået
course-report-none = Intet forløb endnu
course-report-none-text = Rapporten kommer, når den unge har fået en mentor.
course-report-what = Rapporten siger, hvor længe forløbet varede, hvor tit de to mødtes, og hvad der kommer nu. Det, de talte om, bliver mellem dem.

# History
course-history = Historik
course-history-empty = Der er ikke sket noget endnu
course-history-empty-text = Her står, hvem der har ændret hvad, og hvorfor.
course-by-the-platform = Brobyg
course-for-the-mentor = { $who } på vegne af mentoren
course-change-begun = Forløbet begyndte
course-change-agreed = Aftalen blev skrevet ned
course-change-meeting-logged = Et møde blev skrevet på
course-change-meeting-corrected = Et møde blev rettet
course-change-meeting-removed = Et møde blev fjernet
course-change-paused = Forløbet blev sat på pause
course-change-resumed = Forløbet kom i gang igen
course-change-extended = Forløbet blev forlænget
course-change-ended = Forløbet blev afsluttet
course-change-class-decided = Det blev besluttet, hvordan forløbet tæller
course-change-reopened = Forløbet blev genåbnet
course-change-rematch-wanted = Der ledes efter en ny mentor
course-change-referral-closed = Henvisningen blev lukket

# Notices
course-notice-meeting-logged = Mødet er skrevet på
course-notice-met-today = Godt at I mødtes! Mødet er skrevet på
course-notice-meeting-corrected = Mødet er rettet
course-notice-meeting-removed = Mødet er fjernet
course-notice-agreed = Aftalen er gemt
course-notice-paused = Forløbet er på pause
course-notice-resumed = Forløbet er i gang igen
course-notice-extended = Forløbet er forlænget
course-notice-ended = Forløbet er afsluttet
course-notice-class-decided = Det er gemt, hvordan forløbet tæller
course-notice-reopened = Forløbet er i gang igen
course-notice-rematch = Den unge er tilbage i køen og har beholdt sin ventetid
course-notice-referral-closed = Henvisningen er lukket

# Letters
course-letter-thanks-subject = Tak for din indsats som mentor
course-letter-thanks-text = Dit forløb er nu afsluttet. Tusind tak for den tid, du har givet. Vi håber, at du har fået lige så meget ud af det.
course-letter-thanks-never-met = Dit forløb er nu afsluttet. I nåede ikke at mødes, men tak, fordi du stod klar.
course-letter-thanks-link = Hent dit takkebevis
course-letter-ended-subject = Et forløb er slut
course-letter-ended-text = Et forløb for en ung, du har henvist, er slut. Log ind og se, hvad der sker nu.
