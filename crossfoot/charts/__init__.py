"""Charts of series as pure SVG: no script, no network, every point a link to its page."""
