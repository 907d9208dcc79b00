"""The vocabulary of crossfoot: what a page, a row, a figure and a finding are."""
