// Names as they are compared: the same as fold() in kg/facts/identity.py, which a test holds it to.

const PLAIN = { "ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe" };
const APOSTROPHES = new Set("'`´‘’ʻʼʹ′");

function casefold(text) {
  // Up and down again folds like Python's casefold(), the final sigma aside.
  return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** Whether a character has a canonical combining class: it then moves before U+0345, whose class is the highest. */
function combines(character) {
  return character === "\u0345" || (/\p{M}/u.test(character) && !("\u0345" + character).normalize("NFD").startsWith("\u0345"));
}

function fold(name) {
  const lowered = casefold(name.normalize("NFKC").replaceAll("İ", "i").replaceAll("I", "i"));
  const letters = [];
  for (const character of lowered.normalize("NFKD")) {
    const combining = combines(character);
    const before = letters[letters.length - 1];
    const ownLetter = (before === "и" && character === "\u0306") || (before === "і" && character === "\u0308");
    if (APOSTROPHES.has(character) || (combining && !ownLetter)) continue;
    letters.push(combining || /[\p{L}\p{N}]/u.test(character) ? character : " ");
  }
  const plain = letters.map((character) => PLAIN[character] || character).join("");
  return plain.normalize("NFC").split(/\s+/u).filter(Boolean).join(" ");
}
