"""The composition root: records → problems → catalogue → pages and assets → a tree of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType

from scripts import checks, exports, i18n, pages, records, repository, specimens
from scripts.checks import report
from scripts.exports import counts
from scripts.exports.manifest import Origin, with_manifest
from scripts.images.album import PhotoError as PhotoError
from scripts.images.album import develop
from scripts.images.cache import Photo, Stored
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages import environment
from scripts.pages.types import Asset, Page, Picture, Rendition, Settings
from scripts.press import editorial
from scripts.press.edition import Edition, Printed
from scripts.press.verify import verify
from scripts.processes import Report, without_collector
from scripts.records import Problem, Reading
from scripts.text import dates

ROOT = Path(__file__).resolve().parent.parent
PRODUCTS = ROOT / "products"
DOCS = ROOT / "docs"
ENGINE = ROOT / "mkdocs.yml"
PHOTOS = ROOT / ".cache" / "photos"
VIETNAM = timezone(timedelta(hours=7))


class RefusedError(Exception):
    """The records have errors; `problems` holds all that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(report.text(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was read, and what is wrong with it."""

    reading: Reading
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether a site may be made of it: no error, warnings allowed."""
        return all(problem.severity != "error" for problem in self.problems)


def today() -> date:
    """The day in Vietnam (UTC+7, no summer time)."""
    return datetime.now(VIETNAM).date()


@without_collector()
def check(products: Path, day: date) -> Checked:
    """Read and check all records; never raises for what people wrote."""
    reading = records.read(products)
    return Checked(reading=reading, problems=tuple(checks.run(reading, day)))


@without_collector()
def catalogue(checked: Checked, day: date) -> Catalogue:
    """The catalogue of sound records; RefusedError where they are not."""
    if not checked.sound:
        raise RefusedError(checked.problems)
    return build(checked.reading, day)


Named = tuple[str, str]
NO_PHOTOS: Mapping[Path, Photo] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """The pictures by product id and name of the original, and the files they consist of."""

    pictures: Mapping[Named, Picture] = field(default_factory=dict)
    assets: tuple[Asset, ...] = ()
    photos: Mapping[Path, Photo] = field(default_factory=dict)


def photographs(checked: Checked) -> dict[Named, Path]:
    """The images that products name, in the order of the records."""
    return {
        (record.id, image.file): record.file.parent / image.file
        for record in checked.reading.records
        if record.kind == "product"
        for image in record.value.images
    }


def album(
    files: Mapping[Named, Path],
    report: Report = lambda done: None,
    cache: Path = PHOTOS,
    known: Mapping[Path, Photo] = NO_PHOTOS,
) -> Album:
    """What is published of the photographs; PhotoError where one cannot be read.

    Nothing is held in memory: an asset is read from the cache when it is written. Files that are
    `known`, from an earlier album, are not looked at again.
    """
    new = [file for file in files.values() if file not in known]
    photos = {**known, **(develop(new, cache, report) if new or not known else {})}
    assets: dict[str, Asset] = {}

    def publish(id: str, stored: Stored, ending: str) -> str:
        address = f"/assets/photos/{id}-{stored.digest[:10]}{ending}"
        assets[address] = Asset(address=address, content=stored.read)
        return address

    def picture(id: str, photo: Photo) -> Picture:
        sizes = (
            Rendition(
                width=size.width,
                height=size.height,
                webp=publish(id, size.webp, f"-{size.width}.webp"),
                jpeg=publish(id, size.jpeg, f"-{size.width}.jpg"),
            )
            for size in photo.sizes
        )
        return Picture(sizes=tuple(sizes), colour=photo.colour)

    pictures = {named: picture(named[0], photos[file]) for named, file in files.items()}
    kept = {file: photos[file] for file in files.values()}
    return Album(pictures=pictures, assets=tuple(assets.values()), photos=kept)


def origin(reading: Reading, products: Path) -> Origin:
    """What a site of these records is made from; reads git."""
    return Origin(records=digests(reading), commit=repository.head(products))


def digests(reading: Reading) -> dict[str, str]:
    """The SHA-256 of each record and list by its path."""
    every = (*reading.records, *reading.lists.values())
    return {record.path: record.digest.hex() for record in every}


@without_collector()
def edition(
    made: Catalogue,
    site_url: str | None = None,
    docs: Path = DOCS,
    photos: Album | None = None,
    origin: Origin | None = None,
    trial: bool = False,
) -> Edition:
    """Everything that one build prints; without an album no photograph is shown.

    Without an origin the pages name no commit.
    """
    photos, origin = photos or Album(), origin or Origin()
    known = settings(made, site_url, docs, photos, trial=trial)
    return bound(made, known, tuple(pages.all(made, known)), photos, origin)


def settings(
    made: Catalogue,
    site_url: str | None = None,
    docs: Path = DOCS,
    photos: Album | None = None,
    *,
    trial: bool = False,
) -> Settings:
    """What pages must know besides the records; EditorialError for a hand-written page."""
    drawings = (docs / "assets" / "illustrations").glob("*.svg")
    return Settings(
        build_day=made.today,
        site_url=site_url.rstrip("/") + "/" if site_url else None,
        repo_url=made.publisher.repo_url,
        editorial=editorial.read(docs),
        illustrations=frozenset(drawing.stem for drawing in drawings),
        pictures=photos.pictures if photos else {},
        trial=trial,
        specimens=specimens.read(docs),
    )


def bound(
    made: Catalogue, known: Settings, listed: tuple[Page, ...], photos: Album, origin: Origin
) -> Edition:
    """The edition of the pages that were listed, with its data files."""
    data = exports.all(made, listed, known)
    held = counts.counts(made, listed, known)
    assets = (*with_manifest(data, origin, made.today, held), *photos.assets)
    return replace(unbound(made, known, listed, origin), assets=assets)


def unbound(made: Catalogue, known: Settings, listed: tuple[Page, ...], origin: Origin) -> Edition:
    """The edition without any data file: all that its shell depends on."""
    return Edition(
        settings=known,
        pages=listed,
        words={language: i18n.words(language) for language in i18n.LANGUAGES},
        translators={language: environment.translator(language) for language in i18n.LANGUAGES},
        facts=_facts(made, origin),
    )


def _facts(made: Catalogue, origin: Origin) -> dict[str, object]:
    """What the shell says on every page: who publishes, when, from which commit and sources."""
    day, commit = made.publisher.data_date, origin.commit
    read = {language: dates.format_partial(day, language) for language in i18n.LANGUAGES}
    built = {language: dates.format_day(made.today, language) for language in i18n.LANGUAGES}
    time = commit.time.astimezone(dates.VIETNAM) if commit else None
    days = {lang: dates.format_day(time, lang) if time else "" for lang in i18n.LANGUAGES}
    return {
        "publisher": made.publisher,
        "data_date": read,
        "build_day": built,
        "commit": commit,
        "commit_time": f"{time:%H:%M}" if time else "",
        "commit_day": days,
        "counts": {"products": len(made.products), "producers": len(made.producers)},
    }


def edition_by_hand(site_url: str | None) -> Edition:
    """The edition of `mkdocs build` without our command.

    RefusedError where records have errors, PhotoError where a photograph cannot be read.
    """
    day = today()
    checked = check(PRODUCTS, day)
    photos = album(photographs(checked))
    made_from = origin(checked.reading, PRODUCTS)
    return edition(catalogue(checked, day), site_url, photos=photos, origin=made_from)


def print_site(
    made: Edition, tree: Path, report: Report = lambda done: None, config: Path = ENGINE
) -> Printed:
    """Build the whole site into a folder, and look at what came out; EngineError, VerifyError."""
    # The engine takes a third of a second to import, and `check` does not need it.
    from scripts.press import engine

    printed = engine.build(config, tree, made, report=report)
    verify(tree, printed)
    return printed
