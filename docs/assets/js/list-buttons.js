/**
 * The buttons of my list and of the comparison: makes those of cards, answers those of a product's
 * page; the number in the header; the bar with what is chosen to be compared.
 */
import { button, hush, icon, iconButton, idIn, make, page, tell, vietnamese } from "./dom.js";
import * as store from "./list-store.js";
import { say } from "./words.js";

/** @typedef {"list" | "compare"} Where */
/** What a button shows when it is on and off. @type {Record<Where, [string, string]>} */
const ICONS = { list: ["check", "plus"], compare: ["check", "compare"] };
/** @type {Record<Where, [on: string, off: string, named: string]>} */
const WORDS = {
  list: ["list.in", "list.add", "list.keep"],
  compare: ["compare.in", "compare", "compare.of"],
};
const LETTERS = ["a", "b", "c", "d"];
let mounted = false;

/** Once for the whole page; a button of a product's own page is pressed besides. @type {(element?: HTMLElement) => void} */
export function mount(element) {
  if (!mounted) {
    mounted = true;
    dress();
    document.body.append(tray, status);
    store.follow(refresh);
    refresh();
  }
  const where = element?.dataset.keep;
  if (where === "list" || where === "compare") press(where, element?.dataset[where] ?? "");
}

/** Buttons on the cards of a part of the page. @type {(root?: ParentNode) => void} */
export function dress(root = document) {
  for (const card of root.querySelectorAll(".card, .big")) {
    const link = card.querySelector(":is(h2, h3) a");
    const id = link instanceof HTMLAnchorElement && idIn(link.href);
    if (!id || card.querySelector(".keep")) continue;
    const name = link.textContent ?? "";
    const pair = [small("list", id, name), small("compare", id, name)];
    (card.querySelector(".plate") ?? link).after(make("span", { class: "keep" }, ...pair));
  }
}

/** @type {(where: Where, id: string) => void} */
const press = (where, id) =>
  toggle(where, id, document.querySelector(".prod h1")?.textContent ?? "");

/** @type {(where: Where, id: string, name: string) => HTMLButtonElement} */
function small(where, id, name) {
  const made = iconButton(say(WORDS[where][2], { name }), ICONS[where][1], () =>
    toggle(where, id, name),
  );
  made.title = say(WORDS[where][1]);
  made.dataset[where] = id;
  return made;
}

/** A button with words, which say what it has done. @type {(where: Where, id: string, name: string) => HTMLButtonElement} */
export function large(where, id, name) {
  const made = button("", ICONS[where][1], () => toggle(where, id, name));
  made.append(make("span", {}));
  made.dataset[where] = id;
  return made;
}

/** @type {Record<Where, {has: (id: string) => boolean, add: (item: store.Choice) => store.Refusal | undefined, remove: (id: string) => store.Refusal | undefined, most: number}>} */
const KEPT = {
  list: {
    has: (id) => store.items().some((item) => item.id === id),
    add: (item) => store.add([{ ...item, note: "" }]),
    remove: store.remove,
    most: store.MOST,
  },
  compare: {
    has: (id) => store.choices().some((item) => item.id === id),
    add: (item) => store.choose([...store.choices(), item]),
    remove: (id) => store.choose(store.choices().filter((item) => item.id !== id)),
    most: store.MOST_COMPARED,
  },
};

/** @type {(where: Where, id: string, name: string) => void} */
function toggle(where, id, name) {
  const kept = KEPT[where];
  const before = store.items();
  const had = kept.has(id);
  const refusal = had ? kept.remove(id) : kept.add({ id, name });
  if (refusal) return refused(refusal, where);
  // What is chosen to be compared is told by the bar.
  if (where === "compare") return hush();
  if (!had) return tell(say("list.added", { name }), toList());
  tell(say("list.removed", { name }), undo(before));
}

/** @type {(refusal: store.Refusal, where?: Where) => void} */
export function refused(refusal, where = "list") {
  const key = refusal === "many" ? `${where}.many` : `list.${refusal}`;
  tell(say(key, { n: KEPT[where].most }));
}

const toList = () => make("a", { href: page("/danh-sach/").href }, say("list.see"));

/** @type {(before: store.Item[]) => HTMLButtonElement} */
export const undo = (before) =>
  button(say("list.undo"), "", () => {
    store.setItems(before);
    hush();
  });

/** The address of the comparison of these. @type {(chosen: store.Choice[]) => string} */
export function comparison(chosen) {
  const url = page("/so-sanh/");
  chosen.forEach(({ id }, i) => {
    url.searchParams.set(LETTERS[i], id);
  });
  return url.href;
}

/** Everything as it is kept now: after a change here, in another tab, or a return to the page. */
export function refresh() {
  const mine = new Set(store.items().map(({ id }) => id));
  const chosen = store.choices();
  const compared = new Set(chosen.map(({ id }) => id));
  show("list", mine);
  show("compare", compared);
  count(mine.size);
  bar(chosen);
}

/** @type {(where: Where, ids: Set<string>) => void} */
function show(where, ids) {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll(`button[data-${where}]`);
  for (const each of buttons) {
    const on = ids.has(each.dataset[where] ?? "");
    const text = each.querySelector("span");
    if (text) text.textContent = say(WORDS[where][on ? 0 : 1]);
    else each.setAttribute("aria-pressed", `${on}`);
    each.classList.toggle("on", on);
    each.querySelector(".ic")?.replaceWith(icon(ICONS[where][on ? 0 : 1]));
  }
}

/** @type {(n: number) => void} */
function count(n) {
  for (const link of document.querySelectorAll("[data-list-count]")) {
    const label = n ? say("list.n", { n }) : say("list");
    link.setAttribute("aria-label", label);
    link.setAttribute("title", label);
    link.querySelector("b")?.remove();
    if (n) link.append(make("b", { class: "num", "aria-hidden": "true" }, `${n}`));
  }
}

const tray = make("section", { class: "tray", "aria-label": say("compare"), hidden: "" });
const status = make("p", { class: "vh", role: "status" });

/** @type {(chosen: store.Choice[]) => void} */
function bar(chosen) {
  const n = chosen.length;
  // On its own page the table itself tells what is compared.
  const shown = n > 0 && !document.querySelector("div[data-compare]");
  const held = tray.contains(document.activeElement);
  const text = say("compare.chosen", { n });
  status.textContent = n ? text : "";
  tray.hidden = !shown;
  document.documentElement.classList.toggle("has-tray", shown);
  const names = chosen.flatMap(({ name }, i) => [...(i ? [" · "] : []), vietnamese(name)]);
  const go = make("a", { class: "btn pri", href: comparison(chosen) }, say("compare.go", { n }));
  tray.replaceChildren(
    make(
      "div",
      { class: "wrap" },
      make("p", {}, make("b", {}, text), make("span", {}, ...names)),
      n > 1 ? go : make("p", { class: "small" }, say("compare.more")),
      iconButton(say("compare.clear"), "close", () => store.choose([])),
    ),
  );
  if (held) tray.querySelector(/** @type {"a"} */ ("a, button"))?.focus();
}

// A page that the browser kept for "back" may be older than the list.
addEventListener("pageshow", ({ persisted }) => persisted && refresh());
