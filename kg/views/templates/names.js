// Names of things and terms in the language of the page.

const spelled = new Array(thingCount);

/** The names of a thing as { code, rank, text }: in the order of the graph. */
function namesOf(thing) {
  spelled[thing] ||= data.things.names[thing].map((name) => {
    const [code, rank] = data.things.tags[name[0]];
    return { code, rank, text: unsigned(name.slice(1)) };
  });
  return spelled[thing];
}

const SHOWN = ["preferred", "rendering"];

/** The name to show: in the page's language, else in one of those read instead, else any; the id where there is none. */
function shownName(thing) {
  const names = namesOf(thing);
  const own = (code) => names.find((name) => name.code === code && SHOWN.includes(name.rank));
  const [code, , ...instead] = data.languages[language];
  return [code, ...instead].map(own).find(Boolean) || names[0] || { code: "", rank: "", text: ids[thing] };
}

const nameOf = (thing) => shownName(thing).text;

/** The code of the language of the shown name where it is not the page's; else nothing. */
function foreignCode(thing) {
  const { code } = shownName(thing);
  return code && code !== codes[language] ? code : "";
}

/** The shortest name by which a thing is known: an acronym where there is one. */
function shortName(thing) {
  const acronyms = namesOf(thing).filter((name) => name.rank === "acronym");
  const own = acronyms.find((name) => name.code === codes[language]) || acronyms.find((name) => name.code === "en");
  return own ? own.text : nameOf(thing);
}

/** The label of a term of the ontology. */
function term(name) {
  return data.terms[name]?.[language] ?? name;
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(codes[language]) + text.slice(1);

/** What a thing is: its kind where it has one, else its class. */
function kindName(thing) {
  const kind = data.things.kinds[thing];
  return kind === undefined ? term(classOf(thing).name) : nameOf(kind);
}

/** A small mark with the language of a name that is not in the page's. */
function foreignMark(thing) {
  const code = foreignCode(thing);
  return code ? element("span", { class: "code", lang: codes[language], title: word("other_language") }, code) : null;
}

/** A name and, where it is in another language, the mark of that. */
function nameParts(thing) {
  const mark = foreignMark(thing);
  return [element("span", { lang: shownName(thing).code }, nameOf(thing)), mark ? " " : null, mark];
}

/** A link to the card of a thing; where a name is in another language, this is marked. */
function thingLink(thing) {
  const link = element("a", { href: address({ ...state, thing, path: null, view: "picture" }), lang: shownName(thing).code }, nameOf(thing));
  link.dataset.thing = ids[thing];
  const mark = foreignMark(thing);
  return mark ? element("span", { class: "named" }, link, " ", mark) : link;
}

function classShape(thing) {
  const group = data.groups[groupOf(thing)];
  return shape(group.shape, group.colour);
}

/** Where this page holds only a part of a graph: says which, and how to see another. */
function showPart() {
  byId("part").hidden = false;
  const { all, about } = data.part;
  const shown = new Intl.NumberFormat(codes[language]);
  const counts = { n: shown.format(ids.length), all: shown.format(all) };
  byId("part").textContent = about === null ? word("part_core", counts) : word("part_about", { ...counts, name: nameOf(about) });
  byId("search").placeholder = word("part_search", counts);
}
