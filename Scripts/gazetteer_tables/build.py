"""Makes all generated tables, in the order in which they need each other."""

from . import cities, countries, leaders, organizations, regions
from .sources import Sources
from .tables import render


def tables(facts, gazetteer):
    """File name and text of every generated table."""
    sources, curated = Sources(facts), gazetteer / "curated"
    country_rows = countries.make(sources, curated)
    pages = countries.pages_by_alpha2(sources)
    known = regions.Countries(country_rows)
    land = regions.Regions(sources, curated, known)
    city_rows = cities.make(sources, curated, known, land, pages)
    organization_rows = organizations.make(sources, curated, country_rows)
    leader_rows = leaders.make(sources, curated, country_rows, pages)
    yield "countries.tsv", render(countries.COMMENT, countries.COLUMNS, country_rows)
    yield "regions.tsv", render(regions.COMMENT, regions.COLUMNS, land.rows)
    yield "cities.tsv", render(cities.COMMENT, cities.COLUMNS, city_rows)
    yield "organizations.tsv", render(organizations.COMMENT, organizations.COLUMNS,
                                      organization_rows)
    yield "leaders.tsv", render(leaders.COMMENT, leaders.COLUMNS, leader_rows)


def write_tables(facts, gazetteer):
    for name, text in list(tables(facts, gazetteer)):
        (gazetteer / name).write_text(text, encoding="utf-8", newline="\n")


def stale_tables(facts, gazetteer):
    """A problem for every table that the sources would make differently."""
    problems = []
    for name, text in tables(facts, gazetteer):
        path = gazetteer / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(f"{path}: not what Scripts/make-gazetteer makes of the sources; run it")
    return problems
