"""The audit pack: one page an auditor can sign, with the evidence on it."""
