// The document is only ever written through these: text is text, and attributes come from a short list.

const data = JSON.parse(document.getElementById("data").textContent);

const byId = (id) => document.getElementById(id);

const ALLOWED = new Set([
  "class", "id", "lang", "type", "href", "rel", "scope", "hidden", "tabindex", "open", "title",
  "aria-current", "aria-pressed", "aria-sort", "aria-label", "aria-controls", "aria-expanded", "aria-selected",
  "aria-autocomplete", "aria-live", "role", "for", "value", "name", "autocomplete", "spellcheck", "placeholder", "inputmode",
]);

/** A new element. Children are elements, texts, or nothing. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (!ALLOWED.has(key)) throw new Error("attribute " + key);
    if (value !== null && value !== undefined && value !== "") made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A link to a page elsewhere: only http and https; any other address stays text. */
function outside(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return text;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return text;
  return element("a", { href: url.href, rel: "noreferrer noopener" }, text);
}
