# What was typed and is not saved yet
kept-heading = Det, du skrev, er ikke gemt endnu
kept-why-typed = Du skrev det { $at } og sendte det ikke. Nu står det i felterne igen, men det er ikke gemt, før du sender det.
kept-why-signed-out = Du var logget ud, da du sendte det { $at }, så vi gemte ikke noget af det. Se det igennem, og send det igen.
kept-why-other-sign-in = En anden var logget ind i browseren, da du skrev det { $at }, så vi gemte ikke noget af det. Se det igennem, og send det igen.
kept-why-old-page = Dit login er skiftet, siden du åbnede siden. Derfor gemte vi ikke noget af det, du sendte { $at }. Se det igennem, og send det igen.
kept-why-changed = Noget er blevet ændret, siden du åbnede siden. Derfor gemte vi ikke noget af det, du sendte { $at }. Siden viser, hvordan det er nu. Se det igennem, og send det igen, hvis det stadig passer.
kept-why-stopped = Kontakten mellem jer er stoppet, så vi gemte ikke noget af det, du sendte { $at }. Kontakt os, hvis noget af det skal skrives ned.
kept-why-refused = Der var noget at rette, da du sendte det { $at }, så vi gemte ikke noget af det. Se det igennem, og send det igen.
kept-why-not-for-you = Det kan ikke gemmes med det login, du har nu, eller det er der ikke længere. Vi gemte ikke noget af det, du sendte { $at }. Skal du bruge teksten, så kopier den.
kept-why-too-many = Der er prøvet lidt for mange gange. Vi gemte ikke noget af det, du sendte { $at }. Vent et kvarter, og send det igen.
kept-why-not-read = Vi kunne ikke læse det, du sendte { $at }, og gemte ikke noget af det. Se det igennem, og send det igen.
kept-why-failed = Noget gik galt hos os, og vi gemte ikke noget af det, du sendte { $at }. Prøv igen om lidt.
kept-why-unknown = Noget gik galt hos os, mens vi gemte det, du sendte { $at }, og vi ved ikke, om det nåede at blive gemt. Send det igen, som det er: er det allerede gemt, bliver det ikke gemt to gange.
kept-go-to-form = Gå til det, du skrev
kept-without-place = Det her har ikke længere en plads på siden. Skal du bruge det, så kopier det:
kept-without-form = Her er det, du skrev. Skal du bruge det, så kopier det:
kept-cpr-left-out = Et felt er udeladt, fordi der stod et CPR-nummer i det. Dem gemmer vi aldrig.
kept-throw-away = Smid det ud
kept-notice-thrown-away = Det er smidt ud
kept-try-again = Prøv igen
kept-stored-now = Der står nu:
kept-overtaken = Nogen har ændret det samme, siden du skrev det. Under felterne står, hvordan det er nu.
kept-signed-out-heading = Du var logget ud
kept-signed-out = Det, du skrev, er ikke gemt endnu, men det er lagt til side for dig. Log ind, så står det i felterne igen, og du kan sende det.
kept-sent-before-heading = Det er allerede gemt
kept-notice-sent-before = Du har sendt præcis det samme før, og det blev gemt dengang. Vi har ikke gemt det to gange.
kept-back-to-page = Tilbage til siden
kept-offline = Vi kan ikke få fat i Brobyg lige nu, så det, du skriver, er kun her på skærmen. Lad siden være åben. Vi prøver igen af os selv.
kept-over = Du er logget ud, så det, du skriver, er kun her på skærmen. Lad siden være åben.
kept-over-link = Log ind i et nyt vindue, så lægger vi det til side igen.
kept-other = En anden er nu logget ind i browseren. Det, du skriver her, er lagt til side for dig alene, og er her igen, når du logger ind.
kept-changed = Kladden er ændret i et andet vindue, siden du åbnede den her. Det, du skriver her, er derfor ikke gemt i den, men lagt til side for dig.
kept-changed-link = Se kladden, som den er nu.
kept-long = Teksten er for lang til, at vi kan lægge den til side, så den er kun her på skærmen. Skær noget af den væk.
kept-saved = Kladde gemt kl.

# What has been left lying
kept-list-title = Det, du har skrevet og ikke sendt
kept-list-lead = Vi gemmer det i 14 dage, kun for dig. Åbn siden for at skrive videre, eller smid det ud.
kept-list-none = Du har ikke noget liggende
kept-list-none-text = Alt, du har skrevet, er sendt eller smidt ud.
kept-list-what = Hvor
kept-list-when = Skrevet
kept-of-account = Din bruger
kept-of-admin = En side for administratorer
kept-of-concerns = En bekymring
kept-of-courses = Et forløb
kept-of-enquiries = En henvendelse
kept-of-follow-ups = En opfølgning
kept-of-mentor = Din side som mentor
kept-of-mentors = En mentor
kept-of-planning = Et matchmøde
kept-of-proposals = Et matchforslag
kept-of-referrals = En henvisning
kept-of-surveys = En måling
kept-of-other = En anden side
kept-lying = { $count ->
    [one] Du har skrevet noget, du ikke har sendt
   *[other] Du har skrevet noget på { $count } sider, du ikke har sendt
}

# Behind a link
kept-yours-heading = Der ligger noget, du ikke har sendt
kept-yours-text = Linket er personligt. Nogen skrev noget på siden { $at } og sendte det ikke. Er det dig, der skrev?
kept-yours-show = Ja, det er mig. Vis det
kept-link-over = Linket virker ikke længere, så det, du skriver, er kun her på skærmen.
