error-email = Skriv en e-mailadresse, for eksempel navn@partner.dk
error-date = Skriv en dato, for eksempel 2021-07-31 eller 31-07-2021
error-name = Skriv et navn
error-no-name = Skriv kun navnet, uden mailadresse, hjemmeside eller tegn som < og /
error-date-parts = Skriv en dato med dag, måned og år
