# What whoever referred is told
status-update-heading = Sådan går det
status-update-none = Her står en linje, hver gang vi har fulgt op på forløbet.
status-update-meet-as-agreed = De mødes som aftalt.
status-update-not-met-yet = De har ikke mødt hinanden endnu. Vi følger op.
status-update-not-met-lately = De har ikke mødtes i en tid. Vi følger op.
status-update-mentee-not-reached = Vi har ikke kunnet få fat i den unge. Ved du, hvordan vi kan?
status-update-mentor-not-reached = Vi har ikke kunnet få fat i mentoren endnu. Vi prøver igen.
status-update-job-in-sight = Der er et job eller en uddannelse i sigte.
status-update-job-begun = Den unge er begyndt i job eller uddannelse.
status-update-ends-soon = Forløbet slutter snart. Vi taler med dem om, hvad der skal ske bagefter.
status-update-they-go-on = Vi har talt med begge, og de fortsætter.
status-update-they-change = Vi har talt med begge. De fortsætter og ændrer noget, så det passer bedre.
status-update-they-stop = Vi har talt med begge, og de stopper. Du hører fra os, når forløbet er afsluttet.
status-update-wrote = { $who } skrev:
status-update-take-back = Tag linjen tilbage
status-update-reply-partner = Vil du svare eller spørge om noget?
status-update-reply-staff = Skriv til den, der henviste
status-update-reply-hint = Skriv ikke om sygdom. Mentoren ser det ikke.
status-update-reply-missing = Skriv noget først
status-update-send = Send
status-update-settle = Der er ikke noget at svare på
status-update-said = Partneren har fået en linje efter denne opfølgning
status-update-stopped = Den unge har sagt nej til en mentor. Afslut forløbet i stedet
status-update-notice-written = Sendt
status-update-notice-settled = Godt, det er set
status-update-notice-taken-back = Linjen er taget tilbage

# On the page of a follow-up
status-update-tell = Fortæl den, der henviste
status-update-tell-text = Vælg én linje, eller lad være. Der bliver ikke sendt andet.
status-update-sentence = Linje
status-update-sentence-missing = Vælg en linje
status-update-tell-send = Send linjen
status-update-told = Den, der henviste, har fået linjen: { $sentence }
status-update-notice-told = Linjen er sendt

# Letters
status-update-subject = Sådan går det
status-update-lead = Vi har talt med en af dem i et forløb, som du har henvist til. { $date }:
status-update-question-subject = En samarbejdspartner har skrevet
status-update-question = Den, der henviste en ung, har skrevet til os om, hvordan det går. Svar på henvisningens side.
status-update-open = Se, hvad der står
status-update-answer-subject = Vi har skrevet til dig
status-update-answer = Vi har skrevet til dig om en ung, som du har henvist.
