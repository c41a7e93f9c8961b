// One key for each answer: the letter that is typed, or where the layout has no such letter, the one of its place.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const at = event.target;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement) {
    if (event.key === "Escape") at.blur();
    return;
  }
  const typed = /^[a-z0-9]$/i.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, "");
  const answer = document.querySelector(`[data-key="${CSS.escape(typed.toLowerCase())}"]`);
  if (answer) {
    event.preventDefault();
    answer.click();
  }
});
