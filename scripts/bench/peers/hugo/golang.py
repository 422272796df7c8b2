"""Shapes as Go templates: the common part as it stands, a value where pages differ."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.bench.peers.hugo.markup import ROOT, VOID
from scripts.bench.peers.hugo.shape import Shape, Slot

# What the escaping of Go would not let through, or would work on needlessly.
SAFE = {"style": " | safeCSS", "href": " | safeURL", "src": " | safeURL", "action": " | safeURL"}


def literal(html: str) -> str:
    """Text that the template prints as it is."""
    return html.replace("{{", "{{ `{{` }}").replace(ROOT, "{{ $r }}")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the template of pages, which show cards by `partial`, or of a card.

    `dot` is what the names of an element's values follow: ".", or the name of the element itself.
    A card stands on pages of any depth: it puts the path to the root into its values itself.
    """

    partial: str = ""

    def template(self, shape: Shape, dot: str) -> str:
        """The template of an element whose values lie at `dot`."""
        if shape.tag == "card":
            id = dot + "a0"
            return f'{{{{ partialCached "{self.partial}" (dict "id" {id} "r" $r) {id} $r }}}}'
        opening = f"<{shape.tag}{self._attributes(shape, dot)}>" if shape.tag else ""
        closing = f"</{shape.tag}>" if shape.tag and shape.tag not in VOID else ""
        return opening + self._inside(shape, dot) + closing

    def _inside(self, shape: Shape, dot: str) -> str:
        if shape.children:
            members = enumerate(shape.children.values())
            return "".join(self._child(shape, child, f"c{n}", dot) for n, child in members) + "\n"
        if not shape.varies:
            return literal(shape.inner or "")
        words = dot if shape.plain else dot + "t"
        return self._value(words, " | safeHTML" if shape.rich else "", marked=shape.rich)

    def _child(self, shape: Shape, child: Shape, name: str, dot: str) -> str:
        place = dot + name
        space = literal(child.space)
        if child.many or shape.optional(child):
            word = "range" if child.many else "with"
            return f"{{{{ {word} {place} }}}}{space}{self.template(child, '.')}{{{{ end }}}}"
        return space + self.template(child, place)

    def _attributes(self, shape: Shape, dot: str) -> str:
        shorts = {name: short for short, name in shape.open_slots}
        return "".join(
            self._attribute(name, slot, dot + shorts[name], always=slot.times == shape.times)
            if name in shorts
            else f" {name}"
            if slot.value is None
            else f' {name}="{literal(slot.value)}"'
            for name, slot in shape.slots.items()
        )

    def _attribute(self, name: str, slot: Slot, place: str, *, always: bool) -> str:
        if slot.value is None:
            return f"{{{{ if {place} }}}} {name}{{{{ end }}}}"
        dot = place if always else "."
        value = self._slot(name, slot, dot) if slot.varies else literal(slot.value)
        printed = f' {name}="{value}"'
        return printed if always else f"{{{{ with {place} }}}}{printed}{{{{ end }}}}"

    def _slot(self, name: str, slot: Slot, dot: str) -> str:
        printed = self._value(dot, SAFE.get(name, ""), marked=slot.marked and not slot.rooted)
        return "{{ $r }}" + printed if slot.rooted else printed

    def _value(self, dot: str, how: str, *, marked: bool) -> str:
        if marked and not self.partial:
            return f'{{{{ replace {dot} "{ROOT}" $r{how} }}}}'
        return f"{{{{ {dot}{how} }}}}"
