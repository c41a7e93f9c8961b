// The panel of choices: what is shown, how large, in which colours.

const opened = new Set(["look"]);

function section(key, title, ...children) {
  const made = element("details", { open: opened.has(key) ? "open" : null }, element("summary", {}, title), element("div", { class: "choices" }, children));
  made.addEventListener("toggle", () => (made.open ? opened.add(key) : opened.delete(key)));
  return made;
}

/** A list of ticks; `of` are [value, children, count]; a tick is off where `left(value)`. */
function ticks(name, of, isOn, change) {
  return element("ul", {}, of.map(([value, children, count], index) => {
    const id = "choice-" + name + "-" + index;
    const box = element("input", { type: "checkbox", id });
    box.checked = isOn(value);
    box.addEventListener("change", () => {
      changeFilter((filter) => change(filter, value));
      byId(id)?.focus();
    });
    return element("li", {}, element("label", { class: "tick", for: id }, box, element("span", { class: "choice" }, children), count === undefined ? null : element("small", {}, String(count))));
  }));
}

function chooser(id, label, values, chosen, choose) {
  const select = element("select", { id }, values.map(([value, text]) => element("option", { value }, text)));
  select.value = chosen;
  select.addEventListener("change", () => {
    choose(select.value);
    byId(id)?.focus();
  });
  return element("div", { class: "field" }, element("label", { for: id }, label), select);
}

function dateField(name, label) {
  const id = "date-" + name;
  const input = element("input", { type: "text", id, inputmode: "numeric", placeholder: word("date_form"), autocomplete: "off" });
  input.value = state.filter[name];
  input.addEventListener("change", () => {
    const text = input.value.trim();
    const fits = text === "" || DAY.test(text);
    input.setAttribute("aria-invalid", String(!fits));
    if (!fits) return tell(word("date_wrong", { text }));
    changeFilter((filter) => (filter[name] = name === "day" && text ? latest(text) : text));
    return undefined;
  });
  return element("div", { class: "field" }, element("label", { for: id }, label), input);
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function measureName(measure) {
  return data.words["measure_" + measure] ? word("measure_" + measure) : measure.replaceAll("_", " ");
}

function filterPanel() {
  const { filter } = state;
  const every = Array.from({ length: tieCount }, (_, tie) => tie).filter(isTie);
  const predicates = counted(every.map((tie) => tiePredicate[tie]));
  const perSource = counted(every.flatMap((tie) => sourcesOf(tieClaim[tie])));
  const countries = countriesByUse(inPicture);
  const inCountry = counted(inPicture.flatMap(countriesOf));
  const groups = [...new Set(inPicture.map(groupOf))].sort((a, b) => a - b);
  const perGroup = counted(inPicture.map(groupOf));
  const spoken = [...new Set(data.sources.map((source) => source.language))].sort();
  const names = new Intl.DisplayNames([codes[language], "en"], { type: "language", fallback: "code" });
  const spokenName = (code) => {
    try {
      return names.of(code);
    } catch {
      return code;
    }
  };
  const off = (name) => [(value) => !filter[name].has(value), (changed, value) => toggle(changed[name], value)];
  const single = element("input", { type: "checkbox", id: "single" });
  single.checked = filter.single;
  single.addEventListener("change", () => {
    changeFilter((changed) => (changed.single = single.checked));
    byId("single")?.focus();
  });
  const reset = element("button", { type: "button", class: "button" }, word("reset"));
  reset.addEventListener("click", () => go({ filter: noFilter() }));
  return element("div", {},
    element("div", { class: "titles" }, element("h2", {}, word("filters")), isFiltering(filter) ? reset : null),
    section("look", word("looks"),
      chooser("size", word("size_by"), MEASURES.map((measure) => [measure, measureName(measure)]), state.size, (size) => go({ size })),
      chooser("colour", word("colour_by"), COLOURS.map((choice) => [choice, word("colour_" + choice)]), state.colour, (colour) => go({ colour }))),
    section("classes", word("classes"), ticks("classes", groups.map((group) => [group, [shape(data.groups[group].shape, data.groups[group].colour), " ", element("span", { class: "what" }, term(data.groups[group].name))], perGroup.get(group)]), ...off("classes"))),
    section("predicates", word("relation"), ticks("predicates", [...predicates.keys()].sort((a, b) => predicates.get(b) - predicates.get(a) || a - b).map((place) => [place, term(data.claims.predicates[place].name), predicates.get(place)]), ...off("predicates"))),
    countries.length ? section("countries", word("country"), ticks("countries", countries.map((country) => [country, nameParts(country), inCountry.get(country)]), (value) => filter.countries.has(value), (changed, value) => toggle(changed.countries, value))) : null,
    section("sources", word("sources"),
      element("label", { class: "tick", for: "single" }, single, " ", element("span", {}, word("single_source"))),
      ticks("sources", data.sources.map((source, place) => [place, [element("span", { lang: source.language }, source.title || source.id)], perSource.get(place) || 0]), ...off("sources"))),
    spoken.length > 1 ? section("languages", word("source_language"), ticks("languages", spoken.map((code) => [code, spokenName(code)]), ...off("languages"))) : null,
    section("dates", word("date"), dateField("after", word("begun_after")), dateField("before", word("begun_before")), dateField("day", word("as_of"))));
}
