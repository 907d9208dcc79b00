"""One file per released schema version."""
