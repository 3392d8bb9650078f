"""Invented reports with known errors, and how well doisoat does on them.

    python -m corpus generate OUT --count N --seed S [--formats docx,pdf,…] [--layouts a,b] [--clean]
    python -m corpus evaluate OUT [-o x.md] [-o x.html] [--keep DIR]
    python -m corpus accuracy
    python -m corpus compare OLD.csv NEW.csv
    python -m corpus golden [--write]
    python -m corpus bench

`generate` writes `OUT/reports/*` and `OUT/truth.json`: a report (`invent`, `figures`, `deeds`, `evidence`), with traps
(`traps`) and mistakes (`mistakes`), worded by one author (`voice`, `wording`, `spelling`), laid out (`layouts`,
`compose`) and written (`writers`). `evaluate` runs the program on it as a user does (`answers`) and judges report by
report (`measure`, `readings`, `tables`); `outcome` is what it came to, `contents` what is written of it (`markdown`,
`html`). `accuracy` writes docs/ACCURACY.md from a seed of its own. `compare` tells two discrepancy tables apart,
`golden` the samples' golden files from what the program says now.
A layout, a mistake or a trap more is one small function and its name in a tuple.
"""
