# What comes after a course

course-onward-title = Tiden efter forløbet
course-onward-lead = Forløbet slutter efter planen { $date }. Skriv, hvad I har talt om.
course-onward-nothing = Ingen har skrevet endnu, hvad der sker efter forløbet.
course-onward-write = Skriv, hvad der sker bagefter
course-onward-change = Ret det
course-onward-step-down = Hvor tit mødes I den sidste tid?
course-onward-step-down-was = Hvor tit mødtes de to den sidste tid?
course-onward-step-down-hint = For eksempel: hver anden uge i marts og til sidst én gang i april.
course-onward-hint = Hvem går den unge til bagefter, og hvad er det næste skridt? For eksempel: begynder på grundforløb i august og ringer til sin vejleder ved tvivl. Partneren kan læse det, når forløbet er slut.
course-onward-save = Gem
course-onward-missing = Skriv, hvad der sker bagefter
course-onward-by-mentor = Mentoren skrev det { $date }
course-onward-by-staff = Vi skrev det { $date }
course-onward-step-down-by-staff = Vi skrev { $date }, hvordan de sidste møder lå
course-onward-none = Ingen plan nødvendig: { $because } ({ $date })
course-onward-linked = Du og { $name } slutter efter planen { $date }. Hvad har I talt om?
course-onward-thanks = Nu ved vi, hvad der sker bagefter. Du kan lukke siden nu.
course-notice-onward-told = Gemt
course-notice-onward-waived = Så er der ikke brug for en plan
course-change-onward-told = { $name }: Skrev, hvad der sker efter forløbet{ $days }
course-change-onward-waived = { $name }: Der er ikke brug for en plan for tiden efter{ $days }

course-no-plan = Er der ikke brug for en plan?
course-no-plan-why = Hvorfor ikke?
course-no-plan-save = Der er ikke brug for en
course-no-plan-missing = Vælg, hvorfor der ikke er brug for en
course-no-plan-under-way = Den unge er i gang med job eller uddannelse
course-no-plan-not-wanted = Den unge vil ikke have en
course-no-plan-not-reached = Vi kan ikke få fat i den unge
course-no-plan-not-needed = Vi har set på det, og der er ikke brug for en

# Letters

course-onward-letter-subject = Hvad sker der efter forløbet?
course-onward-letter-text = Du og { $name } slutter efter planen { $date }. Tal om det ved jeres næste møde: Hvor tit mødes I den sidste tid, hvem går { $name } til bagefter, og hvad er det næste skridt?
course-onward-letter-link = Skriv, hvad I har talt om
course-onward-letter-free = Det tager to minutter. Skal I bruge længere tid sammen, så kontakt os.
message-letter-onward-plan = Til mentoren: hvad sker der efter forløbet?
