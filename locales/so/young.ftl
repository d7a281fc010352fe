# What young people read behind their links, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = U gudub qoraalka
demo-banner = Tani waa tijaabo. Dadka oo dhan waa la abuuray, farriinna lama diro.
menu-label = Liiska ugu weyn
menu-languages = Luqadaha
menu-help-translation = Turjumaaddani waa caawimo oo keliya. Qoraalka Deenishku wuu ag yaal, isagaana la raacayaa.
sign-in = Gal
footer-help-heading = Ma wax baad hubin?
footer-help-text = Nala soo xiriir, waan ku caawinaynaaye:
footer-contact = Qofka aad la xiriirto waa
footer-contact-until = (ilaa { $date })
footer-help-nobody = Weydii qofka aad mashruuca ka taqaan.
footer-promise = Brobyg waa u ikhtiyaari qof kasta. Ma nihin hay'ad dowladeed.
front-title = La-taliyeyaal shaqo oo dhallinyarada
about-privacy-title = Macluumaadkaaga
about-accessibility-title = Fududaynta isticmaalka
industry-names-title = Magacyada laamaha shaqada
concern-link = Ma wax baa kaa welwel geliya xiriirka la-taliyaha?
error-summary-heading = Wax baa jira oo aad saxdo
field-error = Khalad:
field-optional = (ikhtiyaari)

# What is wrong
error-cpr = Tani waxay u eg tahay lambarka CPR. Tirtir: nooma oggola inaan kaydinno lambarrada CPR.
error-too-long = Qor ugu badnaan { $max } xaraf
error-phone = Qor lambar telefoon oo siddeed god ah, tusaale 12 34 56 78, ama leh koodhka dalka, tusaale +46 70 123 45 67
error-choice = Dooro mid ka mid ah jawaabaha liiska
error-page-home = Tag bogga hore
error-page-not-found = Boggan ma helno
error-page-not-found-advice = Malaha xiriiriyuhu waa duug, ama boggu kuguma socdo. Ka tijaabi bogga hore.
error-page-foreign-form = Gelitaankaagu wuu isbeddelay tan iyo markii aad bogga furtay
error-page-foreign-form-advice = Waxba kama kaydinin wixii aad dirtay. Dib u noqo, bogga cusboonaysii, oo mar kale dir.
error-page-too-many = Waxyar ka badan ayaa la isku dayay
error-page-too-many-advice = Sug rubuc saac, kadib mar kale isku day.
error-page-busy = Hadda dad badan ayaa hal mar ku jira
error-page-busy-advice = Waxba ma kaydinin. Waxyar sug, dib u noqo, oo mar kale isku day.
error-page-changed-meanwhile = Waa la beddelay tan iyo markii aad bogga furtay
error-page-changed-meanwhile-advice = Wixii aad dirtay ma kaydinin. Dib u noqo, bogga cusboonaysii, oo eeg waxa cusub.
error-page-unavailable = Hadda xogtayada ma gaari karno
error-page-unavailable-advice = Badanaa iskeed ayay u hagaagtaa. Waxyar sug, oo mar kale isku day.
error-page-unexpected = Wax baa naga khaldamay
error-page-unexpected-advice = Adigu khalad ma lihid. Waxyar kadib mar kale isku day, noona soo qor haddii ay sii socoto.

# Whose a link is
course-met-whose = Xiriiriyahan waxaa leh { $name }
course-met-go-on = Waa aniga
course-met-not-me = Aniga ma ihi
course-met-not-me-text = Markaa bogga xir. Xiriiriyaha qof kale ayaa leh, waxbana ma dhicin.
link-over-title = Xiriiriyuhu ma shaqeeyo mar dambe
course-met-closed = Jawaabta uma baahnin hadda. Waad ku mahadsan tahay inaad eegtay.
course-link-whose = Ku socota { $name }, kana timid barnaamijka la-taliyeyaasha
course-link-not-you = Haddii aadan adigu ahayn, bogga xir.

# The survey
survey-own-title = Sidee tahay?
survey-own-exit = Wakhtigii aad la-taliye lahayd wuu dhammaaday. Waxaan jeclaan lahayn inaan ogaanno waxa aad hadda qabato.
survey-own-twelve-month = Wakhtigii aad la-taliye lahayd wuxuu dhammaaday sannad ka hor. Waxaan jeclaan lahayn inaan ogaanno waxa aad hadda qabato.
survey-own-free = Hal su'aal. Jawaabtu waa ikhtiyaari, waxaana loo isticmaalaa oo keliya in la arko in barnaamijku wax taro.
survey-own-send = Dir jawaabtayda
survey-status-missing = Dooro jawaabta kugu habboon
survey-link-spent = Xiriiriyahan lama isticmaali karo mar dambe. Malaha hore ayaad u jawaabtay. Waad ku mahadsan tahay caawimadaada!
survey-not-wanted = Waxaad sheegtay inaadan doonayn in lagu weydiiyo
survey-thanks-title = Waad ku mahadsan tahay jawaabtaada
survey-thanks-text = Waxay naga caawinaysaa inaan barnaamijka hagaajinno. Hadda bogga waad xiri kartaa.
survey-mail-subject = Su'aal gaaban oo ka timid barnaamijka la-taliyeyaasha
survey-mail-why = Waxaan jeclaan lahayn inaan ogaanno sida aad tahay. Waa hal su'aal, waxayna qaadataa nus daqiiqo.
survey-mail-ended = Wakhtigii aad la-taliye lahayd wuu dhammaaday. Hadda ayaan ku weydiinaynaa, mar kalena sannad kadib haddii aad weli rabto.
survey-mail-other = Maalmo ka hor ayaan kuu soo qornay, welina waxaan jeclaan lahayn inaan ogaanno sida aad tahay. Waa hal su'aal, waxayna qaadataa nus daqiiqo.
survey-mail-last = Waa markii ugu dambaysay ee aan ku weydiinno sida aad tahay. Waa hal su'aal, waxayna qaadataa nus daqiiqo.
survey-mail-link = Halkan ka jawaab
survey-mail-free = Jawaabtu waa ikhtiyaari. Xiriiriyuhu wuxuu shaqeeyaa 60 maalmood, halna mar ayaa la isticmaali karaa.

# The quiet test
quiet-test-title = Weli ma kuu soo qori karnaa?
quiet-test-subject = Weli halkan ma kuugu soo qori karnaa?
quiet-test-why = Dhowr bilood kadib waxaan jeclaan lahayn inaan ogaanno sida aad tahay. Riix xiriiriyaha haddii aan weli halkan kuugu soo qori karno. Waa hal riixid, su'aalna ma jirto.
quiet-test-link = Haa, weli waa aniga
quiet-test-free = Jawaabtu waa ikhtiyaari.
quiet-test-question = Weli ma kuu soo qori karnaa marka aan dhowr bilood kadib doonno inaan ogaanno sida aad tahay?
quiet-test-number = Lambarkaaga telefoonka ee cusub, haddii uu isbeddelay
quiet-test-yes = Haa, weli waa aniga
quiet-test-thanks = Hadda waan ognahay inaan ku heli karno. Dhowr bilood kadib ayaad naga maqli doontaa.

# The questionnaire
questionnaire-title = Sidee wax u dhaceen?
questionnaire-about = Waxay ku saabsan tahay xiriir la-taliye oo dhammaaday.
questionnaire-about-progress = Waxay ku saabsan tahay sida uu u socdo xiriir la-taliye oo hadda jira.
questionnaire-lead-progress-young-person = Waxaan jeclaan lahayn inaan ogaanno halka aad hadda marayso. Markaa waxaan arki karnaa waxa isbeddelaya inta aad la-taliye leedahay.
questionnaire-lead-young-person = Wakhtigii aad la-taliye lahayd wuu dhammaaday. Waxaan jeclaan lahayn inaan ogaanno sida ay kuu ahayd.
questionnaire-free = Jawaabtu waa ikhtiyaari, su'aalana waad ka boodi kartaa. Bogga mar kale ayaad furi kartaa oo jawaabahaaga sax kartaa ilaa { $date }.
questionnaire-alone = Annaga oo keliya ee barnaamijka la-taliyeyaasha ayaa arka jawaabahaaga.
questionnaire-because = Haddii aadan waxba qorin
questionnaire-no-answer = Jawaab la'aan
questionnaire-missing-prefer-not = Waxaan door bidayaa inaan jawaabin
questionnaire-missing-dont-know = Ma aqaan
questionnaire-missing-not-relevant = Ima khusayso
questionnaire-send = Kaydi jawaabahayga
questionnaire-step = { $number } / { $of }
questionnaire-next = Kaydi oo sii wad
questionnaire-finish = Kaydi oo dhammee
questionnaire-step-back = Su'aashii hore
questionnaire-all = Su'aalaha oo dhan hal bog
questionnaire-one-by-one = Hal su'aal markiiba
questionnaire-more = Waxaan sidoo kale jeclaan lahayn inaan ogaanno sidii wax u dhaceen. Waa { $count ->
    [one] hal su'aal oo gaaban
   *[other] { $count } su'aalood oo gaagaaban
}, jawaab kastana isla markiiba waa la kaydiyaa.
questionnaire-more-yes = Hadda ka jawaab
questionnaire-more-no = Maya mahadsanid, hadda maya
questionnaire-closed = Wakhtigii jawaabtu wuu dhammaaday
questionnaire-gone = Tan lama weydiin
questionnaire-not-wanted = Waxaad sheegtay inaadan doonayn in lagu weydiiyo
questionnaire-thanks-title = Waad ku mahadsan tahay jawaabahaaga
questionnaire-thanks-text = Waa la kaydiyay. Xiriiriyaha mar kale ayaad furi kartaa oo sax kartaa ilaa wakhtigu dhammaado.
questionnaire-mail-subject = Sidee wax u dhaceen?
questionnaire-mail-young-person = Wakhtigii aad la-taliye lahayd wuu dhammaaday. Waxaan jeclaan lahayn inaan ogaanno sida ay kuu ahayd. Waa dhowr su'aalood oo gaagaaban.
questionnaire-mail-progress-subject = Hadda halkee baad maraysaa?
questionnaire-mail-progress-young-person = La-taliye ayaad naga heshay. Waxaan jeclaan lahayn inaan ogaanno halka aad hadda marayso, si aan u aragno waxa isbeddelaya. Waa dhowr su'aalood oo gaagaaban.
questionnaire-mail-again = Toddobaad ka hor ayaan sidoo kale kuu soo qornay. Mar dambe ma weydiin doonno.
questionnaire-mail-link = Halkan ka jawaab
questionnaire-mail-free = Jawaabtu waa ikhtiyaari. Xiriiriyaha adiga keliya ayaa leh, mar kale ayaad furi kartaa oo jawaabahaaga sax kartaa ilaa wakhtigu dhammaado.
questionnaire-mail-alone = Annaga oo keliya ee barnaamijka la-taliyeyaasha ayaa arka jawaabahaaga.

# Text messages
message-text-survey-link = Barnaamijka la-taliyeyaasha: Sidee tahay? Hal su'aal, nus daqiiqo: { $link }
message-text-survey-ended = Barnaamijka la-taliyeyaasha: Wakhtigii waa dhammaaday. Sidee tahay? Su'aal hadda iyo mid sannad kadib: { $link }
message-text-survey-other = Barnaamijka la-taliyeyaasha: Weli waxaan rabnaa inaan ogaanno sida aad tahay. Hal su'aal: { $link }
message-text-survey-last = Barnaamijka la-taliyeyaasha: Waa markii ugu dambaysay ee aan ku weydiinno sida aad tahay: { $link }
message-text-quiet-test = Barnaamijka la-taliyeyaasha: Lambarkan weli ma adigaa leh? Halkan riix: { $link }
message-text-stopped = SMS kuguma soo dirayno xusuusin iyo su'aalo dambe. Kulamada iyo waxa aad adigu sugayso waan kuu soo qoraynaa. Haddii aad mar kale rabto, ku jawaab START.
message-text-stopped-call = SMS kuguma soo dirayno xusuusin iyo su'aalo dambe. Kulamada iyo waxa aad adigu sugayso waan kuu soo qoraynaa. Haddii aad mar kale rabto, ku jawaab START ama na soo wac: { $phone }
message-text-exit-young-person = Barnaamijka la-taliyeyaasha: Sidee wax u dhaceen? Dhowr su'aalood oo gaagaaban: { $link }
message-text-progress-young-person = Barnaamijka la-taliyeyaasha: Hadda halkee baad maraysaa? Dhowr su'aalood oo gaagaaban: { $link }
message-text-stop = Ku jawaab STOP haddii aadan rabin kuwo kale.
message-text-stop-page = Haddii aadan rabin kuwo kale, bogga ka sheeg.

# Letters
message-greeting = Salaan { $name }
message-greeting-nobody = Salaan
message-closing = Salaan diirran
message-automatic = Farriintan waxaa qoray nidaamka Brobyg.
message-help = Haddii aad wax hubin, nala soo xiriir: { $contact }
message-contact = Qofka aad la xiriirto waa { $contact }
message-contact-until = Ilaa { $date }, qofka aad la xiriirto waa { $contact }
message-unsubscribe = Ma rabtaa farriimahan oo kale mar dambe? Halkan noogu sheeg haddii aadan rabin

# Wanting no more of them
opt-out-title = Farriimaha Brobyg
opt-out-lead = Miyaadan rabin kuwo kale oo noocan ah: { $what }?
opt-out-do = Haa, ha soo dirina kuwo kale
opt-out-done = Kuu soo diri mayno kuwo kale oo noocan ah: { $what }.
opt-out-still-comes = Waxa aad adigu codsato, iyo waxa ka dhaca arrintaada, weli waan kugu soo wargelin doonnaa.
opt-out-unknown = Xiriiriyuhu ma shaqeeyo. Hubi inuu dhan yahay, ama noo soo qor.
opt-out-undo = Mar kale ayaan rabaa
opt-out-texts-link = Miyaadan rabin farriimo qoraal ah oo kale?
opt-out-texts-title = Farriimaha qoraalka ah ee Brobyg
opt-out-texts-lead = Miyaadan rabin xusuusin iyo su'aalo kale oo farriin qoraal ah?
opt-out-texts-done = Kuu soo diri mayno xusuusin iyo su'aalo kale oo farriin qoraal ah.
message-category-sign-in = farriimo ku saabsan gelitaanka
message-category-case = farriimo ku saabsan waxa aad sugayso
message-category-meeting = farriimo ku saabsan kulannada la ballamay
message-category-reminder = xusuusin
message-category-question = su'aalo ku saabsan inaad kulanteen iyo in kale
message-category-interest = su'aalo ah inaad weli la-taliye rabto
message-category-survey = su'aalo ku saabsan sida wax u dhaceen
message-category-interview = su'aalo ku saabsan waraysi
message-category-update = farriimo ku saabsan sida ay yihiin kuwa aad soo gudbisay ama aad la-taliyaha u ahayd
message-category-digest = warqado toddobaadle ah

# Wareysiga
interview-mail-subject = Qiimeeye ma kula hadli karaa?
interview-mail-young-person = Barnaamijka la-taliyeyaasha waa la qiimaynayaa. Waxaan rabnaa inaan ku weydiinno in qiimeeye kaala hadli karo sidii ay ahayd inaad la-taliye leedahay.
interview-mail-link = Halkan ka jawaab
interview-mail-free = Waa ikhtiyaari. Xiriiriyuhu wuxuu shaqeeyaa 30 maalmood, halna mar ayaa la isticmaali karaa.
message-text-interview = Barnaamijka la-taliyeyaasha: Qiimeeye ma kula hadli karaa? Halkan haa ama maya ka dheh: { $link }
interview-own-title = Wareysi ku saabsan barnaamijka la-taliyeyaasha
interview-own-lead = Barnaamijka la-taliyeyaasha waa la qiimaynayaa. Qiimeeye ma kula hadli karaa?
interview-own-free = Waa ikhtiyaari. Haddii aad maya tiraahdo, mar dambe kuma weydiin doonno. Haddii aad haa tiraahdo, qiimeeyuhu wuxuu helayaa magacaaga iyo sida laguula xiriiro.
interview-own-question = Qiimeeyuhu ma kula xiriiri karaa?
interview-own-wishes = Goorma iyo sidee ayaad doorbidaysaa in laguula xiriiro?
interview-own-send = Dir jawaabtayda
interview-own-thanks = Jawaabtaada waa la kaydiyay. Hadda bogga waad xiri kartaa.
interview-answer-yes = Haa
interview-answer-no = Maya, mahadsanid
interview-says-missing = Dooro haa ama maya

# What was typed and not sent
kept-heading = Waxa aad qortay weli lama kaydin
kept-why-typed = Waxaad qortay { $at } mana dirin. Hadda mar kale ayuu meelihii ku jiraa, laakiin lama kaydin doono ilaa aad dirto.
kept-why-changed = Wax baa isbeddelay tan iyo markii aad bogga furtay, sidaa darteed ma kaydinin wixii aad dirtay { $at }. Boggu wuxuu muujinayaa sida ay hadda tahay. Dib u eeg, oo mar kale dir haddii ay weli sax tahay.
kept-why-refused = Wax la saxo ayaa jiray markii aad dirtay { $at }, sidaa darteed waxba ma kaydinin. Dib u eeg, oo mar kale dir.
kept-why-old-page = Gelitaankaagu wuu isbeddelay, sidaa darteed ma kaydinin wixii aad dirtay { $at }. Dib u eeg, oo mar kale dir.
kept-why-too-many = Waxyar ka badan ayaa la isku dayay. Ma kaydinin wixii aad dirtay { $at }. Sug rubuc saac, oo mar kale dir.
kept-why-not-read = Ma akhriyi karin wixii aad dirtay { $at }, mana kaydinin. Dib u eeg, oo mar kale dir.
kept-why-failed = Wax baa naga khaldamay, mana kaydinin wixii aad dirtay { $at }. Waxyar kadib mar kale isku day.
kept-why-unknown = Wax baa naga khaldamay markii aan kaydinaynay wixii aad dirtay { $at }, mana ogin in la kaydiyay. Mar kale dir sidiisii: haddii la kaydiyay, laba jeer lama kaydiyo.
kept-why-not-for-you = Tan hadda lama kaydin karo. Ma kaydinin wixii aad dirtay { $at }. Haddii aad qoraalka u baahan tahay, koobi garee.
kept-go-to-form = Tag wixii aad qortay
kept-overtaken = Qof baa isla wixii beddelay tan iyo markii aad qortay. Meelaha hoostooda waxaa ku qoran sida ay hadda tahay.
kept-without-place = Tani bogga meel kuma laha mar dambe. Haddii aad u baahan tahay, koobi garee:
kept-without-form = Waa kan wixii aad qortay. Haddii aad u baahan tahay, koobi garee:
kept-cpr-left-out = Meel ayaa la banneeyay maadaama lambar CPR ku jiray. Weligeen ma kaydinno.
kept-throw-away = Tirtir
kept-try-again = Mar kale isku day
kept-stored-now = Hadda waxaa ku qoran:
kept-sent-before-heading = Hore ayaa loo kaydiyay
kept-notice-sent-before = Isla wixii hore ayaad u dirtay, markaasna waa la kaydiyay. Laba jeer ma kaydinin.
kept-back-to-page = Ku noqo bogga
kept-offline = Hadda Brobyg ma gaari karno, sidaa darteed waxa aad qorto shaashadda oo keliya ayuu ku jiraa. Bogga furan u daa. Annagaa mar kale isku dayi doonna.
kept-other = Qof kale ayaa hadda biraawsarka ku jira. Waxa aad halkan ku qorto adiga keliya ayaa laguu dhigay.
kept-changed = Qabyadii daaqad kale ayaa lagu beddelay. Waxa aad halkan ku qorto adiga ayaa laguu dhigay.
kept-changed-link = Eeg qabyada sida ay hadda tahay.
kept-long = Qoraalku aad ayuu u dheer yahay, sidaa darteed shaashadda oo keliya ayuu ku jiraa. Soo gaabi.
kept-saved = Qabyada waa la kaydiyay, saacadda
kept-yours-heading = Wax baa yaal oo aadan dirin
kept-yours-text = Xiriiriyuhu waa shakhsi. Qof ayaa bogga wax ku qoray { $at } mana dirin. Ma adigaa qoray?
kept-yours-show = Haa, waa aniga. Tus
kept-link-over = Xiriiriyuhu ma shaqeeyo mar dambe, sidaa darteed waxa aad qorto shaashadda oo keliya ayuu ku jiraa.

# Preparing
preparation-title = Sidee ay tahay inaad la-taliye yeelato
preparation-no-language = Bogga weli kuma jiro { $language }. Weydii shaqaalaha bulshada ee xaafaddaada inuu kula akhriyo.
preparation-lead = Akhriskeedu waa laba daqiiqo. Markaas waxaad ogaanaysaa waxa aad haa leedahay.
preparation-is = Waa maxay
preparation-is-1 = La-taliyuhu waa qof ka shaqeeya wax ka mid ah waxa aad rabto.
preparation-is-2 = Waxaad kulmaysaan qiyaastii labadii toddobaadba mar, saddex ilaa lix bilood. Idinkaa ku heshiinaya goobta iyo goorta.
preparation-is-3 = Waxaad ka hadlaysaan shaqo iyo waxbarasho: codsi, wareysi, goob tababar, ama waxa aad rabto.
preparation-is-4 = Waa bilaash oo ikhtiyaari ah, la-taliyahana sidoo kale. Midkiinna lacag kuma helo.
preparation-is-5 = Waxa aad ka hadashaan idinka ayuu idin dhexeeyaa. Keliya haddii qof khatar ku jiro ayuu la-taliyuhu cid u sheegayaa.
preparation-is-not = Waxa aanu ahayn
preparation-is-not-1 = Ma aha degmada. La-taliyuhu waxba kuma siin karo, waxbana kaama qaadi karo.
preparation-is-not-2 = Ma aha ballan shaqo. La-taliyuhu jidka ayuu kaa caawinayaa.
preparation-is-not-3 = Ma aha dhakhtarka maskaxda ama shaqaale dacwadaha hayaa.
preparation-is-not-4 = Ma aha jacayl ama bangi: lacag isma amaahisaan.
preparation-you = Waxa aad samaynayso
preparation-you-1 = Waad timaadaa markaad ballan leedihiin, ama goor hore ayaad sheegtaa.
preparation-you-2 = Waxaad sheegtaa waxa aad rabto iyo waxa aadan rabin.
preparation-you-3 = Waqtigii aad rabto waad joojin kartaa. Waxba kugu fadhin mayso.
preparation-you-4 = Haddii aydaan is waafaqin, malaha mid kale ayaan kuu heli doonnaa. Waa caadi inaad sheegto.
preparation-trouble = Haddii wax kula qaldan yihiin, nala soo xiriir. Taas ayaan u joognaa.
preparation-thanks = Mahadsanid. Hadda waan ognahay inaad akhriday.
preparation-read = Waan akhriyay
preparation-mail-subject = Sidee ay tahay inaad la-taliye yeelato
preparation-mail-text = Waxaan bilownay inaan la-taliye kuu raadinno. Halkan waxaad ka akhrisan kartaa waxa ay tahay inaad la-taliye yeelato, iyo waxa aanay ahayn. Waa laba daqiiqo.
preparation-mail-link = Halkan ka akhri
preparation-mail-free = Waa ikhtiyaari, mar walbana waad joojin kartaa.
message-text-preparation = Barnaamijka la-taliyeyaasha: Laba daqiiqo ku akhri waxa aad haa tiri: { $link }

# What was agreed
course-agreement = Waxa aad ku heshiiseen
course-agreed-newer = Heshiis ka cusub ayaa jira. Ka eeg fariintii ugu dambaysay ee aan soo dirnay.
course-agreed-you-confirmed = Waad xaqiijisay heshiiska.
course-agreed-confirm = Haa, sidaas ayaan ku heshiinnay
course-agreed-wrong = Haddii wax khaldan yihiin, isla hadla, ama nala soo xiriir.
course-agreed-made = Nuqulka { $version } ee { $date }
course-link-closed = Xiriiriyuhu waxba ma tuso mar dambe. Nala soo xiriir haddii aad shakisan tahay.
course-goal = Yoolka
course-roles = Yaa maxay samaynaya?
course-rhythm-every = Immisa jeer ayaad kulantaan?
course-rhythm-every-7 = Toddobaad kasta
course-rhythm-every-14 = Labadii toddobaadba mar
course-rhythm-every-21 = Saddexdii toddobaadba mar
course-rhythm-every-28 = Afartii toddobaadba mar
course-rhythm-days = Maalmaha u dhexeeya kulannada: { $days }
course-rhythm = Goorma iyo halkee?
course-between = Xiriirka kulannada dhexdooda
course-complaints = Yaad u tagaysaa haddii wax aysan sidii la rabay ahayn?
course-agreed-subject = Waxa aad ku heshiiseen
course-agreed-text = Waxa adiga iyo qofka kale ku heshiiseen waa la qoray. Akhri, oo riix haa haddii ay sax tahay.
course-agreed-link = Akhri heshiiska
course-met-letter-free = Uma baahnid inaad gasho akoon.
message-text-agreed-mentee = Barnaamijka la-taliyeyaasha: Waxa aad ku heshiiseen waa la qoray. Halkan ka akhri: { $link }

# Did you meet?
course-planned-did-you-meet = Ma kulanteen?
course-met-why = Maxay u dhici wayday?
course-met-why-other-day = Maalin kale ayaan ku heshiinnay
course-met-why-ill = Waan bukay
course-met-why-forgot = Waan illoobay
course-met-why-not-reached = Qofka kale ma heli karin
course-met-why-not-wanted = Ma rabo
course-met-why-other = Wax kale
course-met-next = Maalintee ayaad haddaba kulmaysaan?
course-met-next-hint = Markaas kadib mar kale ayaan weydiin doonnaa.
course-met-send = Dir
course-met-mistake = Ma si khalad ah ayaad u riixday?
course-met-no = Maya
course-met-alone = Jawaabtaada qofka kale ma tusno. Annaga barnaamijka wadna oo keliya ayaa aragna.
course-met-day = Maalintee?
course-planned-met = Haa, waan kulannay
course-met-thanks = Waad ku mahadsan tahay jawaabtaada
course-met-thanks-text = Hadda bogga waad xiri kartaa.
course-met-subject = Ma kulanteen?
course-met-letter-answer = Ku jawaab haa ama maya
course-met-mentee-planned = Waxaad la kulmi lahayd la-taliyahaaga { $when }. Ma kulanteen?
course-met-mentee-since = Ma la kulantay la-taliyahaaga tan iyo { $date }?
course-met-why-missing = Dooro sababta ay u dhici wayday
course-met-missing = Dooro inaad kulanteen iyo in kale
message-text-met-mentee = Barnaamijka la-taliyeyaasha: Ma la kulantay la-taliyahaaga? Halkan ku jawaab: { $link }
date-day = Maalin
date-month = Bil
date-year = Sannad
error-date-parts = Qor taariikh leh maalin, bil iyo sannad
error-date-wrong = Taariikhdaas ma jirto. Qor maalinta, bisha iyo sannadka, tusaale 24 11 2006
course-planned-past = Waqtigaas waa dhaafay
course-planned-too-far = Dooro maalin ku jirta lixda bilood ee soo socda

# Are you still there?
course-silence-title = Weli ma joogtaa?
course-silence-there = Adiga iyo la-taliyahaagu muddo ma kulmin. Weli ma joogtaa?
course-silence-mentee-free = Waxba ma dhici doonaan ilaa aan kula hadalno.
course-silence-number = Lambarka
course-silence-thanks = Wax baan ka qaban doonnaa. Hadda bogga waad xiri kartaa.
course-silence-mentee-subject = Weli ma joogtaa?
course-silence-mentee-text = Ma aragno inaad la-taliyahaaga la kulantay muddo. Waa caadi. Kaliya noo sheeg waxa aad rabto.
course-silence-mentee-link = Hal riixid ku jawaab
message-text-silence-mentee = Barnaamijka la-taliyeyaasha: Weli ma joogtaa? Hal riixid ku jawaab: { $link }
course-silence-missing = Dooro jawaab
course-silence-number-missing = Qor lambarka, tusaale 20 30 40 50
course-silence-say-call-me = Haa. I soo wac
course-silence-say-pause = Waxaan rabaa inaan nasto
course-silence-say-no-longer = Maya, mar dambe ma rabo
course-silence-say-new-number = Lambar cusub

# Before the two meet
expectation-title = Kahor intaydaan kulmin
expectation-heading = Waxa aad filaysaan
expectation-back = Dib u noqo
expectation-over = Hadda wax laga jawaabo halkan ma yaal.
expectation-lead-young = Saddex su'aalood oo gaaban. La-taliyahaaguna saddex ayuu helayaa. Waxaad aragtaan jawaabaha midba midka kale marka labadiinnuba jawaabtaan, ama marka aad kulantaan.
expectation-hopes-young = Maxaad rajaynaysaa inaad ka hesho?
expectation-hopes-missing = Kaliya qor dhowr eray
expectation-help-young = Maxaad jeclaan lahayd in lagaa caawiyo?
expectation-contact = Sidee ayaad jeclaan lahayd xiriirka kulannada dhexdooda?
expectation-send = Dir
expectation-answer = Ka jawaab saddex su'aalood
expectation-of-your-mentor = La-taliyahaagu wuxuu qoray
expectation-mail-subject = Saddex su'aalood kahor intaydaan kulmin
expectation-mail-young = Dhowaan waxaad la kulmi doontaa la-taliyahaaga. Saddex jawaabood oo gaaban ku sheeg waxa aad rajaynayso. Waxaad aragtaan jawaabaha midba midka kale marka labadiinnuba jawaabtaan.
message-text-expectation-young = Barnaamijka la-taliyeyaasha: Maxaad ka rajaynaysaa la-taliyahaaga? Saddex su'aalood: { $link }

# Who the mentor is
course-my-mentor-title = La-taliyahaaga
course-letter-mentee-who = La-taliyahaagu waa { $name }, { $occupation }.
course-letter-mentee-number = Lambarku waa { $phone }. Kaydi, si aad u garato cidda soo wacaysa.
course-letter-mentee-calls = { $name } wuxuu ku soo wacayaa ugu dambayn { $date }.
course-letter-mentee-writes = { $name } wuxuu kuu soo qorayaa ugu dambayn { $date }.
course-my-mentor-call = Wac { $name }
course-my-mentor-trouble = Haddii aadan waxba maqal, ama aysan si fiican u socon, nala soo xiriir.
course-my-mentor-over = Boggu waxba ma tuso mar dambe. Haddii aad shakisan tahay, nala soo xiriir.
course-letter-mentee-subject = War cusub oo ka yimid barnaamijka la-taliyeyaasha
course-letter-mentee-link = Mar kale bog ku eeg
course-letter-mentee-ended = Wakhtigii aad la-taliye lahayd wuu dhammaaday. Waad ku mahadsan tahay ka qaybgalka.
course-letter-mentee-ended-next = La-taliye cusub ayaan kuu raadinaynaa, waana kuu soo qori doonnaa marka aan helno.
course-letter-mentee-ended-call = Weli waad na soo wici kartaa ama noo soo qori kartaa haddii wax jiraan.
message-text-course-begun-mentee = Barnaamijka la-taliyeyaasha: Labadiinnuba haa ayaad tidhaahdeen. Eeg cidda ku soo wici doonta: { $link }
message-text-course-ended-mentee = Barnaamijka la-taliyeyaasha: Wakhtigii aad la-taliye lahayd wuu dhammaaday. Weli waad na soo wici kartaa.
message-text-course-ended-mentee-call = Barnaamijka la-taliyeyaasha: Wakhtigii aad la-taliye lahayd wuu dhammaaday. Weli waad na soo wici kartaa: { $phone }
concern-link-young = Wax ma kula qaldan yihiin? Noo soo qor
concern-stopped-young = Hadda adiga iyo la-taliyahaagu xiriir ma lihidin. Mid naga mid ah ayaa ku soo wacaya.
stand-in-heading = La-taliye ku-meel-gaar ah
stand-in-days = laga bilaabo { $from } ilaa { $until }
stand-in-letter-mentee = Inta la-taliyahaagu maqan yahay, { $name } ayaa ku-meel-gaar kuu ah { $when }.

# A meeting that is agreed
course-planned-subject-planned = Kulan baa lagu heshiiyey
course-planned-subject-changed = Kulan baa la beddelay
course-planned-subject-cancelled = Kulan baa la baajiyey
course-planned-subject-reminder = Xusuuso kulankaaga
course-planned-text-planned = Kulan baa loo ballamay: { $when }.
course-planned-text-changed = Kulanka waa la beddelay. Hadda waa { $when }.
course-planned-text-cancelled = Kulankii { $when } waa la baajiyey.
course-planned-text-reminder = Xusuuso kulanka: { $when }.
course-planned-how = { $way } · { $minutes }
course-planned-letter-page = Eeg kulanka
course-planned-letter-calendar = Kulanka waa ku lifaaqan yahay, si aad jadwalkaaga ugu darto.
course-planned-letter-mentee-cannot = Ma iman kartid? Markaas la-taliyahaaga wac ama u qor. Maya aad jadwalka ku tidhaahdo kulanka ma baajiso.
message-text-planned-mentee = Barnaamijka la-taliyeyaasha: Waxaad la kulmaysaa la-taliyahaaga { $when }. Halkan ka eeg: { $link }
message-text-planned-cancelled-mentee = Barnaamijka la-taliyeyaasha: Kulankii la-taliyahaaga { $when } waa la baajiyey. Halkan ka eeg: { $link }
message-text-planned-reminder-mentee = Barnaamijka la-taliyeyaasha: Xusuuso, waxaad la kulmaysaa la-taliyahaaga { $when }: { $link }
course-planned-title = Kulan
course-minutes = { $minutes } daqiiqo
course-link-title = Kulankaaga
course-link-meeting = Waxaad la kulmaysaa la-taliyahaaga
course-planned-file = Jadwalkayga ku dar
course-link-cancelled = Kulanka waa la baajiyey.
course-link-over = Waqtigii waa dhaafay.
course-link-others = Kulamo kale oo aad ku heshiiseen
course-channel-in-person = Fool ka fool
course-channel-phone = Telefoon
course-channel-video = Fiidiyow
course-channel-message = Fariimo

# A stand-in
stand-in-letter-mentee-subject = La-taliye ku-meel-gaar ah
stand-in-letter-changed = Muddadu way is beddeshay tan iyo markii aan ugu dambayn qornay.
stand-in-letter-mentee-over = { $name } mar dambe ku-meel-gaar kuuma aha. Weli waxaad leedahay la-taliyahaagii.
message-text-stand-in-mentee = Barnaamijka la-taliyeyaasha: Warbixin cusub baa ka jirta la-taliye ku-meel-gaar ah. Halkan ka eeg: { $link }

# Whether a mentor is still wanted
referral-mail-still-subject = Su'aal adiga kugu socota
referral-mail-still-text = Muddo ayaad sugaysay. Waxaan jeclaan lahayn inaan ogaanno haddii aad weli rabto wixii aan ka wada hadalnay.
referral-mail-still-reminder = Toddobaad ka hor ayaan kuu qornay, mana maqlin jawaab. Weli ma rabtaa wixii aan ka wada hadalnay?
referral-mail-still-until = Ku jawaab ugu dambayn { $date }. Haddii kale booska qof kale ayaan siinaynaa. Mar walba waad soo noqon kartaa.
referral-mail-still-link = Halkan ku jawaab
referral-mail-still-free = Waa ikhtiyaari, waxbana kama lumaysid haddii aad maya tidhaahdo.
message-text-referral-interest = Barnaamijka la-taliyeyaasha: Muddo ayaad sugaysay. Weli ma rabtaa wixii aan ka hadalnay? Halkan ku jawaab: { $link }
message-text-referral-interest-reminder = Barnaamijka la-taliyeyaasha: Weli ma rabtaa wixii aan ka hadalnay? Halkan ku jawaab, haddii kale booska qof kale ayaan siinaynaa: { $link }
referral-still-title = Weli ma jeceshahay inaad la-taliye hesho?
referral-still-unanswered = Dooro haa ama maya
referral-still-lead = Muddo ayaad sugaysay. Weli la-taliye ayaan kuu raadinaynaa, haddii aad rabto.
referral-still-free = Waa ikhtiyaari, waxbana kama lumaysid haddii aad maya tidhaahdo. Mar walba mar kale waa laguu soo gudbin karaa.
referral-still-yes = Haa, waan jeclahay
referral-still-no = Maya, mar dambe ma rabo
referral-still-spent = Xiriiriyahan lama isticmaali karo mar dambe. Malaha hore ayaad u jawaabtay. Nala soo xiriir haddii aad shakisan tahay.
referral-still-thanks-title = Waad ku mahadsan tahay jawaabtaada
referral-still-thanks-yes = Waan sii raadinaynaa. Waan kula soo xiriiri doonnaa marka aan la-taliye helno.
referral-still-thanks-no = Waa caadi. Mar dambe ma raadinayno, waxaana u sheegaynaa qofkii ku soo gudbiyey.

# Yes or no to a mentor
matching-letter-subject-mentee = War ka yimid barnaamijka la-taliyeyaasha
matching-letter-mentee = Waxaan helnay la-taliye jecel inuu kula kulmo. Adiguna ma jeceshahay?
matching-letter-mentee-open = Haa ama maya ku jawaab
matching-letter-mentee-free = Waa ikhtiyaari. Xiriiriyaha hal mar baa la isticmaali karaa.
matching-letter-until = Ku jawaab ugu dambayn { $date }.
message-text-mentee-asked = Barnaamijka la-taliyeyaasha: War cusub baa kuu jira. Haa ama maya halkan ku jawaab ilaa { $date }: { $link }
matching-until = Ku jawaab ugu dambayn { $date }.
matching-mentee-title = La-taliye ayaan kuu helnay
matching-mentee-lead = La-taliye iskaa wax u qabso ah ({ $occupation }) ayaa jecel inuu kula kulmo. Adiguna ma jeceshahay?
matching-mentee-free = Waa ikhtiyaari, mar walbana maya ayaad dhihi kartaa adigoon sababta sheegin. Haddii aad haa tidhaahdo, la-taliyuhu magacaaga ayuu helayaa wuuna kula soo xiriirayaa.
matching-mentee-meet-first = Ma rabtaa inaad la-taliyaha la kulanto intaadan jawaabin? Nala soo xiriir, kulan aan ku xirin ayaan kuu qabanaynaa. Kaddib maya ayaad dhihi kartaa, waana sii raadinaynaa.
matching-mentee-keeps-place = Booskaaga safka kama lumaysid.
matching-mentee-yes = Haa, mahadsanid
matching-mentee-no = Maya, mahadsanid
matching-mentee-why = Maya dheh, oo noo sheeg sababta
matching-mentee-why-text = Kuguma khasbana. Laakiin markaas waxaan heli karnaa qof kaaga habboon. La-taliyaha looma sheego.
matching-decline-why = Waa maxay sababtu?
matching-decline-send = Maya dheh
matching-reason-missing = Dooro sabab
matching-answer-missing = Dooro haa ama maya
matching-no-blame = Waa caadi. Cidna eed ma leh: booskaaga safka waad haysanaysaa.
matching-mentee-decline-no-time = Hadda waqti ma haysto
matching-mentee-decline-wrong-industry = Ma aha shaqada aan rabo
matching-mentee-decline-too-far = Aad bay u fog tahay
matching-mentee-decline-knows-the-person = La-taliyaha hore ayaan u aqaannay
matching-mentee-decline-wishes-not-met = La-taliyuhu kuma habboona waxa aan rabo
matching-mentee-decline-found-job-or-education = Shaqo ama waxbarasho ayaan helay
matching-mentee-decline-no-longer-wants = La-taliye mar dambe ma rabo
matching-mentee-decline-met-no-thanks = Waan kulannay, waana maya
matching-mentee-decline-other = Wax kale
matching-link-spent = Xiriiriyahan lama isticmaali karo mar dambe. Malaha hore ayaad u jawaabtay. Nala soo xiriir haddii aad shakisan tahay.
matching-thanks-title = Waad ku mahadsan tahay jawaabtaada
matching-thanks-yes = Waad is heshiiseen. La-taliyahaagu dhowaan ayuu kula soo xiriirayaa.
matching-thanks-no = Waa caadi. Waan sii raadinaynaa, annaga iyo qofkii ku soo gudbiyey.

# A worry
concern-title-young = Wax ma kula qaldan yihiin?
concern-link-over = Xiriiriyuhu ma shaqeeyo mar dambe. Nala soo xiriir haddii wax qaldan yihiin.
concern-lead-young = U qor sida ay tahay. Annaga keliya ayay noo timaaddaa, waana ku soo wacaynaa. La-taliyahaagu ma ogaanayo inaad qortay.
concern-said-young = Maxaa dhacay, mise maxaad ka baqaysaa?
concern-said-missing = Hal weedh ku qor waxa ay ku saabsan tahay
concern-stop-young = Hadda ma rabo inaan la-taliyahayga la xiriiro
concern-send = Dir
concern-danger = Qof ma khatar baa hadda?
concern-danger-text = Ha na sugin. Booliska ama ambalaaska ka wac
concern-child-phone-young = Waxaad sidoo kale lacag la'aan u wici kartaa BørneTelefonen, magac la'aan iyo habeenkiiba:
concern-thanks = Waad ku mahadsan tahay qoraalkaaga
concern-thanks-text = Waan helnay, mid naga mid ah ayaana ku soo wacaya. La-taliyahaagu ma ogaanayo inaad qortay.
