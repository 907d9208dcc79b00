"""From tables to typed rows. Knows councils, knows nothing of PDFs or SQL."""
