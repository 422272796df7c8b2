/** The slip of a product ("phiếu tra cứu"): of which day and version it tells, where to check it. */
import { make } from "./dom.js";
import { say } from "./words.js";

/** @type {typeof import("lean-qr/nano")} */
const { correction, generate } = await import(
  new URL("../vendor/lean-qr/nano.js", import.meta.url).href
);
const SVG = "http://www.w3.org/2000/svg";
/** Sources that fit on the smallest slip. */
const SOURCES = 3;

/** The code of an address as one path, without a quiet zone. @type {(text: string) => Element} */
export function code(text) {
  const made = generate(text, { minCorrectionLevel: correction.M });
  const { size } = made;
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (made.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("viewBox", `0 0 ${size} ${size}`);
  image.setAttribute("role", "img");
  image.setAttribute("aria-label", text);
  image.append(document.createElementNS(SVG, "path"));
  image.firstElementChild?.setAttribute("d", path);
  return image;
}

/** @type {(selector: string, root?: ParentNode) => string} */
const text = (selector, root = document) =>
  root.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";

/** What the latest certificate is known from: name and address of each. */
function sources() {
  const from = document.querySelector(".ans .ref") ?? document.querySelector(".tl li > .ref");
  const names = new Set(Array.from(from?.querySelectorAll("a") ?? [], ({ hash }) => hash));
  return Array.from(names)
    .map((name) => document.querySelector(`.src li${name}`))
    .filter((item) => item !== null)
    .slice(0, SOURCES)
    .map((item) => {
      const copy = /** @type {Element} */ (item.cloneNode(true));
      copy.removeAttribute("id");
      copy.querySelector(":scope > span:not([lang])")?.remove();
      return copy;
    });
}

/** @type {(key: string, value: string) => HTMLElement[]} */
const row = (key, value) =>
  value ? [make("div", {}, make("dt", {}, say(`slip.${key}`)), make("dd", {}, value))] : [];

/**
 * Puts the slip's title and its foot into the page; tells what was added.
 * @type {(product: Element, look: {address: string, day: string, early: boolean}) => Element[]}
 */
export function slip(product, { address, day, early }) {
  const title = make("p", { class: "slip-title" }, say("slip.title"));
  const facts = make(
    "dl",
    {},
    ...row("day", early ? say("slip.early", { day }) : day),
    ...row("version", text(".stamp p")),
    ...row("record", text("[data-record]")),
  );
  const known = sources();
  const from = [make("h2", {}, say("slip.sources")), make("ol", { class: "src" }, ...known)];
  const foot = make(
    "aside",
    { class: "slip", "aria-label": say("slip.title") },
    code(address),
    make("div", {}, make("p", { class: "where" }, address), facts),
    ...(known.length ? [make("div", { class: "from" }, ...from)] : []),
    make("p", { class: "proves" }, say("slip.proves")),
  );
  document.querySelector(".top .wrap")?.append(title);
  product.after(foot);
  return [title, foot];
}
