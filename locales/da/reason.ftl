reason-found-job-or-education = Fandt job eller uddannelse
reason-not-ready = Ikke klar endnu
reason-no-longer-wants = Ønsker det ikke længere
reason-no-time = Har ikke tid
reason-no-contact = Ingen kontakt
reason-partner-withdrew = Samarbejdspartneren trak henvisningen
reason-mentor-withdrew = Mentoren trak sig
reason-outside-target-group = Uden for målgruppen
reason-moved = Flyttede
reason-mismatch = Det passede ikke sammen
reason-concern = Bekymring
reason-other = Andet
reason-unknown = Ikke oplyst

# What follows each reason
reason-title = Årsager og følger
reason-lead = Når nogen siger nej tak, eller et forløb afbrydes, vælges en årsag. Her står, hvad hver årsag fører til. I kan ændre det.
reason-when = Hvornår
reason-when-any = Alle
reason-when-mentor-declined = Når en mentor siger nej tak
reason-when-mentee-declined = Når den unge siger nej tak
reason-when-course-ended = Når et forløb slutter uden at være gennemført
reason-only-changed = Kun dem, vi selv har ændret
reason-none = Vi fandt ingen årsager
reason-none-text = Prøv med færre filtre. Har I ikke ændret noget, gælder standarden overalt.
reason-reason = Årsag
reason-follows = Det følger
reason-declared-by = Bestemt af
reason-by-staff = Ændret af os
reason-by-default = Standard
reason-follows-now = Det følger nu
reason-follows-waits-on = Den unge venter videre og beholder sin plads i køen.
reason-follows-back-to-queue = Den unge kommer tilbage i køen og beholder sin ventetid.
reason-follows-talk = Tal med samarbejdspartneren, før I beslutter, hvad der skal ske.
reason-follows-close = Henvisningen lukkes.
reason-follows-pair-rests = De to foreslås ikke for hinanden i { $days } { $days ->
    [one] dag
   *[other] dage
  }.
reason-follows-pair-never = De to foreslås ikke for hinanden igen.
reason-follows-young-rests = Den unge får ro i { $days } { $days ->
    [one] dag
   *[other] dage
  }, før en ny mentor foreslås.
reason-follows-pause = Mentoren sættes på pause i { $days } { $days ->
    [one] dag
   *[other] dage
  }.
reason-follows-pause-open = Mentoren sættes på pause, til nogen afslutter den.
reason-edit = Lav om på det
reason-edit-text = Det gælder fra nu af. Det, der allerede er sket, bliver stående.
reason-onward = Hvad sker der med henvisningen?
reason-onward-missing = Vælg, hvad der sker med henvisningen
reason-pair-rest = Må de to foreslås for hinanden igen?
reason-pair-rest-none = Ja, med det samme
reason-pair-rest-days = Ja, efter et antal dage
reason-pair-rest-open = Nej, aldrig
reason-young-rest = Skal den unge have ro, før en ny mentor foreslås?
reason-young-rest-hint = De to, der havde forløbet sammen, foreslås aldrig for hinanden igen.
reason-young-rest-none = Nej
reason-young-rest-days = Ja, i et antal dage
reason-rest-missing = Vælg, hvor længe der skal gå
reason-rest-days = Hvor mange dage?
reason-pause = Sættes mentoren på pause?
reason-pause-none = Nej
reason-pause-days = Ja, i et antal dage
reason-pause-length = Hvor mange dage varer pausen?
reason-pause-open = Ja, til nogen afslutter pausen
reason-pause-missing = Vælg, om mentoren sættes på pause
reason-days-hint = Kalenderdage. Kun hvis du har valgt et antal dage.
reason-save = Gem
reason-take-back = Tilbage til standarden
reason-take-back-text = Så følger igen det, platformen foreslår:
reason-history = Ændringer
reason-history-what = Hvem og hvornår
reason-history-before = Før
reason-history-after = Efter
reason-change-edited = { $name } ændrede “{ $reason }”
reason-change-taken-back = { $name } satte “{ $reason }” tilbage til standarden
reason-notice-edited = Det er gemt og gælder fra nu af.
reason-notice-taken-back = Standarden gælder igen.
reason-deadlines = Frister for et matchforslag
reason-deadline-reminder = En mentor, der ikke har svaret, får en påmindelse efter { $days } { $days ->
    [one] dag
   *[other] dage
  }.
reason-deadline-answer = Mentoren og den unge har hver { $days } { $days ->
    [one] dag
   *[other] dage
  } til at svare. Derefter venter henvisningen igen.
reason-deadline-setting = Indstilling: { $setting }
reason-deadlines-text = Fristerne tælles i kalenderdage efter dansk tid, og tiden står stille, mens en mentor venter på svar på et spørgsmål. De ændres af den, der driver platformen, i miljøet eller i indstillingsfilen. Kommandoen “brobyg config” viser dem alle.
