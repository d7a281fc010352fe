message-greeting = Hello { $name }
message-greeting-nobody = Hello
message-closing = Kind regards
message-automatic = This mail was written by the Brobyg platform.
message-help = If you are in doubt about anything, write to us: { $contact }
