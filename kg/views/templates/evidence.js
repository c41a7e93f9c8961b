// Who says so, and with which words.

function sourceTitle(source) {
  const title = source.title || source.id;
  return element("cite", { lang: source.language }, source.url ? outside(source.url, title) : title);
}

function sourceDetails(source) {
  return [source.publisher, source.date].filter(Boolean).join(", ");
}

/** The quote, marked in its sentence where the page was built with the documents. */
function surrounded(item) {
  return item.before === undefined ? item.quote : [item.before, element("mark", {}, item.quote), item.after];
}

/** One piece of evidence: the quote or record, its source's title, publisher and date. */
function proof(item, withLinks) {
  const source = data.sources[item.source];
  const told = item.quote !== undefined
    ? element("q", { lang: source.language }, surrounded(item))
    : withLinks ? outside(item.record, item.record) : item.record;
  const details = sourceDetails(source);
  return element(
    "div", { class: "proof" }, told, " · ",
    withLinks ? sourceTitle(source) : element("cite", { lang: source.language }, source.title || source.id),
    details ? ", " + details : "",
    item.unverified ? [" ", element("span", { class: "flag" }, word("unverified"))] : null,
  );
}
