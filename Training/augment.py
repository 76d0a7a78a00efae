"""Variants of a training sentence as news writes them: headlines in lower or upper case, curly
quotes, other places and people."""

import copy
import csv
import pathlib

import lemmas
import names_data

QUOTES = {
    "'": "’",
    '"': "“",
    "''": "”",
    "``": "“",
    "n't": "n’t",
    "'s": "’s",
    "'re": "’re",
    "'ll": "’ll",
    "'ve": "’ve",
    "'d": "’d",
    "'m": "’m",
}
B_LOC, I_LOC = names_data.INDEX["B-LOC"], names_data.INDEX["I-LOC"]


class Augmenter:
    """Draws variants with a given random source."""

    def __init__(self, data, chance):
        self.chance = chance
        path = pathlib.Path(data, "facts/world-cities/data/world-cities.csv")
        with open(path, encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.places = sorted(
            {r[k] for r in rows for k in ("name", "subcountry", "country") if r[k].isalpha()}
        )

    def __call__(self, s):
        x = self.chance.random()
        if x < 0.05:
            return self.recased(s, str.lower)
        if x < 0.09:
            return self.recased(s, str.upper)
        if x < 0.11:
            return self.recased(s, lambda w: w[:1].upper() + w[1:] if len(w) > 3 else w)
        if x < 0.26:
            s = self.other_quotes(s)
        if s.names and self.chance.random() < 0.3:
            s = self.other_places(s)
        return s

    def recased(self, s, change):
        new = self.copy(s)
        new.forms = [change(f) for f in s.forms]
        return self.with_rules(new)

    def other_quotes(self, s):
        new = self.copy(s)
        closing = False
        for i, form in enumerate(s.forms):
            if form == '"':
                new.forms[i] = "”" if closing else "“"
                closing = not closing
            elif form.lower() in QUOTES:
                new.forms[i] = form.replace("'", "’") if "'" in form else QUOTES[form]
        return self.with_rules(new) if new.forms != s.forms else s

    def other_places(self, s):
        new = self.copy(s)
        for i, allowed in enumerate(s.names):
            alone = i + 1 == len(s.forms) or I_LOC not in s.names[i + 1]
            if allowed == {B_LOC} and alone and s.forms[i].istitle() and self.chance.random() < 0.5:
                new.forms[i] = self.chance.choice(self.places)
                if s.lemmas and s.lemmas[i] == s.forms[i]:
                    new.lemmas[i] = new.forms[i]
        return self.with_rules(new) if new.forms != s.forms else s

    def copy(self, s):
        new = copy.copy(s)
        new.forms = list(s.forms)
        new.lemmas = list(s.lemmas) if s.lemmas else s.lemmas
        return new

    def with_rules(self, s):
        if s.lemmas:
            s.lemma_rules = [lemmas.rule(f, m) for f, m in zip(s.forms, s.lemmas)]
        return s
