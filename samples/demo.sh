#!/bin/sh
# What `make demo` runs: the sample papers into a new database, trends, evidence, the findings.
set -eu
rm -rf demo
mkdir demo
export CROSSFOOT_DB=sqlite:///demo/crossfoot.db

say() { printf '\n$ %s\n' "$*"; "$@"; }

say crossfoot ingest samples/pdf --manifest samples/manifest.csv
say crossfoot trend BV9 --plot demo/BV9.svg
printf '\n$ crossfoot trend --all --plot demo/council.html\n'
crossfoot trend --all --plot demo/council.html >/dev/null  # a table of every point: too long here
say crossfoot cite BV9 2020/21 --picture demo/BV9_2020-21.png
say crossfoot audit --report demo/audit.html
say crossfoot export demo/csv --format csv

printf '\nThe database is demo/crossfoot.db; the charts are demo/BV9.svg and demo/council.html; the audit\npack is demo/audit.html; every row is in demo/csv.\n'
printf 'Next: .venv/bin/crossfoot show 2021-22_q1_support_services.pdf --db %s\n' "$CROSSFOOT_DB"
