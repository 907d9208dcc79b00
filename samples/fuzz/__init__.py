"""Random papers, each with what it says, to hold a reading against: `python -m samples.fuzz`."""
