// Things by name: looked up in every language, listed by class.

/** The name of a thing in the page's language, as [language, text, rank]. */
function shownName(thing) {
  return data.things[thing].names[data.things[thing].labels[language]] || ["", data.things[thing].id, ""];
}

/** How well a thing answers: 0 equal, 1 begins with, 2 a word begins with, 3 holds; Infinity not at all. */
function nearness(thing, wanted) {
  const folded = thing.names.map((name) => name[3] ?? name[1]);
  if (folded.includes(wanted)) return 0;
  if (folded.some((name) => name.startsWith(wanted))) return 1;
  if (folded.some((name) => (" " + name).includes(" " + wanted))) return 2;
  return folded.some((name) => name.includes(wanted)) || thing.id.includes(wanted) ? 3 : Infinity;
}

function matches(text) {
  const wanted = fold(text);
  return data.things
    .map((thing, index) => ({ index, near: wanted ? nearness(thing, wanted) : 0 }))
    .filter(({ near }) => near < Infinity);
}

/** A link to the card of a thing; a name from another language is marked with its code. */
function thingLink(index, text) {
  const [code, name] = shownName(index);
  const link = element("a", { href: address({ thing: data.things[index].id }), lang: code }, text ?? name);
  link.dataset.thing = data.things[index].id;
  return link;
}

function classShape(thing) {
  const group = data.groups[data.things[thing].group];
  return shape(group.shape, group.colour);
}

function listed(index, current) {
  const [code] = shownName(index);
  const link = thingLink(index);
  if (data.things[index].id === current) link.setAttribute("aria-current", "true");
  const foreign = code && code !== codes[language] ? element("span", { class: "code" }, code) : null;
  return element("li", {}, link, foreign ? [" ", foreign] : null);
}

/** Fills the list for what is typed; returns the things found, best first. */
function showList(current) {
  const text = byId("search").value;
  const found = matches(text);
  const collator = new Intl.Collator(codes[language]);
  found.sort((a, b) => a.near - b.near || collator.compare(shownName(a.index)[1], shownName(b.index)[1]));
  byId("found").textContent = found.length ? word("found", { n: found.length }) : word("none_found");
  byId("list").replaceChildren(...data.groups.flatMap((group, place) => {
    const members = found.filter(({ index }) => data.things[index].group === place);
    if (!members.length) return [];
    return [element("section", {},
      element("h2", {}, shape(group.shape, group.colour), element("span", {}, term(group.name)), element("small", {}, String(members.length))),
      element("ul", {}, members.map(({ index }) => listed(index, current))))];
  }));
  return found.map(({ index }) => index);
}

/** The label of a term of the ontology. */
function term(name) {
  return data.terms[name][language];
}
