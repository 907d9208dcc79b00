"""What other programs and notebooks call; :mod:`crossfoot` gives it out (``docs/library.md``)."""
