// Leads on from an address of old, with query and fragment. Not a module: those run only when
// the whole page is there. `replace` leaves no entry in the history that "back" would run into.
{
  const to = document.currentScript?.dataset.to;
  if (to) location.replace(to + location.search + location.hash);
}
