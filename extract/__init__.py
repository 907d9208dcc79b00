"""From a PDF page to tables with provenance. Knows geometry, knows nothing of councils."""
