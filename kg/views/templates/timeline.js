// How the network grew: a slider over the days on which something had begun, played or moved by hand.

const STEPS = 240;
const PLAYED = 14000; // milliseconds that a whole replay takes at most

/** The days at which the picture changes, in order; of very many the ends of months or years. */
function turningDays() {
  const days = [];
  for (let tie = 0; tie < tieCount; tie += 1) if (isTie(tie) && isAsserted(tieClaim[tie])) days.push(begunBy(tieClaim[tie]));
  for (const cut of [(day) => day, (day) => latest(day.slice(0, 7)), (day) => latest(day.slice(0, 4))]) {
    const found = [...new Set(days.filter(Boolean).map(cut))].sort();
    if (found.length <= STEPS) return found;
  }
  return [...new Set(days.filter(Boolean).map((day) => latest(day.slice(0, 4))))].sort();
}

function bars(days) {
  const counts = new Array(days.length).fill(0);
  for (let tie = 0; tie < tieCount; tie += 1) {
    const day = isTie(tie) && isAsserted(tieClaim[tie]) ? begunBy(tieClaim[tie]) : "";
    if (!day) continue;
    const place = days.findIndex((each) => day <= each);
    if (place >= 0) counts[place] += 1;
  }
  const most = Math.max(1, ...counts);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 " + days.length + " 20");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "bars");
  svg.setAttribute("aria-hidden", "true");
  const wide = Math.min(0.7, days.length / 60);
  counts.forEach((count, index) => {
    const bar = document.createElementNS(SVG, "rect");
    const height = count ? 2 + (18 * Math.sqrt(count)) / Math.sqrt(most) : 0;
    for (const [key, value] of Object.entries({ x: index - wide / 2, width: wide, y: 20 - height, height })) bar.setAttribute(key, value.toFixed(2));
    svg.append(bar);
  });
  return svg;
}

/** Fills the timeline; `change(day)` is told of a day, "" for all days. */
function makeTimeline(change) {
  const days = turningDays();
  const [slider, play, label] = ["day", "play", "day-shown"].map(byId);
  byId("time").hidden = days.length < 2;
  if (days.length < 2) return { show: () => {} };
  byId("bars").append(bars(days));
  slider.max = String(days.length);
  [byId("first-day").textContent, byId("last-day").textContent] = [days[0], days[days.length - 1]].map((day) => day.slice(0, 4));
  let timer = 0;

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = "▶";
    play.setAttribute("aria-label", word("play"));
    play.title = word("play");
  }

  const set = (place) => change(place >= days.length ? "" : days[place]);

  play.addEventListener("click", () => {
    if (timer) return stop();
    let place = Number(slider.value) >= days.length ? 0 : Number(slider.value);
    play.textContent = "❚❚";
    play.setAttribute("aria-label", word("pause"));
    play.title = word("pause");
    set(place);
    timer = setInterval(() => {
      place += 1;
      set(place);
      if (place >= days.length) stop();
    }, Math.min(900, PLAYED / days.length));
    return undefined;
  });
  slider.addEventListener("input", () => {
    stop();
    set(Number(slider.value));
  });

  return {
    /** Shows a day and what is said of it. */
    show(day, shown, unknown) {
      const place = day ? days.findLastIndex((each) => each <= day) : days.length;
      slider.value = String(Math.max(0, place));
      const said = (day ? word("as_of") + " " + day : word("all_days")) + " · " + word("ties_shown", { n: shown });
      label.textContent = said + (day && unknown ? " · " + word("unknown_left_out", { n: unknown }) : "");
      slider.setAttribute("aria-valuetext", label.textContent);
      if (!timer) stop();
    },
  };
}
