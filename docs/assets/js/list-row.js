/**
 * One product of the list: what its page says, a note, its place, and the ways out.
 * @import { Facts } from "./product-facts.js"
 * @import { Item } from "./list-store.js"
 */
import { button, iconButton, make, page, tell, vietnamese } from "./dom.js";
import { large, refresh, refused, undo } from "./list-buttons.js";
import * as store from "./list-store.js";
import { picture, read, standing } from "./product-facts.js";
import { run } from "./validity.js";
import { say } from "./words.js";

/** @typedef {{element: HTMLLIElement, facts: Promise<Facts>, set: (item: Item, at: number, n: number) => void}} Row */
const SIZES = "(min-width: 640px) 9rem, 84px";

/** A row of my own list, or of a copy that cannot be changed. @type {(item: Item, mine: boolean) => Row} */
export function row(item, mine) {
  const { id, name } = item;
  const body = make("div", { class: "body" });
  const plate = make("div", { class: "pic" }, make("div", { class: "plate" }));
  const tools = make("div", { class: "tools" }, large("compare", id, name));
  const element = make("li", { class: "kept" }, plate, body);
  const note = mine ? noteField(item) : noteText(item);
  const order = mine ? ordering(item) : [];
  if (mine) tools.append(...order, removal(item));
  else tools.prepend(large("list", id, name));
  element.append(note, tools);
  const link = make("a", { href: page(`/san-pham/${id}/`).href }, vietnamese(name));
  body.append(make("h2", {}, link));

  /** @type {(facts: Facts) => void} */
  const show = (facts) => {
    plate.replaceChildren(
      ...(facts.plate ? picture(facts, SIZES) : [make("div", { class: "plate" })]),
    );
    body.replaceChildren(...said(facts, fill));
    run(element);
    if (mine && !facts.lack) store.rename(id, facts.id, facts.name);
    refresh();
  };
  function fill() {
    made.facts = read(id, name);
    made.facts.then(show);
  }
  /** @type {Row} */
  const made = {
    element,
    facts: read(id, name),
    set(now, at, n) {
      const area = note.querySelector("textarea");
      if (area && area !== document.activeElement && area.value !== now.note) fit(area, now.note);
      order.forEach((each, i) => {
        each.disabled = at === (i ? n - 1 : 0);
      });
    },
  };
  fill();
  return made;
}

/** @type {(facts: Facts, again: () => void) => HTMLElement[]} */
function said(facts, again) {
  const { name, href, lack, rows } = facts;
  const link = make("a", { href }, vietnamese(name));
  const title = make("h2", {}, lack === "gone" ? vietnamese(name) : link);
  if (lack === "failed")
    return [
      title,
      make("p", { class: "small soft" }, `${say("list.failed")} `),
      button(say("list.again"), "", again),
    ];
  if (lack) return [title, make("p", { class: "small soft" }, say(`list.${lack}`))];
  const by = [...rows].slice(0, 2).map(([label, cell]) => {
    if (cell.querySelector(".na")) return make("span", {}, `${label}: ${say("compare.none")}`);
    const copy = /** @type {Element} */ (cell.cloneNode(true));
    for (const more of copy.querySelectorAll("small")) more.remove();
    // The name alone leads on, as on cards.
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return make("span", {}, ...copy.childNodes);
  });
  const state = standing(facts, ".rank");
  const dates = standing(facts, ".val").flatMap((each) => [...each.childNodes]);
  state[0]?.append(...dates);
  return [title, ...state, make("p", { class: "by" }, ...by)];
}

/** @type {(item: Item) => HTMLElement} */
function noteField({ id, name, note }) {
  const area = make("textarea", {
    rows: "1",
    maxlength: `${store.LONGEST_NOTE}`,
    placeholder: say("list.note.hint"),
    "aria-label": say("list.note.of", { name }),
  });
  fit(area, note);
  area.addEventListener("input", () => fit(area, area.value));
  area.addEventListener("change", () => {
    const refusal = store.setNote(id, area.value.trim());
    if (refusal) refused(refusal);
  });
  return make(
    "div",
    { class: "note" },
    make("span", { "aria-hidden": "true" }, say("list.note")),
    area,
  );
}

/** As high as its text; paper has no fields, so it prints the text behind it. @type {(area: HTMLTextAreaElement, text: string) => void} */
function fit(area, text) {
  if (area.value !== text) area.value = text;
  area.rows = Math.min(8, Math.max(1, text.split("\n").length, Math.ceil(text.length / 38)));
  queueMicrotask(() => area.parentElement?.setAttribute("data-note", text));
}

/** @type {(item: Item) => HTMLElement} */
const noteText = ({ note }) =>
  make(
    "div",
    { class: "note" },
    ...(note ? [make("span", {}, say("list.note")), make("p", {}, note)] : []),
  );

/** @type {(item: Item) => HTMLButtonElement[]} */
function ordering({ id, name }) {
  const made = ["up", "down"].map((way, i) =>
    iconButton(say(`list.${way}.of`, { name }), way, () => go(i ? 1 : -1)),
  );
  /** @type {(by: number) => void} */
  function go(by) {
    const refusal = store.move(id, by);
    if (refusal) return refused(refusal);
    const n = store.items().length;
    const place = store.items().findIndex((item) => item.id === id) + 1;
    tell(say("list.moved", { name, place, n }));
    // Moved in the page, a button loses the focus; at an end it is of no use.
    const [first, second] = by < 0 ? made : [made[1], made[0]];
    (first.disabled ? second : first).focus();
  }
  return made;
}

/** @type {(item: Item) => HTMLButtonElement} */
const removal = ({ id, name }) =>
  iconButton(say("list.remove.of", { name }), "close", () => {
    const before = store.items();
    const at = before.findIndex((item) => item.id === id);
    const refusal = store.remove(id);
    if (refusal) return refused(refusal);
    tell(say("list.removed", { name }), undo(before));
    // To the one that stands there now.
    const left = document.querySelectorAll(".kept");
    const next = left[Math.min(at, left.length - 1)]?.querySelector("a");
    (next ?? document.querySelector(/** @type {"a"} */ ("[data-mine] a")))?.focus();
  });
