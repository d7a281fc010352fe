error-email = Enter an email address, such as name@partner.dk
error-date = Enter a date, such as 2021-07-31 or 31-07-2021
error-no-name = Write only the name, without a mail address, a website or signs like < and /
error-name = Enter a name
error-date-parts = Enter a date with day, month and year
