"""The words of random papers: councils, titles, sections, owners, prose. Nobody is named."""

from __future__ import annotations

from random import Random
from typing import Literal

Kind = Literal["percent", "count", "days", "money"]

COUNCILS = {
    "Bromsgrove": "Bromsgrove District Council",
    "Broxtowe": "Broxtowe Borough Council",
    "Mid Devon": "Mid Devon District Council",
    "Rushcliffe": "Rushcliffe Borough Council",
    "South Kesteven": "South Kesteven District Council",
    "Hertsmere": "Hertsmere Borough Council",
    "Wyre Forest": "Wyre Forest District Council",
    "North East Derbyshire": "North East Derbyshire District Council",
    "Rother": "Rother District Council",
    "Torridge": "Torridge District Council",
}
"""Published name of a council: its letterhead."""
COMMITTEES = (
    "Overview and Scrutiny Committee",
    "Cabinet",
    "Performance Management Board",
    "Policy and Performance Committee",
    "Finance and Resources Committee",
    "Audit and Governance Committee",
)
SECTIONS = (
    "Finance Services",
    "Legal Services",
    "Environmental Health",
    "Housing",
    "Planning and Building Control",
    "Leisure and Culture",
    "Revenues and Benefits",
    "Customer Services",
    "Waste and Recycling",
    "Human Resources",
    "Regeneration",
    "Community Safety",
)
OWNERS = (
    "Head of Finance",
    "Head of Housing",
    "Planning Manager",
    "Head of ICT",
    "Revenues Manager",
    "Environmental Services Manager",
    "HR Manager",
    "Head of Legal",
)
TITLES: dict[Kind, tuple[str, ...]] = {
    "percent": (
        "Council Tax collected",
        "Non-domestic rates collected",
        "Invoices paid within 30 days of receipt",
        "Major planning applications determined in 13 weeks",
        "Minor planning applications determined in 8 weeks",
        "Household waste sent for reuse, recycling and composting",
        "Rent collected as a proportion of rent owed",
        "Calls to the contact centre answered in 20 seconds",
        "Food premises broadly compliant with food hygiene law",
        "Tenants satisfied with repairs",
        "Complaints answered within ten working days",
        "Staff with disabilities as a share of the workforce",
        "Land with deposits of litter below an acceptable level",
        "Appeals allowed against the authority's decision to refuse",
        "Emergency repairs completed on time",
        "Properties with a current gas safety certificate",
        "Freedom of information requests answered in time",
        "Housing benefit claims decided correctly",
        "Standard searches carried out within ten working days",
        "New homes built on previously developed land",
        "Street lights working as planned",
        "Employees from minority ethnic communities",
    ),
    "count": (
        "Visits to leisure centres",
        "Missed bins per 100,000 collections",
        "Affordable homes delivered",
        "Homeless households in temporary accommodation",
        "Private homes returned into occupation",
        "Recorded burglaries per 1,000 households",
        "Incidents of anti-social behaviour reported",
        "Visits to the museum",
        "Fly-tipping incidents reported",
        "Residual household waste per household",
        "Empty properties brought back into use",
        "Complaints received by the Ombudsman",
        "Online payments made",
        "Trees planted in parks",
        "Racial incidents recorded per 100,000 population",
    ),
    "days": (
        "Average time to re-let council homes",
        "Average time to process new claims",
        "Average time to process changes of circumstances",
        "Working days lost due to sickness absence per employee",
        "Average stay in bed and breakfast accommodation",
        "Time taken to remove abandoned vehicles",
    ),
    "money": (
        "Cost of waste collection per household",
        "Sundry debt outstanding",
        "Income from car parks",
        "Rent arrears of current tenants",
        "Savings achieved by procurement",
        "Spend on cultural services per head",
    ),
}
TASKS = (
    "Adopt the core strategy",
    "Install cameras in the car parks",
    "Renew the procurement plan",
    "Write the fire strategy",
    "Review the alcohol zones",
    "Produce the final accounts by the end of May",
    "Publish the housing needs survey",
    "Introduce a new payroll system",
    "Refurbish the leisure centre changing rooms",
    "Let the grounds maintenance contract",
    "Complete the stock condition survey",
    "Consult tenants on the allocations policy",
    "Move telephone calls to the contact centre",
    "Replace the back office servers",
    "Agree a new constitution",
    "Deliver the town centre improvements",
    "Train all staff in data protection",
    "Map all council land",
    "Achieve the customer service standard",
    "Bring the cemetery records online",
    "Open the new depot",
    "Review the fees and charges policy",
    "Set up a tenants' panel",
    "Roll out the garden waste service",
)
_NOUNS = (
    "service", "team", "contractor", "new system", "Council", "budget", "software", "programme",
    "partnership", "work plan", "survey", "consultation", "project board", "final scheme",
    "cross-party group", "follow-up inspection",
)  # fmt: skip
_VERBS = (
    "will be reviewed by", "was reported to", "has been discussed with", "is being tested by",
    "remains with", "was agreed with", "depends on", "has been delayed by", "continues with",
)  # fmt: skip
_TAILS = (
    "", "", " as planned", " after the summer", " in due course", " because of staff shortages",
    ", and members will be kept informed", " once funding is confirmed", " (see the plan)",
    " - no further action is needed", "; this is usual for the time of year",
)  # fmt: skip


def sentence(dice: Random) -> str:
    """A sentence without figures, dates or statuses."""
    first, second = dice.sample(_NOUNS, 2)
    return f"The {first} {dice.choice(_VERBS)} the {second}{dice.choice(_TAILS)}."


def sentences(dice: Random, most: int) -> str:
    """One to *most* sentences."""
    return " ".join(sentence(dice) for _ in range(dice.randint(1, most)))
