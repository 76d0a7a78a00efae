"""Reading and writing the gazetteer's tables, and the few text operations they share."""

import re
import unicodedata
from pathlib import Path

NONE = "-"


class TableError(Exception):
    """A table that cannot be used; the message names file, line and what was expected."""


class Row(dict):
    """One line of a table: cells by column name, and where the line stands."""

    def __init__(self, cells, path, line):
        super().__init__(cells)
        self.path, self.line = path, line

    def values_of(self, column):
        """The values of a cell that may hold several (`a|b|c`), none for `-` or an empty cell."""
        return split(self[column])

    def error(self, message):
        return TableError(f"{self.path}:{self.line}: {message}")


def split(cell):
    return [] if cell in ("", NONE) else cell.split("|")


def join(values):
    """Values of one cell, without repetitions, in the order given."""
    return "|".join(dict.fromkeys(v for v in values if v and v != NONE)) or NONE


def read(path, columns):
    """All rows of a table; every line must have exactly the given columns."""
    rows = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise TableError(f"{path}:{number}: {len(cells)} columns, expected {len(columns)}: "
                             + " ".join(columns))
        rows.append(Row(zip(columns, cells), path, number))
    return rows


def render(comment, columns, rows):
    """The text of a table: the comment, the column names and the rows in a fixed order."""
    lines = ["# " + line if line else "#" for line in comment.strip().splitlines()]
    lines.append("# " + "\t".join(columns))
    body = ["\t".join(row[column] or NONE for column in columns) for row in rows]
    return "\n".join(lines + sorted(body, key=sort_key)) + "\n"


def sort_key(line):
    """Rows stand in the order of their first cell, folded, so that a person finds them."""
    return (fold(line.split("\t", 1)[0]).lower(), line)


SPECIAL = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ə": "a", "Ə": "A",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʿ": "", "ʾ": "", "–": "-",
})


def fold(text):
    """The text in ASCII letters as a newspaper without diacritics prints it."""
    decomposed = unicodedata.normalize("NFKD", text.translate(SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(text):
    """A readable identifier: lower-case ASCII words joined by hyphens."""
    plain = fold(text).lower().replace("'", "").replace(".", "").replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def without_article(name):
    """A name as it stands without a leading article and without a bracketed remark."""
    name = re.sub(r"\s*\([^)]*\)|\s*\*+", "", name).strip()
    return re.sub(r"^[Tt]he ", "", name)
