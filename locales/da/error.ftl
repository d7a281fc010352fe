error-email = Skriv en e-mailadresse, for eksempel navn@partner.dk
