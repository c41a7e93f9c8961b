// The address after # holds what is shown: a thing or the table, and the language.

const VIEWS = ["overview", "facts"];

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const code = codes.indexOf(asked.get("lang"));
  if (code >= 0) language = code;
  return { thing: asked.get("thing"), view: VIEWS.includes(asked.get("view")) ? asked.get("view") : "overview" };
}

function address(shown) {
  const parts = new URLSearchParams();
  if (shown.thing) parts.set("thing", shown.thing);
  else if (shown.view && shown.view !== VIEWS[0]) parts.set("view", shown.view);
  parts.set("lang", codes[language]);
  return "#" + parts;
}
