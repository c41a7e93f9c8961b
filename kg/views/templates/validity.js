// When a claim holds: yes, no or unknown, as kg/facts/validity.py tells it. Days are texts, YYYY-MM-DD.

const YES = "yes", NO = "no", UNKNOWN = "unknown";

const earliest = (date) => date && date + "-01-01".slice(date.length - 4);

function latest(date) {
  if (date.length === 4) return date + "-12-31";
  if (date.length !== 7) return date;
  const [year, month] = date.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date + "-" + days[month - 1];
}

const least = (one, other) => (!one || (other && other < one) ? other : one);
const most = (one, other) => (one > other ? one : other);

/** The days between which something began and ended, each "" where nothing bounds it. */
function interval(claim) {
  const [from, until, reported] = [fromText(claim), untilText(claim), latest(reportedText(claim))];
  const begins = { earliest: earliest(from), latest: from && latest(from) };
  if (reported && (!begins.latest || (isAsserted(claim) && begins.earliest && begins.earliest <= reported))) {
    begins.latest = least(begins.latest, reported);
  }
  if (!until) return { begins, ends: null };
  const ends = { earliest: earliest(until), latest: latest(until) };
  if (!begins.earliest || begins.earliest <= ends.latest) {
    begins.latest = least(begins.latest, ends.latest);
    ends.earliest = most(begins.earliest, ends.earliest);
  }
  return { begins, ends };
}

/** Whether a claim holds (a state) or has happened (an event) as of a day. */
function holds(claim, day) {
  const { begins, ends } = interval(claim);
  if (!(begins.latest && begins.latest <= day)) return begins.earliest && begins.earliest > day ? NO : UNKNOWN;
  if (predicateOf(claim).event || !ends || day <= ends.earliest) return YES;
  return ends.latest < day ? NO : YES;
}

/** The claims that are facts as of a day ("" for all days), and how many are left out since nobody knows. */
function factsAsOf(day) {
  const kept = new Uint8Array(claimCount);
  if (!day) {
    for (let claim = 0; claim < claimCount; claim += 1) kept[claim] = isAsserted(claim) ? 1 : 0;
    return { kept, unknown: 0 };
  }
  const answers = Array.from({ length: claimCount }, (_, claim) => holds(claim, day));
  let unknown = 0;
  for (let claim = 0; claim < claimCount; claim += 1) {
    if (answers[claim] === UNKNOWN) unknown += 1;
    const stands = answers[claim] === YES && statusOf(claim) === data.claims.stated && !deprecated.has(claim);
    // What is replaced only by claims that do not hold then still stands.
    const replaced = (replacedBy.get(claim) || []).some((other) => answers[other] === YES);
    kept[claim] = stands && !replaced ? 1 : 0;
  }
  return { kept, unknown, answers };
}

/** The day by which a claim had surely begun; "" where nobody knows. */
const begunBy = (claim) => interval(claim).begins.latest || "";
