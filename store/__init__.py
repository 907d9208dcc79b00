"""SQL: the published relations, their migrations, loading, series and exports."""
