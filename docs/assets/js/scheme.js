/** Light, dark or as the system: keeps what is chosen in partials/palette.html, and follows the system. */

const KEY = "scheme";
const system = matchMedia("(prefers-color-scheme: dark)");
/** @type {NodeListOf<HTMLInputElement>} */
const choices = document.querySelectorAll(".scheme input");

/** The choice of the page that was left; as the system where nothing may be kept. */
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @type {(choice: string) => void} */
function apply(choice) {
  const dark = choice === "auto" ? system.matches : choice === "dark";
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
}

/** @type {(choice: string) => void} */
function keep(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Refused, or full: the choice holds for this page.
  }
}

/** Also when another tab chose, or the page comes back from the browser's memory. */
function restore() {
  const choice = kept() ?? "auto";
  for (const input of choices) input.checked = input.value === choice;
  apply(choice);
}

for (const input of choices) {
  input.addEventListener("change", () => {
    keep(input.value);
    apply(input.value);
  });
}
system.addEventListener("change", () => (kept() ?? "auto") === "auto" && apply("auto"));
for (const event of ["storage", "pageshow"]) addEventListener(event, restore);
restore();
