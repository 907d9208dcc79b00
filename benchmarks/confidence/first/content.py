"""Made-up indicators: titles, codes, values. No council prints these figures."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

# Measures as councils word them (the wording of national and local indicators is public).
TITLES: tuple[tuple[str, str], ...] = (
    ("Household waste sent for reuse, recycling and composting", "%"),
    ("Residual household waste per household", "kg"),
    ("Percentage of major planning applications determined in time", "%"),
    ("Minor planning applications determined within 8 weeks", "%"),
    ("Other planning applications determined within 8 weeks", "%"),
    ("Working days lost to sickness absence per employee", "days"),
    ("Council tax collected in the year", "%"),
    ("Business rates collected", "%"),
    ("Invoices paid within 30 days of receipt", "%"),
    ("Average time to process new benefit claims", "days"),
    ("Average time to process changes of circumstances", "days"),
    ("Rent collected as a proportion of rent owed", "%"),
    ("Current tenants' arrears as a percentage of the rent roll", "%"),
    ("Average time to re-let empty council homes", "days"),
    ("Number of households living in temporary accommodation", ""),
    ("Affordable homes delivered", ""),
    ("Homelessness cases prevented or relieved", ""),
    ("Visits to leisure centres", ""),
    ("Museum visitors", ""),
    ("Calls answered within 20 seconds", "%"),
    ("Complaints answered within 10 working days", "%"),
    ("Fly tips removed within two working days", "%"),
    ("Streets with unacceptable levels of litter", "%"),
    ("Food premises rated 3 or above", "%"),
    ("Crime reduction: domestic burglaries per 1,000 households", ""),
    ("Violent crime per 1,000 population", ""),
    ("Net cost of the service", "£"),
    ("Income from car parks", "£"),
    ("Land charge searches returned within five days", "%"),
    ("Freedom of information requests answered within 20 working days", "%"),
    ("Staff turnover", "%"),
    ("Posts held by women among the top five per cent of earners", "%"),
    ("Repairs completed at the first visit", "%"),
    ("Emergency repairs completed on time", "%"),
    ("Homes meeting the Decent Homes Standard", "%"),
    ("Website transactions as a share of all contacts", "%"),
    ("Jobs created or safeguarded", ""),
    ("Vacant shop units in the town centre", "%"),
    ("Carbon emissions from council buildings", "tonnes"),
    ("Garden waste subscriptions", ""),
)
TASKS = (
    "Adopt the revised allocations policy",
    "Replace the telephone system in all offices",
    "Publish the annual statement of accounts",
    "Complete the review of car park charges",
    "Procure a new contract for grounds maintenance",
    "Open the refurbished leisure centre",
    "Introduce online booking of bulky waste collections",
    "Consult on the draft local plan",
    "Carry out a stock condition survey of council homes",
    "Agree a climate change action plan with partners",
    "Train all managers in attendance management",
    "Renew the community safety strategy",
    "Install charging points for electric vehicles",
    "Move the archive to the new store",
    "Review the constitution",
    "Set up a shared building control service",
)
NOTES = (
    "Performance was affected by staff vacancies in the first quarter.",
    "On course to meet the annual target.",
    "Reported one month in arrears.",
    "A new process came in during the summer and is being monitored.",
    "Slightly below profile; recovery is expected.",
    "",
)
COUNCILS = (
    "Ashfield District Council",
    "Boston Borough Council",
    "Chorley Council",
    "Dover District Council",
    "Erewash Borough Council",
    "Gedling Borough Council",
    "Hinckley and Bosworth Borough Council",
    "Lichfield District Council",
    "Maldon District Council",
    "Pendle Borough Council",
)


@dataclass(frozen=True)
class Value:
    """One value: as printed, exact, and its unit as the contract publishes it."""

    printed: str
    value: Decimal | None
    unit: str | None


def value_of(unit: str, rng: random.Random, blanks: float) -> Value:
    """Draw a printed value of a measure in *unit*; with the chance *blanks* none is there."""
    if rng.random() < blanks:
        return Value(rng.choice(("", "-", "n/a", "N/A")), None, None)
    if unit == "%":
        value = Decimal(rng.randrange(100, 1000)) / 10
        places = rng.choice((0, 1, 1, 2))
        value = value.quantize(Decimal(1).scaleb(-places))
        return Value(f"{value}%", value, "%")
    if unit == "£":
        value = Decimal(rng.randrange(12_000, 950_000))
        return Value(f"£{value:,}", value, "£")
    if unit in {"days", "kg", "tonnes"}:
        value = (Decimal(rng.randrange(11, 480)) / 10).quantize(Decimal("0.1"))
        return Value(str(value), value, None)
    value = Decimal(rng.randrange(3, 90_000 if rng.random() < 0.4 else 300))
    return Value(f"{value:,}", value, None)


def codes(rng: random.Random, count: int) -> list[str]:
    """Draw different codes of one family."""
    family = rng.choice(("LI", "BV", "NI", "team", "PI"))
    numbers = rng.sample(range(1, 99), count)
    if family == "LI":
        return [f"LI {number:03}" for number in numbers]
    if family == "team":
        team = rng.choice(("HSLocal", "ENVData", "REVLocal"))
        return [f"{team}_{number:02}" for number in numbers]
    if family == "PI":
        return [f"CPI{number:03}" for number in numbers]
    return [f"{family}{number}" for number in numbers]
