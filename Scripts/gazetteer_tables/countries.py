"""countries.tsv: every country and territory with its names, demonyms, capital and standing."""

import re

from .tables import NONE, TableError, fold, join, read, slug, split, without_article

CURATED = ["alpha2", "id", "name", "qid", "status", "parent", "continent", "capital", "aliases",
           "adjectives", "people-singular", "people-plural", "ambiguous"]
COLUMNS = ["id", "name", "qid", "alpha2", "alpha3", "aliases", "adjectives", "people-singular",
           "people-plural", "capital", "status", "parent", "continent", "subregion", "ambiguous"]
COMMENT = """
Countries, territories, disputed and former states. Made by Scripts/make-gazetteer, do not edit:
  additions belong in curated/countries.tsv.
`|` stands between several values, `-` for none. Names stand without a leading "the".
aliases: other names of the country, case counts. adjectives: words that make "X government" out
  of the country; one ending in a hyphen ("Franco-") stands only before another adjective.
people-singular, people-plural: what its people are called. capital: the capital first, then
  other seats of government.
status: sovereign, territory, disputed, former. parent: the state a territory belongs to, a
  disputed one is claimed by, a former one was followed by.
ambiguous: names of this row that mean something else as often, so that the program asks the
  context.
"""
CONTINENTS = {"AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe",
              "NA": "North America", "OC": "Oceania", "SA": "South America"}


def make(sources, curated_folder):
    """All rows of countries.tsv."""
    curated = read(curated_folder / "countries.tsv", CURATED)
    overrides = {row["alpha2"]: row for row in curated if row["alpha2"] != NONE}
    pages = pages_by_alpha2(sources)
    rows = []
    for code in sources.country_codes:
        alpha2 = code["ISO3166-1-Alpha-2"]
        if alpha2 not in overrides:
            raise TableError(f"curated/countries.tsv: no row for {alpha2}")
        rows.append(merged(from_sources(code, pages.get(alpha2), sources), overrides[alpha2]))
    known = {row["alpha2"] for row in rows}
    rows += [merged({}, row) for row in curated if row["alpha2"] not in known]
    resolve_parents(rows)
    return rows


def pages_by_alpha2(sources):
    pages = {}
    for code in sources.country_codes:
        page = sources.factbook.get(code["FIPS"].lower()[:2])
        if page and code["ISO3166-1-Alpha-2"] != "BQ":  # the factbook has it with the Netherlands
            pages[code["ISO3166-1-Alpha-2"]] = page
    return pages


def from_sources(code, page, sources):
    """What the sources say of a country."""
    alpha2 = code["ISO3166-1-Alpha-2"]
    names = [code["CLDR display name"], *sources.territory_names.get(alpha2, []),
             code["UNTERM English Short"], code["UNTERM English Formal"], code["official_name_en"]]
    nouns = adjectives = ""
    if page:
        names.append(page.text("Government", "Country name", "conventional long form"))
        names.append(page.text("Government", "Country name", "conventional short form"))
        nouns = page.text("People and Society", "Nationality", "noun")
        adjectives = page.text("People and Society", "Nationality", "adjective")
    singular, plural = people(nouns)
    return {
        "name": names[0].replace("&", "and").replace("’", "'").replace("St. ", "Saint "),
        "qid": code["wikidata_id"].rsplit("/", 1)[-1] or NONE,
        "alpha2": alpha2, "alpha3": code["ISO3166-1-Alpha-3"],
        "aliases": join(plain_names(names)), "adjectives": join(demonyms(adjectives)),
        "people-singular": join(singular), "people-plural": join(plural),
        "capital": code["Capital"].strip() or NONE,
        "status": "sovereign" if code["is_independent"] == "Yes" else "territory",
        "parent": parent_code(code["is_independent"]),
        "continent": CONTINENTS.get(code["Continent"], NONE),
        "subregion": code["Sub-region Name"] or NONE,
    }


def parent_code(standing):
    """The alpha-2 code in 'Territory of US', `-` for a state of its own."""
    match = re.search(r" (?:of|with) ([A-Z]{2})$", standing)
    return match.group(1) if match else NONE


def plain_names(names):
    for name in names:
        name = name.split(";")[0]
        if name in ("", "none") or "," in name:
            continue
        plain = without_article(name).replace("’", "'")
        yield from (plain, plain.replace("&", "and"))


def demonyms(text):
    """The adjectives in 'Lao or Laotian', 'Antiguan, Barbudan'."""
    text = re.sub(r"\([^)]*\)|; note.*|\bnote\b.*", "", text)
    for word in re.split(r",|;|/|\bor\b", text):
        if word.strip().lower() not in ("", "none", "na"):
            yield word.strip()


def people(text):
    """Singulars and plurals in 'Turk(s)', 'Frenchman(men)', 'Thai (singular and plural)'."""
    singular, plural = [], []
    for part in re.split(r",|;|/|\bor\b", re.sub(r"; note.*", "", text)):
        part = part.strip()
        if part.lower() in ("", "none", "na") or part.startswith("NA "):
            continue
        word = re.sub(r"\s*\(.*", "", part)
        if "(men)" in part or "(women)" in part:
            singular.append(word)
            plural.append(re.sub(r"man$", "men", word))
        elif "(plural)" in part or "collective plural" in part:
            plural.append(word)
        else:
            singular.append(word)
            plural.append(word + "s" if part.startswith(word + "(s)") else word)
    return singular, plural


def merged(row, override):
    """A row of the output: the curated cells where there are any, else the source's."""
    result = {column: override.get(column) or row.get(column) or NONE for column in COLUMNS}
    result["id"] = override["id"] or slug(result["name"])
    curated = override.values_of("aliases")
    dropped = {name[1:] for name in curated if name.startswith("!")} | {result["name"]}
    names = [name for name in [*split(row.get("aliases", "")), *curated] if name[0] != "!"]
    names += [fold(name) for name in [result["name"], *names]]
    result["aliases"] = join(sorted((n for n in set(names) if n not in dropped),
                                    key=lambda n: (fold(n), n)))
    result["ambiguous"] = override["ambiguous"] or NONE
    return result


def resolve_parents(rows):
    """Replaces the alpha-2 codes of parents by ids."""
    ids = {row["alpha2"]: row["id"] for row in rows}
    for row in rows:
        row["parent"] = ids.get(row["parent"], row["parent"]) if row["parent"] != NONE else NONE
