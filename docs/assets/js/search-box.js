/**
 * A search field with suggestions: the combobox with list autocomplete of the ARIA practices. The
 * focus stays in the field; nothing is chosen until a visitor chooses it.
 * @import { Index } from "./search-types"
 */
import { complete, follow, open, openFor, reason, say } from "./search-data.js";
import { find } from "./search-rank.js";
import { make, soughtIn, view } from "./search-view.js";

const COMBOBOX = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
const OPTION = { role: "option", "aria-selected": "false", tabindex: "-1" };
const MOST = 8;
const MOST_OF_A_KIND = 3;
const MOST_PRODUCTS = 5;
const QUIET = 400;

/** @type {(box: HTMLElement, place: number) => void} */
export function enhance(box, place) {
  const input = box.querySelector("input");
  const form = input?.form;
  if (!input || !form) return;
  const old = /** @type {HTMLElement | null} */ (box.querySelector(".hits"));
  const list = old ?? make("ul", { class: "hits", id: `search-list-${place}`, hidden: "" });
  const status = make("p", { class: "vh", role: "status" });
  if (!old) box.append(list);
  box.append(status);
  for (const [name, value] of Object.entries({ ...COMBOBOX, "aria-controls": list.id }))
    input.setAttribute(name, value);
  /** @type {HTMLAnchorElement[]} */
  let options = [];
  let active = -1;
  let timer = 0;
  /** Ends what is fetched for this field. @type {(() => void) | undefined} */
  let leave;

  /** @type {(number: number) => void} */
  function choose(number) {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    if (!option) return input?.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input?.setAttribute("aria-activedescendant", option.id);
  }

  function close() {
    choose(-1);
    list.hidden = true;
    input?.setAttribute("aria-expanded", "false");
  }

  /** Say it when the visitor pauses. @type {(text: string) => void} */
  function announce(text) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = text;
    }, QUIET);
  }

  /** @type {(rows: Node[], links: HTMLAnchorElement[]) => void} */
  function draw(rows, links) {
    close();
    options = links;
    links.forEach((link, i) => {
      link.id = `${list.id}-${i}`;
    });
    list.replaceChildren(...rows);
    // A listbox without an option is none.
    list.setAttribute("role", links.length ? "listbox" : "group");
    if (!list.hasAttribute("aria-label")) list.setAttribute("aria-label", say("suggestions"));
    // The arrows lead into it; a list that scrolls would be a stop of the tab key of its own.
    list.tabIndex = -1;
    list.hidden = !rows.length;
    input?.setAttribute("aria-expanded", String(links.length > 0));
  }

  async function suggest() {
    const typed = input?.value.trim() ?? "";
    const index = await openFor(typed).catch((error) => note(reason(error)));
    // By now the visitor may have typed on, or left.
    const current = typed === input?.value.trim() && box.contains(document.activeElement);
    if (index && current) answer(index, input?.value ?? "");
  }

  /** More data has come: nothing moves below a finger, a pointer or a chosen option. */
  async function update() {
    const index = await open();
    if (list.hidden) return;
    const held = active >= 0 || list.scrollTop > 0 || list.matches(":hover");
    if (!held) suggest();
    else if (!index.missing.length) settle(find(index, input?.value ?? "").rows.length);
  }

  /** What is shown stays; in the place of what was awaited, the way to all results. @type {(n: number) => void} */
  function settle(n) {
    const wait = list.querySelector(".wait");
    if (!wait) return;
    const link = all(input?.value.trim() ?? "", n);
    link.id = `${list.id}-${options.length}`;
    options.push(link);
    wait.replaceWith(item(link));
    announce(say("all", { n }));
  }

  /** @type {(text: string) => void} */
  function note(text) {
    draw([remark(text)], []);
    announce(text);
  }

  /** @type {(index: Index, typed: string) => void} */
  function answer(index, typed) {
    const q = typed.trim();
    if (!q) return draw([], []);
    const waits = index.missing.length > 0 && !index.failed;
    const result = find(index, typed);
    const guess = result.stage === "typo" || result.stage === "part";
    const sought = soughtIn(result);
    // What is still to come may match exactly.
    const rows = guess && waits ? [] : pick(index, result.rows);
    if (!rows.length && !index.missing.length) return note(say("none", { q }));
    const links = rows.map((row) => {
      const { title, kind, detail, href } = view(index, row, sought);
      const parts = [make("b", {}, ...title), make("em", {}, kind)];
      if (detail.length) parts.push(make("span", {}, ...detail));
      return make("a", { href }, ...parts);
    });
    const shown = links.length;
    if (result.rows.length > shown && !waits) links.push(all(q, result.rows.length));
    if (index.failed) links.push(again(q));
    const items = links.map((link) => item(link));
    const near = guess && shown ? say("near", { q }) : "";
    if (near) items.unshift(remark(near));
    if (waits) items.push(remark(say("loading"), "note wait"));
    draw(items, links);
    // Said once, when everything is there.
    if (waits) clearTimeout(timer);
    else
      announce(
        [near, say("count", { n: links.length }), index.failed && say("partial")]
          .filter(Boolean)
          .join(" "),
      );
  }

  /** @type {(text: string, style?: string) => HTMLLIElement} */
  const remark = (text, style = "note") => make("li", { class: style, role: "none" }, text);

  /** Asks for the data that could not be loaded. @type {(q: string) => HTMLAnchorElement} */
  function again(q) {
    const link = all(q, 0);
    link.replaceChildren(`${say("partial")} `, make("b", {}, say("again")));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      complete().then(suggest);
      suggest();
    });
    return link;
  }

  /** @type {(q: string, n: number) => HTMLAnchorElement} */
  function all(q, n) {
    const href = new URL(form?.action ?? "");
    href.search = String(new URLSearchParams({ q }));
    return make("a", { href: `${href}`, class: "all" }, say("all", { n }));
  }

  /** @type {(link: HTMLAnchorElement) => HTMLLIElement} */
  function item(link) {
    for (const [name, value] of Object.entries(OPTION)) link.setAttribute(name, value);
    return make("li", { class: "hit", role: "none" }, link);
  }

  /** @type {Record<string, () => number>} */
  const moves = {
    ArrowDown: () => (active + 1) % options.length,
    ArrowUp: () => (active < 1 ? options.length : active) - 1,
    Home: () => 0,
    End: () => options.length - 1,
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const shown = !list.hidden;
    if (key === "Escape" && shown) close();
    else if (key === "Enter" && shown && active >= 0) options[active].click();
    else if (key.startsWith("Arrow") && key in moves && !shown) suggest();
    else if (key in moves && options.length && shown && (active >= 0 || key.startsWith("Arrow")))
      choose(moves[key]());
    else return;
    event.preventDefault();
  });
  function enter() {
    leave ??= follow(update);
    suggest();
  }

  input.addEventListener("input", suggest);
  input.addEventListener("focus", enter);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("pointerleave", update);
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (box.contains(/** @type {Node | null} */ (relatedTarget))) return;
    close();
    leave?.();
    leave = undefined;
  });
  if (box.contains(document.activeElement)) enter();
}

/** The best rows, few of each kind, those of a kind together. @type {(index: Index, rows: Iterable<number>) => number[]} */
function pick({ kinds, first }, rows) {
  /** @type {Map<number, number[]>} */
  const chosen = new Map();
  let left = MOST;
  for (const row of rows) {
    const kind = kinds[row];
    const those = chosen.get(kind) ?? [];
    const most = first.kinds[kind].id === "product" ? MOST_PRODUCTS : MOST_OF_A_KIND;
    if (those.length === most) continue;
    chosen.set(kind, [...those, row]);
    if (!--left) break;
  }
  return [...chosen.values()].flat();
}
