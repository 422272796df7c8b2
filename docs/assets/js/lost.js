// What the error page can still do for an address that has no page.

const asked = location.pathname;

// A bar code as people copy it, or with a lot number behind it as GS1 Digital Link allows: the
// page of the code is at its 14 digits.
const scanned = asked.match(/^(.*\/01\/)(\d{8,14})(?:\/.*)?$/);
const code = scanned && `${scanned[1]}${scanned[2].padStart(14, "0")}/`;
if (code && code !== asked) location.replace(code + location.search + location.hash);

// The pages and letters of a list come and go with its length: from one that is no more, lead to
// the beginning of the list.
const whole = asked.replace(/\/trang-\d+\/$/, "/").replace(/\/a-z\/[^/]+\/$/, "/a-z/");
if (whole !== asked) {
  for (const offer of document.querySelectorAll("[data-list]")) {
    offer.querySelector("a")?.setAttribute("href", whole);
    offer.removeAttribute("hidden");
  }
}
