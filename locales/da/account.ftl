account-sign-in = Log ind
account-sign-in-title = Log ind
account-email = E-mail
account-name = Dit navn
account-phone = Dit telefonnummer
account-phone-hint = Henvisere og mentorer, du er kontaktperson for, kan se det.
account-password = Adgangskode
account-password-missing = Skriv din adgangskode
account-forgotten = Har du glemt din adgangskode?
account-forgotten-title = Glemt adgangskode
account-forgotten-lead = Skriv din e-mail, så sender vi et link, hvor du kan vælge en ny adgangskode.
account-forgotten-send = Send mig et link
account-forgotten-sent = Hvis adressen hører til en bruger, har vi sendt et link. Se også i mappen med uønsket post. Linket virker i to timer.
account-sign-in-refused = E-mail eller adgangskode er forkert. Prøv igen.
account-sign-in-too-many = Der er prøvet for mange gange. Vent et kvarter, eller vælg en ny adgangskode.
account-new-password-title = Vælg en adgangskode
account-new-password-lead = Vælg en ny adgangskode til { $email }.
account-invitation-lead = Velkommen til Brobyg. Vælg en adgangskode til { $email }, så er du i gang.
account-new-password = Adgangskode
account-password-again = Adgangskode igen
account-password-hint = Mindst 15 tegn. Fire tilfældige ord er nemme at huske.
account-new-password-save = Gem og log ind
account-password-too-short = Adgangskoden skal være på mindst 15 tegn
account-password-too-long = Adgangskoden må højst være på 256 tegn
account-password-too-common = Adgangskoden er nem at gætte. Brug ord, der ikke hører sammen, og ikke dit navn
account-password-differs = De to adgangskoder er ikke ens
account-link-spent = Linket kan ikke bruges mere. Det er brugt eller for gammelt. Bed om et nyt.
account-first-title = Den første administrator
account-first-lead = Du er den første. Bagefter kan du invitere de andre.
account-first-save = Opret og log ind

# Letters
message-letter-invitation = Invitation til at logge ind
message-letter-password-reset = Link til en ny adgangskode
message-letter-password-changed = Besked om, at adgangskoden er ændret
account-letter-invitation-subject = Velkommen til Brobyg
account-letter-invitation-text = Du er inviteret til Brobyg, hvor vi sætter unge sammen med frivillige erhvervsmentorer. Vælg en adgangskode, så er du i gang.
account-letter-invitation-link = Vælg en adgangskode
account-letter-invitation-after = Linket virker i 14 dage og kan kun bruges én gang. Er det for gammelt, så bed om et nyt på siden »Glemt adgangskode«.
account-letter-reset-subject = Vælg en ny adgangskode
account-letter-reset-text = Du har bedt om at få valgt en ny adgangskode. Det gør du her:
account-letter-reset-link = Vælg en ny adgangskode
account-letter-reset-after = Linket virker i to timer. Har du ikke bedt om det, skal du ikke gøre noget: din adgangskode er den samme.
account-letter-changed-subject = Din adgangskode er ændret
account-letter-changed-text = Din adgangskode til Brobyg er lige blevet ændret, og du er logget ud alle andre steder. Var det ikke dig, så vælg en ny med det samme, og skriv til os.
account-letter-changed-link = Vælg en ny adgangskode

# Forgotten password
account-forgotten-too-many = Der er bedt om mange links på kort tid. Vent et kvarter, og prøv igen.

# One's own sign-in
account-own-title = Din bruger
account-own-lead = Du logger ind med { $email }. Skal adressen rettes, så skriv til os.
account-language = Sprog
account-language-hint = På siderne og i de mails, vi sender
account-save = Gem
account-change-password = Skift adgangskode
account-change-password-lead = Når du skifter, bliver du logget ud alle andre steder.
account-current-password = Nuværende adgangskode
account-current-password-wrong = Det er ikke din nuværende adgangskode
account-next-password = Ny adgangskode
account-change-password-save = Skift adgangskode
account-notice-saved = Vi har gemt dine oplysninger.
account-notice-password-changed = Din adgangskode er skiftet. Du er logget ud alle andre steder.

# People
account-people-title = Brugere
account-people-none = Ingen fundet
account-people-none-text = Prøv med færre ord, eller nulstil.
account-invite = Invitér en bruger
account-invite-title = Invitér en bruger
account-invite-lead = Personen får en mail med et link, hvor de selv vælger en adgangskode.
account-invite-send = Send invitation
account-invite-again = Send invitationen igen
account-edit = Ret
account-edit-title = Ret en bruger
account-back = Tilbage
account-search = Navn eller e-mail
account-everybody = Alle
account-person-name = Navn
account-role = Rolle
account-role-referrer = Henviser
account-role-referrer-hint = Boligsocial medarbejder hos en samarbejdspartner. Ser kun de unge, de selv har henvist.
account-role-mentor = Mentor
account-role-staff = Projektmedarbejder
account-role-staff-hint = Finder mentorer, følger forløb og ser alle unge.
account-role-administrator = Administrator
account-role-administrator-hint = Som projektmedarbejder, og styrer desuden brugere, partnere og projekter.
account-role-missing = Vælg en rolle
account-partner = Samarbejdspartner
account-partner-hint = Vælges kun for henvisere
account-partner-choose = Vælg samarbejdspartner
account-partner-missing = Vælg den samarbejdspartner, som personen henviser for
account-state = Status
account-state-invited = Inviteret
account-state-active = Aktiv
account-state-disabled = Lukket
account-created = Oprettet
account-seen = Sidst set
account-disabled-on = Lukket
account-disable-heading = Luk for adgang
account-disable-text = Personen bliver logget ud med det samme og kan ikke logge ind igen. Alt, hvad personen har skrevet, bliver stående. Du kan åbne igen senere.
account-disable = Luk for adgang
account-enable = Åbn for adgang igen
account-own-sign-in = Du kan ikke lukke din egen adgang
account-own-role = Du kan ikke ændre din egen rolle. Bed en anden administrator om det.
account-mentor-role = En mentor bliver ved at være mentor, og andre inviteres som mentor fra mentorens egen side
account-role-responsible = Giv først det videre, som personen har ansvaret for eller er stedfortræder for
account-person-missing = Personen findes ikke
account-email-taken = Adressen bruges allerede af en bruger
account-notice-invited = Invitationen er på vej.
account-notice-person-saved = Ændringerne er gemt.
account-notice-disabled = Der er lukket for adgang.
account-notice-enabled = Der er åbnet for adgang igen.
account-changes = Historik
account-changes-none = Der er ikke sket noget endnu.
account-change-invited = Inviteret af { $name }
account-change-invited-again = Inviteret igen af { $name }
account-change-changed = Rettet af { $name }
account-change-password-set = { $name } valgte en adgangskode
account-change-disabled = Lukket af { $name }
account-change-enabled = Åbnet igen af { $name }
account-change-absence-entered = Fravær skrevet ned af { $name }
account-change-absence-ended = Fravær sluttet af { $name }

# Administration
account-admin-title = Administration
account-tile-people = Brugere
account-tile-people-text = Hvem kan logge ind, og hvad må de? Invitér, ret og luk for adgang.
account-tile-partners = Samarbejdspartnere og boligområder
account-tile-partners-text = Hvem henviser unge, og fra hvilke områder?
account-tile-projects = Projekter
account-tile-projects-text = Perioder med mål for antal unge og andele.
account-tile-mail = Mails
account-tile-mail-text = Breve, der ikke kunne leveres, og i demoen alle mails.
account-tile-texts = SMS
account-tile-texts-text = Hvordan sms-beskeder bliver sendt, og i demoen alle sms-beskeder.
account-tile-jobs = Det, der sker af sig selv
account-tile-jobs-text = Breve, påmindelser og oprydning: Kører det hele?
account-jobs-troubled = { $count ->
    [one] Noget, der skulle ske af sig selv, sker ikke
   *[other] { $count } ting, der skulle ske af sig selv, sker ikke
}
account-jobs-look = Se hvad
account-jobs-title = Det, der sker af sig selv
account-jobs-text = Hver linje er noget, Brobyg gør af sig selv. Går det galt, prøver Brobyg igen, og resten fortsætter. Bliver det ved, så bed den, der driver Brobyg, om at se i loggen.
account-jobs-none = Her er ikke noget endnu
account-jobs-none-text = Listen kommer, første gang Brobyg kører som hjemmeside.
account-job-what = Hvad
account-job-state = Tilstand
account-job-succeeded = Lykkedes sidst
account-job-failed = Gik sidst galt
account-job-next = Næste gang
account-job-waiting = Venter
account-job-never = Endnu ikke
account-job-good = Kører
account-job-failing = Går galt, { $count } i træk
account-job-late = Kører ikke
account-job-cause-database = Databasen svarede ikke, eller sagde nej
account-job-cause-panicked = En fejl i Brobyg
account-job-cause-failed = Noget andet; loggen siger hvad
job-search-index = Søgningen efter mentorer følger med
job-mail = Breve bliver sendt
job-security-log = Sikkerhedsloggen bliver skrevet
job-log-seals = Loggene bliver forseglet, så ændringer i dem kan ses
job-old-security-log = Gamle linjer i sikkerhedsloggen bliver slettet
job-account-clean-up = Gamle logins og forsøg på at logge ind bliver glemt
job-expired-proposals = Matchforslag uden svar udløber
job-plans = Store planer til matchmøder bliver lavet
job-reminders = Mentorer bliver mindet om forslag, de ikke har svaret på
job-unconfirmed-applications = Ansøgninger, som ingen har bekræftet, bliver slettet
job-surveys = Målinger bliver åbnet, når de skal
job-old-enquiries = Gamle henvendelser bliver slettet
job-old-drafts = Gamle kladder bliver slettet
account-mail-title = Mails
account-mail-server = Mails bliver sendt gennem en mailserver og gemmes ikke her.
account-mail-kept = Mails i mappen
account-mail-kept-text = Mails bliver ikke sendt, men lagt i en mappe på serveren. Her ser du, hvem de er til, og hvad de handler om. Kun i demoen kan du læse dem her.
account-mail-not-shown = Teksten vises kun i demoen. En mail kan indeholde et link, som en anden skal logge ind eller svare med.
account-mail-none = Ingen mails endnu
account-mail-none-text = De kommer her, så snart der bliver skrevet til nogen.
account-mail-subject = Emne
account-mail-to = Til
account-mail-sent = Sendt
account-mail-text = Brevet
account-given-up = Kunne ikke leveres
account-given-up-text = Vi har prøvet otte gange, eller mailserveren sagde endeligt nej. Ret årsagen, og prøv igen.
account-given-up-some = { $count ->
    [one] 1 brev kunne ikke leveres
   *[other] { $count } breve kunne ikke leveres
}
account-given-up-look = Se hvad der er sket
account-letter-kind = Slags
account-letter-when = Opgivet
account-letter-failure = Årsag
account-letter-what-now = Hvad nu
account-letter-again = Prøv igen
account-letters-waiting = Mails, der venter
account-letters-waiting-text = De er nye, eller de kom ikke frem ved første forsøg. Platformen prøver selv igen.
account-letter-next-try = Næste forsøg
account-letter-tries = Forsøg
account-notice-letter-again = Vi prøver igen lige nu.
account-mail-stopped = Ingen mails kan sendes lige nu
account-mail-stopped-look = Se hvorfor
account-mail-stopped-text = Sådan har det været siden { $since }. Alle mails venter, og ingen går tabt. Platformen prøver igen { $next }.

# SMS
account-texts-title = SMS
account-texts-off = Der bliver ikke sendt sms-beskeder. Den, der driver platformen, kan vælge en gateway.
account-texts-gateway = Sms-beskeder bliver sendt gennem en gateway og gemmes ikke her.
account-texts-kept-text = Sms-beskeder bliver ikke sendt, men lagt i en mappe på serveren. Her ser du, hvem de er til. Kun i demoen kan du læse dem her.
account-texts-none = Ingen sms-beskeder endnu
account-texts-none-text = De kommer her, så snart der bliver skrevet til nogen.
account-texts-from = Fra
account-texts-to = Til
account-texts-sent = Sendt
account-texts-not-shown = Teksten vises kun i demoen.
account-texts-units = Tegn
account-texts-segments = Beskeder
account-texts-length =
    { $segments ->
        [one] { $units } tegn i 1 besked
       *[other] { $units } tegn i { $segments } beskeder
    }
account-texts-wide = Teksten har tegn, der gør en besked kortere.
account-texts-no-answer = Man kan ikke svare på sms-beskederne, så ingen kan sige stop ved at svare.
account-texts-stopped = Ingen sms-beskeder kan sendes lige nu
account-texts-stopped-text = Sådan har det været siden { $since }. Alle sms-beskeder venter, og ingen går tabt. Platformen prøver igen { $next }.
