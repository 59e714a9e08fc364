"""What events are about, read from their files: data set, sources, places, actors, mechanisms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import yaml

from mapapp.errors import TimespanError
from mapapp.model import (
    ACTOR_KINDS,
    AREA_KINDS,
    COUNTRIES,
    COUNTRY_ZONES,
    MECHANISM_KINDS,
    PLACE_LAYERS,
    STATUSES,
    Actor,
    Dataset,
    LocalText,
    Mechanism,
    Place,
    Source,
)
from mapapp.record import keys
from mapapp.record.fields import Fields, check_id, is_null, line_of, open_fields, read_key
from mapapp.record.parts import (
    read_claims,
    read_date,
    read_edtf,
    read_evidence_list,
    read_local_text,
    read_names,
    read_optional_local_text,
    read_spellings,
    read_url,
)
from mapapp.record.report import FileCheck, clip
from mapapp.timespan import parse_timespan

__all__ = [
    "EMPTY_DATASET",
    "read_actor",
    "read_dataset",
    "read_mechanism",
    "read_place",
    "read_source",
    "read_things",
    "thing_nodes",
]

Thing = TypeVar("Thing")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)

EMPTY_DATASET = Dataset("", LocalText("", "", ""), "", "", "", "", "", None, "")


def thing_nodes(root: yaml.Node, check: FileCheck) -> dict[str, yaml.Node]:
    """Return the nodes of a file that maps ids to things, after noting doubled and bad ids."""
    if not isinstance(root, yaml.MappingNode):
        check.fault(line_of(root), "", "the file must map ids to their facts, as 'mae-sot:'")
        return {}
    found: dict[str, yaml.Node] = {}
    for key_node, value in root.value:
        thing_id = read_key(key_node, "", check)
        line = line_of(key_node)
        if thing_id in found:
            first = line_of(found[thing_id])
            check.fault(
                line, thing_id, f"id {clip(thing_id)} is given twice, first near line {first}"
            )
        elif thing_id and check_id(thing_id, line, thing_id, check):
            found[thing_id] = value
    return found


def read_things(
    nodes: dict[str, yaml.Node],
    allowed: keys.Keys,
    read_one: Callable[[str, Fields], Thing],
    check: FileCheck,
) -> dict[str, Thing]:
    """Return each thing of a file, sorted by id."""
    found: dict[str, Thing] = {}
    for thing_id in sorted(nodes):
        fields = open_fields(nodes[thing_id], thing_id, allowed, check)
        if fields:
            found[thing_id] = read_one(thing_id, fields)
    return found


def read_dataset(root: yaml.Node, check: FileCheck) -> Dataset:
    """Return what dataset.yaml says of the record as a whole."""
    fields = open_fields(root, "", keys.DATASET, check)
    if fields is None:
        return EMPTY_DATASET
    return Dataset(
        name=fields.text("name"),
        title=read_local_text(fields, "title"),
        version=fields.text("version"),
        schema_version=fields.text("schema_version"),
        license=fields.text("license"),
        license_url=read_url(fields, "license_url") or fields.text("license_url"),
        attribution=fields.text("attribution"),
        homepage=read_url(fields, "homepage"),
        description=fields.text("description"),
    )


def read_source(source_id: str, fields: Fields) -> Source:
    """Return one source; a source without a date is a fault."""
    published = read_edtf(fields, "published")
    if published is None and "published" in fields.nodes:
        fields.fault("published", "published is null; a source needs a date, if only its year")
    copy_of = fields.reference("copy_of", fields.check.known.sources, "sources.yaml")
    return Source(
        id=source_id,
        publisher=fields.text("publisher"),
        title=fields.text("title"),
        author=fields.optional("author"),
        language=_read_language(fields),
        published=published or "",
        published_basis=fields.text("published_basis"),
        url=read_url(fields, "url"),
        accessed=read_date(fields, "accessed"),
        file=_read_file_name(fields),
        article=fields.boolean("article"),
        second_printing_from=fields.optional("second_printing_from"),
        copy_of=copy_of,
        note=fields.optional("note"),
        claims=read_claims(fields),
    )


def _read_language(fields: Fields) -> str:
    """Return a BCP 47 language tag."""
    text = fields.text("language")
    if text and not _LANGUAGE.fullmatch(text):
        hint = "write a BCP 47 tag, as zh-Hans, zh-Hant, en or th"
        fields.fault("language", f"language {clip(text)} is not a language tag; {hint}")
    return text


def _read_file_name(fields: Fields) -> str | None:
    """Return the name of a source's text in the folder of texts, None where it is not held."""
    text = fields.optional("file")
    if text and ("/" in text or "\\" in text or text.startswith(".")):
        fields.fault("file", f"file {clip(text)} must be a plain name, without folders")
    return text


def read_place(place_id: str, fields: Fields) -> Place:
    """Return one place; its position against its country's shape is checked elsewhere."""
    kind = fields.choice("kind", PLACE_LAYERS)
    country, countries = _read_countries(fields)
    lon, lat = _read_position(fields, kind)
    radius_m = fields.integer("radius_m")
    if radius_m is None and "radius_m" in fields.nodes and is_null(fields.nodes["radius_m"]):
        fields.fault("radius_m", "radius_m is null; write how far off the position may be")
    return Place(
        id=place_id,
        kind=kind,
        country=country,
        countries=countries,
        tz=_read_zone(fields, countries),
        lon=lon,
        lat=lat,
        radius_m=radius_m or 0,
        shape=fields.optional("shape"),
        names=read_names(fields),
        spellings=read_spellings(fields),
        from_articles=fields.boolean("from_articles"),
        evidence=read_evidence_list(fields),
        note=fields.optional("note"),
        claims=read_claims(fields),
    )


def _read_countries(fields: Fields) -> tuple[str | None, tuple[str, ...]]:
    """Return the country, None where several, and all of them."""
    country = fields.country("country", COUNTRIES)
    several = tuple(_country_codes(fields, "countries"))
    if country and several:
        fields.fault("countries", "country and countries are both given; keep one")
    elif not country and len(several) < 2:
        fields.fault("country", "country is missing; write its two letters, or countries: [TH, MM]")
    return country, several or ((country,) if country else ())


def _country_codes(fields: Fields, key: str) -> Iterator[str]:
    """Yield each alpha-2 code of a list."""
    yield from fields.references(key, COUNTRIES, "ISO 3166")


def _read_position(fields: Fields, kind: str) -> tuple[float | None, float | None]:
    """Return longitude and latitude in degrees, both None for a place with a shape."""
    lon, lat = fields.number("lon"), fields.number("lat")
    if "shape" in fields:
        if "lon" in fields or "lat" in fields:
            fields.fault("shape", "a place has lon and lat or a shape, not both")
        return None, None
    if kind in AREA_KINDS and fields.nodes.keys().isdisjoint(("lon", "lat")):
        fields.fault("kind", f"a {kind} is an area: name its shape, a key in shapes.geojson")
        return None, None
    for key in ("lon", "lat"):
        if key not in fields:
            fields.fault(key, f"{key} is missing")
    if lon is None or lat is None:
        return None, None
    swapped = abs(lat) > 90 >= abs(lon) and abs(lat) <= 180
    if swapped:
        fields.fault("lat", f"lat {lat} is not in -90..90; lon and lat look swapped")
    elif abs(lat) > 90:
        fields.fault("lat", f"lat {lat} is not in -90..90")
    if abs(lon) > 180:
        fields.fault("lon", f"lon {lon} is not in -180..180")
    return float(lon), float(lat)


def _read_zone(fields: Fields, countries: tuple[str, ...]) -> str:
    """Return the IANA zone: the one that is named, else that of the (first) country."""
    named = fields.optional("tz")
    if named is None:
        default = COUNTRY_ZONES.get(countries[0]) if countries else "UTC"
        if default is None and countries[0] in COUNTRIES:
            fields.fault("tz", f"tz is missing: {countries[0]} has no default; write an IANA zone")
        return default or "UTC"
    try:
        parse_timespan(None, None, named)
    except TimespanError as error:
        fields.fault("tz", f"tz {error}")
        return "UTC"
    return named


def read_actor(actor_id: str, fields: Fields) -> Actor:
    """Return one actor."""
    known = fields.check.known
    return Actor(
        id=actor_id,
        kind=fields.choice("kind", ACTOR_KINDS),
        country=fields.country("country", COUNTRIES),
        names=read_names(fields),
        seat=fields.reference("seat", known.places, "places.yaml"),
        member_of=fields.reference("member_of", known.actors, "actors.yaml"),
        role=read_optional_local_text(fields, "role"),
        spellings=read_spellings(fields),
        evidence=read_evidence_list(fields),
        note=fields.optional("note"),
        claims=read_claims(fields),
    )


def read_mechanism(mechanism_id: str, fields: Fields) -> Mechanism:
    """Return one mechanism."""
    known = fields.check.known
    members = None if known.actors is None else known.actors | COUNTRIES
    return Mechanism(
        id=mechanism_id,
        kind=fields.choice("kind", MECHANISM_KINDS),
        names=read_names(fields),
        description=read_local_text(fields, "description"),
        members=fields.references("members", members, "actors.yaml, nor a country code"),
        place=fields.reference("place", known.places, "places.yaml"),
        valid=read_edtf(fields, "valid"),
        status=fields.choice("status", STATUSES),
        founding_event=fields.reference("founding_event", known.events, "events/"),
        evidence=read_evidence_list(fields),
        note=fields.optional("note"),
        claims=read_claims(fields),
    )
