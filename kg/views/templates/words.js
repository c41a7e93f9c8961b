// The language of the page.

const codes = data.languages.map(([code]) => code);
let language = Math.max(0, codes.indexOf((navigator.language || "en").slice(0, 2)));

/** A word of the interface, its {slots} filled. */
function word(key, slots) {
  return data.words[key][language].replace(/\{(\w+)\}/g, (slot, name) => String(slots?.[name] ?? slot));
}

/** Fills what stands in the page from the start. */
function speak(titleWord) {
  document.documentElement.lang = codes[language];
  document.title = word(titleWord);
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  for (const place of document.querySelectorAll("[data-placeholder]")) place.placeholder = word(place.dataset.placeholder);
  if (data.part) showPart();
  for (const place of document.querySelectorAll("[data-label]")) {
    place.setAttribute("aria-label", word(place.dataset.label));
    if (place.tagName === "BUTTON") place.title = word(place.dataset.label);
  }
}

/** The buttons that choose the language: made once, so that the pressed one keeps the focus. */
function showLanguages(choose) {
  const place = byId("languages");
  if (!place.childElementCount) {
    place.append(...data.languages.map(([code, name], index) => {
      const button = element("button", { type: "button", lang: code }, name);
      button.addEventListener("click", () => choose(index));
      return button;
    }));
  }
  [...place.children].forEach((button, index) => button.setAttribute("aria-pressed", String(index === language)));
}
