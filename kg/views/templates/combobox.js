// A field that finds things as one types (the ARIA combobox pattern with a list of options).

const OFFERED = 12;

/** { box, input }: `choose(thing)` is told of a choice, and of null when the field was emptied. */
function finder(id, label, choose, existing) {
  const listId = id + "-options";
  const input = existing || element("input", { type: "search", id });
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId })) input.setAttribute(key, value);
  const list = element("ul", { id: listId, class: "options", role: "listbox", "aria-label": label, hidden: "hidden" });
  const said = element("output", { class: "hidden", "aria-live": "polite" });
  const box = element("div", { class: "finder" }, existing ? null : element("label", { for: id }, label), existing ? null : input, list, said);
  let offered = [];
  let at = -1;

  function mark(place) {
    at = place;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at >= 0 && list.children[at]?.id) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function option({ thing, name }, index) {
    const answer = namesOf(thing)[name];
    const other = answer && answer.text !== nameOf(thing) ? element("small", { lang: answer.code }, answer.text) : null;
    const made = element("li", { role: "option", id: listId + "-" + index, "aria-selected": "false" },
      classShape(thing), element("span", { class: "option" }, element("span", {}, nameParts(thing)), other, element("small", { class: "what" }, kindName(thing))));
    made.dataset.thing = ids[thing];
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(index));
    return made;
  }

  function offer() {
    const found = input.value.trim() ? matches(input.value) : [];
    offered = found.slice(0, OFFERED);
    said.textContent = !input.value.trim() ? "" : found.length ? word("found", { n: found.length }) : word("none_found");
    const none = input.value.trim() && !found.length ? [element("li", { class: "quiet", role: "option", "aria-selected": "false" }, word("none_found"))] : [];
    const more = found.length > OFFERED ? [element("li", { class: "quiet", role: "option", "aria-selected": "false" }, word("found", { n: found.length }))] : [];
    list.replaceChildren(...offered.map(option), ...none, ...more);
    list.hidden = !list.childElementCount;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  }

  function take(index) {
    const chosen = offered[Math.max(0, index)];
    if (!chosen) return;
    input.value = nameOf(chosen.thing);
    close();
    choose(chosen.thing);
  }

  input.addEventListener("input", () => {
    offer();
    if (!input.value && !existing) choose(null);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) offer();
      const count = offered.length;
      if (count) mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && close(), 120));
  return { box, input };
}
