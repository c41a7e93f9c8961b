// The query page works without this; with it, the text is coloured, terms are completed (Ctrl+Space), Ctrl+Enter runs,
// and a long query goes as POST. The editor (YASQE) asks nothing of the network: its completions are given here.
"use strict";

const form = document.getElementById("ask");
const text = document.getElementById("query");
const place = document.getElementById("editor");
const terms = place.dataset.terms.split(" ");

Yasqe.registerAutocompleter({
  name: "terms",
  bulk: true,
  autoShow: true,
  persistenceId: null,
  get: () => terms,
  isValidCompletionPosition: (editor) => !/^[?$"']/.test(editor.getCompleteToken().string),
  postProcessSuggestion: (editor, token, suggestion) => suggestion,
}, false);

// Its own completions of classes and properties ask a server elsewhere.
Yasqe.defaults.autocompleters = ["variables", "terms"];

// The server declares its prefixes for every query: the editor's grammar begins with them too, and marks no use as wrong.
const prefixes = JSON.parse(place.dataset.prefixes);
Yasqe.defineMode("sparql-here", (config) => {
  const grammar = Yasqe.getMode(config, "sparql11");
  return {...grammar, startState: () => ({...grammar.startState(), prefixes: {...prefixes}})};
});

const editor = new Yasqe(place, {
  value: text.value,
  mode: "sparql-here",
  persistenceId: null,
  consumeShareLink: null,
  createShareableLink: null,
  showQueryButton: false,
  resizeable: false,
  editorHeight: "auto",
  extraKeys: {
    "Ctrl-Enter": () => form.requestSubmit(),
    "Cmd-Enter": () => form.requestSubmit(),
    "Ctrl-Space": () => editor.autocomplete(),
    Tab: false,
    "Shift-Tab": false,
  },
});
editor.getInputField().setAttribute("aria-label", text.getAttribute("aria-label"));
text.hidden = true;

form.addEventListener("submit", () => {
  text.value = editor.getValue();
  form.method = text.value.length > 4000 ? "post" : "get";
});

document.getElementById("question").addEventListener("change", (event) => event.target.form.requestSubmit());
