/**
 * On the contact page, asked for from a product's page (?trang=<id>): a form that names the page
 * already, to copy or to send with whatever the visitor has. Nothing is sent from here.
 */
import { button, icon, make, page, tell } from "./dom.js";
import { say } from "./words.js";

/** @type {(place: HTMLElement) => Promise<void>} */
export async function mount(place) {
  const id = new URLSearchParams(location.search).get("trang") ?? "";
  if (!/^[a-z0-9-]+$/.test(id)) return;
  const { href } = page(`/san-pham/${id}/`);
  const lines = say("report.text", { address: href });
  const field = make("textarea", { rows: `${lines.split("\n").length + 3}`, id: "mau-bao" });
  field.value = lines;
  const row = make("p", { class: "acts" }, copier(field));
  if ("share" in navigator) row.append(sender(field));
  const mail = place.querySelector("a[href^='mailto:']")?.getAttribute("href");
  if (mail) row.append(letter(mail, field, id));
  const link = make("a", { href }, href);
  place.prepend(
    make("h2", {}, say("report")),
    make("p", {}, `${say("report.page")} `, link),
    make("label", { for: field.id, class: "vh" }, say("report")),
    field,
    row,
  );
  // It stands at the end of the page, and is what the visitor came for.
  place.scrollIntoView();
}

/** @type {(field: HTMLTextAreaElement) => HTMLButtonElement} */
const copier = (field) =>
  button(say("report.copy"), "doc", async () => {
    field.select();
    const done = await navigator.clipboard.writeText(field.value).then(
      () => true,
      () => false,
    );
    tell(say(done ? "share.done" : "share.failed"));
  });

/** @type {(field: HTMLTextAreaElement) => HTMLButtonElement} */
const sender = (field) =>
  button(say("report.send"), "share", () => {
    // Closed without a choice: nothing more is wanted.
    navigator.share({ text: field.value }).catch(() => {});
  });

/** @type {(mail: string, field: HTMLTextAreaElement, id: string) => HTMLAnchorElement} */
function letter(mail, field, id) {
  const link = make("a", { class: "btn", href: mail }, icon("mail"), say("report.mail"));
  const subject = encodeURIComponent(say("report.subject", { name: id }));
  link.addEventListener("click", () => {
    link.href = `${mail}?subject=${subject}&body=${encodeURIComponent(field.value)}`;
  });
  return link;
}
