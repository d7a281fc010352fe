error-email = Enter an email address, such as name@partner.dk
