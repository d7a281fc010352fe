# The search field on top of every page.
finding-label = Search everything
finding-button = Search
finding-title = Search everything
finding-what = Type a name, a phone number, an address or a reference.
finding-typed = You searched for “{ $typed }”.
finding-none = Nothing found
finding-all = Show all
finding-young-people = Young people
finding-enquiries = Enquiries
finding-courses = Courses
finding-mentors = Mentors
finding-partners = Partners
finding-course = { $mentee } with { $mentor }
