# What young people read behind their links, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = İçeriğe git
demo-banner = Bu bir tanıtımdır. Bütün kişiler uydurmadır ve hiçbir mesaj gönderilmez.
menu-label = Ana menü
menu-languages = Diller
menu-help-translation = Bu çeviri yalnızca yardım içindir. Danca metin yanında yazar ve geçerli olan odur.
sign-in = Giriş yap
footer-help-heading = Aklına takılan bir şey mi var?
footer-help-text = Bize ulaş, sana yardım edelim:
footer-contact = İletişim kişin:
footer-contact-until = ({ $date } tarihine kadar)
footer-help-nobody = Projede tanıdığın kişiye sor.
footer-promise = Brobyg herkes için gönüllüdür. Biz bir devlet dairesi değiliz.
front-title = Gençler için meslek mentorları
about-privacy-title = Bilgilerin
about-accessibility-title = Erişilebilirlik
industry-names-title = Meslek alanlarının adları
concern-link = Mentorlukta seni endişelendiren bir şey mi var?
error-summary-heading = Düzeltmen gereken bir şey var
field-error = Hata:
field-optional = (isteğe bağlı)

# What is wrong
error-cpr = Bu bir CPR numarasına benziyor. Sil: CPR numaralarını saklamamıza izin yok.
error-too-long = En fazla { $max } karakter yaz
error-phone = Sekiz haneli bir telefon numarası yaz, örneğin 12 34 56 78, ya da ülke koduyla, örneğin +46 70 123 45 67
error-choice = Listedeki cevaplardan birini seç
error-page-home = Ana sayfaya git
error-page-not-found = Bu sayfayı bulamıyoruz
error-page-not-found-advice = Belki bağlantı eskidir ya da sayfa sana ait değildir. Ana sayfadan dene.
error-page-foreign-form = Sayfayı açtığından beri girişin değişti
error-page-foreign-form-advice = Gönderdiklerinden hiçbirini kaydetmedik. Geri dön, sayfayı yenile ve tekrar gönder.
error-page-too-many = Biraz fazla denendi
error-page-too-many-advice = On beş dakika bekle, sonra tekrar dene.
error-page-busy = Şu anda aynı anda çok kişi var
error-page-busy-advice = Hiçbir şeyi kaydetmedik. Biraz bekle, geri dön ve tekrar dene.
error-page-changed-meanwhile = Sayfayı açtığından beri bu değişti
error-page-changed-meanwhile-advice = Gönderdiğini kaydetmedik. Geri dön, sayfayı yenile ve neyin yeni olduğuna bak.
error-page-unavailable = Şu anda verilerimize ulaşamıyoruz
error-page-unavailable-advice = Genellikle kendiliğinden geçer. Biraz bekle ve tekrar dene.
error-page-unexpected = Bizde bir şey ters gitti
error-page-unexpected-advice = Bu senin hatan değil. Biraz sonra tekrar dene, devam ederse bize yaz.

# Whose a link is
course-met-whose = Bu bağlantı { $name } için
course-met-go-on = Bu benim
course-met-not-me = Bu ben değilim
course-met-not-me-text = O zaman sayfayı kapat. Bağlantı başka biri için ve hiçbir şey olmadı.
link-over-title = Bağlantı artık çalışmıyor
course-met-closed = Cevaba artık ihtiyacımız yok. Baktığın için teşekkürler.
course-link-whose = Mentorluk programından { $name } için
course-link-not-you = Bu sen değilsen sayfayı kapat.

# The survey
survey-own-title = Nasılsın?
survey-own-exit = Mentorla sürecin bitti. Şimdi ne yaptığını öğrenmek istiyoruz.
survey-own-twelve-month = Mentorla sürecin bir yıl önce bitti. Şimdi ne yaptığını öğrenmek istiyoruz.
survey-own-free = Tek bir soru. Cevap vermek gönüllüdür ve cevap yalnızca programın işe yarayıp yaramadığını görmek için kullanılır.
survey-own-send = Cevabımı gönder
survey-status-missing = Uyan cevabı seç
survey-link-spent = Bu bağlantı artık kullanılamaz. Belki zaten cevap verdin. Yardımın için teşekkürler!
survey-not-wanted = Sorulmasını istemediğini söyledin
survey-thanks-title = Cevabın için teşekkürler
survey-thanks-text = Programı daha iyi yapmamıza yardım ediyor. Sayfayı şimdi kapatabilirsin.
survey-mail-subject = Mentorluk programından kısa bir soru
survey-mail-why = Nasıl olduğunu öğrenmek istiyoruz. Tek bir soru var ve yarım dakika sürer.
survey-mail-ended = Mentorla sürecin bitti. Sana şimdi ve hâlâ istersen bir yıl sonra bir kez daha soruyoruz.
survey-mail-other = Birkaç gün önce sana yazdık ve hâlâ nasıl olduğunu öğrenmek istiyoruz. Tek bir soru var ve yarım dakika sürer.
survey-mail-last = Nasıl olduğunu son kez soruyoruz. Tek bir soru var ve yarım dakika sürer.
survey-mail-link = Buradan cevap ver
survey-mail-free = Cevap vermek gönüllüdür. Bağlantı 60 gün çalışır ve bir kez kullanılabilir.

# The quiet test
quiet-test-title = Sana hâlâ yazabilir miyiz?
quiet-test-subject = Sana hâlâ buradan yazabilir miyiz?
quiet-test-why = Birkaç ay sonra nasıl olduğunu öğrenmek istiyoruz. Sana hâlâ buradan yazabiliyorsak bağlantıya bas. Tek bir basış, soru yok.
quiet-test-link = Evet, hâlâ benim
quiet-test-free = Cevap vermek gönüllüdür.
quiet-test-question = Birkaç ay sonra nasıl olduğunu öğrenmek istediğimizde sana hâlâ yazabilir miyiz?
quiet-test-number = Yeni telefon numaran, değiştiyse
quiet-test-yes = Evet, hâlâ benim
quiet-test-thanks = Artık sana ulaşabildiğimizi biliyoruz. Birkaç ay sonra bizden haber alacaksın.

# The questionnaire
questionnaire-title = Süreç nasıl geçti?
questionnaire-about = Bitmiş bir mentorluk süreciyle ilgili.
questionnaire-about-progress = Devam eden bir mentorluk sürecinin nasıl gittiğiyle ilgili.
questionnaire-lead-progress-young-person = Şu anda hangi noktada olduğunu öğrenmek istiyoruz. Böylece bir mentorun varken nelerin değiştiğini görebiliriz.
questionnaire-lead-young-person = Mentorla sürecin bitti. Senin için nasıl geçtiğini öğrenmek istiyoruz.
questionnaire-free = Cevap vermek gönüllüdür ve soruları atlayabilirsin. { $date } tarihine kadar sayfayı tekrar açıp cevaplarını düzeltebilirsin.
questionnaire-alone = Cevaplarını yalnızca mentorluk programındaki bizler görürüz.
questionnaire-because = Bir şey yazmıyorsan
questionnaire-no-answer = Cevap yok
questionnaire-missing-prefer-not = Cevap vermemeyi tercih ederim
questionnaire-missing-dont-know = Bilmiyorum
questionnaire-missing-not-relevant = Benim için geçerli değil
questionnaire-send = Cevaplarımı kaydet
questionnaire-step = { $number } / { $of }
questionnaire-next = Kaydet ve devam et
questionnaire-finish = Kaydet ve bitir
questionnaire-step-back = Önceki soru
questionnaire-all = Bütün sorular tek sayfada
questionnaire-one-by-one = Sorular teker teker
questionnaire-more = Sürecin nasıl geçtiğini de öğrenmek istiyoruz. { $count } kısa soru var ve her cevap hemen kaydedilir.
questionnaire-more-yes = Şimdi cevap ver
questionnaire-more-no = Hayır, teşekkürler, şimdi değil
questionnaire-closed = Cevap süresi doldu
questionnaire-gone = Bu sorulmadı
questionnaire-not-wanted = Sorulmasını istemediğini söyledin
questionnaire-thanks-title = Cevapların için teşekkürler
questionnaire-thanks-text = Kaydedildi. Süre dolana kadar bağlantıyı tekrar açıp düzeltebilirsin.
questionnaire-mail-subject = Süreç nasıl geçti?
questionnaire-mail-young-person = Mentorla sürecin bitti. Senin için nasıl geçtiğini öğrenmek istiyoruz. Birkaç kısa soru.
questionnaire-mail-progress-subject = Şu anda hangi noktadasın?
questionnaire-mail-progress-young-person = Bizim aracılığımızla bir mentorun var. Nelerin değiştiğini görebilmek için şu anda hangi noktada olduğunu öğrenmek istiyoruz. Birkaç kısa soru.
questionnaire-mail-again = Bir hafta önce de yazmıştık. Artık sormayacağız.
questionnaire-mail-link = Buradan cevap ver
questionnaire-mail-free = Cevap vermek gönüllüdür. Bağlantı yalnızca senin için ve süre dolana kadar tekrar açıp cevaplarını düzeltebilirsin.
questionnaire-mail-alone = Cevaplarını yalnızca mentorluk programındaki bizler görürüz.

# Text messages: letters that are none of the alphabet of phones make them twice as long
message-text-survey-link = Mentorluk: Nasılsın? Tek bir soru: { $link }
message-text-survey-ended = Mentorluk: Sürecin bitti. Nasılsın? { $link }
message-text-survey-other = Mentorluk: Hâlâ merak ediyoruz, nasılsın? { $link }
message-text-survey-last = Mentorluk: Son kez soruyoruz, nasılsın? { $link }
message-text-quiet-test = Mentorluk: Bu hâlâ senin numaran mı? Bas: { $link }
message-text-stopped = Artık SMS ile hatırlatma ve soru göndermeyiz. Buluşmalar için yine yazarız. Geri istersen START yaz.
message-text-stopped-call = Artık SMS ile hatırlatma ve soru göndermeyiz. Buluşmalar için yazarız. Geri: START yaz ya da ara: { $phone }
message-text-exit-young-person = Mentorluk: Süreç nasıl geçti? { $link }
message-text-progress-young-person = Mentorluk: Şu an hangi noktadasın? { $link }
message-text-stop = İstemiyorsan STOP yaz.
message-text-stop-page = İstemezsen sayfada yaz.

# Letters
message-greeting = Merhaba { $name }
message-greeting-nobody = Merhaba
message-closing = Sevgiler
message-automatic = Bu e-postayı Brobyg platformu yazdı.
message-help = Aklına takılan bir şey varsa bize ulaş: { $contact }
message-contact = İletişim kişin: { $contact }
message-contact-until = { $date } tarihine kadar iletişim kişin: { $contact }
message-unsubscribe = Bu tür mesajlardan artık istemiyor musun? Buradan söyle

# Wanting no more of them
opt-out-title = Brobyg'den mesajlar
opt-out-lead = Bizden bu tür mesajları artık istemiyor musun: { $what }?
opt-out-do = Evet, artık göndermeyin
opt-out-done = Sana artık bu tür mesaj göndermeyeceğiz: { $what }.
opt-out-still-comes = Kendi istediklerin ve senin konunda olanlar sana yine bildirilir.
opt-out-unknown = Bağlantı çalışmıyor. Tamamının gelip gelmediğine bak ya da bize yaz.
opt-out-undo = Tekrar almak istiyorum
opt-out-texts-link = Artık kısa mesaj istemiyor musun?
opt-out-texts-title = Brobyg'den kısa mesajlar
opt-out-texts-lead = Bizden kısa mesajla hatırlatma ve soru almak artık istemiyor musun?
opt-out-texts-done = Sana artık kısa mesajla hatırlatma ve soru göndermeyeceğiz.
message-category-sign-in = giriş yapmakla ilgili mesajlar
message-category-case = beklediğin şeyle ilgili mesajlar
message-category-meeting = kararlaştırılan buluşmalarla ilgili mesajlar
message-category-reminder = hatırlatmalar
message-category-question = buluşup buluşmadığınıza dair sorular
message-category-interest = hâlâ mentor isteyip istemediğine dair sorular
message-category-survey = nasıl geçtiğine dair sorular
message-category-interview = görüşmeyle ilgili sorular
message-category-update = yönlendirdiğin ya da mentoru olduğun kişilerin durumuyla ilgili mesajlar
message-category-digest = haftalık mektuplar

# Görüşme
interview-mail-subject = Bir değerlendirici seninle konuşabilir mi?
interview-mail-young-person = Mentorluk programı değerlendiriliyor. Bir değerlendiricinin seninle mentorunla nasıl geçtiği hakkında konuşup konuşamayacağını sormak istiyoruz.
interview-mail-link = Buradan yanıtla
interview-mail-free = Katılım isteğe bağlıdır. Bağlantı 30 gün çalışır ve bir kez kullanılabilir.
message-text-interview = Mentorluk: Bir görüşmeye var mısın? { $link }
interview-own-title = Mentorluk programı hakkında görüşme
interview-own-lead = Mentorluk programı değerlendiriliyor. Bir değerlendirici seninle konuşabilir mi?
interview-own-free = Katılım isteğe bağlıdır. Hayır dersen bir daha sormayız. Evet dersen değerlendirici adını ve sana nasıl ulaşılacağını öğrenir.
interview-own-question = Değerlendirici sana ulaşabilir mi?
interview-own-wishes = Sana ne zaman ve nasıl ulaşılmasını istersin?
interview-own-send = Yanıtımı gönder
interview-own-thanks = Yanıtını kaydettik. Sayfayı şimdi kapatabilirsin.
interview-answer-yes = Evet
interview-answer-no = Hayır, teşekkürler
interview-says-missing = Evet ya da hayır seç

# What was typed and not sent
kept-heading = Yazdıkların henüz kaydedilmedi
kept-why-typed = { $at } tarihinde yazdın ve göndermedin. Şimdi alanlarda yine duruyor, ama göndermeden kaydedilmez.
kept-why-changed = Sayfayı açtığından beri bir şey değişti, bu yüzden { $at } tarihinde gönderdiğini kaydetmedik. Sayfa şimdiki durumu gösteriyor. Gözden geçir ve hâlâ doğruysa tekrar gönder.
kept-why-refused = { $at } tarihinde gönderdiğinde düzeltilecek bir şey vardı, bu yüzden hiçbirini kaydetmedik. Gözden geçir ve tekrar gönder.
kept-why-old-page = Sayfayı açtığından beri girişin değişti, bu yüzden { $at } tarihinde gönderdiğini kaydetmedik. Gözden geçir ve tekrar gönder.
kept-why-too-many = Biraz fazla denendi. { $at } tarihinde gönderdiğini kaydetmedik. On beş dakika bekle ve tekrar gönder.
kept-why-not-read = { $at } tarihinde gönderdiğini okuyamadık ve kaydetmedik. Gözden geçir ve tekrar gönder.
kept-why-failed = Bizde bir şey ters gitti ve { $at } tarihinde gönderdiğini kaydetmedik. Biraz sonra tekrar dene.
kept-why-unknown = { $at } tarihinde gönderdiğini kaydederken bizde bir şey ters gitti ve kaydedilip kaydedilmediğini bilmiyoruz. Olduğu gibi tekrar gönder: kaydedildiyse iki kez kaydedilmez.
kept-why-not-for-you = Bu şimdi kaydedilemiyor. { $at } tarihinde gönderdiğini kaydetmedik. Metne ihtiyacın varsa kopyala.
kept-go-to-form = Yazdığına git
kept-overtaken = Sen yazdığından beri biri aynı şeyi değiştirdi. Alanların altında şimdiki durum yazar.
kept-without-place = Bunun sayfada artık yeri yok. İhtiyacın varsa kopyala:
kept-without-form = Yazdığın burada. İhtiyacın varsa kopyala:
kept-cpr-left-out = İçinde CPR numarası olduğu için bir alan boş bırakıldı. Onları asla saklamayız.
kept-throw-away = Sil
kept-try-again = Tekrar dene
kept-stored-now = Şu anda kayıtlı:
kept-sent-before-heading = Bu zaten kaydedildi
kept-notice-sent-before = Tam olarak aynısını daha önce gönderdin ve o zaman kaydedildi. İki kez kaydetmedik.
kept-back-to-page = Sayfaya dön
kept-offline = Şu anda Brobyg'e ulaşamıyoruz, bu yüzden yazdığın yalnızca burada ekranda. Sayfayı açık bırak. Kendimiz tekrar deneyeceğiz.
kept-other = Tarayıcıda şimdi başka biri giriş yapmış. Burada yazdığın yalnızca senin için kenara konur.
kept-changed = Taslak başka bir pencerede değişti. Burada yazdığın senin için kenara konur.
kept-changed-link = Taslağın şimdiki hâline bak.
kept-long = Metin kenara konmak için fazla uzun, bu yüzden yalnızca burada ekranda. Kısalt.
kept-saved = Taslak kaydedildi, saat
kept-yours-heading = Göndermediğin bir şey var
kept-yours-text = Bağlantı kişiseldir. Biri { $at } tarihinde sayfaya bir şey yazdı ve göndermedi. Yazan sen miydin?
kept-yours-show = Evet, bendim. Göster
kept-link-over = Bağlantı artık çalışmıyor, bu yüzden yazdığın yalnızca burada ekranda.

# Preparing
preparation-title = Mentoru olmak nasıl bir şey
preparation-no-language = Bu sayfa henüz { $language } dilinde yok. Mahallendeki sosyal çalışandan seninle okumasını iste.
preparation-lead = Okuması iki dakika sürer. Böylece neye evet dediğini bilirsin.
preparation-is = Bu nedir
preparation-is-1 = Mentor, senin yapmak istediğin işlerden birinde çalışan bir insandır.
preparation-is-2 = Üç ila altı ay boyunca yaklaşık iki haftada bir buluşursunuz. Nerede ve ne zaman, siz kararlaştırırsınız.
preparation-is-3 = İş ve eğitim hakkında konuşursunuz: bir başvuru, bir görüşme, bir staj yeri ya da ne istersen.
preparation-is-4 = Ücretsiz ve gönüllüdür, mentor için de. İkiniz de bunun için para almazsınız.
preparation-is-5 = Konuştuklarınız aranızda kalır. Yalnızca biri tehlikedeyse mentor başkasına söylemek zorundadır.
preparation-is-not = Bu ne değildir
preparation-is-not-1 = Belediye değildir. Mentor sana bir şey veremez, senden bir şey alamaz.
preparation-is-not-2 = Bir iş sözü değildir. Mentor yolunda sana yardım eder.
preparation-is-not-3 = Psikolog ya da sosyal hizmet memuru değildir.
preparation-is-not-4 = Sevgili ya da banka değildir: birbirinize borç vermezsiniz.
preparation-you = Sen ne yaparsın
preparation-you-1 = Randevunuz varsa gelirsin ya da zamanında haber verirsin.
preparation-you-2 = Ne istediğini ve ne istemediğini söylersin.
preparation-you-3 = İstediğin zaman dur diyebilirsin. Sana bir şeye mal olmaz.
preparation-you-4 = Birbirinize uymuyorsanız belki başkasını buluruz. Bunu söylemen sorun değil.
preparation-trouble = Doğru gelmeyen bir şey varsa bize ulaş. Bunun için buradayız.
preparation-thanks = Teşekkürler. Artık okuduğunu biliyoruz.
preparation-read = Okudum
preparation-mail-subject = Mentoru olmak nasıl bir şey
preparation-mail-text = Senin için bir mentor aramaya başladık. Mentoru olmanın ne olduğunu ve ne olmadığını buradan okuyabilirsin. İki dakika sürer.
preparation-mail-link = Buradan oku
preparation-mail-free = Gönüllüdür ve istediğin zaman dur diyebilirsin.
message-text-preparation = Mentorluk: Neye evet dedin, oku: { $link }

# What was agreed
course-agreement = Anlaştıklarınız
course-agreed-newer = Daha yeni bir anlaşma var. Bizden gelen son mesajda bak.
course-agreed-you-confirmed = Anlaşmayı onayladın.
course-agreed-confirm = Evet, böyle anlaştık
course-agreed-wrong = Uymayan bir şey varsa birlikte konuşun ya da bize ulaş.
course-agreed-made = { $date } tarihli { $version }. sürüm
course-link-closed = Bağlantı artık bir şey göstermiyor. Emin değilsen bize ulaş.
course-goal = Hedef
course-roles = Kim ne yapar?
course-rhythm-every = Ne sıklıkla buluşuyorsunuz?
course-rhythm-every-7 = Her hafta
course-rhythm-every-14 = İki haftada bir
course-rhythm-every-21 = Üç haftada bir
course-rhythm-every-28 = Dört haftada bir
course-rhythm-days = Buluşmalar arasındaki gün sayısı: { $days }
course-rhythm = Ne zaman ve nerede?
course-between = Buluşmalar arasında iletişim
course-complaints = Bir şey yolunda değilse kime gidersin?
course-agreed-subject = Anlaştıklarınız
course-agreed-text = Senin ve diğer kişinin anlaştıkları yazıldı. Oku ve doğruysa evete bas.
course-agreed-link = Anlaşmayı oku
course-met-letter-free = Giriş yapman gerekmez.
message-text-agreed-mentee = Mentorluk: Anlaşmanızı oku, cevapla: { $link }

# Did you meet?
course-planned-did-you-meet = Buluştunuz mu?
course-met-why = Neden olmadı?
course-met-why-other-day = Başka bir gün için anlaştık
course-met-why-ill = Hastaydım
course-met-why-forgot = Unuttum
course-met-why-not-reached = Diğer kişiye ulaşamadım
course-met-why-not-wanted = İstemiyorum
course-met-why-other = Başka bir şey
course-met-next = Peki hangi gün buluşacaksınız?
course-met-next-hint = Sonra yeniden soracağız.
course-met-send = Gönder
course-met-mistake = Yanlış mı bastın?
course-met-no = Hayır
course-met-alone = Cevabını diğer kişiye göstermeyiz. Yalnızca programı yürüten biz görürüz.
course-met-day = Hangi gün?
course-planned-met = Evet, buluştuk
course-met-thanks = Cevabın için teşekkürler
course-met-thanks-text = Artık sayfayı kapatabilirsin.
course-met-subject = Buluştunuz mu?
course-met-letter-answer = Evet ya da hayır de
course-met-mentee-planned = Mentorunla { $when } buluşacaktın. Buluştunuz mu?
course-met-mentee-since = { $date } tarihinden beri mentorunla buluştun mu?
course-met-why-missing = Neden olmadığını seç
course-met-missing = Buluşup buluşmadığınızı seç
message-text-met-mentee = Mentorluk: Mentorunla buluştun mu? { $link }
date-day = Gün
date-month = Ay
date-year = Yıl
error-date-parts = Günü, ayı ve yılıyla bir tarih yaz
error-date-wrong = Böyle bir tarih yok. Gün, ay ve yıl yaz, örneğin 24 11 2006
course-planned-past = O zaman geçti
course-planned-too-far = Önümüzdeki altı ay içinde bir gün seç

# Are you still there?
course-silence-title = Hâlâ orada mısın?
course-silence-there = Sen ve mentorun bir süredir buluşmadınız. Hâlâ orada mısın?
course-silence-mentee-free = Seninle konuşmadan hiçbir şey olmaz.
course-silence-number = Numara
course-silence-thanks = Biz ilgileneceğiz. Artık sayfayı kapatabilirsin.
course-silence-mentee-subject = Hâlâ orada mısın?
course-silence-mentee-text = Mentorunla bir süredir buluştuğunu göremiyoruz. Hiç sorun değil. Sadece ne istediğini söyle.
course-silence-mentee-link = Tek dokunuşla cevapla
message-text-silence-mentee = Mentorluk: Hâlâ orada mısın? { $link }
course-silence-missing = Bir cevap seç
course-silence-number-missing = Numarayı yaz, örneğin 20 30 40 50
course-silence-say-call-me = Evet. Beni arayın
course-silence-say-pause = Ara vermek istiyorum
course-silence-say-no-longer = Hayır, artık istemiyorum
course-silence-say-new-number = Yeni numara

# Before the two meet
expectation-title = Buluşmadan önce
expectation-heading = Ne bekliyorsunuz
expectation-back = Geri
expectation-over = Şu anda burada cevaplanacak bir şey yok.
expectation-lead-young = Üç kısa soru. Mentoruna da üç soru soruluyor. İkiniz de cevaplayınca ya da buluşunca birbirinizin cevaplarını görürsünüz.
expectation-hopes-young = Bundan ne elde etmeyi umuyorsun?
expectation-hopes-missing = Birkaç kelime yazman yeter
expectation-help-young = En çok hangi konuda yardım istersin?
expectation-contact = Buluşmalar arasında nasıl iletişim kurmak istersin?
expectation-send = Gönder
expectation-answer = Üç soruyu cevapla
expectation-of-your-mentor = Mentorun yazıyor
expectation-mail-subject = Buluşmadan önce üç soru
expectation-mail-young = Yakında mentorunla buluşacaksın. Üç kısa cevapla ne umduğunu söyle. İkiniz de cevaplayınca birbirinizin cevaplarını görürsünüz.
message-text-expectation-young = Mentorluk: Ne umuyorsun? Üç soru: { $link }

# Who the mentor is
course-my-mentor-title = Mentorun
course-letter-mentee-who = Mentorun { $name }, { $occupation }.
course-letter-mentee-number = Numarası { $phone }. Kaydet, böylece kimin aradığını görürsün.
course-letter-mentee-calls = { $name } seni en geç { $date } tarihinde arayacak.
course-letter-mentee-writes = { $name } sana en geç { $date } tarihinde yazacak.
course-my-mentor-call = Ara: { $name }
course-my-mentor-trouble = Bir haber almazsan ya da iyi gitmiyorsa bize ulaş.
course-my-mentor-over = Sayfa artık bir şey göstermiyor. Emin değilsen bize ulaş.
course-letter-mentee-subject = Mentorluktan haber
course-letter-mentee-link = Sayfada tekrar gör
course-letter-mentee-ended = Mentorla sürecin bitti. Katıldığın için teşekkürler.
course-letter-mentee-ended-next = Senin için yeni bir mentor arıyoruz ve bulduğumuzda sana yazacağız.
course-letter-mentee-ended-call = Bir şey olursa bizi yine arayabilir veya bize yazabilirsin.
message-text-course-begun-mentee = Mentorluk: Seni kim arayacak? Bak: { $link }
message-text-course-ended-mentee = Mentorluk: Mentorla sürecin bitti. Bizi yine arayabilirsin.
message-text-course-ended-mentee-call = Mentorluk: Mentorla sürecin bitti. Bizi yine arayabilirsin: { $phone }
concern-link-young = Doğru gelmeyen bir şey mi var? Bize yaz
concern-stopped-young = Şu anda mentorunla iletişiminiz yok. Birimiz seni arayacak.
stand-in-heading = Yedek mentor
stand-in-days = { $from } ile { $until } arasında
stand-in-letter-mentee = Mentorun yokken yedek mentorun { $name }: { $when }.

# A meeting that is agreed
course-planned-subject-planned = Bir buluşma kararlaştırıldı
course-planned-subject-changed = Bir buluşma değişti
course-planned-subject-cancelled = Bir buluşma iptal edildi
course-planned-subject-reminder = Buluşmanı unutma
course-planned-text-planned = Mentorunla bir buluşma kararlaştırıldı: { $when }.
course-planned-text-changed = Buluşma değişti. Yeni zamanı: { $when }.
course-planned-text-cancelled = { $when } buluşması iptal edildi.
course-planned-text-reminder = Buluşmanı unutma: { $when }.
course-planned-how = { $way } · { $minutes }
course-planned-letter-page = Buluşmayı gör
course-planned-letter-calendar = Buluşma ektedir, takvimine ekleyebilirsin.
course-planned-letter-mentee-cannot = Gelemeyecek misin? O zaman mentorunu ara ya da ona yaz. Takvimde hayır demek buluşmayı iptal etmez.
message-text-planned-mentee = Mentorla { $when }. { $link }
message-text-planned-cancelled-mentee = Buluşma iptal: { $when } { $link }
message-text-planned-reminder-mentee = Unutma: mentor { $when } { $link }
course-planned-title = Buluşma
course-minutes = { $minutes } dk.
course-link-title = Buluşman
course-link-meeting = Mentorunla buluşacaksın
course-planned-file = Takvimime ekle
course-link-cancelled = Buluşma iptal edildi.
course-link-over = Zamanı geçti.
course-link-others = Kararlaştırdığınız diğer buluşmalar
course-channel-in-person = Yüz yüze
course-channel-phone = Telefonla
course-channel-video = Görüntülü
course-channel-message = Mesajla

# A stand-in
stand-in-letter-mentee-subject = Mentorun için bir yedek
stand-in-letter-changed = Süre, son yazdığımızdan beri değişti.
stand-in-letter-mentee-over = { $name } artık yedek mentorun değil. Kendi mentorun hâlâ seninle.
message-text-stand-in-mentee = Mentorluk: Yedek mentor hakkında haber: { $link }

# Whether a mentor is still wanted
referral-mail-still-subject = Sana bir soru
referral-mail-still-text = Bir süredir bekliyorsun. Konuştuğumuz şeyi hâlâ isteyip istemediğini öğrenmek isteriz.
referral-mail-still-reminder = Sana bir hafta önce yazdık ve cevap almadık. Konuştuğumuz şeyi hâlâ istiyor musun?
referral-mail-still-until = En geç { $date } tarihine kadar cevap ver. Yoksa yeri başkasına veririz. Her zaman geri gelebilirsin.
referral-mail-still-link = Buradan cevapla
referral-mail-still-free = Gönüllüdür ve hayır demekle bir şey kaybetmezsin.
message-text-referral-interest = Mentorluk: Hâlâ istiyor musun? Cevapla: { $link }
message-text-referral-interest-reminder = Mentorluk: Cevapla, yoksa yer başkasının: { $link }
referral-still-title = Hâlâ bir mentor istiyor musun?
referral-still-unanswered = Evet ya da hayır seç
referral-still-lead = Bir süredir bekliyorsun. İstersen senin için hâlâ bir mentor arıyoruz.
referral-still-free = Gönüllüdür ve hayır demekle bir şey kaybetmezsin. Her zaman yeniden yönlendirilebilirsin.
referral-still-yes = Evet, isterim
referral-still-no = Hayır, artık istemiyorum
referral-still-spent = Bu bağlantı artık kullanılamaz. Belki zaten cevap verdin. Emin değilsen bize ulaş.
referral-still-thanks-title = Cevabın için teşekkürler
referral-still-thanks-yes = O zaman aramaya devam ediyoruz. Bir mentor bulunca sana haber veririz.
referral-still-thanks-no = Hiç sorun değil. Artık aramıyoruz ve bunu seni yönlendirene söylüyoruz.

# Yes or no to a mentor
matching-letter-subject-mentee = Mentorluktan haber
matching-letter-mentee = Seninle tanışmak isteyen bir mentor bulduk. Sen de ister misin?
matching-letter-mentee-open = Evet ya da hayır de
matching-letter-mentee-free = Gönüllüdür. Bağlantı bir kez kullanılabilir.
matching-letter-until = En geç { $date } tarihinde cevap ver.
message-text-mentee-asked = Mentorluk: Haber var. En geç { $date }: evet mi, hayır mı? { $link }
matching-until = En geç { $date } tarihinde cevap ver.
matching-mentee-title = Sana bir mentor bulduk
matching-mentee-lead = Gönüllü bir mentor ({ $occupation }) seninle tanışmak istiyor. Sen de ister misin?
matching-mentee-free = Gönüllüdür ve nedenini söylemeden her zaman hayır diyebilirsin. Evet dersen mentor adını alır ve seninle iletişim kurar.
matching-mentee-meet-first = Cevap vermeden önce mentorla tanışmak mı istersin? Bize ulaş, seni bağlamayan bir buluşma ayarlayalım. Sonra hayır diyebilirsin, biz de aramaya devam ederiz.
matching-mentee-keeps-place = Sıradaki yerini kaybetmezsin.
matching-mentee-yes = Evet, lütfen
matching-mentee-no = Hayır, teşekkürler
matching-mentee-why = Hayır de ve nedenini anlat
matching-mentee-why-text = Zorunda değilsin. Ama o zaman sana daha uygun birini bulabiliriz. Mentora söylenmez.
matching-decline-why = Nedeni ne?
matching-decline-send = Hayır de
matching-reason-missing = Bir neden seç
matching-answer-missing = Evet ya da hayır seç
matching-no-blame = Hiç sorun değil. Kimsenin suçu yok: sıradaki yerin kalır.
matching-mentee-decline-no-time = Şu anda zamanım yok
matching-mentee-decline-wrong-industry = İstediğim iş alanı değil
matching-mentee-decline-too-far = Çok uzak
matching-mentee-decline-knows-the-person = Mentoru zaten tanıyorum
matching-mentee-decline-wishes-not-met = Mentor istediklerime uymuyor
matching-mentee-decline-found-job-or-education = İş ya da eğitim buldum
matching-mentee-decline-no-longer-wants = Artık mentor istemiyorum
matching-mentee-decline-met-no-thanks = Tanıştık, cevabım hayır
matching-mentee-decline-other = Başka bir şey
matching-link-spent = Bu bağlantı artık kullanılamaz. Belki zaten cevap verdin. Emin değilsen bize ulaş.
matching-thanks-title = Cevabın için teşekkürler
matching-thanks-yes = O zaman eşleştiniz. Mentorun yakında seninle iletişim kuracak.
matching-thanks-no = Hiç sorun değil. Seni yönlendirenle birlikte aramaya devam ediyoruz.

# A worry
concern-title-young = Doğru gelmeyen bir şey mi var?
concern-link-over = Bağlantı artık çalışmıyor. Bir sorun varsa bize ulaş.
concern-lead-young = Olduğu gibi yaz. Sadece bize gelir ve seni ararız. Mentorun yazdığını öğrenmez.
concern-said-young = Ne oldu ya da neden korkuyorsun?
concern-said-missing = Ne hakkında olduğunu bir cümleyle yaz
concern-stop-young = Şu anda mentorumla iletişim istemiyorum
concern-send = Gönder
concern-danger = Şu anda biri tehlikede mi?
concern-danger-text = Bizi bekleme. Polisi ya da ambulansı ara:
concern-child-phone-young = BørneTelefonen'i de ücretsiz arayabilirsin, adını vermeden ve gece de:
concern-thanks = Yazdığın için teşekkürler
concern-thanks-text = Yazdığını aldık ve birimiz seni arayacak. Mentorun yazdığını öğrenmez.
