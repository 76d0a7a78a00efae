"""Words that name nationalities, such as 'Danish' and 'Danes', from the factbook."""

import json
import pathlib
import re

NOT_DEMONYMS = {
    "Taiwan",
    "Pitcairn",
    "Islander",
    "Northern",
    "New",
    "Virgin",
    "Saint",
    "Man",
    "Hong",
    "Equatorial",
}


def demonyms(data):
    """Capitalised single words of the factbook's nationality entries, with plurals."""
    found = set()
    for path in sorted(pathlib.Path(data, "facts/factbook").glob("*/*.json")):
        nation = (
            json.loads(path.read_text(encoding="utf-8"))
            .get("People and Society", {})
            .get("Nationality", {})
        )
        for part in ("noun", "adjective"):
            text = re.sub(r"\([^)]*\)", "", nation.get(part, {}).get("text", ""))
            found |= set(
                re.findall(r"\b[A-Z][a-z]{2,}(?:ese|ish|an|i|ch|ek|ak|s|n|ic|ot|er)\b", text)
            )
    found -= NOT_DEMONYMS
    return found | {w + "s" for w in found if not w.endswith(("s", "ese", "ish", "ch"))}
