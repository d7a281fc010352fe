message-greeting = Hej { $name }
message-greeting-nobody = Hej
message-closing = Mange hilsner
message-automatic = Mailen er skrevet af Brobygs platform.
message-help = Er der noget, du er i tvivl om, så skriv til os: { $contact }
