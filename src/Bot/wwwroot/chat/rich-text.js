// Message text to safe nodes: web links can be tapped; numbers and times keep their own direction in right-to-left text.

const PARTS = new RegExp(
  [
    "(?<link>https?://[^\\s<>\"\\u2066-\\u2069]+)",
    "(?<number>\\+?\\d[\\d \\-–:.]*\\d)",
  ].join("|"),
  "gu",
);
const ENDS_A_SENTENCE = /[.,;:!?)\]»’”]+$/u;

export function fill(place, text) {
  let from = 0;
  for (const part of text.matchAll(PARTS)) {
    const shown = part.groups.link?.replace(ENDS_A_SENTENCE, "") ?? part.groups.number;
    place.append(text.slice(from, part.index), part.groups.link ? link(shown) : isolated(shown));
    from = part.index + shown.length;
  }
  place.append(text.slice(from));
}

function link(address) {
  const a = document.createElement("a");
  a.href = address;
  a.target = "_blank";
  a.rel = "noopener noreferrer";
  a.dir = "ltr";
  a.textContent = address;
  return a;
}

function isolated(number) {
  const bdi = document.createElement("bdi");
  bdi.dir = "ltr";
  bdi.textContent = number;
  return bdi;
}
