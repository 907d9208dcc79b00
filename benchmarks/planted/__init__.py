"""Faults planted in papers that are otherwise right: what the audit finds and makes up."""
