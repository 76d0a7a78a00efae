"""Checks that the tables hang together: columns, identifiers, references, order, size."""

import re
import unicodedata

from . import cities, countries, leaders, organizations, regions
from .tables import NONE, TableError, read, sort_key

METONYMS = ["metonym", "qid", "class", "kind", "acts-for", "aliases"]
PATTERNS = ["canonical", "heads", "property", "class", "kind"]
GIVEN_NAMES = ["name", "gender", "flags"]
ROMANISATION = ["place", "spelling", "usual", "standards"]
VARIANTS = ["kind", "name", "variants"]
TABLES = {
    "countries.tsv": countries.COLUMNS, "regions.tsv": regions.COLUMNS,
    "cities.tsv": cities.COLUMNS, "organizations.tsv": organizations.COLUMNS,
    "leaders.tsv": leaders.COLUMNS, "metonyms.tsv": METONYMS,
    "organization-patterns.tsv": PATTERNS, "given-names.tsv": GIVEN_NAMES,
    "romanisation.tsv": ROMANISATION, "name-variants.tsv": VARIANTS,
}
ORDERED_BY_HAND = {"romanisation.tsv"}  # a rule works on what those above it leave
ALLOWED = {  # the words that a column may hold
    ("countries.tsv", "status"): {"sovereign", "territory", "disputed", "former"},
    ("regions.tsv", "class"): {"Region", "Place"},
    ("cities.tsv", "flags"): {"capital", "common"},
    ("metonyms.tsv", "class"): {"Organization", "Facility", "City"},
    ("organization-patterns.tsv", "class"): {"Organization", "Group"},
    ("organization-patterns.tsv", "property"): {
        "ministryOf", "armedForcesOf", "governmentOf", "legislatureOf", "agencyOf",
        "representativeOf", "affiliatedWith"},
    ("given-names.tsv", "gender"): {"m", "f", "u"},
    ("given-names.tsv", "flags"): {"common"},
    ("romanisation.tsv", "place"): {"any", "start", "end"},
    ("name-variants.tsv", "kind"): {
        "form", "nickname", "particle", "title", "generation", "legal-form", "spelling",
        "common-surname"},
}
UNIQUE = {  # columns that no two rows of a table share
    "countries.tsv": [["id"], ["name"], ["alpha2"], ["alpha3"]], "regions.tsv": [["id"]],
    "cities.tsv": [["geonameid"]], "organizations.tsv": [["id"], ["name", "country"]],
    "metonyms.tsv": [["metonym"]], "organization-patterns.tsv": [["canonical"]],
    "given-names.tsv": [["name"]], "leaders.tsv": [["name", "of", "office", "from"]],
    "romanisation.tsv": [["place", "spelling"]], "name-variants.tsv": [["kind", "name"]],
}
LIMIT = 4_000_000  # bytes of all tables together


def problems(gazetteer):
    """A line for everything that is wrong in the tables of this folder."""
    tables, found = {}, []
    for name, columns in TABLES.items():
        try:
            tables[name] = read(gazetteer / name, columns)
        except (TableError, OSError) as error:
            found.append(str(error))
    if found:
        return found
    for name, rows in tables.items():
        found += wrong_cells(name, rows) + repeated(name, rows)
        found += [] if name in ORDERED_BY_HAND else unsorted(gazetteer / name)
    found += wrong_references(tables) + shared_ids(tables) + shared_names(tables["countries.tsv"])
    size = sum((gazetteer / name).stat().st_size for name in TABLES)
    return found + ([f"{gazetteer}: {size} bytes, at most {LIMIT}"] if size > LIMIT else [])


def wrong_cells(name, rows):
    found = []
    for row in rows:
        for column, cell in row.items():
            allowed = ALLOWED.get((name, column))
            if wrong_text(cell):
                found.append(f"{row.path}:{row.line}: {column} is '{cell}': empty, not in NFC or "
                             "with stray spaces or separators")
            elif column == "qid" and not re.fullmatch(r"Q[1-9]\d*|-", cell):
                found.append(f"{row.path}:{row.line}: '{cell}' is no Wikidata id")
            elif column in ("from", "to") and not re.fullmatch(r"\d{4}(-\d\d){0,2}|-", cell):
                found.append(f"{row.path}:{row.line}: '{cell}' is no date")
            elif allowed and not allowed.issuperset(row.values_of(column)):
                found.append(f"{row.path}:{row.line}: {column} is '{cell}', expected "
                             + " or ".join(sorted(allowed)))
        if name == "leaders.tsv" and NONE != row["to"] < row["from"] != NONE:
            found.append(f"{row.path}:{row.line}: the office ends before it begins")
    return found


def wrong_text(cell):
    return (not cell or cell != cell.strip() or "  " in cell or unicodedata.normalize("NFC", cell)
            != cell or cell != NONE and any(v in ("", NONE) for v in cell.split("|")))


def repeated(name, rows):
    found = []
    for columns in UNIQUE[name]:
        seen = {}
        for row in rows:
            key = tuple(row[column] for column in columns)
            if key != (NONE,) and seen.setdefault(key, row.line) != row.line:
                found.append(f"{row.path}:{row.line}: {' '.join(columns)} {key} stands in line "
                             f"{seen[key]} already")
    return found


def unsorted(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    for number, (line, after) in enumerate(zip(lines, lines[1:])):
        if sort_key(line) > sort_key(after):
            return [f"{path}: '{after.split(chr(9))[0]}' does not stand in the order of the rows"]
    return []


def wrong_references(tables):
    ids = {name: {row["id"] for row in tables[name]}
           for name in ("countries.tsv", "regions.tsv", "organizations.tsv")}
    lands, areas, bodies = ids.values()
    anything = lands | areas | bodies
    references = [("countries.tsv", "parent", lands), ("regions.tsv", "countries", lands),
                  ("cities.tsv", "country", lands), ("cities.tsv", "region", areas),
                  ("organizations.tsv", "country", lands),
                  ("organizations.tsv", "parent", bodies),
                  ("organizations.tsv", "members", lands),
                  ("metonyms.tsv", "acts-for", anything), ("leaders.tsv", "of", anything)]
    return [f"{row.path}:{row.line}: {column}: nothing has the id '{value}'"
            for name, column, known in references for row in tables[name]
            for value in row.values_of(column) if value not in known]


def shared_ids(tables):
    """Two things with one Wikidata id are one thing or a slip."""
    owners = {}
    for name, rows in tables.items():
        for row in rows:
            if "qid" in row and row["qid"] != NONE:
                owners.setdefault(row["qid"], {}).setdefault(next(iter(row.values())), row)
    return [f"{row.path}:{row.line}: {qid} is the id of {' and of '.join(sorted(names))}"
            for qid, names in sorted(owners.items()) if len(names) > 1
            for row in list(names.values())[-1:]]


def shared_names(rows):
    """A name that two countries claim, and that neither calls ambiguous."""
    owners = {}
    for row in rows:
        for name in {row["name"], *row.values_of("aliases")} - set(row.values_of("ambiguous")):
            owners.setdefault(name, []).append(row)
    return [f"{names[-1].path}:{names[-1].line}: '{name}' is a name of "
            + " and of ".join(row["id"] for row in names)
            for name, names in sorted(owners.items()) if len(names) > 1]
