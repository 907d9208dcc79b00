"""Draws one random paper and, if asked, says how it is read."""

from __future__ import annotations

import argparse
from pathlib import Path

from samples.fuzz.compare import compare, read
from samples.fuzz.dice import FEATURES, LATER, Dice
from samples.fuzz.families import FAMILIES
from samples.fuzz.papers import RENDERERS, draw, pick


def main() -> None:
    """Draw the paper of a seed."""
    switches = "; ".join(f"{name}: {what}" for name, what in FEATURES.items())
    later = "; ".join(f"{name}: {what}" for name, what in LATER.items())
    parser = argparse.ArgumentParser(
        prog="python -m samples.fuzz",
        description=__doc__,
        epilog=f"Without a feature: {switches}. With: {later}.",
    )
    parser.add_argument("seed", type=int)
    parser.add_argument("--out", type=Path, help="where to write the PDF")
    parser.add_argument("--family", choices=FAMILIES, help="instead of the seed's own")
    parser.add_argument("--renderer", choices=RENDERERS, help="instead of the seed's own")
    parser.add_argument("--without", action="append", default=[], choices=FEATURES)
    parser.add_argument("--with", action="append", default=[], choices=LATER, dest="having")
    parser.add_argument("--read", action="store_true", help="read it and list what differs")
    given = parser.parse_args()
    family, renderer = pick(given.seed)
    dice = Dice(
        given.seed,
        given.family or family,
        frozenset(given.without),
        frozenset(given.having),
    )
    pdf, truth = draw(dice, given.renderer or renderer)
    if given.out:
        given.out.write_bytes(pdf)
    print(f"{given.seed}: {truth.family}, {truth.renderer}, {len(truth.model.tables)} tables")
    if given.read:
        result = compare(truth, *read(pdf))
        print("\n".join([*result.lines(), str(result)]))


if __name__ == "__main__":
    main()
