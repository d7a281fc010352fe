# When somebody has time in an ordinary week
times-mon = mandag
times-tue = tirsdag
times-wed = onsdag
times-thu = torsdag
times-fri = fredag
times-sat = lørdag
times-sun = søndag
times-day = Dag
times-morning = Formiddag
times-afternoon = Eftermiddag
times-evening = Aften
times-of-day-morning = formiddag
times-of-day-afternoon = eftermiddag
times-of-day-evening = aften
