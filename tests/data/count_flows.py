"""Counts element × needed_by from an export of the layout "flows", as anybody could: standard library only.

usage: count_flows.py FLOWS.csv participants|examples|gaps
Prints one line per cell that is not empty: element,needed_by,count, sorted.
"""

import csv
import sys

path, counting = sys.argv[1:3]
unit = {"participants": "participant", "examples": "example_id", "gaps": "gap_id"}[counting]
cells = {}
with open(path, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        for element in (row["element_key"] or "(none)").split("; "):
            for needed_by in (row["needed_by_key"] or "(none)").split("; "):
                units = cells.setdefault((element, needed_by), set())
                if row[unit]:
                    units.add(row[unit])
for (element, needed_by), units in sorted(cells.items()):
    if units:
        print(f"{element},{needed_by},{len(units)}")
