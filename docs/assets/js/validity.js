/**
 * The rule of scripts/model/validity.py. Never in a worker.
 * [data-validity] has data-start-first, -start-last, -end-first, -end-last, -revoked, -revoked-last
 * (YYYY-MM-DD or ""), -stars; or data-certificates, a JSON list. It gets class v-valid, v-soon,
 * v-over, v-revoked or v-unk. In it [data-word], [data-left] get words, [data-gauge] gets --spent;
 * [data-icon=valid|soon|over|revoked|unk], [data-when=<Status>], [data-stars-drawn], else
 * [data-stars-plain], are shown. [data-clock-notice] is shown when the clock is before
 * body[data-build-day] or meta[name=build-day]. JSON of #words: validity.<Status>,
 * validity.left.{months,days,day,today}, validity.least.{...} with {n}.
 */

/** @typedef {[first: string | null, last: string | null]} Span */
/** @typedef {{start: Span, end: Span, revoked: Span | null, stars: number | null}} Certificate */
/** @typedef {"valid" | "expiring" | "expired" | "revoked" | "unknown"} Status */

const DAY = 864e5;
const VIETNAM = 252e5;
const CLASSES = {
  valid: "valid",
  expiring: "soon",
  expired: "over",
  revoked: "revoked",
  unknown: "unk",
};

/** @type {(from: string, to: string) => number} */
const days = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

/** @type {(status?: Status) => boolean} */
const inForce = (status) => status === "valid" || status === "expiring";

/** @type {(certificate: Certificate, day: string) => Status} */
export function certificateStatus({ end: [first, last], revoked }, day) {
  if (revoked?.[1] && revoked[1] <= day) return "revoked";
  if (first && last && first > last) return "unknown";
  if (last && day > last) return "expired";
  if (!first || day > first || (revoked && (revoked[0] ?? "") <= day)) return "unknown";
  return days(day, first) <= 90 ? "expiring" : "valid";
}

/** @type {(one: Certificate, other: Certificate) => boolean} */
const later = ({ start: [first] }, { start: [, last] }) => !!first && !!last && first > last;

/**
 * Of the certificate certainly issued last, else what is true of all that may be.
 * @type {(certificates: Certificate[], instant: number, buildDay?: string) =>
 *   {day: string, early: boolean, status: Status, current: Certificate | null}}
 */
export function status(certificates, instant, buildDay = "") {
  const device = new Date(instant + VIETNAM).toISOString().slice(0, 10);
  const early = device < buildDay;
  const day = early ? buildDay : device;
  const last = certificates.filter((one) => !certificates.some((other) => later(other, one)));
  const [first, ...others] = last.map((one) => certificateStatus(one, day));
  const agreed = others.every((other) => other === first && !inForce(other));
  return {
    day,
    early,
    status: (agreed && first) || "unknown",
    current: others.length || first === "revoked" ? null : (last[0] ?? null),
  };
}

/** Of one in force: words and how many. @type {(one: Certificate, day: string) => [string, number]} */
export function timeLeft({ end: [first, last] }, day) {
  const key = first === last ? "left." : "least.";
  const left = days(day, first ?? "");
  if (left <= 90) return [key + (["today", "day"][left] ?? "days"), left];
  const [y, m, d] = (first ?? "").split("-").map((part, i) => +part - +day.split("-")[i]);
  return [`${key}months`, y * 12 + m - +(d < 0)];
}

/** @type {(data: DOMStringMap) => Certificate[]} */
function read(data) {
  if (data.certificates) return JSON.parse(data.certificates);
  /** @type {(first?: string, last?: string) => Span} */
  const span = (first, last) => [first || null, last || null];
  return [
    {
      start: span(data.startFirst, data.startLast),
      end: span(data.endFirst, data.endLast),
      revoked: data.revoked ? span(data.revoked, data.revokedLast || data.revoked) : null,
      stars: +(data.stars ?? 0),
    },
  ];
}

/** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

/** @type {(element: HTMLElement, shown: unknown) => void} */
const show = (element, shown) => void element.toggleAttribute("hidden", !shown);

/** @type {(root: HTMLElement, at: number, build: string, words: Record<string, string>) => void} */
function enhance(root, at, build, words) {
  const { day, status: state, current } = status(read(root.dataset), at, build);
  const held = inForce(state) ? current : null;
  const [key, count] = held ? timeLeft(held, day) : ["", 0];
  const from = held?.start[0];
  const spent = from ? Math.max(0, days(from, day) / days(from, held.end[0] ?? "")) : "";
  /** @type {(name: string, change: (child: HTMLElement) => void) => void} */
  const each = (name, change) => all(`[data-${name}]`, root).forEach(change);
  /** @type {(name: string, key: string) => void} */
  const say = (name, key) =>
    each(name, (child) => {
      child.textContent = words[`validity.${key}`]?.replace("{n}", `${count}`) ?? "";
      show(child, child.textContent);
    });

  root.classList.remove(...Object.values(CLASSES).map((name) => `v-${name}`));
  root.classList.add(`v-${CLASSES[state]}`);
  say("word", state);
  say("left", key);
  each("icon", (child) => show(child, child.dataset.icon === CLASSES[state]));
  each("when", (child) => show(child, child.dataset.when === state));
  each("stars-drawn", (child) => show(child, held?.stars));
  each("stars-plain", (child) => show(child, !held?.stars));
  each("gauge", (child) =>
    child.style.setProperty("--spent", `${state === "expired" ? 1 : spent}`),
  );
}

/** For the page, or a part just added to it. @type {(root?: ParentNode, instant?: number) => void} */
export function run(root = document, instant = Date.now()) {
  const meta = document.querySelector("meta[name=build-day]")?.getAttribute("content");
  const build = document.body.dataset.buildDay || meta || "";
  const words = JSON.parse(document.getElementById("words")?.textContent || "{}");
  for (const element of all("[data-validity]", root)) {
    // Samples are seen on a day of their own.
    const seen = element.closest("[data-seen]")?.getAttribute("data-seen");
    enhance(element, seen ? Date.parse(seen) : instant, seen ? "" : build, words);
  }
  for (const notice of all("[data-clock-notice]")) show(notice, status([], instant, build).early);
}

/** Now and at midnight in Viet Nam. */
function start() {
  run();
  setTimeout(start, DAY - ((Date.now() + VIETNAM) % DAY) + 500);
}

if (typeof document !== "undefined") {
  start();
  document.addEventListener("visibilitychange", () => document.hidden || run());
}
