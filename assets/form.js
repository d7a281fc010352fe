// Small help for forms and menus. Everything works without it.

// On a wide screen the menu and the filters stand open: the style sheet shows them, and here everybody is told so,
// whatever their browser or screen reader makes of that. On a narrow one they are as the page came.
const openWhere = (query, selector) => {
  const wide = matchMedia(query);
  const fit = () => {
    for (const details of document.querySelectorAll(selector)) {
      details.dataset.came ??= details.open ? "open" : "closed";
      details.open = wide.matches || details.dataset.came === "open";
    }
  };
  fit();
  wide.addEventListener("change", fit);
};
openWhere("(min-width: 992px)", "details.menu");
openWhere("(min-width: 768px)", "details.filters");

// After a form came back with errors, the reader starts at the list of what to put right.
document.querySelector(".error-summary")?.focus();

// What is typed into a form that posts is put aside on the server, a little after the last key and when the page is
// left, and is back in the fields when the page is. Nothing of it is ever kept in the browser, but on open pages. #kept-status carries the
// sentences; it is there for whoever is signed in, and says where people type that something could not be put aside.
const status = document.querySelector("#kept-status");
const say = (what) => {
  status.textContent = status.dataset[what] ?? "";
  const textContent = status.dataset[`${what}Link`];
  if (textContent) {
    const href = what === "over" ? "/sign-in" : location.pathname;
    status.append(" ", Object.assign(document.createElement("a"), { href, target: "_blank", textContent }));
  }
  // What is scrolled into sight, as a button by the keyboard, stays above the sentence.
  document.documentElement.style.scrollPaddingBottom = `${status.offsetHeight}px`;
};

const post = async (address, body, leaving) => {
  try {
    const answer = await fetch(address, { method: "POST", body, keepalive: leaving });
    if (answer.redirected || answer.status === 401) return "over";
    const told = { 202: "other", 409: "changed", 413: "long" }[answer.status];
    if (told) return told;
    if (answer.status === 422) return "refused";
    return answer.ok ? "kept" : "offline";
  } catch {
    return "offline";
  }
};

class Watched {
  typed = 0;
  kept = 0;
  turn = 0;

  constructor(form) {
    this.form = form;
    this.note = form.querySelector("[data-draft-status]");
    form.addEventListener("input", () => this.change());
    form.addEventListener("change", () => this.change());
    // So that text which is still on its way never takes the place of newer text.
    form.addEventListener("formdata", (event) => event.formData.set("_turn", this.turn = Math.max(Date.now(), this.turn + 1)));
  }

  get isDirty() { return this.typed !== this.kept; }

  change() {
    this.typed += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 2000);
  }

  body() {
    const data = new FormData(this.form);
    for (const secret of this.form.querySelectorAll("[type=password]")) data.delete(secret.name);
    data.set("_action", new URL(this.form.getAttribute("action") ?? location.href, location.href).pathname);
    return new URLSearchParams(data);
  }

  // One after the other: whoever asks while one is on its way waits for it, and sends again what is newer.
  async save(leaving = false) {
    clearTimeout(this.timer);
    if (!leaving) while (this.running) await this.running;
    if (!this.isDirty) return true;
    const typed = this.typed;
    this.running = this.put(leaving).finally(() => { this.running = undefined; });
    const told = await this.running;
    if (["kept", "other", "changed"].includes(told)) this.kept = Math.max(this.kept, typed);
    else if (told !== "long" && !this.form.dataset.sent) this.timer = setTimeout(() => this.save(), 5000);
    say(told);
    if (this.note) this.note.textContent = told === "kept" ? this.saved : "";
    else this.date(told);
    return !this.isDirty;
  }

  // Beside the form stands when its words were last put aside. It is there to be looked for, and interrupts nobody.
  date(told) {
    this.dated ??= this.form.appendChild(Object.assign(document.createElement("p"), { className: "aside" }));
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    this.dated.textContent = told === "kept" ? `${status.dataset.saved} ${time}` : "";
  }

  async put(leaving) {
    const body = this.body();
    const draft = this.form.dataset.draft;
    if (draft) {
      if (this.note) this.note.textContent = this.note.dataset.saving;
      const typed = new URLSearchParams(body);
      typed.delete("_once");
      typed.set("_rendering", body.get("_once"));
      const told = await post(draft, typed, leaving);
      this.saved = this.note?.dataset[told === "refused" ? "refused" : "saved"];
      if (["kept", "refused", "changed"].includes(told)) {
        this.standAt(draft.replace(/\/typed$/, ""));
        return told === "changed" ? told : "kept";
      }
      if (told === "other") return told;
    }
    return post("/kept", body, leaving);
  }

  // A new draft has an address from its first words on: there a reload, another language and a sign-in find it.
  standAt(page) {
    if (location.pathname === page) return;
    history.replaceState(history.state, "", page);
    for (const field of document.querySelectorAll("input[name=_page]")) field.value = page;
  }

  sent() {
    clearTimeout(this.timer);
    this.kept = this.typed;
  }

  // Sent, and the page is still here: the browser may have been told to stop.
  unsent() {
    if (this.typed) this.kept = this.typed - 1;
  }
}

const isTyped = (field) => field.name && !field.name.startsWith("_") && !["hidden", "submit", "button", "password"].includes(field.type);
const watched = new Map();
if (status) {
  for (const form of document.querySelectorAll("form[method=post]")) {
    if ([...form.elements].some(isTyped)) watched.set(form, new Watched(form));
  }
}
const dirty = (but) => [...watched.values()].filter((one) => one.isDirty && one.form !== but);
const saveAll = (leaving) => Promise.all(dirty().map((one) => one.save(leaving)));

// A page that is left may be asked for again before its last words have arrived. Then it is asked for once more: what is
// remembered here is which page, and nothing of what was typed.
const LEFT = "kept-left";
const leave = () => {
  if (!dirty().length) return;
  sessionStorage.setItem(LEFT, location.pathname);
  saveAll(true);
};
const isLeft = sessionStorage.getItem(LEFT) === location.pathname;
if (isLeft) sessionStorage.removeItem(LEFT);
if (isLeft && !document.querySelector(".kept")) location.reload();

addEventListener("beforeunload", (event) => {
  for (const [form, one] of watched) if (form.dataset.stayed) one.unsent();
  if (status?.textContent && dirty().length) event.preventDefault();
  leave();
});
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => saveAll(document.visibilityState === "hidden"));
addEventListener("online", () => saveAll());

// A page that is open to everybody has nobody to keep words for. They stay in this window alone, for its own form, until it was
// sent and another page came, or the window is closed; no server has them.
const SENT = "typed-sent";
const sent = sessionStorage.getItem(SENT);
if (sent && sent !== `typed ${location.pathname}`) {
  sessionStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}
for (const form of document.querySelectorAll("form[data-stays]")) {
  const place = `typed ${location.pathname}`;
  const fields = () => [...form.elements].filter((field) => isTyped(field) && field.name !== "website");
  const isTicked = (field) => ["checkbox", "radio"].includes(field.type);
  if (!document.querySelector(".error-summary")) {
    for (const [name, value] of JSON.parse(sessionStorage.getItem(place) ?? "[]")) {
      const field = fields().find((one) => one.name === name && (!isTicked(one) || one.value === value));
      if (!field) continue;
      if (isTicked(field)) field.checked = true;
      else if (!field.value) field.value = value;
    }
  }
  form.addEventListener("input", () => {
    const typed = fields().filter((field) => (isTicked(field) ? field.checked : field.value));
    sessionStorage.setItem(place, JSON.stringify(typed.map((field) => [field.name, field.value])));
  });
  form.addEventListener("submit", () => sessionStorage.setItem(SENT, place));
}

// A double click does not send twice, and whatever was typed into another form of the page is put aside first. Whoever
// stops a slow sending can send again: what is sent twice is carried out once. So can a page that comes back from history.
const DOUBLE_CLICK = 2000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  const others = dirty(form);
  if (others.length && !form.dataset.warned) {
    event.preventDefault();
    form.dataset.warned = "yes";
    Promise.all(others.map((one) => one.save())).then((saved) => { if (saved.every(Boolean)) form.requestSubmit(event.submitter); });
    return;
  }
  delete form.dataset.stayed;
  form.dataset.sent = "yes";
  setTimeout(() => {
    if (form.dataset.sent) form.dataset.stayed = "yes";
    delete form.dataset.sent;
  }, DOUBLE_CLICK);
  watched.get(form)?.sent();
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent], form[data-stayed], form[data-warned]")) {
    for (const mark of ["sent", "stayed", "warned"]) delete form.dataset[mark];
  }
});

// An industry is offered while its name, or any word for it, is typed.
for (const field of document.querySelectorAll("[data-found]")) {
  let wait;
  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 2) return;
    const body = new URLSearchParams({ _csrf: field.form.elements._csrf.value, text });
    const answer = await fetch(field.dataset.found, { method: "POST", body }).catch(() => null);
    if (answer?.ok && text === field.value.trim()) field.list.innerHTML = await answer.text();
  };
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 150);
  });
}
