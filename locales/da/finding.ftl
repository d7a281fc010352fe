# Søgefeltet øverst på hver side.
finding-label = Søg overalt
finding-button = Søg
finding-title = Søg overalt
finding-what = Skriv et navn, et telefonnummer, en adresse eller en reference.
finding-typed = Du søgte efter “{ $typed }”.
finding-none = Intet fundet
finding-all = Vis alle
finding-young-people = Unge
finding-enquiries = Henvendelser
finding-courses = Forløb
finding-mentors = Mentorer
finding-partners = Samarbejdspartnere
finding-course = { $mentee } med { $mentor }
