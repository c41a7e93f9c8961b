// What kg/views/packing.py writes briefly, read back.

/** A text whose private-use signs stand for words. */
function unsigned(text) {
  return text.replace(/[\uE000-\uF8FF]/g, (sign) => data.signs[sign] ?? sign);
}

/** Sorted texts, each told by how much of the one before it begins with. */
function unfronted(texts) {
  let before = "";
  return texts.map((text) => (before = before.slice(0, parseInt(text[0], 36)) + text.slice(1)));
}

/** Numbers told by the steps between them. */
function unstepped(steps) {
  let at = 0;
  return steps.map((step) => (at += step));
}

/** Where each of several lists of these lengths begins when they stand one after another; one more for the end. */
function starts(count, lengthOf) {
  const found = new Int32Array(count + 1);
  for (let index = 0; index < count; index += 1) found[index + 1] = found[index] + lengthOf(index);
  return found;
}
