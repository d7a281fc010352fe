# What young people read behind the link of a survey, a questionnaire or a quiet test, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = İçeriğe git
demo-banner = Bu bir tanıtımdır. Bütün kişiler uydurmadır ve hiçbir mesaj gönderilmez.
menu-label = Ana menü
menu-languages = Diller
menu-help-translation = Bu çeviri yalnızca yardım içindir. Danca metin yanında yazar ve geçerli olan odur.
sign-in = Giriş yap
footer-help-heading = Aklına takılan bir şey mi var?
footer-help-text = Bize yaz, sana yardım edelim:
footer-contact = İletişim kişin:
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
message-text-survey-other = Mentorluk: Hâlâ merak ediyoruz, nasılsın? { $link }
message-text-survey-last = Mentorluk: Son kez soruyoruz, nasılsın? { $link }
message-text-quiet-test = Mentorluk: Bu hâlâ senin numaran mı? Bas: { $link }
message-text-exit-young-person = Mentorluk: Süreç nasıl geçti? { $link }
message-text-progress-young-person = Mentorluk: Şu an hangi noktadasın? { $link }
message-text-stop = İstemiyorsan STOP yaz.

# Letters
message-greeting = Merhaba { $name }
message-greeting-nobody = Merhaba
message-closing = Sevgiler
message-automatic = Bu e-postayı Brobyg platformu yazdı.
message-help = Aklına takılan bir şey varsa bize yaz: { $contact }
message-contact = İletişim kişin: { $contact }
message-unsubscribe = Bu tür mesajlardan artık istemiyor musun? Buradan söyle

# Wanting no more of them
opt-out-title = Brobyg'den mesajlar
opt-out-lead = Bizden bu tür mesajları artık istemiyor musun: { $what }?
opt-out-do = Evet, artık göndermeyin
opt-out-done = Sana artık bu tür mesaj göndermeyeceğiz: { $what }.
opt-out-still-comes = Kendi istediklerin ve senin konunda olanlar sana yine bildirilir.
opt-out-unknown = Bağlantı çalışmıyor. Tamamının gelip gelmediğine bak ya da bize yaz.
opt-out-undo = Tekrar almak istiyorum
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
