// All things by class, and the sources: the picture in words.

const NAMES_AT_FIRST = 100;

function namesOfClass(group, place, members) {
  const list = element("ul", {}, members.slice(0, NAMES_AT_FIRST).map((thing) => element("li", {}, thingLink(thing))));
  const rest = members.slice(NAMES_AT_FIRST);
  const more = element("button", { type: "button", class: "button" }, word("show_rows", { n: members.length }));
  more.addEventListener("click", () => {
    list.append(...rest.map((thing) => element("li", {}, thingLink(thing))));
    more.remove();
  });
  return element("section", { class: "class" },
    element("h3", {}, shape(group.shape, group.colour), " ", element("span", { class: "what" }, term(group.name)), element("small", {}, String(members.length))),
    list, rest.length ? more : null);
}

function sourceRow(source, place, counts) {
  return element("li", {}, sourceTitle(source),
    element("p", { class: "quiet" }, [sourceDetails(source), source.language, word("facts") + ": " + counts[place]].filter(Boolean).join(" · ")));
}

function listing() {
  const collator = new Intl.Collator(codes[language]);
  const names = new Map(ids.map((_, thing) => [thing, nameOf(thing)]));
  const members = data.groups.map(() => []);
  for (let thing = 0; thing < thingCount; thing += 1) members[groupOf(thing)].push(thing);
  const counts = new Array(data.sources.length).fill(0);
  for (let claim = 0; claim < claimCount; claim += 1) for (const source of sourcesOf(claim)) counts[source] += 1;
  const numbers = [["entities", thingCount], ["facts", claimCount], ["sources", data.sources.length]];
  return element("article", { class: "wide" },
    element("h2", { class: "title" }, word("names")),
    element("dl", { class: "counts" }, numbers.map(([key, count]) => element("div", {}, element("dt", {}, word(key)), element("dd", {}, String(count))))),
    element("div", { class: "classes" }, data.groups.map((group, place) => (members[place].length
      ? namesOfClass(group, place, members[place].sort((a, b) => collator.compare(names.get(a), names.get(b)))) : null))),
    element("section", {}, element("h3", {}, word("sources")),
      element("ul", { class: "sources" }, data.sources.map((source, place) => sourceRow(source, place, counts)))));
}
