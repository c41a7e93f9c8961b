// What shapes and colours mean; of classes each can be left out by a click.

function showLegend(colours) {
  byId("legend").replaceChildren(...colours.legend.map(({ colour, text, shape: drawn, group }) => {
    const label = element("span", { class: group === undefined ? "" : "what" }, text);
    if (group === undefined) return element("li", {}, element("span", { class: "key" }, shape(drawn, colour), label));
    const button = element("button", { type: "button", class: "key", "aria-pressed": String(!state.filter.classes.has(group)) }, shape(drawn, colour), label);
    button.addEventListener("click", () => {
      changeFilter((filter) => toggle(filter.classes, group));
      byId("legend").querySelectorAll("button")[[...colours.legend.filter((item) => item.group !== undefined)].findIndex((item) => item.group === group)]?.focus();
    });
    return element("li", {}, button);
  }));
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}
