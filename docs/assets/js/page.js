/**
 * What pages offer beyond reading: the module of each thing comes only when it is needed. A line
 * says which elements, when, and what to import; the module exports mount(element).
 *   idle  once for each such element, when the page has loaded and rests
 *   sign  at the visitor's first movement, touch or key: for what the browser asks for and does not wait for
 *   tap   at every click on such a link or button: its own action is then not taken, unless the
 *         module does not come (a link leads where it leads without script)
 */

/** @typedef {{mount: (element: HTMLElement) => unknown}} Part */
/** @type {[selector: string, when: "idle" | "sign" | "tap", load: () => Promise<Part>][]} */
const PARTS = [
  ["[data-report]", "idle", () => import("./report.js")],
  ["[data-share]", "tap", () => import("./actions.js")],
  ["[data-mine]", "idle", () => import("./list.js")],
  ["div[data-compare]", "idle", () => import("./compare.js")],
  ["[data-list-count]", kept() ? "idle" : "sign", () => import("./list-buttons.js")],
  ["[data-keep]", "tap", () => import("./list-buttons.js")],
  ["[data-gallery] a:has(img)", "tap", () => import("./gallery.js")],
  ["body", "sign", () => import("./print.js")],
  ["[data-print]", "tap", () => import("./print.js")],
];
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll"];

/** Whether an earlier page of the visit, or of one before, has left something to show (list-store.js). */
function kept() {
  const { pathname } = new URL("../../", import.meta.url);
  try {
    return ["danh-sach", "so-sanh"].some((name) => localStorage.getItem(pathname + name));
  } catch {
    return false;
  }
}

/** @type {(then: () => void) => void} */
const rest = (then) =>
  "requestIdleCallback" in window
    ? requestIdleCallback(then, { timeout: 2000 })
    : setTimeout(then, 200);

/** For the page, or a part just added to it. @type {(root?: ParentNode) => void} */
export function dress(root = document) {
  for (const [selector, when, load] of PARTS) {
    if (when !== "idle") continue;
    /** @type {NodeListOf<HTMLElement>} */
    const found = root.querySelectorAll(selector);
    const mounted = async () => {
      const part = await load().catch(() => null);
      for (const element of part ? found : []) part?.mount(element);
    };
    if (found.length) rest(mounted);
  }
}

/** @type {(event: MouseEvent) => void} */
function tap(event) {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
  for (const [selector, when, load] of PARTS) {
    /** @type {HTMLElement | null} */
    const element = when === "tap" && target instanceof Element ? target.closest(selector) : null;
    if (!element) continue;
    event.preventDefault();
    load().then(
      ({ mount }) => mount(element),
      () => {
        if (element instanceof HTMLAnchorElement) location.assign(element.href);
        else if (element.matches("[data-print]")) print();
      },
    );
    return;
  }
}

/** Once. What does not come is done without. */
function sign() {
  for (const name of SIGNS) removeEventListener(name, sign);
  for (const [selector, when, load] of PARTS) {
    /** @type {HTMLElement | null} */
    const element = when === "sign" ? document.querySelector(selector) : null;
    if (element)
      load().then(
        ({ mount }) => mount(element),
        () => {},
      );
  }
}

for (const name of SIGNS) addEventListener(name, sign, { passive: true });
document.addEventListener("click", tap);
dress();
