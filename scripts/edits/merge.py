"""Two records of one product, or of one maker, become one; nothing that either says is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from scripts.edits.combine import ALL, FROM, INTO, Combiner
from scripts.edits.references import mended
from scripts.edits.rename import attachments
from scripts.edits.sources import joined, recited
from scripts.edits.types import Change, ConflictError, Data, EditError, below, rewritten, updated
from scripts.records import Reading, Record
from scripts.text.fold import fold

MERGED = ("product", "producer")
_OWN = ("id", "aliases", "merged", "sources")
_STORY = ("story", "story_by")
# Where the name goes that the record does not keep: people still look for it.
_OTHER_NAMES = {"product": "keywords", "producer": "other_names"}

Content = Callable[[PurePosixPath], bytes]
"""The bytes of a picture by its place below `products/`."""


def plan(
    reading: Reading,
    gone: Record[Any],
    kept: Record[Any],
    keep: Mapping[str, str],
    content: Content,
) -> tuple[Change, ...]:
    """The changes that let `kept` take in `gone`, whose ids become old ids of it.

    `keep` chooses "FROM" or "INTO" for a field, or for "*". ConflictError with every field that
    still needs a choice; EditError where the two cannot be merged.
    """
    _refuse(gone, kept)
    into = kept.value.model_dump()
    sources, keys = joined(into["sources"], gone.value.model_dump()["sources"])
    names = dict(_new_names(reading, gone, kept))
    other = _with_files(recited(gone.value.model_dump(), keys), names)
    dropped = _dropped(other, into, _twins(reading, gone, kept, names, content))
    other = _without(other, dropped)
    changed = _combined(kept, into, other, keep) | _ids(gone, kept) | {"sources": sources}
    return (
        rewritten(kept, updated(kept.value, changed)),
        Change(old=below(gone), new=None, before=gone.raw),
        *_pictures(gone, kept, names, dropped),
        *mended(reading, gone.kind, gone.id, kept.id),
    )


def _refuse(gone: Record[Any], kept: Record[Any]) -> None:
    if gone.kind not in MERGED:
        raise EditError("chỉ gộp được sản phẩm với sản phẩm, chủ thể với chủ thể")
    if gone.kind != kept.kind:
        raise EditError(f"{gone.path} và {kept.path} không cùng loại")
    if gone.path == kept.path:
        raise EditError(f"{gone.path}: không gộp một bản ghi vào chính nó")


def _ids(gone: Record[Any], kept: Record[Any]) -> Data:
    """The ids that lead to the kept record from now on."""
    more = [gone.id, *gone.value.aliases]
    return {
        "aliases": [*kept.value.aliases, *more],
        "merged": [*kept.value.merged, *more],
    }


def _combined(kept: Record[Any], into: Data, other: Data, keep: Mapping[str, str]) -> Data:
    """All fields but ids and sources; ConflictError, EditError for a choice that is none."""
    own = {name: value for name, value in into.items() if name not in _OWN}
    own, other = _one_teller(own, other, keep)
    combiner = Combiner(keep)
    made = combiner.fields(own, other)
    if combiner.conflicts:
        raise ConflictError(tuple(combiner.conflicts))
    idle = set(keep) - combiner.used - {ALL, *(("story_by",) if into.get("story") else ())}
    if idle:
        raise EditError(f"--keep {', '.join(sorted(idle))}: hai bản ghi không khác nhau ở đó")
    return made | _both_names(kept.kind, made, into["name"], other["name"])


def _one_teller(into: Data, other: Data, keep: Mapping[str, str]) -> tuple[Data, Data]:
    """Both with one teller of the story: a maker's own words are never mixed with an editor's.

    Where two tellers differ, the side that `keep` chooses gives the whole story.
    """
    if "story_by" not in into or into["story_by"] == other["story_by"]:
        return into, other
    side = keep.get("story_by", keep.get(ALL)) if into["story"] and other["story"] else None
    if not other["story"] or side == INTO:
        return into, other | {name: into[name] for name in _STORY}
    if not into["story"] or side == FROM:
        return into | {name: other[name] for name in _STORY}, other
    return into, other


def _both_names(kind: str, made: Data, *names: str) -> Data:
    """The name that was not kept, among the other names or keywords."""
    field = _OTHER_NAMES[kind]
    known = {fold(name) for name in (made["name"], *made[field])}
    return {field: [*made[field], *(name for name in names if fold(name) not in known)]}


def _new_names(reading: Reading, gone: Record[Any], kept: Record[Any]) -> Iterator[tuple[str, str]]:
    """For each picture of `gone` the name that is free beside `kept`."""
    taken = {place.name for place in attachments(reading, kept)}
    for place in attachments(reading, gone):
        name, number = place.name, 2
        while name in taken:
            name, number = f"{place.stem}-{number}{place.suffix}", number + 1
        taken.add(name)
        yield place.name, name


def _with_files(data: Data, names: Mapping[str, str]) -> Data:
    images = data.get("images", ())
    renamed = [{**image, "file": names.get(image["file"], image["file"])} for image in images]
    return data | ({"images": renamed} if images else {})


def _twins(
    reading: Reading,
    gone: Record[Any],
    kept: Record[Any],
    names: Mapping[str, str],
    content: Content,
) -> dict[str, str]:
    """The new name of each picture of `gone` → that of a picture of `kept` with the same bytes."""
    known = {content(place): place.name for place in attachments(reading, kept)}
    return {
        names[place.name]: known[content(place)]
        for place in attachments(reading, gone)
        if content(place) in known
    }


def _dropped(other: Data, into: Data, twins: Mapping[str, str]) -> set[str]:
    """The pictures of which `into` has the same bytes and says the same."""
    images: Sequence[Data] = other.get("images", ())
    return {
        image["file"]
        for image in images
        if {**image, "file": twins.get(image["file"])} in into["images"]
    }


def _without(other: Data, dropped: set[str]) -> Data:
    left = [image for image in other.get("images", ()) if image["file"] not in dropped]
    return other | ({"images": left} if "images" in other else {})


def _pictures(
    gone: Record[Any], kept: Record[Any], names: Mapping[str, str], dropped: set[str]
) -> Iterator[Change]:
    """Each picture moves beside the kept record; one that it has already goes."""
    old, new = below(gone).parent, below(kept).parent
    for name, moved in names.items():
        yield Change(old=old / name, new=None if moved in dropped else new / moved)
