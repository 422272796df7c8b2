/** Small helpers of what scripts add to a page. */
import { language, root } from "./words.js";

/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>, ...children: (Node | string)[]) => HTMLElementTagNameMap[K]} */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @type {(name: string) => HTMLElement} */
export const icon = (name) => make("i", { class: `ic i-${name}`, "aria-hidden": "true" });

/** @type {(text: string, name: string, tap: () => void, look?: string) => HTMLButtonElement} */
export function button(text, name, tap, look = "btn") {
  const made = make("button", { type: "button", class: look }, ...(name ? [icon(name)] : []), text);
  made.addEventListener("click", tap);
  return made;
}

/** One with a drawing alone. @type {(label: string, name: string, tap: () => void) => HTMLButtonElement} */
export function iconButton(label, name, tap) {
  const made = button("", name, tap, "icb");
  made.setAttribute("aria-label", label);
  made.title = label;
  return made;
}

/** A name in a text: Vietnamese on English pages too. @type {(text: string) => HTMLElement} */
export const vietnamese = (text) => make("span", language === "vi" ? {} : { lang: "vi" }, text);

/** The page of a Vietnamese address in the language of this page. @type {(address: string) => URL} */
export const page = (address) =>
  new URL(`${language === "en" ? "en/" : ""}${address.slice(1)}`, root);

/** The id in the address of a product's page. @type {(href: string) => string | undefined} */
export const idIn = (href) =>
  new URL(href, location.href).pathname.match(/\/san-pham\/([a-z0-9-]+)\/$/)?.[1];

/** Says something at the foot of the screen and to screen readers, with at most one thing to do. @type {(text: string, action?: HTMLElement) => void} */
export function tell(text, action) {
  clearTimeout(hiding);
  toast.replaceChildren(make("p", {}, text), ...(action ? [action] : []));
  toast.classList.add("on");
  hiding = setTimeout(() => toast.matches(":hover, :focus-within") || hush(), 8000);
}

export function hush() {
  toast.classList.remove("on");
  toast.replaceChildren();
}

let hiding = 0;
const toast = make("div", { class: "toast", role: "status" });
document.body.append(toast);
