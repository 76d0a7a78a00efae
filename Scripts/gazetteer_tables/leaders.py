"""leaders.tsv: holders of high offices with their dates, a prior for names."""

import re

from .tables import NONE, TableError, fold, join, read, split

CURATED = ["name", "of", "office", "from", "to", "qid", "aliases"]
COLUMNS = ["name", "of", "office", "surname", "from", "to", "qid", "aliases"]
COMMENT = """
Holders of high offices with their dates of office. Made by Scripts/make-gazetteer, do not edit:
  additions belong in curated/leaders.tsv.
A prior for names (who "the Turkish president" of a day may be, how a name is spelt) and never an
  extracted fact.
`|` stands between several values, `-` for none. of: id of the country, region or organization.
  office: in lower case, without the country; the head of a foreign ministry is "foreign
  minister" everywhere.
surname: the name that stands alone on second mention. from, to: year, month or day; `-` as end:
  still in office at the time of the source, or end unknown. aliases: other spellings.
"""
MONTHS = {m: i for i, m in enumerate(
    ("January February March April May June July August September "
     "October November December").split(), 1)}
MONTHS |= {month[:3]: number for month, number in list(MONTHS.items())}
OFFICES = {  # the words of an office as the factbook prints them, and the name of the office
    "president": "president", "prime minister": "prime minister", "king": "king",
    "chancellor": "chancellor", "premier": "prime minister", "prince": "prince",
    "grand duke": "grand duke", "emperor": "emperor", "amir": "emir", "pope": "pope",
    "supreme leader": "supreme leader", "chief executive": "chief executive",
    "chief minister": "chief minister", "governor": "governor", "interim president": "president",
    "acting president": "president", "transition president": "president",
    "transitional president": "president", "interim prime minister": "prime minister",
    "acting prime minister": "prime minister", "caretaker prime minister": "prime minister",
    "transition prime minister": "prime minister", "sultan and prime minister": "sultan",
    "taliban leader": "supreme leader", "chairman of the cabinet of ministers": "prime minister",
    "taoiseach": "prime minister", "crown prince and prime minister": "crown prince",
    "president of the swiss confederation": "president", "chairperson of the council of ministers":
    "prime minister", "president of the government": "prime minister",
    "president of the government of spain": "prime minister",
    "president of council of ministers": "prime minister",
    "prime minister and foreign minister": "prime minister",
    "prime minister crown prince": "prime minister", "president of french polynesia": "president",
    "president of the national council for the safeguard of the homeland": "president",
}
BRANCHES = ("chief of state", "head of government")
ENTRY = re.compile(r"^(?P<title>[^()]*?)(?:\s\([A-Z][^)]*\))?\s(?P<name>[^()]*?)\s*"
                   r"\((?:\w+ )?since (?P<date>[^;)]*)")
SPELLING = re.compile(r"; also (?:spelled|referred)[^(]*")
HONORIFIC = re.compile(r"\b(?:Sir|Dame|Dr\.|Gen\.|Sr\.|Col\.|Capt\.|General) ")


def make(sources, curated_folder, country_rows, pages):
    """All rows of leaders.tsv."""
    rows = [from_curated(row) for row in read(curated_folder / "leaders.tsv", CURATED)]
    for country in country_rows:
        page = pages.get(country["alpha2"])
        for row in from_page(page, country) if page else []:
            same = [other for other in rows if same_person(row, other)]
            if not same:
                rows.append(row)
            elif " " in row["name"] and fold(row["name"]) != fold(same[0]["name"]):
                same[0]["aliases"] = join([*split(same[0]["aliases"]), row["name"]])
    return rows


def same_person(row, other):
    """Whether a row of the factbook is a present holder of the office whom people wrote down."""
    if (other["of"], other["to"]) != (row["of"], NONE):
        return False
    mine, others = name_words(row), name_words(other)
    return bool(mine & others) and (other["office"] == row["office"] or len(mine & others) > 1)


def name_words(row):
    text = " ".join([row["name"], *split(row["aliases"])])
    return {word.lower() for word in re.split(r"[^A-Za-z]+", fold(text)) if len(word) > 3}


def from_curated(row):
    family = row["name"].removesuffix(" Jr.")
    eastern = {"china", "taiwan", "north-korea", "south-korea", "vietnam", "hong-kong"}
    words = family.split(" ")
    first = row["of"] in eastern and len(words) > 1 and (len(words) == 2 or row["of"] == "vietnam")
    result = {column: row.get(column) or NONE for column in COLUMNS}
    result["surname"] = NONE if re.match(r"(?:King|Queen|Pope|Emperor) ", row["name"]) \
        else words[0] if first else surname(words)
    folded = [fold(name) for name in [row["name"], *row.values_of("aliases")]]
    names = {*row.values_of("aliases"), *folded} - {row["name"]}
    result["aliases"] = join(sorted(names, key=lambda n: (fold(n), n)))
    return result


PARTICLES = {"al", "bin", "ben", "da", "de", "del", "der", "di", "dos", "el", "la", "le", "von",
             "van", "zu", "den", "ter", "croo"}


def surname(words):
    """The last word with the particles before it: 'von der Leyen', 'Van der Bellen'."""
    if words[-1] in ("I", "II", "III", "IV", "VI"):
        return NONE
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


ROYAL = {"king": "King", "emperor": "Emperor", "sultan": "Sultan", "grand duke": "Grand Duke",
         "prince": "Prince", "pope": "Pope", "emir": "Emir"}


def from_page(page, country):
    branches = BRANCHES if country["status"] != "territory" else BRANCHES[1:]
    seen = set()
    for branch in branches:
        text = page.text("Government", "Executive branch", branch)
        if "represented by" in text:
            continue
        match = ENTRY.match(SPELLING.sub("", HONORIFIC.sub("", text)))
        found = match and split_title(match["title"] + " " + match["name"])
        if found and found[1] not in seen:
            seen.add(found[1])
            yield from_entry(*found, iso_date(match["date"]), country)


def from_entry(office, printed, date, country):
    """A row of the factbook's 'King WILLEM-ALEXANDER'; a monarch's name goes with the title."""
    name = title_case(printed)
    aliases = [name] if office in ROYAL and " " in name else []
    name = f"{ROYAL[office]} {name}" if office in ROYAL else name
    aliases += [fold(n) for n in [name, *aliases] if fold(n) not in (name, *aliases)]
    return {"name": name, "of": country["id"], "office": office, "surname": family_name(printed),
            "from": date, "to": NONE, "qid": NONE, "aliases": join(aliases)}


def split_title(text):
    """The office and the person in 'Prime Minister Edi RAMA', None when the office is not known."""
    words = text.split(" ")
    for length in range(min(9, len(words) - 1), 0, -1):
        office = " ".join(words[:length]).lower().replace("(prime minister)", "").strip()
        name = " ".join(words[length:]).strip()
        if office in OFFICES:
            return (OFFICES[office], name) if name[:1].isupper() else None
    return None


def title_case(name):
    """The factbook prints family names in capitals: 'Edi RAMA' is 'Edi Rama'."""
    name = re.sub(r'"[^"]*" ', "", name)
    words = name.replace(",", "").split()
    return " ".join(word if index and re.fullmatch("[IVX]+", word) else word_case(word)
                    for index, word in enumerate(words))


def word_case(word):
    parts = re.split(r"([-' ])", word)
    return "".join(p.capitalize() if len(p) > 1 and p.isupper() else p for p in parts)


def family_name(name):
    capitals = [w for w in name.replace(",", "").split()
                if len(w) > 1 and re.sub("^[aeA-Z][lds]-", "", w).isupper()
                and not re.fullmatch("[IVX]{1,4}|[A-Z]\\.", w)]
    return title_case(" ".join(capitals)) or NONE


def iso_date(text):
    """'20 May 2019' as 2019-05-20, 'April 2018' as 2018-04, '1997' as 1997."""
    match = re.match(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+)\.? )?(\d{4})", text.strip())
    if not match:
        return NONE
    day, month, year = match.groups()
    if month and month not in MONTHS:
        raise TableError(f"factbook: no month in '{text}'")
    parts = [year, f"{MONTHS[month]:02}" if month else "", f"{int(day):02}" if day else ""]
    return "-".join(part for part in parts if part)
