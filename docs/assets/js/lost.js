// The pages and letters of a list come and go with its length: from one that is no more, lead to
// the beginning of the list.

const asked = location.pathname;
const whole = asked.replace(/\/trang-\d+\/$/, "/").replace(/\/a-z\/[^/]+\/$/, "/a-z/");
if (whole !== asked) {
  for (const offer of document.querySelectorAll("[data-list]")) {
    offer.querySelector("a")?.setAttribute("href", whole);
    offer.removeAttribute("hidden");
  }
}
