# The list
follow-up-list = Opfølgninger
follow-up-name = Navn
follow-up-all = Alle
follow-up-mentee = Den unge
follow-up-mentor = Mentor
follow-up-side = Med hvem
follow-up-due = Skal ske
follow-up-state = Status
follow-up-tries = Forsøg
follow-up-none = Ingen opfølgninger her
follow-up-none-text = Opfølgninger bliver planlagt af sig selv, når et forløb begynder. Prøv en anden filtrering.
follow-up-side-mentor = Mentoren
follow-up-side-mentee = Den unge
follow-up-side-both = Status med begge
follow-up-state-now = Skal ske nu (alle)
follow-up-state-untold = Gjort, og partneren har ikke hørt noget
follow-up-state-overdue = Forsinket
follow-up-state-due = Skal ske nu
follow-up-state-upcoming = Kommer
follow-up-state-resting = Hviler
follow-up-state-reached = Gennemført
follow-up-state-not-reached = Ikke fået kontakt

# On the page of a course
follow-up-heading = Opfølgninger
follow-up-planned-soon = De næste opfølgninger bliver planlagt inden for ti minutter.
follow-up-tried = { $count ->
    [one] 1 forsøg, sidst { $date }
   *[other] { $count } forsøg, sidst { $date }
}
follow-up-last = Sidst talt med: { $side }
follow-up-moods = Sådan har det været: { $side }

# The page of a follow-up
follow-up-title-mentor = Opfølgning med mentoren { $name }
follow-up-title-mentee = Opfølgning med { $name }
follow-up-title-both = Status på forløbet med { $name }
follow-up-due-on = Planlagt til { $date }.
follow-up-ask = Samtalen
follow-up-ring = Ring til { $name }: { $phone }
follow-up-wishes = Vil helst kontaktes { $way }
follow-up-through-partner = Vil kun kontaktes gennem samarbejdspartneren: { $whom }
follow-up-no-way = Vi har ingen vej til den unge. Spørg samarbejdspartneren.
follow-up-not-called = Den unge har sagt nej til en mentor. Ring ikke.
follow-up-tell = Hvad blev der sagt?
follow-up-mood = Hvordan går det?
follow-up-mood-hint = Vælg det, du hørte. Resten kan du lade stå.
follow-up-mood-very-good = Rigtig godt
follow-up-mood-good = Godt
follow-up-mood-mixed = Lidt op og ned
follow-up-mood-poor = Ikke så godt
follow-up-mood-bad = Dårligt
follow-up-mood-missing = Vælg, hvordan det går
follow-up-mood-without-talk = Har I ikke talt sammen, så lad feltet stå tomt
follow-up-review = Hvad blev I enige om?
follow-up-review-go-on = De fortsætter
follow-up-review-change = De ændrer noget
follow-up-review-stop = De stopper
follow-up-review-missing = Vælg, hvad I blev enige om
follow-up-said = Hvad blev der sagt?
follow-up-said-hint = Kun for projektets medarbejdere. Skriv ikke om sygdom.
follow-up-begun = Den unge er begyndt i job eller uddannelse
follow-up-step = Hvad er næste skridt?
follow-up-step-hint = Det bliver vist for dig den dag, du skriver.
follow-up-step-on = Hvornår?
follow-up-step-missing = Skriv, hvad der skal ske den dag
follow-up-step-day-missing = Skriv, hvornår det skal ske
follow-up-step-by = Næste skridt: { $step } ({ $date })
follow-up-step-done-on = Næste skridt: { $step } (gjort { $date })
follow-up-step-is-done = Det er gjort
follow-up-result = Fik I fat i hinanden?
follow-up-result-hint = Har du valgt, hvordan det går, behøver du ikke vælge her.
follow-up-result-answered = Ja, vi talte sammen
follow-up-result-no-answer = Nej, intet svar
follow-up-result-number-not-in-use = Nej, nummeret er ikke i brug
follow-up-result-bounced = Nej, beskeden kom retur
follow-up-result-refused = Nej, havde ikke tid eller lyst
follow-up-result-voice-mail = Nej, telefonsvarer
follow-up-result-somebody-else = Nej, en anden tog den og giver beskeden videre
follow-up-result-not-now = Nej, ikke lige nu
follow-up-result-call-back = Nej, vil ringes op
follow-up-result-no-language = Nej, vi havde intet fælles sprog
follow-up-result-unable = Nej, kan ikke nås: syg, fængslet eller bortrejst
follow-up-result-dead = Nej, er død
follow-up-result-missing = Vælg, hvordan det går, eller hvorfor I ikke fik talt sammen
follow-up-choose = Vælg
follow-up-channel = Hvordan prøvede du?
follow-up-tried-on = Hvilken dag?
follow-up-hour = Hvornår på dagen?
follow-up-save = Gem
not-reached-tries = Du kan opgive efter tre forsøg på forskellige dage og ad mindst to veje. Der mangler { $days } { $days ->
    [one] dag
   *[other] dage
  } og { $channels } { $channels ->
    [one] vej
   *[other] veje
  }.
not-reached-days = Du kan opgive efter tre forsøg på forskellige dage og ad mindst to veje. Der mangler { $days } { $days ->
    [one] dag
   *[other] dage
  }.
not-reached-channels = Du kan opgive efter tre forsøg på forskellige dage og ad mindst to veje. Der mangler { $channels } { $channels ->
    [one] vej
   *[other] veje
  }.
not-reached-slot = Prøv på to tidspunkter af ugen, og mindst én gang om aftenen eller i weekenden.
not-reached-wait = Der skal gå 14 dage fra det første forsøg til det sidste. Der mangler { $days }.
not-reached-untried = Prøv også de veje til personen, som er i brug og ikke er prøvet: { $count }.
follow-up-after-change = Det kan ændres
follow-up-after-stop = Sådan stopper I
follow-up-change-agreement = Ret det, de to har aftalt
follow-up-change-meeting = Aftal det næste møde
follow-up-change-mentor = En anden mentor: afslut forløbet, og find en ny
follow-up-give-up = Luk uden kontakt
follow-up-before = Sidst
follow-up-before-none = Der er ikke talt sammen ved en opfølgning før denne.
follow-up-correct = Ret
follow-up-correct-title = Ret det, der er skrevet
follow-up-correct-text = Det gamle bliver gemt, så man kan se, hvad vi vidste dengang.
follow-up-back = Tilbage til opfølgningen
follow-up-closed = En anden har lige gjort det, eller forløbet er slut
follow-up-in-future = Tidspunktet er ikke kommet endnu
follow-up-before-match = Dagen ligger før matchet
follow-up-not-done = Opfølgningen er ikke gennemført endnu
follow-up-gone-on = Den næste opfølgning er begyndt, eller denne er lukket. Så kan det ikke ændres, om I fik kontakt
not-reached-too-early = Der er ikke prøvet nok endnu. Se under forsøgene, hvad der mangler
follow-up-notice-told = Gemt
follow-up-notice-corrected = Rettet
follow-up-notice-not-reached = Opfølgningen er lukket uden kontakt. Den næste er planlagt
follow-up-notice-step-done = Godt, det er gjort

# What to ask, as things stand
follow-up-situation-first-meeting-overdue = Det første møde mangler
follow-up-situation-not-met = Har ikke mødt hinanden endnu
follow-up-situation-no-show = En kom ikke til det sidste møde
follow-up-situation-silent = Længe siden sidste møde
follow-up-situation-near-end = Forløbet slutter snart
follow-up-situation-past-end = Forløbet er over sin slutdato
follow-up-situation-begun = Begyndt i job eller uddannelse
follow-up-situation-ordinary = I gang
follow-up-ask-always = Er der noget, vi kan hjælpe med?
follow-up-ask-first-meeting-overdue-mentor-1 = Har du fået fat i den unge? Hvordan har du prøvet?
follow-up-ask-first-meeting-overdue-mentor-2 = Skal vi aftale det første møde nu?
follow-up-ask-first-meeting-overdue-mentee-1 = Har din mentor ringet eller skrevet til dig?
follow-up-ask-first-meeting-overdue-mentee-2 = Hvornår kan du mødes? Er der noget, der gør det svært?
follow-up-ask-not-met-mentor-1 = Har I aftalt, hvornår I mødes?
follow-up-ask-not-met-mentor-2 = Er der noget, du gerne vil vide, før I mødes?
follow-up-ask-not-met-mentee-1 = Har I aftalt, hvornår I mødes?
follow-up-ask-not-met-mentee-2 = Hvad håber du, din mentor kan hjælpe med?
follow-up-ask-no-show-mentor-1 = Hvad skete der sidst? Har I talt sammen siden?
follow-up-ask-no-show-mentor-2 = Hvornår mødes I næste gang?
follow-up-ask-no-show-mentee-1 = Hvad skete der sidst? Har I talt sammen siden?
follow-up-ask-no-show-mentee-2 = Passer tid og sted, eller skal det være anderledes?
follow-up-ask-silent-mentor-1 = Hvornår var I sidst i kontakt? Hvad har gjort det svært?
follow-up-ask-silent-mentor-2 = Vil du gerne fortsætte? Skal vi aftale et møde nu?
follow-up-ask-silent-mentee-1 = Hvornår var I sidst i kontakt? Hvad har gjort det svært?
follow-up-ask-silent-mentee-2 = Vil du gerne fortsætte, eller skal noget være anderledes?
follow-up-ask-near-end-mentor-1 = Hvad når I inden slutningen? Mangler der noget?
follow-up-ask-near-end-mentor-2 = Hvad er den unges plan bagefter? Er der brug for mere tid?
follow-up-ask-near-end-mentee-1 = Hvad er du blevet glad for? Mangler der noget?
follow-up-ask-near-end-mentee-2 = Hvad vil du gøre bagefter? Hvem kan hjælpe dig?
follow-up-ask-past-end-mentor-1 = Mødes I stadig? Skal forløbet slutte, eller er der brug for mere tid?
follow-up-ask-past-end-mentor-2 = Hvad mangler, før I kan slutte godt?
follow-up-ask-past-end-mentee-1 = Mødes I stadig? Vil du gerne have mere tid, eller er I færdige?
follow-up-ask-past-end-mentee-2 = Hvad vil du gøre nu? Hvem kan hjælpe dig?
follow-up-ask-begun-mentor-1 = Hvordan går det med jobbet eller uddannelsen, så vidt du ved?
follow-up-ask-begun-mentor-2 = Mødes I stadig? Hvad er vigtigt lige nu?
follow-up-ask-begun-mentee-1 = Hvordan går det på jobbet eller uddannelsen?
follow-up-ask-begun-mentee-2 = Er der noget der, du gerne vil tale med din mentor om?
follow-up-ask-ordinary-mentor-1 = Hvordan går det? Hvad har I lavet, siden vi talte sammen?
follow-up-ask-ordinary-mentor-2 = Hvad er det næste, I vil nå? Hvornår mødes I?
follow-up-ask-ordinary-mentee-1 = Hvordan går det? Hvad har I lavet, siden vi talte sammen?
follow-up-ask-ordinary-mentee-2 = Er du glad for at mødes? Hvad er det næste, du vil nå?
follow-up-ask-review-1 = Hvad er gået godt, og hvad er svært? Spørg hver for sig.
follow-up-ask-review-2 = Passer målet, og mødes de så tit, som de vil?
follow-up-ask-review-3 = Skal de fortsætte, ændre noget eller stoppe?
follow-up-need-not-be-told = Henviseren skal ikke have besked om den her. Det blev noteret { $date }.
