# What young people read behind their links, and in the letters that lead there.
# State: draft. Translated by a machine and read by nobody yet. What is missing here stands in Danish.

# The frame
skip-to-content = انتقل إلى المحتوى
demo-banner = هذا عرض تجريبي. جميع الأشخاص خياليون، ولا تُرسل أي رسائل.
menu-label = القائمة الرئيسية
menu-languages = اللغات
menu-help-translation = هذه الترجمة للمساعدة فقط. النص الدنماركي مكتوب بجانبها، وهو النص المعتمد.
sign-in = تسجيل الدخول
footer-help-heading = هل لديك سؤال؟
footer-help-text = تواصل معنا وسنساعدك:
footer-contact = الشخص المسؤول عن التواصل معك هو
footer-contact-until = (حتى { $date })
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
link-over-title = لم يعد الرابط يعمل
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
survey-mail-ended = انتهت تجربتك مع المرشد. نسألك الآن، ومرة أخرى بعد سنة إن كنت ما زلت تريد.
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
message-text-survey-ended = مرحبًا من برنامج المرشدين. انتهت تجربتك مع المرشد. كيف حالك؟ سؤال الآن وسؤال بعد سنة: { $link }
message-text-survey-other = مرحبًا مجددًا من برنامج المرشدين. ما زلنا نود أن نعرف كيف حالك. سؤال واحد: { $link }
message-text-survey-last = مرحبًا من برنامج المرشدين. هذه آخر مرة نسأل كيف حالك. سؤال واحد: { $link }
message-text-quiet-test = مرحبًا من برنامج المرشدين. هل ما زال هذا رقمك؟ اضغط هنا: { $link }
message-text-stopped = لن نرسل لك بعد الآن تذكيرات أو أسئلة برسائل نصية. سنكتب لك فقط عن اللقاءات وعمّا تنتظره أنت. إذا أردتها من جديد فأجب بكلمة START.
message-text-stopped-call = لن نرسل لك بعد الآن تذكيرات أو أسئلة برسائل نصية. سنكتب لك فقط عن اللقاءات وعمّا تنتظره أنت. إذا أردتها من جديد فأجب بكلمة START أو اتصل بنا: { $phone }
message-text-exit-young-person = مرحبًا من برنامج المرشدين. كيف كانت التجربة؟ بضعة أسئلة قصيرة: { $link }
message-text-progress-young-person = مرحبًا من برنامج المرشدين. إلى أين وصلت الآن؟ بضعة أسئلة قصيرة: { $link }
message-text-stop = أرسل STOP إذا كنت لا تريد المزيد.
message-text-stop-page = لا تريد المزيد؟ قل ذلك في الصفحة.

# Letters
message-greeting = مرحبًا { $name }
message-greeting-nobody = مرحبًا
message-closing = مع أطيب التحيات
message-automatic = كتبت هذه الرسالة منصة Brobyg.
message-help = إذا كان لديك سؤال، فتواصل معنا: { $contact }
message-contact = الشخص المسؤول عن التواصل معك هو { $contact }
message-contact-until = حتى { $date }، الشخص المسؤول عن التواصل معك هو { $contact }
message-unsubscribe = لا تريد المزيد من هذه الرسائل؟ أخبرنا هنا

# Wanting no more of them
opt-out-title = الرسائل من Brobyg
opt-out-lead = ألا تريد المزيد منا من هذا النوع: { $what }؟
opt-out-do = نعم، لا ترسلوا المزيد
opt-out-done = لن نرسل إليك المزيد من هذا النوع: { $what }.
opt-out-still-comes = ما تطلبه بنفسك، وما يحدث في قضيتك، سنخبرك به كما كان.
opt-out-unknown = الرابط لا يعمل. تأكد من أنه كامل، أو اكتب إلينا.
opt-out-undo = أريدها مرة أخرى
opt-out-texts-link = لا تريد المزيد من الرسائل النصية؟
opt-out-texts-title = الرسائل النصية من Brobyg
opt-out-texts-lead = ألا تريد المزيد من التذكيرات والأسئلة منا برسالة نصية؟
opt-out-texts-done = لن نرسل إليك المزيد من التذكيرات والأسئلة برسالة نصية.
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

# Preparing
preparation-title = هكذا يكون الأمر مع مرشد
preparation-no-language = هذه الصفحة غير موجودة بعد بـ{ $language }. اطلب من الأخصائي الاجتماعي في منطقتك أن يقرأها معك.
preparation-lead = قراءتها تستغرق دقيقتين. هكذا تعرف على ماذا توافق.
preparation-is = ما هو
preparation-is-1 = المرشد شخص يعمل في شيء مما تريده أنت.
preparation-is-2 = تلتقيان كل أسبوعين تقريبًا لمدة ثلاثة إلى ستة أشهر. أنتما تتفقان أين ومتى.
preparation-is-3 = تتحدثان عن العمل والتعليم: طلب عمل، مقابلة، مكان تدريب، أو ما تريده.
preparation-is-4 = الأمر مجاني وطوعي، للمرشد أيضًا. لا أحد منكما يحصل على مال.
preparation-is-5 = ما تتحدثان عنه يبقى بينكما. فقط إذا كان أحد في خطر يجب على المرشد أن يخبر غيره.
preparation-is-not = ما ليس هو
preparation-is-not-1 = ليس البلدية. لا يستطيع المرشد أن يعطيك شيئًا أو يأخذ منك شيئًا.
preparation-is-not-2 = ليس وعدًا بعمل. المرشد يساعدك على الطريق.
preparation-is-not-3 = ليس طبيبًا نفسيًا ولا موظف شؤون اجتماعية.
preparation-is-not-4 = ليس علاقة حب ولا بنكًا: لا يقرض أحدكما الآخر مالًا.
preparation-you = ماذا تفعل أنت
preparation-you-1 = تأتي عندما يكون بينكما موعد، أو تخبر قبله بوقت كافٍ.
preparation-you-2 = تقول ماذا تريد وماذا لا تريد.
preparation-you-3 = يمكنك أن تقول توقف متى أردت. لا يكلفك ذلك شيئًا.
preparation-you-4 = إذا لم تناسبا بعضكما فربما نجد شخصًا آخر. لا بأس أن تقول ذلك.
preparation-trouble = إذا كان هناك شيء لا يبدو صحيحًا فتواصل معنا. نحن هنا لذلك.
preparation-thanks = شكرًا. الآن نعرف أنك قرأتها.
preparation-read = قرأتها
preparation-mail-subject = هكذا يكون الأمر مع مرشد
preparation-mail-text = بدأنا نبحث لك عن مرشد. هنا تقرأ ما معنى أن يكون لك مرشد، وما ليس معناه. يستغرق ذلك دقيقتين.
preparation-mail-link = اقرأها هنا
preparation-mail-free = الأمر طوعي، ويمكنك دائمًا أن تقول توقف.
message-text-preparation = مرحبًا من برنامج المرشدين. اقرأ في دقيقتين على ماذا وافقت: { $link }

# What was agreed
course-agreement = هذا ما اتفقتما عليه
course-agreed-newer = هناك اتفاق أحدث. تجده في آخر رسالة منا.
course-agreed-you-confirmed = لقد أكدت الاتفاق.
course-agreed-confirm = نعم، هذا ما اتفقنا عليه
course-agreed-wrong = إذا كان هناك شيء غير صحيح فتحدثا معًا عنه، أو تواصل معنا.
course-agreed-made = النسخة { $version } بتاريخ { $date }
course-link-closed = لم يعد الرابط يعرض شيئًا. تواصل معنا إذا كان لديك شك.
course-goal = الهدف
course-roles = من يفعل ماذا؟
course-rhythm-every = كم مرة تلتقيان؟
course-rhythm-every-7 = كل أسبوع
course-rhythm-every-14 = كل أسبوعين
course-rhythm-every-21 = كل ثلاثة أسابيع
course-rhythm-every-28 = كل أربعة أسابيع
course-rhythm-days = عدد الأيام بين اللقاءات: { $days }
course-rhythm = متى وأين؟
course-between = التواصل بين اللقاءات
course-complaints = إلى من تلجأ إذا لم يكن شيء كما يجب؟
course-agreed-subject = هذا ما اتفقتما عليه
course-agreed-text = كُتب ما اتفقت عليه أنت والشخص الآخر. اقرأه، واضغط نعم إذا كان صحيحًا.
course-agreed-link = اقرأ الاتفاق
course-met-letter-free = لا تحتاج إلى تسجيل الدخول.
message-text-agreed-mentee = مرحبًا من برنامج المرشدين. كُتب ما اتفقتما عليه. اقرأ وأجب هنا: { $link }

# Did you meet?
course-planned-did-you-meet = هل التقيتما؟
course-met-why = لماذا لم يتم اللقاء؟
course-met-why-other-day = اتفقنا على يوم آخر
course-met-why-ill = كنت مريضًا
course-met-why-forgot = نسيت
course-met-why-not-reached = لم أستطع الوصول إلى الآخر
course-met-why-not-wanted = لا أرغب في ذلك
course-met-why-other = شيء آخر
course-met-next = في أي يوم ستلتقيان إذن؟
course-met-next-hint = سنسأل مرة أخرى بعد ذلك.
course-met-send = أرسل
course-met-mistake = هل ضغطت بالخطأ؟
course-met-no = لا
course-met-alone = لا نعرض إجابتك على الآخر. فقط نحن الذين ندير البرنامج نراها.
course-met-day = أي يوم؟
course-planned-met = نعم، التقينا
course-met-thanks = شكرًا على إجابتك
course-met-thanks-text = يمكنك إغلاق الصفحة الآن.
course-met-subject = هل التقيتما؟
course-met-letter-answer = أجب بنعم أو لا
course-met-mentee-planned = كان من المقرر أن تلتقي مرشدك { $when }. هل التقيتما؟
course-met-mentee-since = هل التقيت مرشدك منذ { $date }؟
course-met-why-missing = اختر لماذا لم يتم اللقاء
course-met-missing = اختر هل التقيتما
message-text-met-mentee = مرحبًا من برنامج المرشدين. هل التقيت مرشدك؟ أجب بنعم أو لا هنا: { $link }
date-day = اليوم
date-month = الشهر
date-year = السنة
error-date-parts = اكتب تاريخًا فيه يوم وشهر وسنة
error-date-wrong = هذا التاريخ غير موجود. اكتب اليوم والشهر والسنة، مثل ⁦24 11 2006⁩
course-planned-past = مضى ذلك الوقت
course-planned-too-far = اختر يومًا خلال نصف السنة القادمة

# Are you still there?
course-silence-title = هل ما زلت هنا؟
course-silence-there = لم تلتق أنت ومرشدك منذ فترة. هل ما زلت هنا؟
course-silence-mentee-free = لن يحدث شيء قبل أن نتحدث معك.
course-silence-number = الرقم
course-silence-thanks = سنهتم بالأمر. يمكنك إغلاق الصفحة الآن.
course-silence-mentee-subject = هل ما زلت هنا؟
course-silence-mentee-text = لا نرى أنك التقيت مرشدك منذ فترة. لا بأس في ذلك. قل لنا فقط ماذا تريد.
course-silence-mentee-link = أجب بضغطة واحدة
message-text-silence-mentee = مرحبًا من برنامج المرشدين. هل ما زلت هنا؟ أجب بضغطة واحدة: { $link }
course-silence-missing = اختر إجابة
course-silence-number-missing = اكتب الرقم، مثل ⁦20 30 40 50⁩
course-silence-say-call-me = نعم. اتصلوا بي
course-silence-say-pause = أود أن آخذ استراحة
course-silence-say-no-longer = لا، لم أعد أريد
course-silence-say-new-number = رقم جديد

# Before the two meet
expectation-title = قبل أن تلتقيا
expectation-heading = ماذا تتوقعان
expectation-back = رجوع
expectation-over = لا يوجد هنا ما تجيب عنه الآن.
expectation-lead-young = ثلاثة أسئلة قصيرة. يُسأل مرشدك ثلاثة أيضًا. يرى كل منكما إجابات الآخر عندما تجيبان، أو بعد أن تلتقيا.
expectation-hopes-young = ماذا تأمل أن تستفيد من ذلك؟
expectation-hopes-missing = اكتب بضع كلمات فقط
expectation-help-young = بماذا تفضّل أن نساعدك؟
expectation-contact = كيف تفضّل التواصل بين اللقاءات؟
expectation-send = أرسل
expectation-answer = أجب عن ثلاثة أسئلة
expectation-of-your-mentor = كتب مرشدك
expectation-mail-subject = ثلاثة أسئلة قبل أن تلتقيا
expectation-mail-young = ستلتقي مرشدك قريبًا. قل في ثلاث إجابات قصيرة ماذا تأمل. يرى كل منكما إجابات الآخر عندما تجيبان.
message-text-expectation-young = مرحبًا من برنامج المرشدين. ماذا تأمل من مرشدك؟ ثلاثة أسئلة قصيرة: { $link }

# Who the mentor is
course-my-mentor-title = مرشدك
course-letter-mentee-who = مرشدك هو { $name }، { $occupation }.
course-letter-mentee-number = الرقم هو { $phone }. احفظه، لتعرف من يتصل.
course-letter-mentee-calls = سيتصل بك { $name } حتى { $date } كحد أقصى.
course-letter-mentee-writes = سيكتب إليك { $name } حتى { $date } كحد أقصى.
course-my-mentor-call = اتصل بـ{ $name }
course-my-mentor-trouble = إذا لم تسمع شيئًا، أو لم تسر الأمور جيدًا، فتواصل معنا.
course-my-mentor-over = لم تعد الصفحة تعرض شيئًا. إذا كان لديك شك فتواصل معنا.
course-letter-mentee-subject = جديد من برنامج المرشدين
course-letter-mentee-link = شاهده مرة أخرى في صفحة
course-letter-mentee-ended = انتهت تجربتك مع المرشد. شكرًا لمشاركتك.
course-letter-mentee-ended-next = نبحث لك عن مرشد جديد، وسنكتب إليك عندما نجده.
course-letter-mentee-ended-call = ما زال بإمكانك أن تتصل بنا أو تكتب إلينا إن احتجت إلى شيء.
message-text-course-begun-mentee = مرحبًا من برنامج المرشدين. وافقتما كلاكما. انظر من سيتصل بك: { $link }
message-text-course-ended-mentee = مرحبًا من برنامج المرشدين. انتهت تجربتك مع المرشد. ما زال بإمكانك الاتصال بنا.
message-text-course-ended-mentee-call = مرحبًا من برنامج المرشدين. انتهت تجربتك مع المرشد. ما زال بإمكانك الاتصال بنا: { $phone }
concern-link-young = هل هناك شيء لا يبدو صحيحًا؟ اكتب إلينا
concern-stopped-young = لا تواصل بينك وبين مرشدك الآن. سيتصل بك أحدنا.
stand-in-heading = مرشد بديل
stand-in-days = من { $from } إلى { $until }
stand-in-letter-mentee = ما دام مرشدك غائبًا، { $name } هو مرشدك البديل { $when }.

# A meeting that is agreed
course-planned-subject-planned = تم الاتفاق على لقاء
course-planned-subject-changed = تغيّر لقاء
course-planned-subject-cancelled = أُلغي لقاء
course-planned-subject-reminder = تذكّر لقاءك
course-planned-text-planned = تم الاتفاق على لقاء مع مرشدك: { $when }.
course-planned-text-changed = تغيّر اللقاء. موعده الآن { $when }.
course-planned-text-cancelled = أُلغي اللقاء { $when }.
course-planned-text-reminder = تذكّر لقاءك: { $when }.
course-planned-how = { $way } · { $minutes }
course-planned-letter-page = شاهد اللقاء
course-planned-letter-calendar = اللقاء مرفق حتى تضعه في تقويمك.
course-planned-letter-mentee-cannot = لا تستطيع الحضور؟ اتصل بمرشدك أو اكتب إليه. الرفض في التقويم لا يلغي اللقاء.
message-text-planned-mentee = مرحبًا من برنامج المرشدين. ستلتقي مرشدك { $when }: { $link }
message-text-planned-cancelled-mentee = مرحبًا من برنامج المرشدين. أُلغي لقاؤك { $when }: { $link }
message-text-planned-reminder-mentee = مرحبًا من برنامج المرشدين. تذكّر لقاءك { $when }: { $link }
course-planned-title = لقاء
course-minutes = { $minutes } دقيقة
course-link-title = لقاؤك
course-link-meeting = ستلتقي مرشدك
course-planned-file = ضعه في تقويمي
course-link-cancelled = أُلغي اللقاء.
course-link-over = مضى الموعد.
course-link-others = لقاءات أخرى اتفقتما عليها
course-channel-in-person = وجهًا لوجه
course-channel-phone = بالهاتف
course-channel-video = بالفيديو
course-channel-message = بالرسائل

# A stand-in
stand-in-letter-mentee-subject = بديل لمرشدك
stand-in-letter-changed = تغيّرت المدة منذ كتبنا آخر مرة.
stand-in-letter-mentee-over = لم يعد { $name } مرشدك البديل. ما زال لديك مرشدك.
message-text-stand-in-mentee = مرحبًا من برنامج المرشدين. هناك جديد عن بديل لمرشدك. انظر هنا: { $link }

# Whether a mentor is still wanted
referral-mail-still-subject = سؤال لك
referral-mail-still-text = انتظرت فترة. نود أن نعرف هل ما زلت تريد ما تحدثنا عنه.
referral-mail-still-reminder = كتبنا إليك قبل أسبوع ولم نسمع منك. هل ما زلت تريد ما تحدثنا عنه؟
referral-mail-still-until = أجب قبل نهاية { $date }. وإلا أعطينا المكان لغيرك. يمكنك أن تعود دائمًا.
referral-mail-still-link = أجب هنا
referral-mail-still-free = الأمر طوعي، ولا تخسر شيئًا إذا قلت لا.
message-text-referral-interest = مرحبًا من برنامج المرشدين. هل ما زلت تريد ما تحدثنا عنه؟ أجب هنا: { $link }
message-text-referral-interest-reminder = مرحبًا من برنامج المرشدين. لم نسمع منك. أجب هنا وإلا أعطينا المكان لغيرك: { $link }
referral-still-title = هل ما زلت تريد مرشدًا؟
referral-still-unanswered = اختر نعم أو لا
referral-still-lead = انتظرت فترة. ما زلنا نبحث لك عن مرشد إذا كنت تريد.
referral-still-free = الأمر طوعي، ولا تخسر شيئًا إذا قلت لا. يمكن دائمًا أن تُحال مرة أخرى.
referral-still-yes = نعم، أريد
referral-still-no = لا، لم أعد أريد
referral-still-spent = لم يعد من الممكن استخدام هذا الرابط. ربما أجبت من قبل. تواصل معنا إذا كان لديك شك.
referral-still-thanks-title = شكرًا على إجابتك
referral-still-thanks-yes = إذن نواصل البحث. ستسمع منا عندما نجد مرشدًا.
referral-still-thanks-no = لا بأس في ذلك. لن نبحث بعد الآن، وسنخبر من أحالك إلينا.

# Yes or no to a mentor
matching-letter-subject-mentee = جديد من برنامج المرشدين
matching-letter-mentee = وجدنا مرشدًا يود أن يلتقيك. هل تود ذلك أنت أيضًا؟
matching-letter-mentee-open = أجب بنعم أو لا
matching-letter-mentee-free = الأمر طوعي. يُستخدم الرابط مرة واحدة.
matching-letter-until = أجب حتى { $date } على أبعد تقدير.
message-text-mentee-asked = مرحبًا من برنامج المرشدين. هناك جديد لك. أجب بنعم أو لا هنا حتى { $date }: { $link }
matching-until = أجب حتى { $date } على أبعد تقدير.
matching-mentee-title = وجدنا لك مرشدًا
matching-mentee-lead = مرشد متطوع ({ $occupation }) يود أن يلتقيك. هل تود ذلك أنت أيضًا؟
matching-mentee-free = الأمر طوعي، ويمكنك دائمًا أن تقول لا دون أن تشرح السبب. إذا قلت نعم، يحصل المرشد على اسمك ويتواصل معك.
matching-mentee-meet-first = هل تفضل أن تلتقي المرشد قبل أن تجيب؟ تواصل معنا، وسنرتب لقاءً لا يلزمك بشيء. يمكنك أن تقول لا بعد ذلك، ونواصل البحث.
matching-mentee-keeps-place = لا تخسر مكانك في الانتظار.
matching-mentee-yes = نعم، من فضلكم
matching-mentee-no = لا، شكرًا
matching-mentee-why = قل لا، وأخبرنا لماذا
matching-mentee-why-text = لست مضطرًا. لكننا نستطيع عندها أن نجد من يناسبك أكثر. لن يعرف المرشد ذلك.
matching-decline-why = ما السبب؟
matching-decline-send = قل لا
matching-reason-missing = اختر سببًا
matching-answer-missing = اختر نعم أو لا
matching-no-blame = لا بأس في ذلك. لا ذنب لأحد: يبقى مكانك في الانتظار لك.
matching-mentee-decline-no-time = ليس لدي وقت الآن
matching-mentee-decline-wrong-industry = ليس المجال الذي أريده
matching-mentee-decline-too-far = المكان بعيد
matching-mentee-decline-knows-the-person = أعرف المرشد من قبل
matching-mentee-decline-wishes-not-met = المرشد لا يناسب ما أريده
matching-mentee-decline-found-job-or-education = وجدت عملًا أو دراسة
matching-mentee-decline-no-longer-wants = لم أعد أريد مرشدًا
matching-mentee-decline-met-no-thanks = التقينا، وجوابي لا
matching-mentee-decline-other = شيء آخر
matching-link-spent = لم يعد من الممكن استخدام هذا الرابط. ربما أجبت من قبل. تواصل معنا إذا كان لديك شك.
matching-thanks-title = شكرًا على إجابتك
matching-thanks-yes = إذن أنتما معًا. سيتواصل معك مرشدك قريبًا.
matching-thanks-no = لا بأس في ذلك. نواصل البحث مع من أحالك إلينا.

# A worry
concern-title-young = هل هناك شيء لا يبدو صحيحًا؟
concern-link-over = لم يعد الرابط يعمل. تواصل معنا إذا كان هناك خطأ ما.
concern-lead-young = اكتب الأمر كما هو. يصل إلينا وحدنا، وسنتصل بك. لن يعرف مرشدك أنك كتبت.
concern-said-young = ماذا حدث، أو ممّ تخاف؟
concern-said-missing = اكتب في جملة ما الأمر
concern-stop-young = لا أريد التواصل مع مرشدي الآن
concern-send = أرسل
concern-danger = هل هناك من هو في خطر الآن؟
concern-danger-text = لا تنتظرنا. اتصل بالشرطة أو الإسعاف على
concern-child-phone-young = يمكنك أيضًا الاتصال مجانًا بخط الأطفال BørneTelefonen، دون ذكر اسمك وفي الليل أيضًا:
concern-thanks = شكرًا لأنك كتبت
concern-thanks-text = وصلنا ما كتبت، وسيتصل بك أحدنا. لن يعرف مرشدك أنك كتبت.
