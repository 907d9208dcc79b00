"""Exact performance figures from committee papers, each tied to its place on the page."""

__version__ = "0.2.0"
