"""Checks of what a paper prints against itself."""
