// The query page works without this; with it, Ctrl+Enter runs, and a long query goes as POST.
"use strict";

const form = document.getElementById("ask");
const text = document.getElementById("query");

text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});

form.addEventListener("submit", () => {
  form.method = text.value.length > 4000 ? "post" : "get";
});

document.getElementById("question").addEventListener("change", (event) => event.target.form.requestSubmit());
