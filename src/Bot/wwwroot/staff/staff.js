// The console's own script. Pages work without it; with it they keep themselves up to date.
//
// Live: a page whose <body> names topics listens at /staff/events. When one of them has changed, the page is fetched again and each element
// with an id and data-live takes the place of the one that is there, unless somebody is typing in it.

const topics = document.body.dataset.liveTopics;
let fetching = false;
let again = false;

function isBusy(element) {
  const focus = document.activeElement;
  return element.contains(focus) && focus.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") && focus.value !== focus.defaultValue;
}

function replace(element, fresh) {
  if (element.outerHTML === fresh.outerHTML || isBusy(element)) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.id : "";
  element.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
  window.htmx?.process(fresh);
  fresh.dispatchEvent(new CustomEvent("live:replaced", { bubbles: true }));
}

async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { "X-Live": "1" }, credentials: "same-origin", redirect: "error" });
    if (answer.status === 401) return location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const element of document.querySelectorAll("[data-live][id]")) {
      const fresh = page.getElementById(element.id);
      if (fresh) replace(element, document.adoptNode(fresh));
    }
  } catch {
    // The network is away: the next change, or the stream when it is back, tries again.
  } finally {
    fetching = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

const lookAgainAfter = 30_000;

function listen() {
  const events = new EventSource(`/staff/events?topics=${encodeURIComponent(topics)}`);
  // What changed between the page and the stream, or while the stream was away, is fetched when it opens.
  events.addEventListener("open", refresh);
  events.addEventListener("changed", event => {
    document.dispatchEvent(new CustomEvent("live:changed", { detail: event.data.split(",") }));
    refresh();
  });
  // The browser comes again by itself, unless it was refused: then the session is over, or too many pages are open.
  events.addEventListener("error", () => {
    if (events.readyState !== EventSource.CLOSED) return;
    refresh();
    setTimeout(listen, lookAgainAfter);
  });
  addEventListener("pagehide", () => events.close(), { once: true });
}

if (topics) listen();

// Copies the text of the element that data-copy names.
document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  event.preventDefault();
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy)?.textContent.trim() ?? "");
  button.textContent = button.dataset.copied ?? "✓";
});

// Asks before a form does something that cannot be undone.
document.addEventListener("submit", event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
