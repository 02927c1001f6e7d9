#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether a probability means what it says: of the numbers that are called wrong with 90 %, nine in ten are.

    calibration.py build/dev/tests/price_ledger

Of every labelled number with a margin (a relation that does not hold, told or not): counts per bin of the probability that is
made of it, and the Brier score, the mean square of what it is off by (0 is perfect, always saying the share of the wrong ones
scores share × (1 - share)). Folders that are looked at and those that are held back are counted apart. The last line is the
curve 1 / (1 + exp(-slope × (margin - centre))) that fits the folders looked at best, and its score on those held back.
"""
import math
import sys

from labelled import HELD_BACK, LOOKED_AT, labelled

BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99, 1.000001)


def weighed(program, folders):
    """Probability, margin, and whether it is wrong."""
    return [(float(label.number["probability"]), float(label.number["bits"]), label.is_wrong)
            for label in labelled(program, folders) if label.number["fate"] in ("accused", "unexplained")]


def brier(numbers):
    return sum((p - wrong) ** 2 for p, _, wrong in numbers) / max(len(numbers), 1)


def tell(title, numbers):
    print(f"{title}: {len(numbers)} numbers with a margin, {sum(wrong for _, _, wrong in numbers)} of them wrong")
    if not numbers: return
    print(f"  {'probability':<14}{'numbers':>8}{'wrong':>7}{'said':>8}{'is':>8}{'margins':>18}")
    for low, high in zip(BINS, BINS[1:]):
        inside = [(p, m, w) for p, m, w in numbers if low <= p < high]
        if not inside: continue
        said = sum(p for p, _, _ in inside) / len(inside)
        wrong = sum(w for _, _, w in inside)
        margins = f"{min(m for _, m, _ in inside):.1f} to {max(m for _, m, _ in inside):.1f}"
        print(f"  {low:.2f} to {min(high, 1):.2f}  {len(inside):>8}{wrong:>7}{said:>8.2f}{wrong / len(inside):>8.2f}{margins:>18}")
    share = sum(w for _, _, w in numbers) / len(numbers)
    print(f"  Brier score {brier(numbers):.3f}; {share * (1 - share):.3f} for always saying {share:.2f}")


def curve(slope, centre, margin):
    return 1 / (1 + math.exp(-max(min(slope * (margin - centre), 50.0), -50.0)))


def fit(numbers):
    """Slope and centre of least log loss: a grid, fine enough for so few numbers."""
    def loss(slope, centre):
        return -sum(math.log(max(p if wrong else 1 - p, 1e-12))
                    for p, wrong in ((curve(slope, centre, m), w) for _, m, w in numbers))
    return min(((s / 50, c / 5) for s in range(2, 76) for c in range(-25, 51)), key=lambda at: loss(*at))


def main():
    if len(sys.argv) != 2: sys.exit(__doc__)
    looked_at = weighed(sys.argv[1], LOOKED_AT)
    held_back = weighed(sys.argv[1], HELD_BACK)
    tell("looked at", looked_at)
    tell("held back", held_back)
    if not looked_at: return
    slope, centre = fit(looked_at)
    scores = [brier([(curve(slope, centre, m), m, w) for _, m, w in numbers]) for numbers in (looked_at, held_back)]
    print(f"best fit: slope {slope:.2f}, centre {centre:.1f}: Brier score {scores[0]:.3f} looked at, {scores[1]:.3f} held back; "
          f"0.85 from a margin of {centre + math.log(0.85 / 0.15) / slope:.1f}, 0.95 from {centre + math.log(0.95 / 0.05) / slope:.1f}")


main()
