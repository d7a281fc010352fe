# The frame of every page
skip-to-content = Gå til indholdet
demo-banner = Det her er en demo. Alle personer er opdigtede, og ingen mails bliver sendt.
menu = Menu
menu-label = Hovedmenu
signed-in-as = Logget ind som
menu-languages = Sprog
menu-help-translation = Oversættelsen er kun en hjælp. Den danske tekst står ved siden af, og det er den, der gælder.
sign-in = Log ind
sign-out = Log ud
nav-own-referrals = Mine henvisninger
nav-new-referral = Ny henvisning
nav-mentor = Mit overblik
nav-mentor-profile = Min profil
nav-today = I dag
nav-enquiries = Henvendelser
nav-referrals = Henvisninger
nav-planning = Matchmøde
nav-proposals = Matchforslag
nav-mentors = Mentorer
nav-courses = Forløb
nav-follow-ups = Opfølgninger
nav-surveys = Målinger
nav-outcomes = Resultater
nav-admin = Administration
footer-help-heading = Er du i tvivl om noget?
footer-help-text = Kontakt os, så hjælper vi dig:
footer-contact = Din kontaktperson er
footer-contact-until = (til og med { $date })
footer-help-nobody = Spørg den, du kender i projektet.
footer-promise = Brobyg er frivilligt for alle. Vi er ikke en myndighed.

# Forms
error-summary-heading = Der er noget, du skal rette
field-error = Fejl:
field-optional = (valgfrit)
date-day = Dag
date-month = Måned
date-year = År
draft-saving = Gemmer kladden …
draft-saved = Kladden er gemt
draft-refused = Kladden er gemt, men ikke de felter, hvor der står et CPR-nummer. Slet nummeret.

# Lists
list-filters = Søg og filtrer
list-filter = Vis
list-filter-clear = Nulstil
list-total = { $total ->
    [0] Ingen fundet
    [one] 1 fundet
   *[other] { $total } fundet
}
list-pages = Sider
list-previous = Forrige
list-next = Næste
list-page-of = Side { $page } af { $pages }

# Charts
chart-of = { $numerator } af { $denominator }
chart-interval = 95 %-interval: { $low } til { $high }
chart-span = { $low } til { $high }
chart-no-share = Ingen endnu
chart-what = Hvad
chart-count = Antal
chart-share = Andel
chart-picture = Billede
chart-target = Mål
chart-result = Resultat
chart-difference = Forskel
chart-met = Nået
chart-yes = Ja
chart-unknown = Vides ikke
chart-not-yet = Ikke endnu
chart-points = { $points } procentpoint

# When a page cannot be shown
error-page-home = Gå til forsiden
error-page-not-found = Vi kan ikke finde siden
error-page-not-found-advice = Måske er linket gammelt, eller også er siden ikke til dig. Prøv fra forsiden.
error-page-sign-in-first = Log ind først
error-page-sign-in-first-advice = Du skal være logget ind for at se siden.
error-page-forbidden = Siden er ikke til dig
error-page-forbidden-advice = Den bruges af andre i Brobyg. Mener du, at du skal kunne se den, så skriv til os.
error-page-foreign-form = Dit login er skiftet, siden du åbnede siden
error-page-foreign-form-advice = Vi har ikke gemt noget af det, du sendte. Gå tilbage, genindlæs siden, og send det igen.
error-page-other-sign-in = Siden er åbnet af en anden
error-page-other-sign-in-advice = Den hører til et andet login end det, der er i browseren nu. Vi har ikke gemt noget i dit navn. Åbn siden igen fra forsiden.
error-page-other-sign-in-kept = Siden er åbnet af en anden
error-page-other-sign-in-kept-advice = Den hører til et andet login end det, der er i browseren nu. Vi har ikke gemt noget i dit navn. Det, der blev skrevet, er lagt til side for den, der åbnede siden, og er der igen, når de logger ind.
error-page-from-elsewhere = Formularen kom ikke fra Brobyg
error-page-from-elsewhere-advice = En anden hjemmeside prøvede at sende noget i dit navn. Vi har ikke gemt noget. Var det dig selv, så åbn siden her hos os, og send derfra.
error-page-too-large = Det, du sendte, fylder for meget
error-page-too-large-advice = En formular må højst fylde { $megabytes } MB. Vi har ikke gemt noget. Gå tilbage med browserens tilbageknap: der står det, du skrev. Gør det kortere, og send igen.
error-page-no-length = Vi kunne ikke læse det, du sendte
error-page-no-length-advice = Din browser sagde ikke, hvor meget der kom, og en formular må højst fylde { $megabytes } MB. Vi har ikke gemt noget. Gå tilbage, og prøv igen, eller prøv med en anden browser.
error-page-not-a-form = Vi kunne ikke læse det, du sendte
error-page-not-a-form-advice = Vi har ikke gemt noget. Gå tilbage, og prøv igen.
error-page-too-many = Der er prøvet lidt for mange gange
error-page-too-many-advice = Vent et kvarter, og prøv så igen.
error-page-long-address = Adressen er for lang
error-page-long-address-advice = Sådan en adresse har Brobyg ikke. Begynd igen fra forsiden.
error-page-packed = Vi kunne ikke læse det, du sendte
error-page-packed-advice = Det kom pakket sammen, og det tager vi ikke imod. Vi har ikke gemt noget. Gå tilbage, og prøv igen, eller prøv med en anden browser.
error-page-busy = Lige nu er der for mange på én gang
error-page-busy-advice = Vi har ikke gemt noget. Vent et øjeblik, gå tilbage, og prøv igen.
error-page-changed-meanwhile = Det er ændret, siden du åbnede siden
error-page-changed-meanwhile-advice = Det kan ikke lade sig gøre, som det står nu. Har du sendt noget, har vi ikke gemt det. Gå tilbage, genindlæs siden, og se, hvad der er nyt.
error-page-stopped = Kontakten mellem jer er stoppet
error-page-stopped-advice = Derfor kan du ikke skrive mere om forløbet. Kontakt ikke den unge. Vi ringer til dig; ring selv, hvis noget mangler at blive skrevet ned.
error-page-unavailable = Vi kan ikke nå vores data lige nu
error-page-unavailable-advice = Det går som regel over af sig selv. Vent lidt, og prøv igen. Har du lige sendt noget, så regn først med, at det er gemt, når du kan se det her i Brobyg.
error-page-unexpected = Noget gik galt hos os
error-page-unexpected-advice = Det er ikke din skyld. Prøv igen om lidt, og skriv til os, hvis det bliver ved.

# A request that is refused at the door

# The front page
front-title = Erhvervsmentorer til unge
front-heading = En mentor, der kender branchen
front-lead = Vi sætter unge på 15-25 år sammen med en frivillig fra den branche, de drømmer om. De to mødes i tre til seks måneder og finder vejen til et job, en læreplads eller en uddannelse.
front-become-mentor = Bliv mentor
front-know-young = Jeg kender en ung, men har ikke login
front-want-mentor = Få en mentor
front-how-heading = Sådan foregår det
front-refer-heading = Det starter med et ønske
front-refer-text = Den unge skriver selv til os, eller en boligsocial medarbejder gør det. Det er altid den unge selv, der siger ja.
front-match-heading = Vi finder den rette
front-match-text = Den unge fortæller med egne ord, hvad drømmen er. Vi leder efter en mentor, der arbejder med netop det.
front-meet-heading = De to mødes
front-meet-text = Over en kop kaffe, på arbejdspladsen eller på en gåtur. De aftaler selv hvor og hvornår, og hvad målet er.
front-after-heading = Vi slipper ikke
front-after-text = Undervejs ringer vi og hører, hvordan det går. Et år efter spørger vi igen.
front-doors-heading = Hvem er du?
front-young-heading = Jeg er ung
front-young-text = Vil du have en mentor? Skriv til os, eller tal med den boligsociale medarbejder, hvor du bor. Det er gratis, og du kan stoppe, når du vil.
front-mentor-heading = Jeg vil være mentor
front-mentor-text = Du behøver ikke være chef. Du skal kende dit fag, kunne lytte og have tid til et par møder om måneden.
front-partner-heading = Jeg arbejder i en boligsocial helhedsplan
front-partner-text = Henvis en ung på under tre minutter, og følg med i, hvordan det går, uden at skulle ringe.
front-promise = Brobyg er ikke kommunen. Her er ingen krav og ingen sanktioner, kun mennesker, der gerne vil hjælpe.

# Histories.
by-the-platform = Brobyg
by-the-mentor = Mentoren selv
by-the-mentee = Den unge selv
by-the-referrer = Henviseren selv
on-behalf-of-the-mentor = På mentorens vegne.
list-take = Hent listen som
list-take-table = Hent
list-take-xlsx = Excel
list-take-excel = CSV til Excel
list-take-csv = CSV
answer-yes = Ja
answer-no = Nej

# What a workbook calls its sheet
sheet-answers = Svar
sheet-concerns = Bekymringer
sheet-consents = Samtykker
sheet-courses = Forløb
sheet-definitions = Definitioner
sheet-enquiries = Henvendelser
sheet-enquiry-links = Henvendelseslinks
sheet-figures = Tal
sheet-follow-ups = Opfølgninger
sheet-interviews = Interview
sheet-letters = Breve
sheet-mail = Mails
sheet-meetings = Møder
sheet-mentors = Mentorer
sheet-partners = Samarbejdspartnere
sheet-people = Brugere
sheet-plan = Plan
sheet-projects = Projekter
sheet-proposals = Matchforslag
sheet-referrals = Henvisninger
sheet-referrals-of-word = Henvisninger med ordet
sheet-responses = Svarprocenter
sheet-security = Sikkerhed
sheet-shortage = Mangel
sheet-shortage-areas = Mangel i områder
sheet-shortage-steps = Hvad der ville hjælpe
sheet-sms = Sms’er
sheet-surveys = Målinger
sheet-unknown-words = Ukendte ord
sheet-words = Ord
