# What young people read behind their links, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = Перейти до змісту
demo-banner = Це демонстрація. Усі люди вигадані, і жодні листи не надсилаються.
menu-label = Головне меню
menu-languages = Мови
menu-help-translation = Цей переклад лише допоміжний. Данський текст стоїть поруч, і саме він чинний.
sign-in = Увійти
footer-help-heading = Маєш запитання?
footer-help-text = Зв’яжися з нами, і ми допоможемо:
footer-contact = Твоя контактна особа:
footer-contact-until = (до { $date } включно)
footer-help-nobody = Запитай того, кого знаєш у проєкті.
footer-promise = Brobyg — це добровільно для всіх. Ми не державний орган.
front-title = Професійні наставники для молоді
about-privacy-title = Твої дані
about-accessibility-title = Доступність
industry-names-title = Назви галузей
concern-link = Тебе щось турбує в роботі з наставником?
error-summary-heading = Дещо треба виправити
field-error = Помилка:
field-optional = (необов’язково)

# What is wrong
error-cpr = Це схоже на номер CPR. Видали його: нам не можна зберігати номери CPR.
error-too-long = Напиши щонайбільше { $max } знаків
error-phone = Напиши номер телефону з восьми цифр, наприклад 12 34 56 78, або з кодом країни, наприклад +46 70 123 45 67
error-choice = Вибери одну з відповідей у списку
error-page-home = На головну сторінку
error-page-not-found = Ми не можемо знайти цю сторінку
error-page-not-found-advice = Можливо, посилання старе або сторінка не для тебе. Спробуй із головної сторінки.
error-page-foreign-form = Вхід змінився, відколи відкрито сторінку
error-page-foreign-form-advice = Ми не зберегли нічого з надісланого. Повернися, онови сторінку й надішли ще раз.
error-page-too-many = Забагато спроб
error-page-too-many-advice = Зачекай чверть години й спробуй ще раз.
error-page-busy = Зараз забагато відвідувачів
error-page-busy-advice = Ми нічого не зберегли. Зачекай хвилинку, повернися й спробуй ще раз.
error-page-changed-meanwhile = Це змінилося, відколи відкрито сторінку
error-page-changed-meanwhile-advice = Ми не зберегли надіслане. Повернися, онови сторінку й подивися, що нового.
error-page-unavailable = Зараз ми не маємо доступу до наших даних
error-page-unavailable-advice = Зазвичай це минає саме. Трохи зачекай і спробуй ще раз.
error-page-unexpected = У нас щось пішло не так
error-page-unexpected-advice = Це не твоя провина. Спробуй трохи згодом, а якщо не мине, напиши нам.

# Whose a link is
course-met-whose = Це посилання для { $name }
course-met-go-on = Це я
course-met-not-me = Це не я
course-met-not-me-text = Тоді закрий сторінку. Посилання для іншої людини, і нічого не сталося.
link-over-title = Посилання більше не діє
course-met-closed = Нам більше не потрібна відповідь. Дякуємо за увагу.
course-link-whose = Для { $name } від програми наставництва
course-link-not-you = Якщо це не ти, закрий сторінку.

# The survey
survey-own-title = Як справи?
survey-own-exit = Твоя робота з наставником завершилася. Ми хотіли б дізнатися, що ти робиш зараз.
survey-own-twelve-month = Твоя робота з наставником завершилася рік тому. Ми хотіли б дізнатися, що ти робиш зараз.
survey-own-free = Одне запитання. Відповідати добровільно, і відповідь потрібна лише для того, щоб побачити, чи допомагає програма.
survey-own-send = Надіслати мою відповідь
survey-status-missing = Вибери відповідь, яка підходить
survey-link-spent = Це посилання більше не діє. Можливо, відповідь уже надіслано. Дякуємо за допомогу!
survey-not-wanted = Нам сказано, що тебе не треба запитувати
survey-thanks-title = Дякуємо за відповідь
survey-thanks-text = Це допомагає нам поліпшити програму. Тепер сторінку можна закрити.
survey-mail-subject = Коротке запитання від програми наставництва
survey-mail-why = Ми хотіли б дізнатися, як у тебе справи. Одне запитання, пів хвилини.
survey-mail-ended = Твоя робота з наставником завершилася. Ми запитуємо тебе зараз і ще раз через рік, якщо ти не проти.
survey-mail-other = Кілька днів тому ми тобі писали й досі хотіли б дізнатися, як у тебе справи. Одне запитання, пів хвилини.
survey-mail-last = Це останній раз, коли ми запитуємо, як у тебе справи. Одне запитання, пів хвилини.
survey-mail-link = Відповісти тут
survey-mail-free = Відповідати добровільно. Посилання діє 60 днів, і скористатися ним можна один раз.

# The quiet test
quiet-test-title = Чи можемо ми й далі тобі писати?
quiet-test-subject = Чи можемо ми й далі писати тобі сюди?
quiet-test-why = За кілька місяців ми хотіли б дізнатися, як у тебе справи. Натисни посилання, якщо ми й далі можемо писати тобі сюди. Лише один дотик і жодних запитань.
quiet-test-link = Так, це досі я
quiet-test-free = Відповідати добровільно.
quiet-test-question = Чи можемо ми й далі тобі писати, коли за кілька місяців захочемо дізнатися, як у тебе справи?
quiet-test-number = Твій новий номер телефону, якщо він змінився
quiet-test-yes = Так, це досі я
quiet-test-thanks = Тепер ми знаємо, що можемо з тобою зв’язатися. За кілька місяців ми тобі напишемо.

# The questionnaire
questionnaire-title = Як усе пройшло?
questionnaire-about = Це про роботу з наставником, яка завершилася.
questionnaire-about-progress = Це про те, як іде робота з наставником, яка зараз триває.
questionnaire-lead-progress-young-person = Ми хотіли б дізнатися, на якому етапі ти зараз. Так ми побачимо, що змінюється, поки ти маєш наставника.
questionnaire-lead-young-person = Твоя робота з наставником завершилася. Ми хотіли б дізнатися, як вона пройшла для тебе.
questionnaire-free = Відповідати добровільно, і запитання можна пропускати. До { $date } включно можна знову відкрити сторінку й виправити відповіді.
questionnaire-alone = Твої відповіді бачимо тільки ми в програмі наставництва.
questionnaire-because = Якщо ти нічого не пишеш
questionnaire-no-answer = Без відповіді
questionnaire-missing-prefer-not = Краще не відповідатиму
questionnaire-missing-dont-know = Не знаю
questionnaire-missing-not-relevant = Мене не стосується
questionnaire-send = Зберегти мої відповіді
questionnaire-step = { $number } з { $of }
questionnaire-next = Зберегти й далі
questionnaire-finish = Зберегти й завершити
questionnaire-step-back = Попереднє запитання
questionnaire-all = Усі запитання на одній сторінці
questionnaire-one-by-one = По одному запитанню
questionnaire-more = Ми також хотіли б дізнатися, як усе пройшло. Це { $count ->
    [one] { $count } коротке запитання
    [few] { $count } короткі запитання
    [many] { $count } коротких запитань
   *[other] { $count } короткого запитання
}, і кожна відповідь одразу зберігається.
questionnaire-more-yes = Відповісти на них зараз
questionnaire-more-no = Ні, дякую, не зараз
questionnaire-closed = Час для відповідей минув
questionnaire-gone = Про це не запитували
questionnaire-not-wanted = Нам сказано, що тебе не треба запитувати
questionnaire-thanks-title = Дякуємо за відповіді
questionnaire-thanks-text = Їх збережено. Посилання можна знову відкрити й виправити їх, доки не мине час для відповідей.
questionnaire-mail-subject = Як усе пройшло?
questionnaire-mail-young-person = Твоя робота з наставником завершилася. Ми хотіли б дізнатися, як вона пройшла для тебе. Це кілька коротких запитань.
questionnaire-mail-progress-subject = На якому етапі ти зараз?
questionnaire-mail-progress-young-person = Завдяки нам ти маєш наставника. Ми хотіли б дізнатися, на якому етапі ти зараз, щоб побачити, що змінюється. Це кілька коротких запитань.
questionnaire-mail-again = Ми писали й тиждень тому. Більше не запитуватимемо.
questionnaire-mail-link = Відповісти тут
questionnaire-mail-free = Відповідати добровільно. Посилання лише для тебе, його можна знову відкрити й виправити відповіді, доки не мине час для них.
questionnaire-mail-alone = Твої відповіді бачимо тільки ми в програмі наставництва.

# Text messages
message-text-survey-link = Програма наставництва: як справи? Одне запитання, пів хвилини: { $link }
message-text-survey-ended = Програма наставництва: усе завершено. Як справи? Запитання зараз і ще одне через рік: { $link }
message-text-survey-other = Програма наставництва: нам досі цікаво, як у тебе справи. Одне запитання: { $link }
message-text-survey-last = Програма наставництва: останній раз запитуємо, як справи. Одне запитання: { $link }
message-text-quiet-test = Програма наставництва: це досі твій номер? Натисни тут: { $link }
message-text-stopped = Ми більше не надсилаємо тобі нагадувань і запитань в SMS. Про зустрічі й те, на що ти чекаєш, пишемо й далі. Щоб отримувати їх знову, надішли START.
message-text-stopped-call = Ми більше не надсилаємо тобі нагадувань і запитань в SMS. Про зустрічі й те, на що ти чекаєш, пишемо й далі. Хочеш знову? Надішли START або подзвони: { $phone }
message-text-exit-young-person = Програма наставництва: як усе пройшло? Кілька коротких запитань: { $link }
message-text-progress-young-person = Програма наставництва: на якому етапі ти зараз? Кілька коротких запитань: { $link }
message-text-stop = Щоб більше не отримувати, надішли STOP.
message-text-stop-page = Не хочеш більше? Скажи на сторінці.

# Letters
message-greeting = Привіт, { $name }
message-greeting-nobody = Привіт
message-closing = З найкращими побажаннями
message-automatic = Цього листа написала платформа Brobyg.
message-help = Якщо маєш запитання, зв’яжися з нами: { $contact }
message-contact = Твоя контактна особа: { $contact }
message-contact-until = До { $date } включно твоя контактна особа: { $contact }
message-unsubscribe = Не хочеш більше таких листів? Скажи тут

# Wanting no more of them
opt-out-title = Повідомлення від Brobyg
opt-out-lead = Не хочеш більше таких повідомлень від нас: { $what }?
opt-out-do = Так, більше не надсилайте
opt-out-done = Ми більше не надсилатимемо таких повідомлень: { $what }.
opt-out-still-comes = Про те, що ти просиш, і про те, що відбувається у твоїй справі, ми й далі повідомлятимемо.
opt-out-unknown = Посилання не працює. Перевір, чи воно повне, або напиши нам.
opt-out-undo = Хочу отримувати їх знову
opt-out-texts-link = Не хочеш більше текстових повідомлень?
opt-out-texts-title = Текстові повідомлення від Brobyg
opt-out-texts-lead = Не хочеш більше нагадувань і запитань від нас у текстових повідомленнях?
opt-out-texts-done = Ми більше не надсилатимемо тобі нагадувань і запитань у текстових повідомленнях.
message-category-sign-in = листи про вхід
message-category-case = листи про те, на що ти чекаєш
message-category-meeting = листи про домовлені зустрічі
message-category-reminder = нагадування
message-category-question = запитання, чи відбулася ваша зустріч
message-category-interest = запитання, чи ти досі хочеш наставника
message-category-survey = запитання про те, як усе пройшло
message-category-interview = запитання про інтерв'ю
message-category-update = листи про тих, кого ти направляєш або наставляєш
message-category-digest = щотижневі листи

# Інтерв’ю
interview-mail-subject = Чи може оцінювач поговорити з тобою?
interview-mail-young-person = Програму менторів зараз оцінюють. Ми хочемо запитати, чи може оцінювач поговорити з тобою про те, як це було — мати ментора.
interview-mail-link = Відповісти тут
interview-mail-free = Це добровільно. Посилання діє 30 днів, і ним можна скористатися один раз.
message-text-interview = Програма менторів: чи може оцінювач поговорити з тобою? Скажи так чи ні: { $link }
interview-own-title = Інтерв’ю про програму менторів
interview-own-lead = Програму менторів зараз оцінюють. Чи може оцінювач поговорити з тобою?
interview-own-free = Це добровільно. Якщо скажеш ні, ми більше не питатимемо. Якщо скажеш так, оцінювач отримає твоє ім’я і дізнається, як з тобою зв’язатися.
interview-own-question = Чи може оцінювач зв’язатися з тобою?
interview-own-wishes = Коли і як з тобою краще зв’язатися?
interview-own-send = Надіслати мою відповідь
interview-own-thanks = Ми зберегли твою відповідь. Сторінку можна закрити.
interview-answer-yes = Так
interview-answer-no = Ні, дякую
interview-says-missing = Вибери так або ні

# What was typed and not sent
kept-heading = Написане ще не збережено
kept-why-typed = Це написано { $at } і не надіслано. Тепер воно знову в полях, але не збережеться, доки ти не надішлеш.
kept-why-changed = Дещо змінилося, відколи відкрито сторінку, тому ми не зберегли надіслане { $at }. Сторінка показує, як є зараз. Переглянь і надішли ще раз, якщо це досі правильно.
kept-why-refused = Треба було дещо виправити, коли це надіслано { $at }, тому ми нічого не зберегли. Переглянь і надішли ще раз.
kept-why-old-page = Вхід змінився, відколи відкрито сторінку, тому ми не зберегли надіслане { $at }. Переглянь і надішли ще раз.
kept-why-too-many = Забагато спроб. Ми не зберегли надіслане { $at }. Зачекай чверть години й надішли ще раз.
kept-why-not-read = Ми не змогли прочитати надіслане { $at } і не зберегли його. Переглянь і надішли ще раз.
kept-why-failed = У нас щось пішло не так, і ми не зберегли надіслане { $at }. Спробуй ще раз трохи згодом.
kept-why-unknown = У нас щось пішло не так, коли ми зберігали надіслане { $at }, і ми не знаємо, чи воно збережене. Надішли те саме ще раз: двічі воно не збережеться.
kept-why-not-for-you = Зараз це не можна зберегти. Ми не зберегли надіслане { $at }. Якщо текст потрібен, скопіюй його.
kept-go-to-form = Перейти до написаного
kept-overtaken = Хтось змінив те саме, відколи ти це пишеш. Під полями стоїть, як є зараз.
kept-without-place = Для цього більше немає місця на сторінці. Якщо потрібно, скопіюй:
kept-without-form = Ось написане. Якщо потрібно, скопіюй:
kept-cpr-left-out = Одне поле пропущено, бо в ньому був номер CPR. Їх ми ніколи не зберігаємо.
kept-throw-away = Видалити
kept-try-again = Спробувати ще раз
kept-stored-now = Зараз збережено:
kept-sent-before-heading = Це вже збережено
kept-notice-sent-before = Те саме вже надіслано раніше й тоді збережено. Двічі ми цього не зберегли.
kept-back-to-page = Назад до сторінки
kept-offline = Зараз немає зв’язку з Brobyg, тому написане є лише тут на екрані. Залиш сторінку відкритою. Ми спробуємо ще раз самі.
kept-other = Зараз у браузері увійшла інша людина. Те, що ти тут пишеш, відкладено лише для тебе.
kept-changed = Чернетку змінено в іншому вікні. Те, що ти тут пишеш, відкладено для тебе.
kept-changed-link = Подивитися чернетку, якою вона є зараз.
kept-long = Текст задовгий, щоб його відкласти, тому він є лише тут на екрані. Скороти його.
kept-saved = Чернетку збережено о
kept-yours-heading = Є щось ненадіслане
kept-yours-text = Посилання особисте. Хтось написав щось на сторінці { $at } і не надіслав. Це ти писав або писала?
kept-yours-show = Так, це я. Показати
kept-link-over = Посилання більше не діє, тому написане є лише тут на екрані.

# Preparing
preparation-title = Як це, мати наставника
preparation-no-language = Цієї сторінки ще немає мовою: { $language }. Попроси соціального працівника свого району прочитати її з тобою.
preparation-lead = Читати дві хвилини. Тоді ти знатимеш, на що погоджуєшся.
preparation-is = Що це
preparation-is-1 = Наставник це людина, яка працює з тим, чого хочеш ти.
preparation-is-2 = Ви зустрічаєтеся приблизно раз на два тижні протягом трьох-шести місяців. Де й коли, домовляєтеся самі.
preparation-is-3 = Ви говорите про роботу й навчання: заяву, співбесіду, місце практики чи що тобі треба.
preparation-is-4 = Це безкоштовно й добровільно, для наставника теж. Ніхто з вас не отримує за це грошей.
preparation-is-5 = Те, про що ви говорите, лишається між вами. Лише якщо хтось у небезпеці, наставник має сказати іншим.
preparation-is-not = Чим це не є
preparation-is-not-1 = Це не комуна. Наставник не може нічого тобі дати чи забрати в тебе.
preparation-is-not-2 = Це не обіцянка роботи. Наставник допомагає тобі на шляху.
preparation-is-not-3 = Це не психолог і не соціальний службовець.
preparation-is-not-4 = Це не кохання й не банк: ви не позичаєте одне одному грошей.
preparation-you = Що робиш ти
preparation-you-1 = Ти приходиш, коли ви домовилися, або вчасно попереджаєш.
preparation-you-2 = Ти кажеш, чого хочеш і чого не хочеш.
preparation-you-3 = Ти можеш сказати «стоп», коли захочеш. Це тобі нічого не коштує.
preparation-you-4 = Якщо ви не підходите одне одному, ми, можливо, знайдемо іншого. Це нормально сказати.
preparation-trouble = Якщо щось здається неправильним, зв’яжися з нами. Для цього ми тут.
preparation-thanks = Дякуємо. Тепер ми знаємо, що це прочитано.
preparation-read = Прочитано
preparation-mail-subject = Як це, мати наставника
preparation-mail-text = Ми почали шукати тобі наставника. Тут можна прочитати, що таке мати наставника, а що ні. Це дві хвилини.
preparation-mail-link = Прочитай тут
preparation-mail-free = Це добровільно, і ти завжди можеш сказати «стоп».
message-text-preparation = Програма наставництва: прочитай за дві хвилини, на що ти погодився чи погодилася: { $link }

# What was agreed
course-agreement = Про що ви домовилися
course-agreed-newer = Є новіша домовленість. Вона в останньому повідомленні від нас.
course-agreed-you-confirmed = Домовленість підтверджено.
course-agreed-confirm = Так, ми так домовилися
course-agreed-wrong = Якщо щось не так, поговоріть про це або зв’яжися з нами.
course-agreed-made = Версія { $version } від { $date }
course-link-closed = Посилання більше нічого не показує. Зв’яжися з нами, якщо маєш сумнів.
course-goal = Мета
course-roles = Хто що робить?
course-rhythm-every = Як часто ви зустрічаєтеся?
course-rhythm-every-7 = Щотижня
course-rhythm-every-14 = Раз на два тижні
course-rhythm-every-21 = Раз на три тижні
course-rhythm-every-28 = Раз на чотири тижні
course-rhythm-days = Днів між зустрічами: { $days }
course-rhythm = Коли й де?
course-between = Зв’язок між зустрічами
course-complaints = До кого ти звертаєшся, якщо щось не так?
course-agreed-subject = Про що ви домовилися
course-agreed-text = Те, про що ви домовилися, записано. Прочитай і натисни «так», якщо все правильно.
course-agreed-link = Прочитати домовленість
course-met-letter-free = Входити не потрібно.
message-text-agreed-mentee = Програма наставництва: вашу домовленість записано. Прочитай і дай відповідь: { $link }

# Did you meet?
course-planned-did-you-meet = Ви зустрілися?
course-met-why = Чому не вийшло?
course-met-why-other-day = Ми домовилися на інший день
course-met-why-ill = Мені було зле
course-met-why-forgot = Забулося
course-met-why-not-reached = Не вдалося зв’язатися з іншою людиною
course-met-why-not-wanted = Не хочу
course-met-why-other = Щось інше
course-met-next = Якого дня ви тоді зустрінетеся?
course-met-next-hint = Потім ми запитаємо ще раз.
course-met-send = Надіслати
course-met-mistake = Натиснуто помилково?
course-met-no = Ні
course-met-alone = Ми не показуємо твоєї відповіді іншій людині. Її бачимо лише ми, хто веде програму.
course-met-day = Якого дня?
course-planned-met = Так, ми зустрілися
course-met-thanks = Дякуємо за відповідь
course-met-thanks-text = Тепер можна закрити сторінку.
course-met-subject = Ви зустрілися?
course-met-letter-answer = Відповісти «так» чи «ні»
course-met-mentee-planned = Зустріч із наставником мала бути { $when }. Ви зустрілися?
course-met-mentee-since = Чи була зустріч із наставником після { $date }?
course-met-why-missing = Вибери, чому не вийшло
course-met-missing = Вибери, чи ви зустрілися
message-text-met-mentee = Програма наставництва: ви з наставником зустрілися? Так чи ні: { $link }
date-day = День
date-month = Місяць
date-year = Рік
error-date-parts = Напиши дату: день, місяць і рік
error-date-wrong = Такої дати немає. Напиши день, місяць і рік, наприклад 24 11 2006
course-planned-past = Цей час уже минув
course-planned-too-far = Вибери день у найближчі пів року

# Are you still there?
course-silence-title = Ти ще з нами?
course-silence-there = Ви з наставником уже якийсь час не зустрічалися. Ти ще з нами?
course-silence-mentee-free = Нічого не станеться, поки ми не поговоримо з тобою.
course-silence-number = Номер
course-silence-thanks = Ми цим займемося. Тепер можна закрити сторінку.
course-silence-mentee-subject = Ти ще з нами?
course-silence-mentee-text = Ми не бачимо, щоб ви з наставником зустрічалися останнім часом. Це нормально. Просто скажи, чого тобі хочеться.
course-silence-mentee-link = Відповісти одним натисканням
message-text-silence-mentee = Програма наставництва: ти ще з нами? Відповідь одним натисканням: { $link }
course-silence-missing = Вибери відповідь
course-silence-number-missing = Напиши номер, наприклад 20 30 40 50
course-silence-say-call-me = Так. Подзвоніть мені
course-silence-say-pause = Я хочу зробити перерву
course-silence-say-no-longer = Ні, більше не хочу
course-silence-say-new-number = Новий номер

# Before the two meet
expectation-title = Перед зустріччю
expectation-heading = Чого ви чекаєте
expectation-back = Назад
expectation-over = Зараз тут нема на що відповідати.
expectation-lead-young = Три короткі запитання. Наставник теж має три. Ви побачите відповіді одне одного, коли відповісте обоє або коли зустрінетеся.
expectation-hopes-young = На що ти сподіваєшся?
expectation-hopes-missing = Напиши хоча б кілька слів
expectation-help-young = З чим тобі найбільше потрібна допомога?
expectation-contact = Як тобі зручно тримати зв’язок між зустрічами?
expectation-send = Надіслати
expectation-answer = Відповісти на три запитання
expectation-of-your-mentor = Твій наставник пише
expectation-mail-subject = Три запитання перед зустріччю
expectation-mail-young = Незабаром ти зустрінешся з наставником. Скажи трьома короткими відповідями, на що сподіваєшся. Ви побачите відповіді одне одного, коли відповісте обоє.
message-text-expectation-young = Програма наставництва: на що ти сподіваєшся? Три короткі запитання: { $link }

# Who the mentor is
course-my-mentor-title = Твій наставник
course-letter-mentee-who = Твій наставник: { $name }, { $occupation }.
course-letter-mentee-number = Номер: { $phone }. Збережи його, щоб бачити, хто дзвонить.
course-letter-mentee-calls = { $name } подзвонить тобі не пізніше { $date }.
course-letter-mentee-writes = { $name } напише тобі не пізніше { $date }.
course-my-mentor-call = Подзвонити: { $name }
course-my-mentor-trouble = Якщо нічого не чути або щось не ладиться, зв’яжися з нами.
course-my-mentor-over = Сторінка більше нічого не показує. Якщо маєш сумнів, зв’яжися з нами.
course-letter-mentee-subject = Новини від програми наставництва
course-letter-mentee-link = Подивитися ще раз на сторінці
course-letter-mentee-ended = Твоя робота з наставником завершилася. Дякуємо за участь.
course-letter-mentee-ended-next = Ми шукаємо тобі нового наставника і напишемо, коли знайдемо.
course-letter-mentee-ended-call = Ти й далі можеш подзвонити або написати нам, якщо щось станеться.
message-text-course-begun-mentee = Програма наставництва: ви обоє погодилися. Подивися, хто тобі подзвонить: { $link }
message-text-course-ended-mentee = Програма наставництва: твоя робота з наставником завершилася. Ти й далі можеш нам подзвонити.
message-text-course-ended-mentee-call = Програма наставництва: твоя робота з наставником завершилася. Ти й далі можеш нам подзвонити: { $phone }
concern-link-young = Щось здається неправильним? Напиши нам
concern-stopped-young = Зараз ви з наставником не спілкуєтеся. Хтось із нас тобі подзвонить.
stand-in-heading = Наставник на заміну
stand-in-days = з { $from } до { $until }
stand-in-letter-mentee = Поки твого наставника немає, його замінює { $name } { $when }.

# A meeting that is agreed
course-planned-subject-planned = Зустріч домовлено
course-planned-subject-changed = Зустріч змінено
course-planned-subject-cancelled = Зустріч скасовано
course-planned-subject-reminder = Не забудь про зустріч
course-planned-text-planned = Домовлено про зустріч із наставником: { $when }.
course-planned-text-changed = Зустріч змінено. Тепер вона { $when }.
course-planned-text-cancelled = Зустріч { $when } скасовано.
course-planned-text-reminder = Не забудь про зустріч: { $when }.
course-planned-how = { $way } · { $minutes }
course-planned-letter-page = Переглянути зустріч
course-planned-letter-calendar = Зустріч додано до листа, щоб її можна було внести в календар.
course-planned-letter-mentee-cannot = Не можеш прийти? Подзвони чи напиши наставникові. Відмова в календарі не скасовує зустрічі.
message-text-planned-mentee = Програма наставництва: зустріч із наставником { $when }. { $link }
message-text-planned-cancelled-mentee = Програма наставництва: зустріч { $when } скасовано. { $link }
message-text-planned-reminder-mentee = Програма наставництва: не забудь про зустріч { $when }. { $link }
course-planned-title = Зустріч
course-minutes = { $minutes } хв
course-link-title = Твоя зустріч
course-link-meeting = Зустріч із твоїм наставником
course-planned-file = Додати в мій календар
course-link-cancelled = Зустріч скасовано.
course-link-over = Час минув.
course-link-others = Інші зустрічі, про які ви домовилися
course-channel-in-person = Особисто
course-channel-phone = Телефоном
course-channel-video = Через відео
course-channel-message = У повідомленнях

# A stand-in
stand-in-letter-mentee-subject = Заміна для твого наставника
stand-in-letter-changed = Період змінився відтоді, як ми писали востаннє.
stand-in-letter-mentee-over = { $name } більше не замінює твого наставника. Твій наставник і далі з тобою.
message-text-stand-in-mentee = Програма наставництва: є новини про заміну твого наставника. Подивися тут: { $link }

# Whether a mentor is still wanted
referral-mail-still-subject = Запитання до тебе
referral-mail-still-text = Ти чекаєш уже якийсь час. Ми хотіли б знати, чи тобі й досі хочеться того, про що ми говорили.
referral-mail-still-reminder = Ми писали тобі тиждень тому й не отримали відповіді. Тобі й досі хочеться того, про що ми говорили?
referral-mail-still-until = Дай відповідь не пізніше { $date }. Інакше ми віддамо місце далі. Ти завжди можеш повернутися.
referral-mail-still-link = Відповісти тут
referral-mail-still-free = Це добровільно, і ти нічого не втрачаєш, якщо відмовишся.
message-text-referral-interest = Програма наставництва: тобі й досі хочеться того, про що ми говорили? Відповідь тут: { $link }
message-text-referral-interest-reminder = Програма наставництва: ми не маємо твоєї відповіді. Дай її тут, бо інакше місце перейде далі: { $link }
referral-still-title = Тобі й досі потрібен наставник?
referral-still-unanswered = Вибери так або ні
referral-still-lead = Ти чекаєш уже якийсь час. Ми й далі шукаємо тобі наставника, якщо хочеш.
referral-still-free = Це добровільно, і ти нічого не втрачаєш, якщо відмовишся. Тебе завжди можна скерувати ще раз.
referral-still-yes = Так, хочу
referral-still-no = Ні, дякую, більше ні
referral-still-spent = Це посилання більше не діє. Можливо, відповідь уже надіслано. Зв’яжися з нами, якщо маєш сумнів.
referral-still-thanks-title = Дякуємо за відповідь
referral-still-thanks-yes = Тоді шукаємо далі. Ми напишемо, коли знайдемо наставника.
referral-still-thanks-no = Усе гаразд. Ми більше не шукаємо й скажемо про це тому, хто тебе скерував.

# Yes or no to a mentor
matching-letter-subject-mentee = Новини від програми наставництва
matching-letter-mentee = Ми знайшли наставника, який хоче з тобою зустрітися. А ти хочеш?
matching-letter-mentee-open = Відповісти так або ні
matching-letter-mentee-free = Це добровільно. Посиланням можна скористатися один раз.
matching-letter-until = Відповідай не пізніше ніж { $date }.
message-text-mentee-asked = Програма наставництва: є новини для тебе. Так чи ні, відповідь тут до { $date }: { $link }
matching-until = Відповідай не пізніше ніж { $date }.
matching-mentee-title = Ми знайшли тобі наставника
matching-mentee-lead = Наставник-волонтер ({ $occupation }) хоче з тобою зустрітися. А ти хочеш?
matching-mentee-free = Це добровільно, і ти завжди можеш відмовитися, не пояснюючи чому. Якщо скажеш так, наставник отримає твоє ім’я і зв’яжеться з тобою.
matching-mentee-meet-first = Хочеш спершу зустрітися з наставником, а потім відповісти? Зв’яжися з нами, і ми влаштуємо зустріч, яка ні до чого не зобов’язує. Потім можна відмовитися, і ми шукатимемо далі.
matching-mentee-keeps-place = Своє місце в черзі ти не втратиш.
matching-mentee-yes = Так, хочу
matching-mentee-no = Ні, дякую
matching-mentee-why = Відмовитися й сказати чому
matching-mentee-why-text = Це не обов’язково. Але так ми знайдемо когось, хто підходить більше. Наставникові про це не скажуть.
matching-decline-why = Яка причина?
matching-decline-send = Відмовитися
matching-reason-missing = Вибери причину
matching-answer-missing = Вибери так або ні
matching-no-blame = Усе гаразд. Ніхто не винен: твоє місце в черзі залишається за тобою.
matching-mentee-decline-no-time = Зараз я не маю часу
matching-mentee-decline-wrong-industry = Це не та галузь, якої мені хочеться
matching-mentee-decline-too-far = Це надто далеко
matching-mentee-decline-knows-the-person = Я вже знаю цього наставника
matching-mentee-decline-wishes-not-met = Наставник не відповідає моїм побажанням
matching-mentee-decline-found-job-or-education = Я вже маю роботу чи навчання
matching-mentee-decline-no-longer-wants = Мені вже не потрібен наставник
matching-mentee-decline-met-no-thanks = Ми зустрілися, і моя відповідь «ні»
matching-mentee-decline-other = Щось інше
matching-link-spent = Це посилання більше не діє. Можливо, відповідь уже надіслано. Зв’яжися з нами, якщо маєш сумнів.
matching-thanks-title = Дякуємо за відповідь
matching-thanks-yes = Тепер ви разом. Наставник незабаром зв’яжеться з тобою.
matching-thanks-no = Усе гаразд. Ми шукаємо далі разом із тим, хто тебе скерував.

# A worry
concern-title-young = Щось здається неправильним?
concern-link-over = Посилання більше не діє. Зв’яжися з нами, якщо щось не так.
concern-lead-young = Напиши, як є. Це побачимо лише ми, і ми тобі подзвонимо. Наставник не дізнається, що ти нам пишеш.
concern-said-young = Що сталося або чого ти боїшся?
concern-said-missing = Напиши одним реченням, про що йдеться
concern-stop-young = Зараз я не хочу спілкуватися з наставником
concern-send = Надіслати
concern-danger = Хтось зараз у небезпеці?
concern-danger-text = Не чекай на нас. Виклич поліцію чи швидку за номером
concern-child-phone-young = Також можна безкоштовно подзвонити на дитячу лінію BørneTelefonen, анонімно й уночі теж:
concern-thanks = Дякуємо, що ти нам пишеш
concern-thanks-text = Ми це отримали, і хтось із нас тобі подзвонить. Наставник не дізнається, що ти нам пишеш.
