/**
 * Paper. While the browser prints, margin boxes get the page's title, address and day, lists get a
 * head row, a product becomes a slip (slip.js); print.css lays it out and does without all this
 * where no script ran. Brought in at the visitor's first sign: the browser's menu gives no time.
 */
import { make } from "./dom.js";
import { slip } from "./slip.js";
import { status } from "./validity.js";
import { language, say } from "./words.js";

const root = document.documentElement;
/** What to take away afterwards. @type {Element[]} */
let added = [];

/** The page's own address: what it publishes itself as, else where it was read. */
export function address() {
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector("link[rel=canonical]");
  // A question asked of a list is part of what is printed; in a product's address it would be noise.
  const asked = document.querySelector(".prod") ? "" : location.search;
  return (canonical?.href ?? location.origin + location.pathname) + asked;
}

/** The day that validity is told for, in words; whether the device's clock is behind the site. */
export function lookup() {
  const meta = document.querySelector("meta[name=build-day]")?.getAttribute("content");
  const { day, early } = status([], Date.now(), meta ?? "");
  const form = language === "en" ? "long" : "numeric";
  const words = new Date(day).toLocaleDateString(language === "en" ? "en-GB" : "vi-VN", {
    day: "numeric",
    month: form,
    year: "numeric",
    timeZone: "UTC",
  });
  return { day: words, early };
}

/** @type {(name: string, text: string) => void} */
const tell = (name, text) => root.style.setProperty(`--print-${name}`, JSON.stringify(text));

/** @type {(list: Element) => Element} */
function head(list) {
  const cells = ["name", "state.head", "by"].map((key) => make("b", {}, say(`print.${key}`)));
  const row = make("li", { class: "thead" }, make("div", {}, ...cells));
  list.prepend(row);
  return row;
}

function before() {
  clear();
  const { day, early } = lookup();
  const result = document.querySelector("[data-search-results]:not([hidden]) h2")?.textContent;
  const title = document.title.split(" – ").slice(0, -1).join(" – ") || document.title;
  tell("title", result ? `${title}: ${result}` : title);
  // Two lines; a line break in a style's text is written so.
  root.style.setProperty(
    "--print-foot",
    `${JSON.stringify(address())} "\\A " ${JSON.stringify(say("print.day", { day }))}`,
  );
  tell("state", ` ${say("print.state", { day })}`);
  added = Array.from(document.querySelectorAll(".page .cards"), head);
  const product = document.querySelector(".prod");
  if (product) added.push(...slip(product, { address: address(), day, early }));
}

function after() {
  root.removeAttribute("data-slip");
  clear();
}

function clear() {
  for (const element of added) element.remove();
  added = [];
}

/** @type {(element: HTMLElement) => void} */
export function mount(element) {
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  if (!element.matches("[data-print]")) return;
  root.toggleAttribute("data-slip", !!document.querySelector(".prod"));
  print();
}
