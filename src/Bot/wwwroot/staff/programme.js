// A place that was used before brings its address and map position along.
const places = document.getElementById("places");
document.getElementById("Draft_Place")?.addEventListener("change", event => {
  const known = [...(places?.options ?? [])].find(option => option.value === event.target.value);
  if (!known) return;
  document.getElementById("Draft_Address").value = known.dataset.address;
  document.getElementById("Draft_Position").value = known.dataset.position;
});
