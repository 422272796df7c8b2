/**
 * The comparison of 2 to 4 products: ?a=<id>&b=<id>&c=<id>&d=<id>, and &khac=1 without the rows
 * that are alike. The address says it all, so it can be sent on.
 * @import { Facts } from "./product-facts.js"
 */
import { tableFor, unknownOf } from "./compare-table.js";
import { button, make, tell, vietnamese } from "./dom.js";
import { mount as mountButtons } from "./list-buttons.js";
import * as store from "./list-store.js";
import { picker } from "./picker.js";
import { read } from "./product-facts.js";
import { tableOf } from "./product-rows.js";
import { copy } from "./share.js";
import { download } from "./table-file.js";
import { say } from "./words.js";

const LETTERS = ["a", "b", "c", "d"];
const ONLY_DIFFERENT = "khac";
/** @type {{id: string, name: string}[]} */
let chosen = [];

/** @type {(host: HTMLElement) => void} */
export function mount(host) {
  mountButtons();
  const asked = ids();
  const names = new Map([...store.items(), ...store.choices()].map(({ id, name }) => [id, name]));
  chosen = asked.length ? asked.map((id) => ({ id, name: names.get(id) ?? id })) : store.choices();
  addEventListener("popstate", () => {
    chosen = ids().map((id) => ({ id, name: id }));
    draw(host);
  });
  draw(host);
}

/** Those of the address, each once. */
function ids() {
  const said = new URLSearchParams(location.search);
  return [...new Set(LETTERS.map((letter) => said.get(letter)))].filter(store.isId);
}

/** The address of what is shown; the page is the same one, so "back" leads out of it. */
function note() {
  const url = new URL(location.href);
  LETTERS.forEach((letter, i) => {
    if (chosen[i]) url.searchParams.set(letter, chosen[i].id);
    else url.searchParams.delete(letter);
  });
  history.replaceState(history.state, "", url);
  // The page in the other language compares the same.
  for (const link of document.querySelectorAll("a[hreflang][href*='so-sanh/']")) {
    const other = new URL(/** @type {HTMLAnchorElement} */ (link).href);
    other.search = url.search;
    link.setAttribute("href", other.href);
  }
}

/** @type {(host: HTMLElement) => Promise<void>} */
async function draw(host) {
  const asked = chosen;
  const all = await Promise.all(chosen.map(({ id, name }) => read(id, name)));
  if (asked !== chosen) return;
  // By another way the same record: an id of old.
  const known = [...new Map(all.map((facts) => [facts.id, facts])).values()];
  chosen = known.map(({ id, name }) => ({ id, name }));
  note();
  const title = document.querySelector(".phead h1");
  const n = known.length;
  if (title && n) title.textContent = say("compare.title", { n });
  host.replaceChildren(...(n ? compared(host, known) : []), ...more(host));
}

/** @type {(host: HTMLElement, all: Facts[]) => HTMLElement[]} */
function compared(host, all) {
  const { table, same, differ } = tableFor(all, (facts) => takeOut(host, facts));
  table.style.setProperty("--columns", `${all.length}`);
  const name = { class: "cmp", role: "region", "aria-label": say("compare.table"), tabindex: "0" };
  const box = make("input", { type: "checkbox" });
  const region = make("div", name, table);
  const hide = () => {
    region.classList.toggle("only-different", box.checked);
    const url = new URL(location.href);
    if (box.checked) url.searchParams.set(ONLY_DIFFERENT, "1");
    else url.searchParams.delete(ONLY_DIFFERENT);
    history.replaceState(history.state, "", url);
  };
  box.checked = new URLSearchParams(location.search).has(ONLY_DIFFERENT);
  box.addEventListener("change", hide);
  hide();
  const legend = differ ? say("compare.legend") : say("compare.same");
  const tick = make("label", { class: "tick" }, box, say("compare.hide"));
  const head =
    all.length > 1
      ? [make("p", { class: "small soft" }, legend), ...(same && differ ? [tick] : [])]
      : [];
  const missing = unknownOf(all).join(", ");
  const nas = make("p", { class: "nas" }, make("b", {}, say("compare.unknown")), ` ${missing}.`);
  return [
    make("div", { class: "cmp-head" }, ...head),
    region,
    ...(missing ? [nas] : []),
    acts(all),
  ];
}

/** @type {(all: Facts[]) => HTMLElement} */
function acts(all) {
  const kept = all.map((facts) => ({ facts, note: "" }));
  return make(
    "div",
    { class: "bar-acts" },
    button(say("compare.link"), "share", () => copy(location.href)),
    button(say("list.table"), "download", () => download("so-sanh-ocop.csv", tableOf(kept))),
    button(say("list.print"), "print", () => print()),
  );
}

/** @type {(host: HTMLElement, facts: Facts) => Promise<void>} */
async function takeOut(host, { id, name }) {
  chosen = chosen.filter((each) => each.id !== id);
  keep();
  await draw(host);
  tell(say("compare.removed", { name }));
  /** @type {HTMLElement | null} */
  const next = host.querySelector(".rm, #pick");
  next?.focus();
}

/** @type {(host: HTMLElement, id: string, name: string) => Promise<void>} */
async function take(host, id, name) {
  chosen = [...chosen, { id, name }];
  keep();
  await draw(host);
  tell(say("compare.added", { name }));
  /** @type {HTMLElement | null} */
  const next = host.querySelector("#pick") ?? host.querySelector(".cmp");
  next?.focus({ preventScroll: true });
}

/** What is chosen on cards follows the table; where nothing can be kept, the address has it. */
const keep = () => void store.choose(chosen);

/** The ways to more products, as long as there is room. @type {(host: HTMLElement) => HTMLElement[]} */
function more(host) {
  const n = chosen.length;
  if (n === store.MOST_COMPARED) return [];
  const taken = new Set(chosen.map(({ id }) => id));
  const mine = store.items().filter(({ id }) => !taken.has(id));
  const chips = mine.map(({ id, name }) => {
    const made = make("button", { type: "button", class: "chip" }, vietnamese(name));
    made.addEventListener("click", () => take(host, id, name));
    return made;
  });
  const title = n ? say("compare.add") : say("compare.start");
  const find = picker(
    () => chosen.map(({ id }) => id),
    (id, name) => take(host, id, name),
  );
  return [
    make(
      "section",
      { class: "more-of" },
      make("h2", {}, title),
      ...(n === 1 ? [make("p", {}, say("compare.more"))] : []),
      ...(n ? [] : [make("p", {}, say("compare.start.text"))]),
      find,
      ...(mine.length
        ? [make("h3", {}, say("compare.fromlist")), make("div", { class: "chips" }, ...chips)]
        : []),
    ),
  ];
}
