// The panel of filters: what is chosen in it goes to the server as soon as it is chosen; the server keeps it.
const SHELF = ["archive", "fond", "opis", "delo"];

export function offer(element, act) {
  element.addEventListener("input", (event) => event.target.type === "range" && slide(event.target));
  element.addEventListener("change", (event) => {
    const form = event.target.closest("form.panel");
    if (!form) return;
    if (SHELF.includes(event.target.name)) narrow(form, SHELF.indexOf(event.target.name));
    choose(form, act);
  });
  // Enter in the field of names chooses the name, which is a change like any other.
  element.addEventListener("submit", (event) => event.preventDefault());
}

// Drawn anew by the server, the fields show what it keeps; what the visitor had touched would stay as it was.
export function redraw(element) {
  const form = element.querySelector("form.panel");
  if (!form) return;
  form.reset();
  const slider = form.querySelector(".slider");
  slider?.style.setProperty("--years", slider.querySelectorAll("rect").length);
  const first = form.querySelector('[name="from"]');
  if (first) slide(first);
}

function choose(form, act) {
  const fields = new FormData(form);
  const kinds = fields.getAll("kinds");
  act({ act: "limit", ...Object.fromEntries(fields), kinds });
  form.elements.person.value = "";
}

// The handles do not pass one another; at the last year the first lies above, as the only one that can still be moved.
// The years outside are paler.
function slide(handle) {
  const { from, to } = handle.form.elements;
  if (Number(from.value) > Number(to.value)) handle.value = handle === from ? to.value : from.value;
  const [first, last] = [Number(from.value), Number(to.value)];
  from.classList.toggle("above", from.value === from.max);
  handle.form.querySelector(".years output").textContent = first === last ? first : `${first}–${last}`;
  for (const bar of handle.form.querySelectorAll("rect")) {
    const year = Number(bar.dataset.year);
    bar.classList.toggle("out", year < first || year > last);
  }
}

// Under another archive there are other fonds: the lists after the one that was changed begin anew.
function narrow(form, at) {
  for (const [index, name] of SHELF.entries()) {
    if (index <= at) continue;
    const list = form.elements[name];
    const path = SHELF.slice(0, index).map((before) => form.elements[before].value);
    list.value = "";
    list.disabled = path.includes("");
    for (const option of list.options) option.hidden = option.value !== "" && option.dataset.within !== path.join("/");
  }
}
