/** A field that finds products by the rule of the search, to choose some of them. */
import { idIn, make } from "./dom.js";
import { follow, openFor, reason } from "./search-data.js";
import { find } from "./search-rank.js";
import { soughtIn, view } from "./search-view.js";
import { say } from "./words.js";

const MOST = 6;
const QUIET = 400;

/** `chosen` are left out; `choose` is told the product. @type {(chosen: () => string[], choose: (id: string, name: string) => void) => HTMLElement} */
export function picker(chosen, choose) {
  const input = make("input", {
    type: "search",
    id: "pick",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const list = make("ul", { class: "picks" });
  const status = make("p", { class: "vh", role: "status" });
  let timer = 0;
  /** @type {(() => void) | undefined} */
  let leave;

  async function look() {
    const typed = input.value;
    if (!typed.trim()) return list.replaceChildren();
    const index = await openFor(typed).catch((error) => tell(reason(error)));
    if (!index || typed !== input.value) return;
    const result = find(index, typed);
    const sought = soughtIn(result);
    const taken = new Set(chosen());
    /** @type {HTMLElement[]} */
    const found = [];
    for (const row of result.rows) {
      if (found.length === MOST) break;
      if (index.first.kinds[index.kinds[row]].id !== "product") continue;
      const { name, title, detail, href } = view(index, row, sought);
      const id = idIn(href);
      if (id && !taken.has(id)) found.push(option(id, name, title, detail));
    }
    list.replaceChildren(...found);
    if (found.length || !index.missing.length)
      tell(
        found.length ? say("compare.found", { n: found.length }) : say("compare.nothing"),
        !found.length,
      );
  }

  /** Said when the visitor pauses. @type {(text: string, shown?: boolean) => void} */
  function tell(text, shown = true) {
    if (shown) list.replaceChildren(make("li", { class: "small soft" }, text));
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = text;
    }, QUIET);
  }

  /** @type {(id: string, name: string, title: (Node | string)[], detail: (Node | string)[]) => HTMLElement} */
  function option(id, name, title, detail) {
    const made = make(
      "button",
      { type: "button" },
      make("b", {}, ...title),
      make("span", {}, ...detail),
    );
    made.addEventListener("click", () => choose(id, name));
    return make("li", {}, made);
  }

  input.addEventListener("input", look);
  input.addEventListener("focus", () => {
    leave ??= follow(look);
  });
  const box = make("div", { class: "picker" });
  box.append(make("label", { for: "pick" }, say("compare.field")), input, list, status);
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (box.contains(/** @type {Node | null} */ (relatedTarget))) return;
    leave?.();
    leave = undefined;
  });
  return box;
}
