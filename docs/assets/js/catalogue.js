/**
 * The full results of a query on the catalogue's page, in place of its list.
 * @import { Index, View } from "./search-types"
 */
import { complete, follow, openFor, reason, say } from "./search-data.js";
import { find } from "./search-rank.js";
import { make, soughtIn, view } from "./search-view.js";

const STEP = 24;

/** @type {(host: HTMLElement, q: string) => Promise<void>} */
export async function show(host, q) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll("[data-search] input[name=q]");
  for (const input of inputs) input.value = q;
  const status = make("p", { class: "vh", role: "status" });
  host.replaceChildren(status);
  host.hidden = false;
  const index = await openFor(q).catch((error) => {
    host.append(make("p", { class: "notice" }, reason(error)));
  });
  if (!index) return;
  document.querySelector("[data-catalogue-list]")?.setAttribute("hidden", "");
  // The button goes away with what it was asked for: the focus stays here.
  const again = () => {
    host.tabIndex = -1;
    host.focus({ preventScroll: true });
    complete();
    setTimeout(draw);
  };
  const draw = () => {
    const parts = fill(index, q, again);
    const missing = index.failed ? ` ${say("partial")}` : "";
    if (!waits(index)) status.textContent = `${parts[0].textContent}${missing}`;
    host.replaceChildren(status, ...parts);
  };
  draw();
  if (!index.missing.length) return;
  follow(() => {
    // Nothing moves below a finger, a pointer or the focus, nor behind what was scrolled past.
    const held = host.querySelector("ul:focus-within, ul:hover") || scrollY > 0;
    if (!held) return draw();
    if (waits(index)) return;
    const text = index.failed ? say("partial") : say("results.ready");
    const button = make("button", { class: "btn", type: "button" }, text);
    button.addEventListener("click", draw);
    host.querySelector(".wait")?.replaceChildren(button);
    status.textContent = text;
  });
}

/** Whether more is on its way. @type {(index: Index) => boolean} */
const waits = ({ missing, failed }) => missing.length > 0 && !failed;

/** @type {(index: Index, q: string, again: () => void) => HTMLElement[]} */
function fill(index, q, again) {
  // The words are complete now; only where that finds nothing may the last go on.
  const whole = find(index, `${q} `);
  const result = whole.stage === "exact" ? whole : find(index, q);
  const sought = soughtIn(result);
  const guess = result.stage === "typo" || result.stage === "part";
  // What is still to come may match exactly.
  const rows = guess && waits(index) ? [] : [...result.rows];
  const n = rows.length;
  const near = guess && n;
  const title = say(n ? (near ? "results.near" : "results") : "results.none", { n, q });
  /** @type {HTMLElement[]} */
  const parts = [];
  if (n || !waits(index)) parts.push(make("div", { class: "head" }, make("h2", {}, title)));
  if (waits(index)) parts.push(make("p", { class: "wait" }, say("loading")));
  if (index.failed) parts.push(partial(again));
  if (!waits(index) && (!n || near)) parts.push(make("p", {}, say("results.help")));
  const items = rows.map((row) => () => item(view(index, row, sought)));
  if (n) parts.push(...growing(items));
  const clear = make("a", { href: location.pathname }, say("results.clear"));
  return [...parts, make("p", { class: "clear" }, clear)];
}

/** What to tell when something is missing, and the way to ask for it again. @type {(again: () => void) => HTMLElement} */
function partial(again) {
  const button = make("button", { class: "btn", type: "button" }, say("again"));
  button.addEventListener("click", () => again());
  return make("p", { class: "notice" }, `${say("partial")} `, button);
}

/** @type {(row: View) => HTMLElement} */
function item({ title, kind, detail, href }) {
  const link = make("a", { href }, ...title);
  const row = make("li", {}, link, make("span", { class: "n" }, kind));
  if (detail.length) row.append(make("span", {}, ...detail));
  return row;
}

/** A list that shows more on demand; the focus goes to the first new row. @type {(items: (() => HTMLElement)[]) => HTMLElement[]} */
function growing(items) {
  const list = make("ul", { class: "lst" });
  const button = make("button", { class: "btn", type: "button" });
  const grow = () => {
    const next = items.splice(0, STEP).map((build) => build());
    list.append(...next);
    button.textContent = say("results.more", { n: Math.min(STEP, items.length) });
    button.hidden = !items.length;
    return next[0];
  };
  button.addEventListener("click", () => grow().querySelector("a")?.focus());
  grow();
  return [list, button];
}
