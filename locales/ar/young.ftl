# What young people read behind the link of a survey, a questionnaire or a quiet test, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = انتقل إلى المحتوى
demo-banner = هذا عرض تجريبي. جميع الأشخاص خياليون، ولا تُرسل أي رسائل.
menu-label = القائمة الرئيسية
menu-languages = اللغات
menu-help-translation = هذه الترجمة للمساعدة فقط. النص الدنماركي مكتوب بجانبها، وهو النص المعتمد.
sign-in = تسجيل الدخول
footer-help-heading = هل لديك سؤال؟
footer-help-text = اكتب إلينا وسنساعدك:
footer-contact = الشخص المسؤول عن التواصل معك هو
footer-help-nobody = اسأل الشخص الذي تعرفه في المشروع.
footer-promise = المشاركة في Brobyg طوعية للجميع. نحن لسنا جهة حكومية.
front-title = مرشدون من عالم العمل للشباب
about-privacy-title = بياناتك
about-accessibility-title = سهولة الاستخدام
industry-names-title = أسماء المجالات المهنية
concern-link = هل يقلقك شيء في هذه التجربة مع المرشد؟
error-summary-heading = هناك شيء يجب تصحيحه
field-error = خطأ:
field-optional = (اختياري)

# What is wrong
error-cpr = يبدو هذا رقم CPR. احذفه: لا يُسمح لنا بحفظ أرقام CPR.
error-too-long = اكتب { $max } حرف كحد أقصى
error-phone = اكتب رقم هاتف من ثمانية أرقام، مثل ⁦12 34 56 78⁩، أو مع رمز الدولة، مثل ⁦+46 70 123 45 67⁩
error-choice = اختر إحدى الإجابات في القائمة
error-page-home = اذهب إلى الصفحة الرئيسية
error-page-not-found = لا نجد هذه الصفحة
error-page-not-found-advice = ربما الرابط قديم، أو أن الصفحة ليست لك. جرّب من الصفحة الرئيسية.
error-page-foreign-form = تغيّر تسجيل الدخول منذ أن فتحت الصفحة
error-page-foreign-form-advice = لم نحفظ شيئًا مما أرسلته. ارجع، وأعد تحميل الصفحة، ثم أرسل مرة أخرى.
error-page-too-many = كانت المحاولات كثيرة
error-page-too-many-advice = انتظر ربع ساعة، ثم حاول مرة أخرى.
error-page-busy = هناك عدد كبير من الزوار الآن
error-page-busy-advice = لم نحفظ شيئًا. انتظر لحظة، ثم ارجع وحاول مرة أخرى.
error-page-changed-meanwhile = تغيّر هذا منذ أن فتحت الصفحة
error-page-changed-meanwhile-advice = لم نحفظ ما أرسلته. ارجع، وأعد تحميل الصفحة، وانظر ما الجديد.
error-page-unavailable = لا يمكننا الوصول إلى بياناتنا الآن
error-page-unavailable-advice = عادةً يزول ذلك من تلقاء نفسه. انتظر قليلًا، ثم حاول مرة أخرى.
error-page-unexpected = حدث خطأ عندنا
error-page-unexpected-advice = هذا ليس خطأك. حاول مرة أخرى بعد قليل، واكتب إلينا إذا استمر ذلك.

# Whose a link is
course-met-whose = هذا الرابط لـ { $name }
course-met-go-on = هذا أنا
course-met-not-me = هذا ليس أنا
course-met-not-me-text = إذن أغلق الصفحة. الرابط لشخص آخر، ولم يحدث شيء.
course-met-closed = لم نعد بحاجة إلى الإجابة. شكرًا لاهتمامك.
course-link-whose = إلى { $name } من برنامج المرشدين
course-link-not-you = إذا لم تكن أنت هذا الشخص، فأغلق الصفحة.

# The survey
survey-own-title = كيف حالك؟
survey-own-exit = انتهت تجربتك مع المرشد. نود أن نعرف ماذا تفعل الآن.
survey-own-twelve-month = انتهت تجربتك مع المرشد قبل سنة. نود أن نعرف ماذا تفعل الآن.
survey-own-free = سؤال واحد. الإجابة طوعية، وتُستخدم فقط لمعرفة ما إذا كان البرنامج يساعد.
survey-own-send = أرسل إجابتي
survey-status-missing = اختر الإجابة المناسبة
survey-link-spent = لم يعد من الممكن استخدام هذا الرابط. ربما أجبت من قبل. شكرًا لمساعدتك!
survey-not-wanted = قلت إنك لا تريد أن نسألك
survey-thanks-title = شكرًا على إجابتك
survey-thanks-text = إجابتك تساعدنا على تحسين البرنامج. يمكنك إغلاق الصفحة الآن.
survey-mail-subject = سؤال قصير من برنامج المرشدين
survey-mail-why = نود أن نعرف كيف حالك. هناك سؤال واحد، ويستغرق نصف دقيقة.
survey-mail-other = كتبنا إليك قبل بضعة أيام، وما زلنا نود أن نعرف كيف حالك. هناك سؤال واحد، ويستغرق نصف دقيقة.
survey-mail-last = هذه آخر مرة نسألك فيها كيف حالك. هناك سؤال واحد، ويستغرق نصف دقيقة.
survey-mail-link = أجب هنا
survey-mail-free = الإجابة طوعية. يعمل الرابط لمدة 60 يومًا، ويمكن استخدامه مرة واحدة.

# The quiet test
quiet-test-title = هل ما زال بإمكاننا الكتابة إليك؟
quiet-test-subject = هل ما زال بإمكاننا الكتابة إليك هنا؟
quiet-test-why = بعد بضعة أشهر نود أن نعرف كيف حالك. اضغط على الرابط إذا كان ما زال بإمكاننا الكتابة إليك هنا. ضغطة واحدة فقط، ولا أسئلة.
quiet-test-link = نعم، ما زلت هنا
quiet-test-free = الإجابة طوعية.
quiet-test-question = هل ما زال بإمكاننا الكتابة إليك عندما نود بعد بضعة أشهر أن نعرف كيف حالك؟
quiet-test-number = رقم هاتفك الجديد، إذا تغيّر رقمك
quiet-test-yes = نعم، ما زلت هنا
quiet-test-thanks = الآن نعرف أنه يمكننا الوصول إليك. ستسمع منا بعد بضعة أشهر.

# The questionnaire
questionnaire-title = كيف كانت التجربة؟
questionnaire-about = يتعلق الأمر بتجربة مع مرشد، وقد انتهت.
questionnaire-about-progress = يتعلق الأمر بكيف تسير تجربة مع مرشد، وهي جارية الآن.
questionnaire-lead-progress-young-person = نود أن نعرف إلى أين وصلت الآن. هكذا نرى ما الذي يتغير أثناء وجود مرشد معك.
questionnaire-lead-young-person = انتهت تجربتك مع المرشد. نود أن نعرف كيف كانت بالنسبة إليك.
questionnaire-free = الإجابة طوعية، ويمكنك تخطي أي سؤال. يمكنك فتح الصفحة مرة أخرى وتصحيح إجاباتك حتى { $date }.
questionnaire-alone = نحن فقط في برنامج المرشدين نرى إجاباتك.
questionnaire-because = إذا لم تكتب شيئًا
questionnaire-no-answer = بدون إجابة
questionnaire-missing-prefer-not = أفضّل عدم الإجابة
questionnaire-missing-dont-know = لا أعرف
questionnaire-missing-not-relevant = لا ينطبق عليّ
questionnaire-send = احفظ إجاباتي
questionnaire-step = { $number } من { $of }
questionnaire-next = احفظ وتابع
questionnaire-finish = احفظ وأنهِ
questionnaire-step-back = السؤال السابق
questionnaire-all = كل الأسئلة في صفحة واحدة
questionnaire-one-by-one = سؤال واحد في كل مرة
questionnaire-more = نود أيضًا أن نعرف كيف كانت التجربة. هناك { $count ->
    [zero] { $count } سؤال قصير
    [one] سؤال قصير واحد
    [two] سؤالان قصيران
    [few] { $count } أسئلة قصيرة
    [many] { $count } سؤالًا قصيرًا
   *[other] { $count } سؤال قصير
}، وتُحفظ كل إجابة على الفور.
questionnaire-more-yes = أجب عنها الآن
questionnaire-more-no = لا شكرًا، ليس الآن
questionnaire-closed = لم يعد من الممكن الإجابة
questionnaire-gone = لم يُسأل عن هذا
questionnaire-not-wanted = قلت إنك لا تريد أن نسألك
questionnaire-thanks-title = شكرًا على إجاباتك
questionnaire-thanks-text = تم حفظها. يمكنك فتح الرابط مرة أخرى وتصحيحها إلى أن تنتهي المدة.
questionnaire-mail-subject = كيف كانت التجربة؟
questionnaire-mail-young-person = انتهت تجربتك مع المرشد. نود أن نعرف كيف كانت بالنسبة إليك. إنها بضعة أسئلة قصيرة.
questionnaire-mail-progress-subject = إلى أين وصلت الآن؟
questionnaire-mail-progress-young-person = لديك مرشد من خلالنا. نود أن نعرف إلى أين وصلت الآن، لكي نرى ما الذي يتغير. إنها بضعة أسئلة قصيرة.
questionnaire-mail-again = كتبنا إليك أيضًا قبل أسبوع. لن نسأل مرة أخرى.
questionnaire-mail-link = أجب هنا
questionnaire-mail-free = الإجابة طوعية. الرابط لك وحدك، ويمكنك فتحه مرة أخرى وتصحيح إجاباتك إلى أن تنتهي المدة.
questionnaire-mail-alone = نحن فقط في برنامج المرشدين نرى إجاباتك.

# Text messages
message-text-survey-link = مرحبًا من برنامج المرشدين. كيف حالك؟ سؤال واحد، نصف دقيقة: { $link }
message-text-survey-other = مرحبًا مجددًا من برنامج المرشدين. ما زلنا نود أن نعرف كيف حالك. سؤال واحد: { $link }
message-text-survey-last = مرحبًا من برنامج المرشدين. هذه آخر مرة نسأل كيف حالك. سؤال واحد: { $link }
message-text-quiet-test = مرحبًا من برنامج المرشدين. هل ما زال هذا رقمك؟ اضغط هنا: { $link }
message-text-exit-young-person = مرحبًا من برنامج المرشدين. كيف كانت التجربة؟ بضعة أسئلة قصيرة: { $link }
message-text-progress-young-person = مرحبًا من برنامج المرشدين. إلى أين وصلت الآن؟ بضعة أسئلة قصيرة: { $link }
message-text-stop = أرسل STOP إذا كنت لا تريد المزيد.

# Letters
message-greeting = مرحبًا { $name }
message-greeting-nobody = مرحبًا
message-closing = مع أطيب التحيات
message-automatic = كتبت هذه الرسالة منصة Brobyg.
message-help = إذا كان لديك سؤال، فاكتب إلينا: { $contact }
message-contact = الشخص المسؤول عن التواصل معك هو { $contact }
message-unsubscribe = لا تريد المزيد من هذه الرسائل؟ أخبرنا هنا

# Wanting no more of them
opt-out-title = الرسائل من Brobyg
opt-out-lead = ألا تريد المزيد منا من هذا النوع: { $what }؟
opt-out-do = نعم، لا ترسلوا المزيد
opt-out-done = لن نرسل إليك المزيد من هذا النوع: { $what }.
opt-out-still-comes = ما تطلبه بنفسك، وما يحدث في قضيتك، سنخبرك به كما كان.
opt-out-unknown = الرابط لا يعمل. تأكد من أنه كامل، أو اكتب إلينا.
opt-out-undo = أريدها مرة أخرى
message-category-sign-in = رسائل حول تسجيل الدخول
message-category-case = رسائل حول ما تنتظره
message-category-meeting = رسائل حول المواعيد
message-category-reminder = تذكيرات
message-category-question = أسئلة عما إذا كنتما قد التقيتما
message-category-interest = أسئلة عما إذا كنت ما زلت تريد مرشدًا
message-category-survey = أسئلة عن كيف كانت التجربة
message-category-interview = أسئلة عن إجراء مقابلة
message-category-update = رسائل عن أحوال من أحلتهم أو كنت مرشدًا لهم
message-category-digest = رسائل أسبوعية

# المقابلة
interview-mail-subject = هل يمكن لمقيّم أن يتحدث معك؟
interview-mail-young-person = يجري الآن تقييم برنامج المرشدين. نود أن نسألك إن كان يمكن لمقيّم أن يتحدث معك عن تجربتك مع المرشد.
interview-mail-link = أجب هنا
interview-mail-free = المشاركة طوعية. يعمل الرابط 30 يومًا ويمكن استخدامه مرة واحدة.
message-text-interview = برنامج المرشدين: هل يمكن لمقيّم أن يتحدث معك عن تجربتك؟ نعم أو لا هنا: { $link }
interview-own-title = مقابلة عن برنامج المرشدين
interview-own-lead = يجري الآن تقييم برنامج المرشدين. هل يمكن لمقيّم أن يتحدث معك؟
interview-own-free = المشاركة طوعية. إذا قلت لا فلن نسألك مرة أخرى. إذا قلت نعم يحصل المقيّم على اسمك وطريقة التواصل معك.
interview-own-question = هل يمكن للمقيّم أن يتواصل معك؟
interview-own-wishes = متى وكيف تفضّل أن يتواصل معك؟
interview-own-send = أرسل جوابي
interview-own-thanks = حفظنا جوابك. يمكنك إغلاق الصفحة الآن.
interview-answer-yes = نعم
interview-answer-no = لا، شكرًا
interview-says-missing = اختر نعم أو لا

# What was typed and not sent
kept-heading = ما كتبته لم يُحفظ بعد
kept-why-typed = كتبته في { $at } ولم ترسله. هو الآن في الحقول مرة أخرى، لكنه لن يُحفظ قبل أن ترسله.
kept-why-changed = تغيّر شيء منذ أن فتحت الصفحة، لذلك لم نحفظ ما أرسلته في { $at }. تُظهر الصفحة الوضع الحالي. راجعه وأرسله مرة أخرى إذا كان ما زال صحيحًا.
kept-why-refused = كان هناك شيء يجب تصحيحه عندما أرسلته في { $at }، لذلك لم نحفظ شيئًا. راجعه وأرسله مرة أخرى.
kept-why-old-page = تغيّر تسجيل الدخول منذ أن فتحت الصفحة، لذلك لم نحفظ ما أرسلته في { $at }. راجعه وأرسله مرة أخرى.
kept-why-too-many = كانت المحاولات كثيرة. لم نحفظ ما أرسلته في { $at }. انتظر ربع ساعة، ثم أرسله مرة أخرى.
kept-why-not-read = لم نتمكن من قراءة ما أرسلته في { $at }، ولم نحفظه. راجعه وأرسله مرة أخرى.
kept-why-failed = حدث خطأ عندنا، ولم نحفظ ما أرسلته في { $at }. حاول مرة أخرى بعد قليل.
kept-why-unknown = حدث خطأ عندنا بينما كنا نحفظ ما أرسلته في { $at }، ولا نعرف هل حُفظ. أرسله مرة أخرى كما هو: إذا كان محفوظًا فلن يُحفظ مرتين.
kept-why-not-for-you = لا يمكن حفظ هذا الآن. لم نحفظ ما أرسلته في { $at }. إذا كنت تحتاج إلى النص فانسخه.
kept-go-to-form = اذهب إلى ما كتبته
kept-overtaken = غيّر شخص ما الشيء نفسه منذ أن كتبته. تحت الحقول ترى الوضع الحالي.
kept-without-place = لم يعد لهذا مكان في الصفحة. إذا كنت تحتاج إليه فانسخه:
kept-without-form = هذا ما كتبته. إذا كنت تحتاج إليه فانسخه:
kept-cpr-left-out = تُرك حقل فارغًا لأنه كان يحتوي على رقم CPR. نحن لا نحفظ هذه الأرقام أبدًا.
kept-throw-away = احذفه
kept-try-again = حاول مرة أخرى
kept-stored-now = المحفوظ الآن:
kept-sent-before-heading = هذا محفوظ من قبل
kept-notice-sent-before = أرسلت الشيء نفسه من قبل، وحُفظ حينها. لم نحفظه مرتين.
kept-back-to-page = العودة إلى الصفحة
kept-offline = لا يمكننا الوصول إلى Brobyg الآن، لذلك ما تكتبه موجود هنا على الشاشة فقط. اترك الصفحة مفتوحة. سنحاول مرة أخرى تلقائيًا.
kept-other = شخص آخر مسجّل الدخول الآن في المتصفح. ما تكتبه هنا محفوظ جانبًا لك وحدك.
kept-changed = تغيّرت المسودة في نافذة أخرى منذ أن فتحتها. ما تكتبه هنا محفوظ جانبًا لك.
kept-changed-link = انظر المسودة كما هي الآن.
kept-long = النص أطول من أن نحفظه جانبًا، لذلك هو هنا على الشاشة فقط. اختصره.
kept-saved = حُفظت المسودة الساعة
kept-yours-heading = هناك شيء لم ترسله
kept-yours-text = الرابط شخصي. كتب شخص ما شيئًا في الصفحة في { $at } ولم يرسله. هل أنت من كتبه؟
kept-yours-show = نعم، أنا. اعرضه
kept-link-over = لم يعد الرابط يعمل، لذلك ما تكتبه موجود هنا على الشاشة فقط.
