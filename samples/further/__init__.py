"""Further layouts: one paper for each habit, each with its expected rows typed by hand."""
