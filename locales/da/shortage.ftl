shortage-title = Mentormangel
shortage-lead = Hvor mange unge venter i hver branche, og hvor mange ledige pladser er der til dem?
shortage-summary = { $waiting ->
    [one] 1 ung venter
   *[other] { $waiting } unge venter
  } på en mentor, og der mangler plads til { $gap }.
shortage-see-unlock = Se, hvad der ville hjælpe flest
shortage-see-areas = Se hvert boligområde
shortage-back = Tilbage til mentormangel
shortage-partner = Samarbejdspartner
shortage-all-partners = Alle
shortage-area = Boligområde
shortage-all-areas = Alle
shortage-scope = Du ser kun de unge, du har valgt, og kun de pladser, der er højst { $km } km væk. Andre unge kan også have brug for de pladser.
shortage-nobody = Ingen venter forgæves
shortage-nobody-text = Der er ingen unge, der venter på en mentor lige nu.
shortage-nobody-here = Der er ingen unge, der venter på en mentor, i det, du har valgt at se.
shortage-see-all = Se alle
shortage-no-gap = Ingen venter forgæves
shortage-no-gap-text = Der er plads til alle, der venter, når vi regner nabobrancher og de pladser, der snart bliver ledige, med.
shortage-unknown = { $people ->
    [one] 1 ung venter uden en bekræftet branche
   *[other] { $people } unge venter uden en bekræftet branche
  }
shortage-unknown-text = De er ikke med i tallene for brancherne. Skriv branchen på henvisningen, så kommer de med.
shortage-unknown-see = Se henvisningerne
shortage-unknown-industry = Uden en bekræftet branche
shortage-picture = Er der plads til dem, der venter?
shortage-picture-note = De brancher, hvor der mangler mest. Hver bjælke er de unge, der venter. Tallene står i tabellen nedenfor.
shortage-bar = { $waiting } venter. Til { $free } er der en ledig plads, til { $neighbours } en plads i en nabobranche, til { $coming } en plads, der snart bliver ledig. Der mangler plads til { $gap }.
shortage-industries = Alle brancher, nogen venter på
shortage-industries-lead = Vælg en branche for at få en tekst, du kan sende til virksomheder.
shortage-industry = Branche
shortage-waiting = Venter
shortage-people = { $people } nævner branchen
shortage-wait = Længste ventetid
shortage-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
  }
shortage-free = Ledige pladser
shortage-neighbours = Fra nabobrancher
shortage-coming = Bliver snart ledige
shortage-gap = Mangler
shortage-how = Sådan tæller vi
shortage-how-waiting = Unge, hvis henvisning er godkendt, og som hverken har et åbent matchforslag eller et forløb. Ønsker en ung flere brancher, tæller den unge lige meget i hver: med to brancher en halv i hver. Så er hver ung talt med én gang.
shortage-how-free = Pladser, som ingen har, hos mentorer, der kan foreslås i dag: de er godkendt, har været på kursus, holder ikke pause og har ingen udløbet straffeattest. Har mentoren flere brancher, bliver pladsen delt lige mellem dem af dem, som nogen venter på.
shortage-how-neighbours = Pladser i brancher, der ligger tæt på, og som ingen venter på der. De tæller { $percent }, fordi et match i en nabobranche kun rammer ønsket delvist. Den samme plads kan stå ved flere brancher.
shortage-how-coming = Pladser i forløb, der er planlagt til at slutte inden for { $months } måneder, hos mentorer, der ellers kan foreslås. Datoerne er de næste planlagte.
shortage-how-gap = Dem, der venter, minus ledige pladser, pladser fra nabobrancher og pladser, der snart bliver ledige. Tallet er et skøn. Matchmødet viser, hvem der faktisk passer sammen.
shortage-how-area = En plads tæller kun for dem, den er inden for rækkevidde af: højst { $km } km fra postnummeret for den unges samarbejdspartner, eller det, mentoren selv har sagt. Mentorer, der ikke har skrevet et postnummer, tæller som nær. Hvad en enkelt ung har sagt om afstand og video, tæller kun, når vi ser på, hvad der ville hjælpe.
shortage-areas-title = Mentormangel i boligområderne
shortage-areas-lead = Ledige pladser er dem, der er højst { $km } km væk, i de brancher, de unge i området ønsker. Den samme plads kan stå ved flere områder.
shortage-most-missing = Mest mangler

# Words for firms
shortage-recruit-title = Find mentorer: { $industry }
shortage-recruit-lead = En tekst, du kan sende til virksomheder. Den siger ikke noget om de enkelte unge.
shortage-recruit-subject = Emne
shortage-recruit-text = Tekst
shortage-recruit-hint = Markér teksten og kopiér den. Skriv selv dit navn nederst.
shortage-recruit-mail = Åbn som mail
shortage-recruit-mentors = Se mentorerne i branchen
shortage-recruit-figures = Tallene bag
shortage-recruit-nobody = Ingen venter på en mentor i den branche
shortage-recruit-nobody-text = Så er der ikke noget at skrive til virksomhederne om lige nu.
shortage-text-subject = Kan en hos jer være mentor for en ung? { $industry }
shortage-text-hello = Hej
shortage-text-waiting = Lige nu venter { $people } unge på en mentor, der kender jeres branche: { $industry }.
shortage-text-waiting-area = Lige nu venter { $people } unge i { $area } på en mentor, der kender jeres branche: { $industry }.
shortage-text-waiting-few = Lige nu venter unge på en mentor, der kender jeres branche: { $industry }.
shortage-text-mentor = En mentor er en frivillig fra arbejdslivet. Mentoren og den unge mødes et par gange om måneden i tre til seks måneder. De taler om faget, om hverdagen på en arbejdsplads og om vejen til job eller uddannelse. Man skal ikke undervise, og man skal ikke kunne svare på alt. Det vigtigste er at kende branchen og have lyst til at lytte.
shortage-text-care = Vi taler med alle nye mentorer, ser deres straffeattest og holder et kort kursus, før de møder en ung. Og vi er der hele vejen, hvis der er brug for os.
shortage-text-apply = Er det noget for en hos jer? Det tager fem minutter at skrive til os her:
shortage-text-thanks = Send gerne mailen videre til en kollega. Tak for hjælpen.

# What would help the most
shortage-unlock-title = Hvad ville hjælpe flest?
shortage-unlock-lead = { $stuck ->
    [0] { $waiting } unge venter, og ingen af dem sidder fast.
    [one] Af { $waiting } unge, der venter, er der 1, som ingen mentor i branchen eller tæt på passer til lige nu.
   *[other] Af { $waiting } unge, der venter, er der { $stuck }, som ingen mentor i branchen eller tæt på passer til lige nu.
  }
shortage-bounded = Vi har ikke set på alle
shortage-bounded-text = { $doubtful } unge ønsker kun brancher med få ledige mentorer. Vi har set på de { $looked }, der har ventet længst. Tallene gælder dem.
shortage-unread = { $people ->
    [one] 1 ung har et ønske, vi ikke kan læse en branche ud af
   *[other] { $people } unge har et ønske, vi ikke kan læse en branche ud af
  }
shortage-unread-text = Skriv branchen på henvisningen, så kan vi lede efter en mentor.
shortage-nobody-stuck = Ingen sidder fast
shortage-nobody-stuck-text = Alle, hvis ønske vi kan læse, har mindst én mentor at foreslå. På matchmødet kan I se de bedste par.
shortage-to-planning = Gå til matchmøder
shortage-steps = Det, der ville hjælpe flest
shortage-steps-lead = Én ting ad gangen. En mentor, der er for langt væk, tæller ikke.
shortage-no-steps = Ingen enkelt ting hos en mentor ville være nok. Der skal nye mentorer til.
shortage-if-pause = Hvis { $name } kom tilbage fra sin pause, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-pauses = Hvis { $mentors } mentorer kom tilbage fra deres pause, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-certificate = Hvis straffeattesten blev fornyet for { $name }, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-certificates = Hvis { $mentors } straffeattester blev fornyet, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-training = Hvis { $name } kom på mentorkurset, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-trainings = Hvis { $mentors } mentorer kom på mentorkurset, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-seat = Hvis { $name } havde én plads mere, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-if-seats = Hvis { $mentors } mentorer hver havde én plads mere, kunne { $people ->
    [one] 1 ung
   *[other] { $people } unge
  } få en mentor
shortage-suggested = { $people } unge ville få et forslag, men der ville kun være plads til { $seats }.
shortage-unnamed = og { $mentors ->
    [one] 1 mentor mere
   *[other] { $mentors } mentorer mere
  }
shortage-new-mentors = Nye mentorer
shortage-new-mentors-lead = De brancher, som de unge, ingen passer til, ønsker sig. Vælg en branche for at få en tekst til virksomheder.
shortage-new-mentor = { $industry }: en ny mentor ville passe til { $people ->
    [one] 1 ung
   *[other] { $people } unge
  }
shortage-heading-industry-code = Branchekode
shortage-heading-industry = { shortage-industry }
shortage-heading-people = Unge, der ønsker den
shortage-heading-waiting = { shortage-waiting }
shortage-heading-waiting-since = Venter siden
shortage-heading-longest-wait-days = { shortage-wait }
shortage-heading-free-seats = { shortage-free }
shortage-heading-from-neighbours = { shortage-neighbours }
shortage-heading-coming-free = { shortage-coming }
shortage-heading-coming-free-on = Bliver ledige den
shortage-heading-gap = { shortage-gap }
shortage-heading-area = { shortage-area }
shortage-heading-partner = { shortage-partner }
shortage-mentors = Mentorer
shortage-helped = Unge, det hjælper
shortage-suited = Unge, det passer
