// Development only: moves the program's clock and plays the staff. Its words are for developers, so they stand here.

const panel = document.createElement("aside");
const TICK = 15000;

/** Puts the panel beside the chat. */
export function open() {
  panel.className = "time-machine";
  panel.lang = "en";
  panel.dir = "ltr";
  panel.setAttribute("aria-label", "Time machine");
  panel.innerHTML = `
    <details><summary>Time machine <span data-now></span></summary>
      <p>Only in Development: moves the clock of the whole program.</p>
      <div class="row">
        <button type="button" data-post="next">To the next reminder <small data-next></small></button>
        <button type="button" data-post="hour">+1 hour</button>
        <button type="button" data-post="day">+1 day</button>
      </div>
      <div data-sessions></div>
      <form class="row" data-coach>
        <button type="button" data-post="coach/Take">A coach takes over</button>
        <input aria-label="Words of the coach" placeholder="The coach says …" maxlength="1600">
        <button type="submit">Say</button>
        <button type="button" data-post="coach/End">Back to the bot</button>
      </form>
    </details>`;
  panel.addEventListener("click", (event) => {
    const act = event.target.closest("[data-post]")?.dataset.post;
    if (act) post(act);
  });
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = panel.querySelector("input");
    post("coach/Say", field.value);
    field.value = "";
  });
  panel.querySelector("details").open = matchMedia("(min-width: 56rem)").matches;
  document.body.append(panel);
  setInterval(refresh, TICK);
  refresh();
  return { refresh };
}

async function refresh() {
  const answer = await fetch("/time-machine").catch(() => null);
  if (answer?.ok) show(await answer.json());
}

async function post(act, words) {
  const body = act.startsWith("coach/") ? { headers: { "content-type": "application/json" }, body: JSON.stringify({ words: words ?? "" }) } : {};
  await fetch(`/time-machine/${act}`, { method: "POST", ...body }).catch(() => null);
  await refresh();
}

function show(view) {
  panel.querySelector("[data-now]").textContent = view.now;
  panel.querySelector("[data-next]").textContent = view.nextTimer ?? "(none)";
  panel.querySelector("[data-post=next]").disabled = view.nextTimer === null;
  panel.querySelector("[data-sessions]").replaceChildren(...view.sessions.map(sessionRow));
}

function sessionRow(session) {
  const row = document.createElement("div");
  row.className = "row";
  const name = document.createElement("p");
  name.textContent = `${session.title}, ${session.starts}: ${session.status}`;
  row.append(
    name,
    button("To after the session", `after/${session.id}`, session.over),
    button("I came", `attendance/${session.id}?attended=true`, !session.begun),
    button("I was not there", `attendance/${session.id}?attended=false`, !session.begun),
  );
  return row;
}

function button(label, act, disabled) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.dataset.post = act;
  made.disabled = disabled;
  return made;
}
