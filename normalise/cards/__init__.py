"""Indicators printed as cards: a name, and figures each with a label of its own beside it."""
