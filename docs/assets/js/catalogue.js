/**
 * The full results of a query on the catalogue's page, in place of its list.
 * @import { Index, Sought, View } from "./search-types"
 */
import { make, mark, open, say, soughtIn, view } from "./search-index.js";
import { find } from "./search-rank.js";

const STEP = 24;

/** @type {(host: HTMLElement, q: string) => Promise<void>} */
export async function show(host, q) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll("[data-search] input[name=q]");
  for (const input of inputs) input.value = q;
  const status = make("p", { class: "vh", role: "status" });
  host.replaceChildren(status);
  host.hidden = false;
  const index = await open().catch(() => undefined);
  if (!index) return host.append(make("p", { class: "notice" }, say("search.failed")));
  const parts = fill(index, q);
  status.textContent = `${parts[0].textContent}`;
  host.append(...parts);
  document.querySelector("[data-catalogue-list]")?.setAttribute("hidden", "");
}

/** @type {(index: Index, q: string) => HTMLElement[]} */
function fill(index, q) {
  // The words are complete now; only where that finds nothing may the last go on.
  const whole = find(index, `${q} `);
  const result = whole.stage === "exact" ? whole : find(index, q);
  const sought = soughtIn(result);
  const n = result.rows.length;
  const near = result.stage === "typo" || result.stage === "part";
  const title = say(n ? (near ? "results.near" : "results") : "results.none", { n, q });
  /** @type {HTMLElement[]} */
  const parts = [make("div", { class: "head" }, make("h2", {}, title))];
  if (!n || near) parts.push(make("p", {}, say("results.help")));
  const items = result.rows.map((row) => () => item(view(index, row, sought), sought));
  if (n) parts.push(...growing(items));
  const clear = make("a", { href: location.pathname }, say("results.clear"));
  return [...parts, make("p", { class: "clear" }, clear)];
}

/** @type {(row: View, sought: Sought[]) => HTMLElement} */
function item({ name, kind, detail, href }, sought) {
  const link = make("a", { href }, ...mark(name, sought));
  const row = make("li", {}, link, make("span", { class: "n" }, kind));
  if (detail) row.append(make("span", {}, ...mark(detail, sought)));
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
