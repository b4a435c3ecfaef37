// A place that was used before brings its address and map position along.
const places = document.getElementById("places");
document.getElementById("Draft_Place")?.addEventListener("change", event => {
  const known = [...(places?.options ?? [])].find(option => option.value === event.target.value);
  if (!known) return;
  document.getElementById("Draft_Address").value = known.dataset.address;
  document.getElementById("Draft_Position").value = known.dataset.position;
});

// A hundred names at the door: only those that have these letters.
const filter = document.querySelector("[data-filter]");
if (filter) {
  const typed = filter.querySelector("input");
  const sift = () => {
    const wanted = typed.value.trim().toLocaleLowerCase();
    for (const person of document.querySelectorAll("#present .people > li"))
      person.hidden = wanted !== "" && !person.querySelector("bdi").textContent.toLocaleLowerCase().includes(wanted);
  };
  filter.hidden = false;
  typed.addEventListener("input", sift);
  document.addEventListener("live:replaced", sift);
}
