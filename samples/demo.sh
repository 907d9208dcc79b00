#!/bin/sh
# What `make demo` runs: the sample papers into a new database, one trend, the findings, a chart.
set -eu
rm -rf demo
mkdir demo
export CROSSFOOT_DB=sqlite:///demo/crossfoot.db

say() { printf '\n$ %s\n' "$*"; "$@"; }

say crossfoot ingest samples/pdf --manifest samples/manifest.csv
say crossfoot trend BV9 --plot demo/BV9.svg
say crossfoot audit
say crossfoot export demo/csv --format csv

printf '\nThe database is demo/crossfoot.db, the chart demo/BV9.svg, every row as CSV in demo/csv.\n'
printf 'Next: .venv/bin/crossfoot show 2021-22_q1_support_services.pdf --db %s\n' "$CROSSFOOT_DB"
