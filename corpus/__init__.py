"""Invented reports with known errors, and how well doisoat does on them.

    python -m corpus generate OUT --count N --seed S [--formats docx,pdf,pdf2,txt] [--layouts a,b] [--clean]
    python -m corpus evaluate OUT [--keep DIR]
    python -m corpus bench

`generate` writes `OUT/reports/*` and `OUT/truth.json`: a report (`invent`, `figures`, `deeds`, `evidence`), with traps
(`traps`) and mistakes (`mistakes`), worded by one author (`voice`, `wording`, `spelling`), laid out (`layouts`,
`compose`) and written (`writers`). `evaluate` runs the program on it as a user does and compares (`measure`).
A layout, a mistake or a trap more is one small function and its name in a tuple.
"""
