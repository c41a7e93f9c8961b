// The review by keys alone: each answer has one, a field offers what may stand in it, and what was done is read out.

// One key for each answer: the letter that is typed, or where the layout has no such letter, the one of its place.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) return;
  const at = event.target;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement) {
    if (event.key === "Escape" && !press("escape")) at.blur();
    // A reason is mostly one against: Enter there must not accept.
    else if (event.key === "Enter" && at.name === "reason") document.querySelector('[data-key="r"]')?.focus();
    else return;
    event.preventDefault();
    return;
  }
  const typed = /^([a-z0-9?]|Escape)$/i.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, "");
  if (press(typed.toLowerCase())) event.preventDefault();
});

function press(key) {
  const answer = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  answer?.click();
  if (answer?.tagName === "SUMMARY") answer.focus();
  return Boolean(answer);
}

// A live region reads out what is put into it, not what it holds when the page opens.
setTimeout(() => {
  const done = document.querySelector("[data-said]")?.textContent ?? "";
  const isTold = document.getElementById("announced")?.textContent; // by a field, to one who types at once
  if (!isTold) announce([done, document.querySelector(".progress")?.textContent ?? ""].filter(Boolean).join(" "));
}, 200);

function announce(text) {
  const region = document.getElementById("announced");
  if (region && text) region.textContent = text;
}

// Things by any of their names, and terms, as one types (the ARIA combobox pattern with a list of options).
document.querySelectorAll("[data-offers]").forEach((input) => {
  const words = input.closest(".fields").dataset;
  const told = document.getElementById(input.getAttribute("aria-describedby"));
  const list = document.createElement("ul");
  Object.assign(list, { id: `${input.id}-options`, className: "options", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${input.id}"]`).textContent);
  input.after(list);
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(key, value);
  let offered = [];
  let at = -1;
  let asked = 0;

  function mark(place) {
    at = place;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function show(found) {
    offered = found;
    list.replaceChildren(...found.map((offer, index) => {
      const option = document.createElement("li");
      const value = document.createElement("span");
      const what = document.createElement("small");
      value.textContent = offer.value;
      what.textContent = [offer.name, offer.what].filter(Boolean).join(" · ");
      option.append(value, what);
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(index));
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
    announce(found.length ? words.found.replace("{n}", found.length) : words.none);
    mark(-1);
  }

  async function offer() {
    const turn = ++asked;
    const query = new URLSearchParams({ field: input.dataset.offers, typed: input.value, lang: document.documentElement.lang });
    const answer = await fetch(`/review/offers?${query}`, { headers: { accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || turn !== asked || document.activeElement !== input) return;
    show(await answer.json());
  }

  function take(index) {
    const chosen = offered[index];
    if (!chosen) return;
    asked += 1;
    input.value = chosen.value;
    if (told) told.textContent = [chosen.name, chosen.what].filter(Boolean).join(" · ");
    close();
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    if (told) told.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(offer, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) offer();
      else mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + offered.length) % offered.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Tab" && at >= 0) take(at);
  });
  input.addEventListener("blur", () => {
    clearTimeout(waiting);
    asked += 1;
    close();
  });
});
