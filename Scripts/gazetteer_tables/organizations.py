"""organizations.tsv: what people wrote down, with the members that the factbook lists."""

import re

from .countries import pages_by_alpha2
from .tables import fold, join, read, slug, split

CURATED = ["name", "qid", "kind", "country", "parent", "acronyms", "aliases", "ambiguous",
           "members"]
COLUMNS = ["id", "name", "qid", "kind", "country", "parent", "members", "acronyms", "aliases",
           "ambiguous"]
COMMENT = """
International organizations, media, companies, parties, courts, clubs and armed groups in the
  news. Made by Scripts/make-gazetteer, do not edit: additions belong in
  curated/organizations.tsv.
`|` stands between several values, `-` for none. Names stand without a leading "the"; case counts
  in acronyms and aliases.
kind: international, military alliance, agency, news-agency, broadcaster, newspaper, platform,
  bank, court, party, company, club, armed-group, ngo ...
country: id of the country it belongs to. parent: id of the organization it belongs to. members:
  ids of its member countries, where it is one of states.
ambiguous: names of this row that mean something else as often, so that the program asks the
  context.
"""
MEMBERSHIP = ("Government", "International organization participation")


def make(sources, curated_folder, country_rows):
    """All rows of organizations.tsv."""
    members = memberships(sources, country_rows)
    rows, taken = [], set()
    for curated in read(curated_folder / "organizations.tsv", CURATED):
        row = dict(curated)
        row["id"] = slug(row["name"].replace("+", " plus"))
        if row["id"] in taken:
            row["id"] += "-" + row["country"]
        if row["id"] in taken:
            raise curated.error(f"a second organization '{row['name']}' of {row['country']}")
        taken.add(row["id"])
        row["members"] = join(members_of(curated, members))
        names = curated.values_of("aliases")
        folded = [fold(name) for name in [row["name"], *names]]
        row["aliases"] = join(sorted({*names, *folded} - {row["name"]}, key=lambda n: (fold(n), n)))
        rows.append(row)
    mark_shared_names(rows)
    return rows


def members_of(curated, members):
    """The ids of a cell such as '@SCO|belarus|!russia': the factbook's, one more, one less."""
    found = set()
    for value in curated.values_of("members"):
        if value.startswith("@") and value[1:] not in members:
            raise curated.error(f"the factbook lists no members of '{value[1:]}'")
        found |= members[value[1:]] if value.startswith("@") else {value.lstrip("!")}
    return sorted(found - {value[1:] for value in curated.values_of("members") if value[0] == "!"})


def mark_shared_names(rows):
    """A name that two organizations share is ambiguous in both."""
    owners = {}
    for row in rows:
        for name in names_of(row):
            owners.setdefault(name, set()).add(row["id"])
    for row in rows:
        shared = [name for name in names_of(row) if len(owners[name]) > 1]
        row["ambiguous"] = join(sorted({*split(row["ambiguous"]), *shared}))


def names_of(row):
    return [row["name"], *split(row["acronyms"]), *split(row["aliases"])]


def memberships(sources, country_rows):
    """Ids of the full members by the factbook's code of the organization."""
    ids = {row["alpha2"]: row["id"] for row in country_rows
           if row["status"] in ("sovereign", "disputed")}
    found = {}
    pages = pages_by_alpha2(sources)
    for alpha2, page in pages.items():
        for entry in re.split(r",\s*(?![^(]*\))", page.text(*MEMBERSHIP).replace("\n", ",")):
            if alpha2 in ids and entry and "(" not in entry:
                found.setdefault(entry.strip(), set()).add(ids[alpha2])
    return found
