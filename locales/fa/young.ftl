# What young people read behind their links, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = رفتن به محتوا
demo-banner = این یک نسخهٔ نمایشی است. همهٔ افراد خیالی هستند و هیچ پیامی فرستاده نمی‌شود.
menu-label = منوی اصلی
menu-languages = زبان‌ها
menu-help-translation = این ترجمه فقط برای کمک است. متن دانمارکی کنار آن آمده و همان معتبر است.
sign-in = ورود
footer-help-heading = پرسشی داری؟
footer-help-text = با ما تماس بگیر تا کمکت کنیم:
footer-contact = شخص رابط تو:
footer-contact-until = (تا { $date })
footer-help-nobody = از کسی که در پروژه می‌شناسی بپرس.
footer-promise = شرکت در Brobyg برای همه داوطلبانه است. ما ادارهٔ دولتی نیستیم.
front-title = مربیان شغلی برای جوانان
about-privacy-title = اطلاعات تو
about-accessibility-title = دسترس‌پذیری
industry-names-title = نام رشته‌های شغلی
concern-link = آیا چیزی در دورهٔ مربی نگرانت می‌کند؟
error-summary-heading = چیزی هست که باید درست شود
field-error = خطا:
field-optional = (اختیاری)

# What is wrong
error-cpr = این شبیه شمارهٔ CPR است. آن را پاک کن: ما اجازه نداریم شمارهٔ CPR را نگه داریم.
error-too-long = حداکثر { $max } نویسه بنویس
error-phone = یک شمارهٔ تلفن هشت‌رقمی بنویس، مثلاً ⁦12 34 56 78⁩، یا با کد کشور، مثلاً ⁦+46 70 123 45 67⁩
error-choice = یکی از پاسخ‌های فهرست را انتخاب کن
error-page-home = رفتن به صفحهٔ اول
error-page-not-found = این صفحه را پیدا نمی‌کنیم
error-page-not-found-advice = شاید پیوند قدیمی است یا صفحه برای تو نیست. از صفحهٔ اول امتحان کن.
error-page-foreign-form = از وقتی صفحه را باز کرده‌ای، ورود تغییر کرده است
error-page-foreign-form-advice = چیزی از آنچه فرستادی ذخیره نشد. برگرد، صفحه را دوباره باز کن و دوباره بفرست.
error-page-too-many = تعداد تلاش‌ها زیاد بود
error-page-too-many-advice = یک ربع صبر کن و دوباره امتحان کن.
error-page-busy = الان تعداد مراجعه‌ها زیاد است
error-page-busy-advice = چیزی ذخیره نشد. کمی صبر کن، برگرد و دوباره امتحان کن.
error-page-changed-meanwhile = از وقتی صفحه را باز کرده‌ای، تغییر کرده است
error-page-changed-meanwhile-advice = آنچه فرستادی ذخیره نشد. برگرد، صفحه را دوباره باز کن و ببین چه چیزی تازه است.
error-page-unavailable = الان به داده‌های خود دسترسی نداریم
error-page-unavailable-advice = معمولاً خودش درست می‌شود. کمی صبر کن و دوباره امتحان کن.
error-page-unexpected = مشکلی نزد ما پیش آمد
error-page-unexpected-advice = تقصیر تو نیست. کمی بعد دوباره امتحان کن، و اگر ادامه داشت برای ما بنویس.

# Whose a link is
course-met-whose = این پیوند برای { $name } است
course-met-go-on = این من هستم
course-met-not-me = این من نیستم
course-met-not-me-text = پس صفحه را ببند. پیوند برای شخص دیگری است و هیچ اتفاقی نیفتاده است.
link-over-title = این پیوند دیگر کار نمی‌کند
course-met-closed = دیگر به این پاسخ نیازی نداریم. ممنون که سر زدی.
course-link-whose = به { $name } از طرح مربیگری
course-link-not-you = اگر این تو نیستی، صفحه را ببند.

# The survey
survey-own-title = حالت چطور است؟
survey-own-exit = دورهٔ تو با مربی تمام شده است. می‌خواهیم بدانیم الان چه می‌کنی.
survey-own-twelve-month = دورهٔ تو با مربی یک سال پیش تمام شد. می‌خواهیم بدانیم الان چه می‌کنی.
survey-own-free = یک پرسش. پاسخ دادن داوطلبانه است و فقط برای این به کار می‌رود که ببینیم طرح کمک می‌کند یا نه.
survey-own-send = پاسخ من را بفرست
survey-status-missing = پاسخی را که درست است انتخاب کن
survey-link-spent = از این پیوند دیگر نمی‌شود استفاده کرد. شاید قبلاً پاسخ داده‌ای. ممنون از کمکت!
survey-not-wanted = گفته‌ای که نمی‌خواهی از تو پرسیده شود
survey-thanks-title = ممنون از پاسخت
survey-thanks-text = این به ما کمک می‌کند طرح را بهتر کنیم. حالا می‌توانی صفحه را ببندی.
survey-mail-subject = یک پرسش کوتاه از طرح مربیگری
survey-mail-why = می‌خواهیم بدانیم حالت چطور است. یک پرسش است و نیم دقیقه طول می‌کشد.
survey-mail-ended = دورهٔ تو با مربی تمام شده است. الان از تو می‌پرسیم و اگر هنوز بخواهی، یک سال دیگر یک بار دیگر.
survey-mail-other = چند روز پیش برایت نوشتیم و هنوز هم می‌خواهیم بدانیم حالت چطور است. یک پرسش است و نیم دقیقه طول می‌کشد.
survey-mail-last = این آخرین باری است که حالت را می‌پرسیم. یک پرسش است و نیم دقیقه طول می‌کشد.
survey-mail-link = اینجا پاسخ بده
survey-mail-free = پاسخ دادن داوطلبانه است. پیوند 60 روز کار می‌کند و یک بار قابل استفاده است.

# The quiet test
quiet-test-title = هنوز می‌توانیم برایت بنویسیم؟
quiet-test-subject = هنوز می‌توانیم اینجا برایت بنویسیم؟
quiet-test-why = چند ماه دیگر می‌خواهیم بدانیم حالت چطور است. اگر هنوز می‌توانیم اینجا برایت بنویسیم، روی پیوند بزن. فقط یک بار زدن است و پرسشی ندارد.
quiet-test-link = بله، هنوز خودم هستم
quiet-test-free = پاسخ دادن داوطلبانه است.
quiet-test-question = وقتی چند ماه دیگر بخواهیم بدانیم حالت چطور است، هنوز می‌توانیم برایت بنویسیم؟
quiet-test-number = شمارهٔ تلفن تازه‌ات، اگر عوض شده است
quiet-test-yes = بله، هنوز خودم هستم
quiet-test-thanks = حالا می‌دانیم که می‌توانیم با تو تماس بگیریم. چند ماه دیگر از ما خبر می‌گیری.

# The questionnaire
questionnaire-title = دوره چطور بود؟
questionnaire-about = دربارهٔ یک دوره با مربی است که تمام شده.
questionnaire-about-progress = دربارهٔ این است که یک دورهٔ در حال اجرا با مربی چطور پیش می‌رود.
questionnaire-lead-progress-young-person = می‌خواهیم بدانیم الان در چه مرحله‌ای هستی. این‌طور می‌بینیم در مدتی که مربی داری چه چیزی تغییر می‌کند.
questionnaire-lead-young-person = دورهٔ تو با مربی تمام شده است. می‌خواهیم بدانیم برای تو چطور بود.
questionnaire-free = پاسخ دادن داوطلبانه است و می‌توانی از پرسش‌ها بگذری. تا { $date } می‌توانی صفحه را دوباره باز کنی و پاسخ‌هایت را اصلاح کنی.
questionnaire-alone = فقط ما در طرح مربیگری پاسخ‌هایت را می‌بینیم.
questionnaire-because = اگر چیزی نمی‌نویسی
questionnaire-no-answer = بدون پاسخ
questionnaire-missing-prefer-not = ترجیح می‌دهم پاسخ ندهم
questionnaire-missing-dont-know = نمی‌دانم
questionnaire-missing-not-relevant = به من مربوط نیست
questionnaire-send = پاسخ‌هایم را ذخیره کن
questionnaire-step = { $number } از { $of }
questionnaire-next = ذخیره کن و ادامه بده
questionnaire-finish = ذخیره کن و تمام کن
questionnaire-step-back = پرسش قبلی
questionnaire-all = همهٔ پرسش‌ها در یک صفحه
questionnaire-one-by-one = پرسش‌ها یکی‌یکی
questionnaire-more = همچنین می‌خواهیم بدانیم دوره چطور بود. { $count } پرسش کوتاه است و هر پاسخ همان لحظه ذخیره می‌شود.
questionnaire-more-yes = الان به آن‌ها پاسخ بده
questionnaire-more-no = نه ممنون، الان نه
questionnaire-closed = زمان پاسخ دادن تمام شده است
questionnaire-gone = این پرسیده نشده است
questionnaire-not-wanted = گفته‌ای که نمی‌خواهی از تو پرسیده شود
questionnaire-thanks-title = ممنون از پاسخ‌هایت
questionnaire-thanks-text = ذخیره شدند. تا وقتی زمان تمام نشده، می‌توانی پیوند را دوباره باز کنی و آن‌ها را اصلاح کنی.
questionnaire-mail-subject = دوره چطور بود؟
questionnaire-mail-young-person = دورهٔ تو با مربی تمام شده است. می‌خواهیم بدانیم برای تو چطور بود. چند پرسش کوتاه است.
questionnaire-mail-progress-subject = الان در چه مرحله‌ای هستی؟
questionnaire-mail-progress-young-person = از طریق ما یک مربی داری. می‌خواهیم بدانیم الان در چه مرحله‌ای هستی تا ببینیم چه چیزی تغییر می‌کند. چند پرسش کوتاه است.
questionnaire-mail-again = یک هفته پیش هم برایت نوشتیم. دیگر نمی‌پرسیم.
questionnaire-mail-link = اینجا پاسخ بده
questionnaire-mail-free = پاسخ دادن داوطلبانه است. پیوند فقط برای توست و تا وقتی زمان تمام نشده، می‌توانی آن را دوباره باز کنی و پاسخ‌هایت را اصلاح کنی.
questionnaire-mail-alone = فقط ما در طرح مربیگری پاسخ‌هایت را می‌بینیم.

# Text messages
message-text-survey-link = سلام از طرح مربیگری. حالت چطور است؟ یک پرسش، نیم دقیقه: { $link }
message-text-survey-ended = سلام از طرح مربیگری. دورهٔ تو تمام شد. حالت چطور است؟ یک پرسش الان و یکی یک سال دیگر: { $link }
message-text-survey-other = سلام دوباره از طرح مربیگری. هنوز می‌خواهیم بدانیم حالت چطور است. یک پرسش: { $link }
message-text-survey-last = سلام از طرح مربیگری. این آخرین بار است که حالت را می‌پرسیم. یک پرسش: { $link }
message-text-quiet-test = سلام از طرح مربیگری. این هنوز شمارهٔ توست؟ اینجا بزن: { $link }
message-text-stopped = دیگر با پیامک برایت یادآوری و پرسش نمی‌فرستیم. دربارهٔ دیدارها و آنچه خودت منتظرش هستی باز هم می‌نویسیم. اگر دوباره خواستی، START را بفرست.
message-text-stopped-call = دیگر با پیامک برایت یادآوری و پرسش نمی‌فرستیم. دربارهٔ دیدارها و آنچه خودت منتظرش هستی باز هم می‌نویسیم. اگر دوباره خواستی، START را بفرست یا زنگ بزن: { $phone }
message-text-exit-young-person = سلام از طرح مربیگری. دوره چطور بود؟ چند پرسش کوتاه: { $link }
message-text-progress-young-person = سلام از طرح مربیگری. الان در چه مرحله‌ای هستی؟ چند پرسش کوتاه: { $link }
message-text-stop = اگر دیگر نمی‌خواهی، STOP بفرست.
message-text-stop-page = نمی‌خواهی؟ در صفحه بگو.

# Letters
message-greeting = سلام { $name }
message-greeting-nobody = سلام
message-closing = با احترام
message-automatic = این ایمیل را سامانهٔ Brobyg نوشته است.
message-help = اگر پرسشی داری، با ما تماس بگیر: { $contact }
message-contact = شخص رابط تو: { $contact }
message-contact-until = تا { $date } شخص رابط تو: { $contact }
message-unsubscribe = دیگر از این پیام‌ها نمی‌خواهی؟ اینجا بگو

# Wanting no more of them
opt-out-title = پیام‌های Brobyg
opt-out-lead = دیگر از این نوع پیام نمی‌خواهی: { $what }؟
opt-out-do = بله، دیگر نفرستید
opt-out-done = دیگر از این نوع پیام نمی‌فرستیم: { $what }.
opt-out-still-comes = آنچه خودت بخواهی، و آنچه در پروندهٔ تو پیش بیاید، همچنان به تو خبر داده می‌شود.
opt-out-unknown = پیوند کار نمی‌کند. ببین کامل است یا نه، یا برای ما بنویس.
opt-out-undo = دوباره می‌خواهم دریافت کنم
opt-out-texts-link = دیگر پیامک نمی‌خواهی؟
opt-out-texts-title = پیامک‌های Brobyg
opt-out-texts-lead = دیگر نمی‌خواهی یادآوری و پرسش ما با پیامک به تو برسد؟
opt-out-texts-done = دیگر یادآوری و پرسش با پیامک برایت نمی‌فرستیم.
message-category-sign-in = پیام‌های مربوط به ورود
message-category-case = پیام‌های مربوط به آنچه منتظرش هستی
message-category-meeting = پیام‌های مربوط به قرارها
message-category-reminder = یادآوری‌ها
message-category-question = پرسش از این‌که همدیگر را دیدید یا نه
message-category-interest = پرسش از این‌که هنوز مربی می‌خواهی یا نه
message-category-survey = پرسش از این‌که دوره چطور بود
message-category-interview = پرسش دربارهٔ مصاحبه
message-category-update = پیام‌هایی دربارهٔ حال کسانی که معرفی کرده‌ای یا مربی‌شان بوده‌ای
message-category-digest = نامه‌های هفتگی

# مصاحبه
interview-mail-subject = آیا یک ارزیاب می‌تواند با تو صحبت کند؟
interview-mail-young-person = برنامهٔ مربیان در حال ارزیابی است. می‌خواهیم بپرسیم آیا یک ارزیاب می‌تواند با تو دربارهٔ تجربهٔ داشتن مربی صحبت کند.
interview-mail-link = اینجا پاسخ بده
interview-mail-free = شرکت اختیاری است. پیوند ۳۰ روز کار می‌کند و یک بار قابل استفاده است.
message-text-interview = برنامهٔ مربیان: آیا یک ارزیاب می‌تواند با تو صحبت کند؟ بله یا نه: { $link }
interview-own-title = مصاحبه دربارهٔ برنامهٔ مربیان
interview-own-lead = برنامهٔ مربیان در حال ارزیابی است. آیا یک ارزیاب می‌تواند با تو صحبت کند؟
interview-own-free = شرکت اختیاری است. اگر نه بگویی، دیگر نمی‌پرسیم. اگر بله بگویی، ارزیاب نام تو و راه تماس با تو را دریافت می‌کند.
interview-own-question = آیا ارزیاب می‌تواند با تو تماس بگیرد؟
interview-own-wishes = کی و چگونه ترجیح می‌دهی با تو تماس بگیرند؟
interview-own-send = پاسخم را بفرست
interview-own-thanks = پاسخ تو را ذخیره کردیم. حالا می‌توانی صفحه را ببندی.
interview-answer-yes = بله
interview-answer-no = نه، ممنون
interview-says-missing = بله یا نه را انتخاب کن

# What was typed and not sent
kept-heading = آنچه نوشتی هنوز ذخیره نشده است
kept-why-typed = در { $at } نوشتی و نفرستادی. حالا دوباره در جاهای خود هست، اما تا نفرستی ذخیره نمی‌شود.
kept-why-changed = از وقتی صفحه را باز کرده‌ای چیزی تغییر کرده، برای همین آنچه در { $at } فرستادی ذخیره نشد. صفحه وضع کنونی را نشان می‌دهد. نگاهش کن و اگر هنوز درست است دوباره بفرست.
kept-why-refused = وقتی در { $at } فرستادی چیزی باید درست می‌شد، برای همین چیزی ذخیره نشد. نگاهش کن و دوباره بفرست.
kept-why-old-page = از وقتی صفحه را باز کرده‌ای ورود تغییر کرده، برای همین آنچه در { $at } فرستادی ذخیره نشد. نگاهش کن و دوباره بفرست.
kept-why-too-many = تعداد تلاش‌ها زیاد بود. آنچه در { $at } فرستادی ذخیره نشد. یک ربع صبر کن و دوباره بفرست.
kept-why-not-read = نتوانستیم آنچه را در { $at } فرستادی بخوانیم و ذخیره نشد. نگاهش کن و دوباره بفرست.
kept-why-failed = مشکلی نزد ما پیش آمد و آنچه در { $at } فرستادی ذخیره نشد. کمی بعد دوباره امتحان کن.
kept-why-unknown = وقتی داشتیم آنچه را در { $at } فرستادی ذخیره می‌کردیم مشکلی پیش آمد و نمی‌دانیم ذخیره شد یا نه. همان را دوباره بفرست: اگر ذخیره شده باشد، دو بار ذخیره نمی‌شود.
kept-why-not-for-you = این را الان نمی‌شود ذخیره کرد. آنچه در { $at } فرستادی ذخیره نشد. اگر متن را لازم داری، کپی کن.
kept-go-to-form = برو به آنچه نوشتی
kept-overtaken = از وقتی نوشتی، کسی همان را تغییر داده است. زیر جاها وضع کنونی را می‌بینی.
kept-without-place = این دیگر در صفحه جایی ندارد. اگر لازمش داری، کپی کن:
kept-without-form = این چیزی است که نوشتی. اگر لازمش داری، کپی کن:
kept-cpr-left-out = یک جا خالی گذاشته شد چون شمارهٔ CPR در آن بود. ما آن‌ها را هرگز نگه نمی‌داریم.
kept-throw-away = پاکش کن
kept-try-again = دوباره امتحان کن
kept-stored-now = الان ذخیره شده:
kept-sent-before-heading = این قبلاً ذخیره شده است
kept-notice-sent-before = همین را قبلاً فرستادی و همان وقت ذخیره شد. دو بار ذخیره‌اش نکردیم.
kept-back-to-page = برگشت به صفحه
kept-offline = الان به Brobyg دسترسی نداریم، برای همین آنچه می‌نویسی فقط اینجا روی صفحه است. صفحه را باز نگه دار. خودمان دوباره امتحان می‌کنیم.
kept-other = الان شخص دیگری در مرورگر وارد شده است. آنچه اینجا می‌نویسی فقط برای تو کنار گذاشته می‌شود.
kept-changed = پیش‌نویس در پنجرهٔ دیگری تغییر کرده است. آنچه اینجا می‌نویسی برای تو کنار گذاشته می‌شود.
kept-changed-link = پیش‌نویس کنونی را ببین.
kept-long = متن بلندتر از آن است که کنار بگذاریم، برای همین فقط اینجا روی صفحه است. کوتاهش کن.
kept-saved = پیش‌نویس ذخیره شد، ساعت
kept-yours-heading = چیزی هست که نفرستاده‌ای
kept-yours-text = این پیوند شخصی است. کسی در { $at } چیزی در صفحه نوشت و نفرستاد. تو بودی؟
kept-yours-show = بله، من بودم. نشانش بده
kept-link-over = پیوند دیگر کار نمی‌کند، برای همین آنچه می‌نویسی فقط اینجا روی صفحه است.

# Preparing
preparation-title = داشتن مربی این‌طور است
preparation-no-language = این صفحه هنوز به { $language } نیست. از مددکار محله‌ات بخواه آن را با تو بخواند.
preparation-lead = خواندنش دو دقیقه طول می‌کشد. آن وقت می‌دانی به چه چیزی بله می‌گویی.
preparation-is = این هست
preparation-is-1 = مربی کسی است که در کاری نزدیک به آنچه تو می‌خواهی کار می‌کند.
preparation-is-2 = سه تا شش ماه، تقریباً هر دو هفته یک بار همدیگر را می‌بینید. کجا و کی را خودتان قرار می‌گذارید.
preparation-is-3 = دربارهٔ کار و تحصیل حرف می‌زنید: درخواست کار، مصاحبه، جای کارآموزی، یا هر چه بخواهی.
preparation-is-4 = رایگان و داوطلبانه است، برای مربی هم. هیچ‌کدامتان پولی نمی‌گیرید.
preparation-is-5 = حرف‌هایتان بین خودتان می‌ماند. فقط اگر کسی در خطر باشد، مربی باید به دیگران بگوید.
preparation-is-not = این نیست
preparation-is-not-1 = کمون نیست. مربی نمی‌تواند چیزی به تو بدهد یا از تو بگیرد.
preparation-is-not-2 = قول کار نیست. مربی در این راه به تو کمک می‌کند.
preparation-is-not-3 = روان‌شناس یا کارمند پرونده نیست.
preparation-is-not-4 = دوست‌پسر یا دوست‌دختر یا بانک نیست: به هم پول قرض نمی‌دهید.
preparation-you = کار تو این است
preparation-you-1 = وقتی قرار دارید می‌آیی، یا به‌موقع خبر می‌دهی.
preparation-you-2 = می‌گویی چه می‌خواهی و چه نمی‌خواهی.
preparation-you-3 = هر وقت بخواهی می‌توانی بگویی بس است. هزینه‌ای برایت ندارد.
preparation-you-4 = اگر به هم نمی‌خورید، شاید کس دیگری پیدا کنیم. گفتنش اشکالی ندارد.
preparation-trouble = اگر چیزی درست به نظر نمی‌رسد، با ما تماس بگیر. برای همین اینجاییم.
preparation-thanks = ممنون. حالا می‌دانیم که آن را خوانده‌ای.
preparation-read = خواندم
preparation-mail-subject = داشتن مربی این‌طور است
preparation-mail-text = شروع کرده‌ایم برایت مربی پیدا کنیم. اینجا می‌خوانی داشتن مربی چه هست و چه نیست. دو دقیقه طول می‌کشد.
preparation-mail-link = اینجا بخوان
preparation-mail-free = داوطلبانه است و همیشه می‌توانی بگویی بس است.
message-text-preparation = سلام از طرح مربیگری. در دو دقیقه بخوان به چه چیزی بله گفته‌ای: { $link }

# What was agreed
course-agreement = قرارهای شما
course-agreed-newer = قرار تازه‌تری هست. آن را در آخرین پیام ما ببین.
course-agreed-you-confirmed = قرار را تأیید کرده‌ای.
course-agreed-confirm = بله، همین قرار را گذاشتیم
course-agreed-wrong = اگر چیزی درست نیست، با هم حرف بزنید یا با ما تماس بگیر.
course-agreed-made = نسخهٔ { $version } از { $date }
course-link-closed = این پیوند دیگر چیزی نشان نمی‌دهد. اگر شک داری با ما تماس بگیر.
course-goal = هدف
course-roles = هر کس چه می‌کند؟
course-rhythm-every = هر چند وقت همدیگر را می‌بینید؟
course-rhythm-every-7 = هر هفته
course-rhythm-every-14 = هر دو هفته
course-rhythm-every-21 = هر سه هفته
course-rhythm-every-28 = هر چهار هفته
course-rhythm-days = روزهای میان دیدارها: { $days }
course-rhythm = کی و کجا؟
course-between = تماس میان دیدارها
course-complaints = اگر چیزی آن‌طور که باید نیست، به چه کسی می‌گویی؟
course-agreed-subject = قرارهای شما
course-agreed-text = آنچه تو و طرف مقابل قرار گذاشتید نوشته شده است. بخوان و اگر درست است بله را بزن.
course-agreed-link = قرار را بخوان
course-met-letter-free = لازم نیست وارد حساب شوی.
message-text-agreed-mentee = سلام از طرح مربیگری. قرارتان نوشته شده است. بخوان و پاسخ بده: { $link }

# Did you meet?
course-planned-did-you-meet = همدیگر را دیدید؟
course-met-why = چرا نشد؟
course-met-why-other-day = روز دیگری قرار گذاشتیم
course-met-why-ill = مریض بودم
course-met-why-forgot = یادم رفت
course-met-why-not-reached = نتوانستم طرف مقابل را پیدا کنم
course-met-why-not-wanted = دلم نمی‌خواهد
course-met-why-other = چیز دیگر
course-met-next = پس چه روزی همدیگر را می‌بینید؟
course-met-next-hint = بعد از آن دوباره می‌پرسیم.
course-met-send = بفرست
course-met-mistake = اشتباه زدی؟
course-met-no = نه
course-met-alone = پاسخت را به طرف مقابل نشان نمی‌دهیم. فقط ما که طرح را اداره می‌کنیم آن را می‌بینیم.
course-met-day = چه روزی؟
course-planned-met = بله، همدیگر را دیدیم
course-met-thanks = ممنون از پاسخت
course-met-thanks-text = حالا می‌توانی صفحه را ببندی.
course-met-subject = همدیگر را دیدید؟
course-met-letter-answer = بله یا نه بگو
course-met-mentee-planned = قرار بود مربی‌ات را { $when } ببینی. همدیگر را دیدید؟
course-met-mentee-since = از { $date } تا حالا مربی‌ات را دیده‌ای؟
course-met-why-missing = انتخاب کن چرا نشد
course-met-missing = انتخاب کن همدیگر را دیدید یا نه
message-text-met-mentee = سلام از طرح مربیگری. مربی‌ات را دیدی؟ بله یا نه: { $link }
date-day = روز
date-month = ماه
date-year = سال
error-date-parts = تاریخی با روز، ماه و سال بنویس
error-date-wrong = این تاریخ وجود ندارد. روز، ماه و سال را بنویس، مثلاً ⁦24 11 2006⁩
course-planned-past = آن زمان گذشته است
course-planned-too-far = روزی را در شش ماه آینده انتخاب کن

# Are you still there?
course-silence-title = هنوز هستی؟
course-silence-there = تو و مربی‌ات مدتی است همدیگر را ندیده‌اید. هنوز هستی؟
course-silence-mentee-free = تا با تو حرف نزنیم هیچ اتفاقی نمی‌افتد.
course-silence-number = شماره
course-silence-thanks = ما رسیدگی می‌کنیم. حالا می‌توانی صفحه را ببندی.
course-silence-mentee-subject = هنوز هستی؟
course-silence-mentee-text = نمی‌بینیم که این مدت مربی‌ات را دیده باشی. هیچ اشکالی ندارد. فقط بگو چه می‌خواهی.
course-silence-mentee-link = با یک فشار پاسخ بده
message-text-silence-mentee = سلام از طرح مربیگری. هنوز هستی؟ با یک فشار پاسخ بده: { $link }
course-silence-missing = یک پاسخ انتخاب کن
course-silence-number-missing = شماره را بنویس، مثلاً ⁦20 30 40 50⁩
course-silence-say-call-me = بله. به من زنگ بزنید
course-silence-say-pause = می‌خواهم مدتی وقفه بدهم
course-silence-say-no-longer = نه، دیگر نمی‌خواهم
course-silence-say-new-number = شمارهٔ تازه

# Before the two meet
expectation-title = پیش از دیدار
expectation-heading = چه انتظاری دارید
expectation-back = برگشت
expectation-over = الان اینجا چیزی برای پاسخ دادن نیست.
expectation-lead-young = سه پرسش کوتاه. از مربی‌ات هم سه تا می‌پرسیم. وقتی هر دو پاسخ دادید یا همدیگر را دیدید، پاسخ‌های هم را می‌بینید.
expectation-hopes-young = امیدواری چه به دست بیاوری؟
expectation-hopes-missing = فقط چند کلمه بنویس
expectation-help-young = بیشتر در چه چیزی کمک می‌خواهی؟
expectation-contact = میان دیدارها دوست داری چطور در تماس باشید؟
expectation-send = بفرست
expectation-answer = به سه پرسش پاسخ بده
expectation-of-your-mentor = مربی‌ات می‌نویسد
expectation-mail-subject = سه پرسش پیش از دیدار
expectation-mail-young = به‌زودی مربی‌ات را می‌بینی. با سه پاسخ کوتاه بگو چه امیدی داری. وقتی هر دو پاسخ دادید، پاسخ‌های هم را می‌بینید.
message-text-expectation-young = سلام از طرح مربیگری. از مربی‌ات چه امیدی داری؟ سه پرسش کوتاه: { $link }

# Who the mentor is
course-my-mentor-title = مربی تو
course-letter-mentee-who = مربی تو { $name }، { $occupation } است.
course-letter-mentee-number = شماره { $phone } است. ذخیره‌اش کن تا ببینی چه کسی زنگ می‌زند.
course-letter-mentee-calls = { $name } حداکثر تا { $date } به تو زنگ می‌زند.
course-letter-mentee-writes = { $name } حداکثر تا { $date } برایت می‌نویسد.
course-my-mentor-call = زنگ زدن به { $name }
course-my-mentor-trouble = اگر خبری نشد یا خوب پیش نمی‌رود، با ما تماس بگیر.
course-my-mentor-over = این صفحه دیگر چیزی نشان نمی‌دهد. اگر شک داری با ما تماس بگیر.
course-letter-mentee-subject = خبر تازه از طرح مربیگری
course-letter-mentee-link = دوباره در یک صفحه ببین
course-letter-mentee-ended = دورهٔ تو با مربی تمام شده است. ممنون که شرکت کردی.
course-letter-mentee-ended-next = برایت دنبال مربی تازه‌ای می‌گردیم و وقتی پیدا کردیم برایت می‌نویسیم.
course-letter-mentee-ended-call = اگر چیزی بود، هنوز می‌توانی به ما زنگ بزنی یا بنویسی.
message-text-course-begun-mentee = سلام از طرح مربیگری. هر دو بله گفتید. ببین چه کسی زنگ می‌زند: { $link }
message-text-course-ended-mentee = سلام از طرح مربیگری. دورهٔ تو با مربی تمام شد. هنوز می‌توانی به ما زنگ بزنی.
message-text-course-ended-mentee-call = سلام از طرح مربیگری. دورهٔ تو با مربی تمام شد. هنوز می‌توانی به ما زنگ بزنی: { $phone }
concern-link-young = چیزی درست به نظر نمی‌رسد؟ برای ما بنویس
concern-stopped-young = تو و مربی‌ات الان در تماس نیستید. یکی از ما به تو زنگ می‌زند.
stand-in-heading = مربی جانشین
stand-in-days = از { $from } تا { $until }
stand-in-letter-mentee = تا مربی‌ات نیست، { $name } مربی جانشین توست { $when }.

# A meeting that is agreed
course-planned-subject-planned = قرار دیداری گذاشته شد
course-planned-subject-changed = یک دیدار تغییر کرد
course-planned-subject-cancelled = یک دیدار لغو شد
course-planned-subject-reminder = دیدارت را فراموش نکن
course-planned-text-planned = قرار دیداری با مربی‌ات گذاشته شد: { $when }.
course-planned-text-changed = دیدار تغییر کرد. حالا { $when } است.
course-planned-text-cancelled = دیدار { $when } لغو شد.
course-planned-text-reminder = دیدارت را فراموش نکن: { $when }.
course-planned-how = { $way } · { $minutes }
course-planned-letter-page = دیدار را ببین
course-planned-letter-calendar = دیدار پیوست است تا بتوانی در تقویمت بگذاری.
course-planned-letter-mentee-cannot = نمی‌توانی بیایی؟ پس به مربی‌ات زنگ بزن یا بنویس. «نه» در تقویم دیدار را لغو نمی‌کند.
message-text-planned-mentee = سلام از طرح مربیگری. دیدار با مربی‌ات { $when }: { $link }
message-text-planned-cancelled-mentee = سلام از طرح مربیگری. دیدار { $when } لغو شد: { $link }
message-text-planned-reminder-mentee = سلام از طرح مربیگری. دیدارت را فراموش نکن { $when }: { $link }
course-planned-title = دیدار
course-minutes = { $minutes } دقیقه
course-link-title = دیدار تو
course-link-meeting = مربی‌ات را می‌بینی
course-planned-file = در تقویمم بگذار
course-link-cancelled = دیدار لغو شد.
course-link-over = وقتش گذشته است.
course-link-others = دیدارهای دیگری که قرار گذاشته‌اید
course-channel-in-person = حضوری
course-channel-phone = تلفنی
course-channel-video = ویدیویی
course-channel-message = با پیام

# A stand-in
stand-in-letter-mentee-subject = جانشینی برای مربی‌ات
stand-in-letter-changed = این دوره از آخرین باری که نوشتیم تغییر کرده است.
stand-in-letter-mentee-over = { $name } دیگر مربی جانشین تو نیست. هنوز مربی خودت را داری.
message-text-stand-in-mentee = سلام از طرح مربیگری. خبری درباره جانشین مربی‌ات هست. اینجا ببین: { $link }

# Whether a mentor is still wanted
referral-mail-still-subject = پرسشی از تو
referral-mail-still-text = مدتی است منتظری. می‌خواهیم بدانیم هنوز آنچه را درباره‌اش حرف زدیم می‌خواهی یا نه.
referral-mail-still-reminder = یک هفته پیش برایت نوشتیم و خبری نشنیدیم. هنوز آنچه را درباره‌اش حرف زدیم می‌خواهی؟
referral-mail-still-until = تا { $date } پاسخ بده. وگرنه جا را به کس دیگری می‌دهیم. همیشه می‌توانی برگردی.
referral-mail-still-link = اینجا پاسخ بده
referral-mail-still-free = داوطلبانه است و با نه گفتن چیزی از دست نمی‌دهی.
message-text-referral-interest = سلام از طرح مربیگری. هنوز آنچه را درباره‌اش حرف زدیم می‌خواهی؟ اینجا پاسخ بده: { $link }
message-text-referral-interest-reminder = سلام از طرح مربیگری. خبری از تو نشد. اینجا پاسخ بده وگرنه جا را به کس دیگری می‌دهیم: { $link }
referral-still-title = هنوز مربی می‌خواهی؟
referral-still-unanswered = بله یا نه را انتخاب کن
referral-still-lead = مدتی است منتظری. اگر بخواهی هنوز برایت دنبال مربی می‌گردیم.
referral-still-free = داوطلبانه است و با نه گفتن چیزی از دست نمی‌دهی. همیشه می‌شود دوباره معرفی‌ات کرد.
referral-still-yes = بله، می‌خواهم
referral-still-no = نه ممنون، دیگر نه
referral-still-spent = از این پیوند دیگر نمی‌شود استفاده کرد. شاید قبلاً پاسخ داده‌ای. اگر شک داری با ما تماس بگیر.
referral-still-thanks-title = ممنون از پاسخت
referral-still-thanks-yes = پس به جست‌وجو ادامه می‌دهیم. وقتی مربی پیدا کردیم خبرت می‌کنیم.
referral-still-thanks-no = هیچ اشکالی ندارد. دیگر نمی‌گردیم و به کسی که معرفی‌ات کرد می‌گوییم.

# Yes or no to a mentor
matching-letter-subject-mentee = خبری از طرح مربیگری
matching-letter-mentee = مربی‌ای پیدا کرده‌ایم که دوست دارد تو را ببیند. تو هم می‌خواهی؟
matching-letter-mentee-open = بله یا نه بگو
matching-letter-mentee-free = داوطلبانه است. از پیوند یک بار می‌شود استفاده کرد.
matching-letter-until = حداکثر تا { $date } پاسخ بده.
message-text-mentee-asked = سلام از طرح مربیگری. خبری برایت هست. تا { $date } اینجا بله یا نه بگو: { $link }
matching-until = حداکثر تا { $date } پاسخ بده.
matching-mentee-title = برایت مربی پیدا کرده‌ایم
matching-mentee-lead = یک مربی داوطلب ({ $occupation }) دوست دارد تو را ببیند. تو هم می‌خواهی؟
matching-mentee-free = داوطلبانه است و همیشه می‌توانی بدون توضیح نه بگویی. اگر بله بگویی، مربی نامت را می‌گیرد و با تو تماس می‌گیرد.
matching-mentee-meet-first = می‌خواهی پیش از پاسخ مربی را ببینی؟ با ما تماس بگیر تا دیداری بی‌تعهد بگذاریم. بعدش می‌توانی نه بگویی و ما به جست‌وجو ادامه می‌دهیم.
matching-mentee-keeps-place = جایت را در صف از دست نمی‌دهی.
matching-mentee-yes = بله، لطفاً
matching-mentee-no = نه، ممنون
matching-mentee-why = نه بگو و بگو چرا
matching-mentee-why-text = مجبور نیستی. ولی این‌طور می‌توانیم کسی را پیدا کنیم که بیشتر به تو می‌خورد. به مربی گفته نمی‌شود.
matching-decline-why = دلیلش چیست؟
matching-decline-send = نه بگو
matching-reason-missing = یک دلیل انتخاب کن
matching-answer-missing = بله یا نه را انتخاب کن
matching-no-blame = هیچ اشکالی ندارد. تقصیر کسی نیست: جایت در صف می‌ماند.
matching-mentee-decline-no-time = الان وقت ندارم
matching-mentee-decline-wrong-industry = رشته‌ای نیست که می‌خواهم
matching-mentee-decline-too-far = خیلی دور است
matching-mentee-decline-knows-the-person = مربی را از قبل می‌شناسم
matching-mentee-decline-wishes-not-met = مربی با آنچه می‌خواهم جور نیست
matching-mentee-decline-found-job-or-education = کار یا تحصیل پیدا کرده‌ام
matching-mentee-decline-no-longer-wants = دیگر مربی نمی‌خواهم
matching-mentee-decline-met-no-thanks = همدیگر را دیدیم و پاسخم نه است
matching-mentee-decline-other = چیز دیگری
matching-link-spent = از این پیوند دیگر نمی‌شود استفاده کرد. شاید قبلاً پاسخ داده‌ای. اگر شک داری با ما تماس بگیر.
matching-thanks-title = ممنون از پاسخت
matching-thanks-yes = پس با هم جور شدید. مربی‌ات به‌زودی با تو تماس می‌گیرد.
matching-thanks-no = هیچ اشکالی ندارد. با کسی که معرفی‌ات کرد به جست‌وجو ادامه می‌دهیم.

# A worry
concern-title-young = چیزی درست به نظر نمی‌رسد؟
concern-link-over = این پیوند دیگر کار نمی‌کند. اگر مشکلی هست با ما تماس بگیر.
concern-lead-young = همان‌طور که هست بنویس. فقط به ما می‌رسد و به تو زنگ می‌زنیم. مربی‌ات نمی‌فهمد که نوشته‌ای.
concern-said-young = چه شده، یا از چه می‌ترسی؟
concern-said-missing = در یک جمله بنویس موضوع چیست
concern-stop-young = الان نمی‌خواهم با مربی‌ام در تماس باشم
concern-send = بفرست
concern-danger = کسی الان در خطر است؟
concern-danger-text = منتظر ما نمان. به پلیس یا آمبولانس زنگ بزن:
concern-child-phone-young = همچنین می‌توانی رایگان به خط کودکان BørneTelefonen زنگ بزنی، بی‌نام و شب‌ها هم:
concern-thanks = ممنون که نوشتی
concern-thanks-text = به دست ما رسید و یکی از ما به تو زنگ می‌زند. مربی‌ات نمی‌فهمد که نوشته‌ای.
