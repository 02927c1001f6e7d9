#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How often each thing is taken for granted in right and in wrong stories: what its price should be.

    count.py build/dev/tests/price_ledger

right   derived numbers of honest plans and right texts that are explained: how many of them take it for granted, and the bits
        that follow, -log2((n + 1/2) / (all + 1)). A price counts what is taken for granted once in so many numbers; one
        that can only occur where months or bits stand is rarer here than among those.
wrong   planted and reported errors that are explained all the same: how many of them because of it.
"""
import collections
import math
import subprocess
import sys

from labelled import LOOKED_AT, labelled, rows


def main():
    if len(sys.argv) != 2: sys.exit(__doc__)
    program = sys.argv[1]
    prices = [row for row in rows(subprocess.run([program, "--prices"], capture_output=True, text=True, check=True).stdout)
              if row["id"]]
    uses = {True: collections.Counter(), False: collections.Counter()}
    explained = collections.Counter()
    total = collections.Counter()
    for label in labelled(program, LOOKED_AT):
        total[label.is_wrong] += 1
        if label.number["fate"] not in ("explained", "inherited"): continue
        explained[label.is_wrong] += 1
        supposed = label.number["supposed"].split(",") if label.number["supposed"] else []
        uses[label.is_wrong].update(s for s in supposed if s != "as-written")
        if not set(supposed) - {"as-written"}: uses[label.is_wrong]["as-written"] += 1
    print(f"right: {explained[False]} of {total[False]} numbers explained; wrong: {explained[True]} of {total[True]}")
    print(f"{'taken for granted':<22}{'price':>6}{'right':>7}{'bits':>6}{'wrong':>7}  example")
    for price in prices:
        name = price["id"]
        bits = -math.log2((uses[False][name] + 0.5) / (explained[False] + 1))
        print(f"{name:<22}{float(price['bits']):>6.1f}{uses[False][name]:>7}{bits:>6.1f}{uses[True][name]:>7}  {price['sentence']}")


main()
