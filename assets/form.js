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

// A second click on a button that sends does not send twice. A page that comes back from history can send again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// <form data-draft="/address"> posts what is typed there, two seconds after the last key, and says so in its
// element [data-draft-status], which carries the sentences as data-saving, data-saved, data-refused and data-failed.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  const say = (what) => { if (status) status.textContent = status.dataset[what]; };
  let timer;
  const save = async () => {
    say("saving");
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      say(answer.status === 422 ? "refused" : answer.ok && !answer.redirected ? "saved" : "failed");
    } catch {
      say("failed");
    }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 2000); });
  form.addEventListener("submit", () => clearTimeout(timer));
}
