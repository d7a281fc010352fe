# When somebody has time in an ordinary week
times-mon = Monday
times-tue = Tuesday
times-wed = Wednesday
times-thu = Thursday
times-fri = Friday
times-sat = Saturday
times-sun = Sunday
times-day = Day
times-morning = Morning
times-afternoon = Afternoon
times-evening = Evening
times-of-day-morning = morning
times-of-day-afternoon = afternoon
times-of-day-evening = evening
