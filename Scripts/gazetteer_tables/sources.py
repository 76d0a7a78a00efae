"""The fact tables that the gazetteer is built from (see Ontology/SOURCES.md)."""

import csv
import html
import json
import re
from functools import cached_property
from pathlib import Path

from .tables import TableError


class Sources:
    """The folder with country-codes, cldr-en, factbook and world-cities."""

    def __init__(self, folder):
        self.folder = Path(folder)
        for name in ("country-codes", "cldr-en", "factbook", "world-cities"):
            if not (self.folder / name).is_dir():
                raise TableError(f"{folder}: no folder '{name}' in it; Ontology/SOURCES.md says "
                                 "where each source comes from")

    def _csv(self, path):
        with open(self.folder / path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def country_codes(self):
        """One record a country of ISO 3166-1."""
        return self._csv("country-codes/data/country-codes.csv")

    @cached_property
    def cities(self):
        """Places above 15,000 people: name, country, subcountry, geonameid."""
        return self._csv("world-cities/data/world-cities.csv")

    @cached_property
    def territory_names(self):
        """English names by ISO alpha-2, the variants among them."""
        path = self.folder / "cldr-en/territories.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        found = {}
        for key, name in data["main"]["en"]["localeDisplayNames"]["territories"].items():
            found.setdefault(key.split("-alt-")[0], []).append(name)
        return found

    @cached_property
    def factbook(self):
        """The factbook's pages by its own two-letter country code, in lower case."""
        return {path.stem: Page(json.loads(path.read_text(encoding="utf-8")))
                for path in sorted((self.folder / "factbook").glob("*/*.json"))}


class Page:
    """One country of the factbook."""

    def __init__(self, data):
        self.data = data

    def text(self, *keys):
        """The plain text at a path of headings, '' when there is none."""
        node = self.data
        for key in keys:
            node = node.get(key, {}) if isinstance(node, dict) else {}
        node = node.get("text", "") if isinstance(node, dict) else node
        text = re.sub(r"<br\s*/?>", "\n", node or "")
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
        return text.replace("\u00a0", " ").replace("’", "'").strip()
