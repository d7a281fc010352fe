# The exit: what each side is asked once a course is over. The questions themselves stand in src/questionnaire/data/.

questionnaire-title = Hvordan gik forløbet?
questionnaire-about = Det handler om et mentorforløb, der er slut.
questionnaire-lead-young-person = Dit forløb med en mentor er slut. Vi vil gerne høre, hvordan det gik for dig.
questionnaire-lead-mentor = Dit forløb med { $name } er slut. Vi vil gerne høre, hvordan det gik, set fra din side.
questionnaire-lead-referrer = { $name }, som du henviste, er færdig med sit forløb hos en mentor. Vi vil gerne høre, hvordan det gik, set fra din side.
questionnaire-free = Det er frivilligt at svare, og du kan springe spørgsmål over. Du kan åbne siden igen og rette dine svar til og med { $date }.
questionnaire-alone = Kun vi i mentorordningen ser dine svar.
questionnaire-because = Hvis du ikke skriver noget
questionnaire-no-answer = Intet svar
questionnaire-missing-prefer-not = Vil helst ikke svare
questionnaire-missing-dont-know = Ved det ikke
questionnaire-missing-not-relevant = Ikke relevant
questionnaire-send = Gem mine svar
questionnaire-thanks-title = Tak for dine svar
questionnaire-thanks-text = De er gemt. Du kan åbne linket igen og rette dem, indtil der lukkes for svar.

# For staff

questionnaire-see = Hvordan gik det? Svar ved afslutningen
questionnaire-exit = Svar ved afslutningen
questionnaire-exit-of = Svar ved afslutningen: { $name }
questionnaire-nothing = Der er ikke spurgt om dette forløb. Vi spørger om forløb, der er slut, og hvor de to har mødtes.
questionnaire-sides = Hvem er spurgt
questionnaire-both = Den unge og mentoren ved siden af hinanden
questionnaire-side-young-person = Den unge
questionnaire-side-mentor = Mentoren
questionnaire-side-referrer = Henviseren
questionnaire-state-open = Endnu ikke spurgt
questionnaire-state-asked = Spurgt
questionnaire-state-answered = Har svaret
questionnaire-state-over = Svarede ikke
questionnaire-asked-on = Vi skrev { $date }. Kan besvares til og med { $until }.
questionnaire-open-until = Kan besvares til og med { $until }.
questionnaire-write-down = Skriv svar ned
questionnaire-back = Tilbage til svarene
questionnaire-phone-title = Skriv svar ned
questionnaire-phone-of = Skriv svar ned: { $side }
questionnaire-phone-lead = Læs spørgsmålene højt, og vælg det, der bliver sagt. Hvert spørgsmål kan springes over. Svarene kan rettes til og med { $date }.
questionnaire-save = Gem svarene
questionnaire-notice-saved = Svarene er gemt
questionnaire-gone = Der er ikke spurgt om dette
questionnaire-closed = Der er lukket for svar
questionnaire-not-wanted = Den unge vil ikke spørges
course-change-exit-answered = { $name }: Der blev svaret på, hvordan forløbet gik{ $days }
course-change-exit-answered-by-phone = { $name }: Skrev ned, hvordan forløbet gik{ $days }

# Letters

questionnaire-mail-subject = Hvordan gik forløbet?
questionnaire-mail-young-person = Dit forløb med en mentor er slut. Vi vil gerne høre, hvordan det gik for dig. Det er nogle få korte spørgsmål.
questionnaire-mail-mentor = Dit forløb med { $name } er slut. Vi vil gerne høre, hvordan det gik, set fra din side. Det er nogle få korte spørgsmål.
questionnaire-mail-referrer = En ung, du har henvist, er færdig med sit forløb hos en mentor. Vi vil gerne høre, om det var den rigtige hjælp.
questionnaire-mail-again = Vi skrev også for en uge siden. Nu spørger vi ikke mere.
questionnaire-mail-link = Svar her
questionnaire-mail-free = Det er frivilligt at svare. Linket er til dig alene, og du kan åbne det igen og rette dine svar, indtil der lukkes for dem.
questionnaire-mail-alone = Kun vi i mentorordningen ser dine svar.
message-letter-exit-young-person = Til den unge: hvordan gik forløbet?
message-letter-exit-mentor = Til mentoren: hvordan gik forløbet?
message-letter-exit-referrer = Til henviseren: var det den rigtige hjælp?
message-text-exit-young-person = Hej fra mentorordningen. Hvordan gik forløbet? Nogle få korte spørgsmål: { $link }

# The report

outcome-answers = Svar ved afslutningen
outcome-answers-lead = Hvad de tre sider af et forløb svarer, når det er slut. Et spørgsmål med færre end fem svar vises ikke.
outcome-answers-of = { $answered } af { $asked } spurgte har svaret.
outcome-download-answers = Svarene ved afslutningen
outcome-heading-instrument = Spørgeskema
outcome-heading-instrument-version = Spørgeskemaets version
outcome-heading-side = Hvem svarer
outcome-heading-item = Spørgsmål
outcome-heading-missing = Hvorfor intet svar
outcome-heading-answered-on = Svarede
outcome-heading-through = Svarede gennem
outcome-heading-language = Sprog
outcome-column-instrument = Hvilket spørgeskema.
outcome-column-instrument-version = Ordlydens version, da der blev svaret.
outcome-column-side = Hvem der svarer: den unge, mentoren eller henviseren.
outcome-column-item = Spørgsmålets kode. Ordlyden står her i listen.
outcome-column-value = Koden for det, der blev valgt; tom, når der ikke er et svar. Svar med egne ord er ikke med.
outcome-column-missing = Hvorfor der ikke er et svar: vil helst ikke (prefer_not), ved det ikke (dont_know), passer ikke (not_relevant).
outcome-column-answered-on = Dagen, da svaret kom.
outcome-column-through = Gennem linket (link) eller i telefon (phone).
outcome-column-language = Sproget, der blev spurgt på.
outcome-higher-is-better = Højere er bedre.
outcome-unordered = Intet svar er bedre end et andet.
