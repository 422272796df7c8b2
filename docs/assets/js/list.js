/**
 * The page of my list: as it is kept on this device, or as somebody's address tells it.
 * @import { Item } from "./list-store.js"
 * @import { Row } from "./list-row.js"
 */
import { button, make, page, tell } from "./dom.js";
import * as address from "./list-address.js";
import { comparison, mount as mountButtons, refresh, refused, undo } from "./list-buttons.js";
import { row } from "./list-row.js";
import * as store from "./list-store.js";
import { tableOf, textFor } from "./product-rows.js";
import { copy, send } from "./share.js";
import { download } from "./table-file.js";
import { status } from "./validity.js";
import { language, say } from "./words.js";

/** @type {Map<string, Row>} */
let rows = new Map();
/** What the rows were made for: my list, or the address of a copy. */
let shown = "";
const list = make("ol", { class: "keeps" });
const count = make("p", { class: "count num", role: "status" });
const panel = make("div", { class: "panel", hidden: "" });

/** @type {(host: HTMLElement) => void} */
export function mount(host) {
  mountButtons();
  const draw = () => fill(host, address.read(location.hash));
  addEventListener("hashchange", draw);
  store.follow(draw);
  draw();
}

/** @type {(host: HTMLElement, copied: Item[] | undefined) => void} */
function fill(host, copied) {
  const items = copied ?? store.items();
  const [title, lead] = document.querySelectorAll(".phead > *");
  title.textContent = say(copied ? "copy.title" : "list");
  lead?.toggleAttribute("hidden", !!copied);
  const key = copied ? location.hash : "mine";
  if (key !== shown) {
    rows = new Map();
    list.replaceChildren();
    close();
    shown = key;
  }
  arrange(items, !copied);
  count.textContent = items.length ? say("list.count", { n: items.length }) : "";
  const parts = items.length
    ? [count, bar(items, !copied), panel, list, printed()]
    : [copied ? wrong() : empty()];
  const now = [...(copied ? [banner(copied)] : []), ...parts];
  // What stays is not moved: the focus is in it.
  for (const old of [...host.children])
    if (!now.includes(/** @type {HTMLElement} */ (old))) old.remove();
  now.forEach((part, i) => {
    if (host.children[i] !== part) host.insertBefore(part, host.children[i] ?? null);
  });
  refresh();
}

/** The rows in the order of the items; those that are there already only change places. @type {(items: Item[], mine: boolean) => void} */
function arrange(items, mine) {
  const ids = new Set(items.map(({ id }) => id));
  for (const [id, { element }] of rows) if (!ids.has(id)) element.remove() ?? rows.delete(id);
  items.forEach((item, at) => {
    const made = rows.get(item.id) ?? row(item, mine);
    rows.set(item.id, made);
    if (list.children[at] !== made.element)
      list.insertBefore(made.element, list.children[at] ?? null);
    made.set(item, at, items.length);
  });
}

/** @type {(items: Item[], mine: boolean) => HTMLElement} */
function bar(items, mine) {
  const n = items.length;
  const acts = [
    button(say("share"), "share", () => open("share", sharing(items))),
    button(say("list.text"), "mail", () => open("text", texting(items))),
    button(say("list.table"), "download", () => save(items)),
    button(say("list.print"), "print", () => whole(items).then(() => print())),
  ];
  if (n > 1 && n <= store.MOST_COMPARED)
    acts.unshift(
      button(say("compare.go", { n }), "compare", () => location.assign(comparison(items))),
    );
  if (mine) acts.push(button(say("list.clear"), "close", () => clear(items)));
  return make("div", { class: "bar-acts", role: "group", "aria-label": say("list") }, ...acts);
}

function clear(/** @type {Item[]} */ before) {
  const refusal = store.setItems([]);
  if (refusal) return refused(refusal);
  tell(say("list.cleared"), undo(before));
  document.querySelector("h1")?.setAttribute("tabindex", "-1");
  document.querySelector("h1")?.focus();
}

/** @type {(name: string, content: HTMLElement[]) => void} */
function open(name, content) {
  if (panel.dataset.open === name) return close();
  panel.dataset.open = name;
  panel.replaceChildren(...content);
  panel.hidden = false;
  panel.querySelector("h2")?.focus();
}

function close() {
  panel.hidden = true;
  delete panel.dataset.open;
}

/** @type {(items: Item[]) => HTMLElement[]} */
function sharing(items) {
  const field = make("input", { readonly: "", "aria-label": say("share.address"), class: "wide" });
  const box = make("input", { type: "checkbox" });
  const write = () => {
    const url = page("/danh-sach/");
    url.hash = address.write(items, box.checked);
    field.value = url.href;
  };
  box.addEventListener("change", write);
  field.addEventListener("focus", () => field.select());
  write();
  const noted = items.some(({ note }) => note);
  return [
    make("h2", { tabindex: "-1" }, say("share.title")),
    make("p", { class: "small" }, say("share.text")),
    ...(noted ? [make("label", { class: "tick" }, box, say("share.notes"))] : []),
    field,
    offers(
      () => field.value,
      () => ({ title: say("share.head", { n: items.length }), url: field.value }),
      say("share.copy"),
    ),
  ];
}

/** @type {(items: Item[]) => HTMLElement[]} */
function texting(items) {
  const area = make("textarea", {
    readonly: "",
    rows: "10",
    "aria-label": say("list.text"),
    class: "wide",
  });
  const title = say("share.head", { n: items.length });
  whole(items).then((kept) => {
    area.value = textFor(kept);
  });
  area.addEventListener("focus", () => area.select());
  return [
    make("h2", { tabindex: "-1" }, say("list.text")),
    area,
    offers(
      () => area.value,
      () => ({ title, text: area.value }),
      say("share.copy.text"),
    ),
  ];
}

/** @type {(text: () => string, data: () => {title: string}, label: string) => HTMLElement} */
function offers(text, data, label) {
  const acts = [button(label, "doc", () => copy(text()))];
  // Where a sheet is offered at all.
  if ("share" in navigator)
    acts.unshift(button(say("share.send"), "share", () => send(data()), "btn pri"));
  return make("div", { class: "bar-acts" }, ...acts);
}

/** All with what their pages say, and a word on those that could not be read. @type {(items: Item[]) => Promise<import("./product-rows.js").Kept[]>} */
async function whole(items) {
  const kept = await Promise.all(
    items.map(async ({ id, note }) => ({
      note,
      facts: await /** @type {Row} */ (rows.get(id)).facts,
    })),
  );
  const n = kept.filter(({ facts }) => facts.lack === "failed").length;
  if (n) tell(say("list.partial", { n }));
  return kept;
}

/** @type {(items: Item[]) => Promise<void>} */
const save = async (items) => download("danh-sach-ocop.csv", tableOf(await whole(items)));

/** On paper nothing tells the day by itself. */
function printed() {
  const build = document.querySelector("meta[name=build-day]")?.getAttribute("content") ?? "";
  const day = new Date(status([], Date.now(), build).day);
  const form = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "vi-VN", {
    timeZone: "UTC",
    day: "numeric",
    month: language === "en" ? "long" : "numeric",
    year: "numeric",
  });
  return make("p", { class: "printed" }, say("list.printed", { date: form.format(day) }));
}

function empty() {
  /** @type {(word: string, to: string, look?: string) => HTMLElement} */
  const door = (word, to, look = "btn") =>
    make("a", { class: look, href: page(to).href }, say(word));
  return make(
    "div",
    { class: "empty" },
    make("h2", {}, say("list.empty")),
    make("p", {}, say("list.empty.text")),
    make(
      "div",
      { class: "bar-acts" },
      door("list.empty.products", "/san-pham/", "btn pri"),
      door("list.empty.five", "/hang-sao/5-sao/"),
      door("list.empty.places", "/dia-phuong/"),
    ),
  );
}

const toMine = () => make("a", { class: "btn", href: page("/danh-sach/").href }, say("copy.mine"));

const wrong = () => make("p", { class: "notice" }, say("copy.wrong"));

/** What a copy is, and the way to keep it: what is kept already stays as it is. @type {(copied: Item[]) => HTMLElement} */
function banner(copied) {
  const mine = store.items();
  const known = new Set(mine.map(({ id }) => id));
  const fresh = copied.filter(({ id }) => !known.has(id));
  const n = fresh.length;
  const keep = button(say("copy.keep", { n }), "plus", () => adopt(fresh), "btn pri");
  const acts = n ? [keep, toMine()] : [toMine()];
  const text = say("copy.text", { n: mine.length });
  return make(
    "div",
    { class: "notice" },
    make("p", {}, text, ...(copied.length && !n ? [` ${say("copy.kept")}`] : [])),
    make("div", { class: "bar-acts" }, ...acts),
  );
}

/** @type {(fresh: Item[]) => Promise<void>} */
async function adopt(fresh) {
  // Under the names of the records, which the address does not tell.
  const named = await Promise.all(
    fresh.map(async (item) => {
      const facts = await rows.get(item.id)?.facts;
      return { ...item, id: facts?.id ?? item.id, name: facts?.name ?? item.name };
    }),
  );
  const refusal = store.add(named);
  if (refusal) refused(refusal);
  else location.assign(page("/danh-sach/").href);
}
