"""Rules that compare what different papers print."""
