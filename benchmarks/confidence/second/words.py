"""Names and sentences of the second set: councils, services, officers, notes, tasks."""

from __future__ import annotations

ENGLISH = (
    "Amber Valley Borough Council",
    "Babergh District Council",
    "Borough of Poole",
    "Breckland District Council",
    "Cotswold District Council",
    "Daventry District Council",
    "Devon County Council",
    "Fenland District Council",
    "London Borough of Barnet",
    "London Borough of Merton",
    "Mendip District Council",
    "North Kesteven District Council",
    "Northumberland County Council",
    "Rother District Council",
    "Rutland County Council",
    "Selby District Council",
    "South Lakeland District Council",
    "Tamworth Borough Council",
    "Wokingham Borough Council",
    "Wyre Forest District Council",
)
SCOTTISH = ("Angus Council", "East Lothian Council", "Moray Council", "Stirling Council")
WELSH = (
    "Ceredigion County Council",
    "Conwy County Borough Council",
    "Monmouthshire County Council",
    "Torfaen County Borough Council",
)
COMMITTEES = (
    "Cabinet",
    "Overview and Scrutiny Committee",
    "Policy and Resources Committee",
    "Corporate Governance Group",
    "Executive",
    "Performance and Audit Scrutiny Panel",
)
SERVICES = (
    "Environmental Services",
    "Housing Services",
    "Planning and Regeneration",
    "Finance and Revenues",
    "Customer Services",
    "Community Safety",
    "Culture and Leisure",
    "Human Resources",
    "Legal and Democratic Services",
)
PRIORITIES = (
    "Priority A: A cleaner, greener place",
    "Priority B: Homes that people can afford",
    "Priority C: A thriving local economy",
    "Priority D: Safe and healthy communities",
    "Priority E: A council that works for you",
    "Priority F: Getting the best from our money",
)
PORTFOLIOS = (
    "Environment",
    "Housing",
    "Resources",
    "Leader",
    "Planning",
    "Communities",
    "Leisure",
)
OFFICERS = (
    "Head of Environmental Services",
    "Housing Manager",
    "Director of Resources",
    "Head of Planning",
    "Revenues Manager",
    "Customer Services Manager",
    "Head of HR",
    "Leisure Contract Manager",
    "Chief Finance Officer",
    "Waste Services Manager",
    "Monitoring Officer",
    "Principal Surveyor",
)
NOTES = (
    "Performance remains on profile and no action is needed.",
    "Vacancies in the team have been filled and the backlog is being cleared.",
    "The contractor has been asked for a recovery plan by the next meeting.",
    "Demand was higher than in the same period of last year.",
    "The new system went live in the summer; figures before and after it compare well.",
    "Poor weather in the period affected the result.",
    "A small number of complex cases pulled the average up.",
    "Improvement on the previous period, although still short of where we want to be.",
    "Data are collected by a partner and are subject to audit.",
    "The target is stretching and will be reviewed when the plan is refreshed.",
)
LONG_NOTES = (
    "Performance dipped in the first weeks of the period while the new rounds bedded in. Crews "
    "have since been rebalanced and the last weeks were back at the expected level.",
    "The result reflects a fall in the number of cases received rather than any change in the "
    "service. Officers are working with partners to keep the position under review and will report "
    "back to members.",
    "Staff absence and the move to the new offices slowed the work down. Temporary staff have been "
    "brought in, and the service expects to recover the lost ground by the end of the year.",
    "This is the best result for some years. It follows the campaign in the spring, when every "
    "household was written to.",
)
PROSE = (
    "This report informs members of progress against the measures in the Council Plan.",
    "Members are invited to consider performance for the period and to raise any matter with the "
    "relevant portfolio holder.",
    "Commentary is given by exception where a measure is away from its target.",
    "The measures were agreed as part of the service planning process.",
)
TASKS = (
    "Adopt a revised housing allocations scheme",
    "Replace the fleet of refuse collection vehicles",
    "Agree the medium term financial strategy",
    "Carry out a review of fees and charges",
    "Let the contract for leisure management",
    "Bring the former depot site forward for housing",
    "Launch the bulky waste booking form on the website",
    "Consult residents on the draft design guide",
    "Inspect all council garages and set out options",
    "Publish a climate emergency action plan",
    "Deliver attendance management training to all managers",
    "Refresh the community safety partnership plan",
    "Extend residents' parking to three further zones",
    "Digitise the planning history of the district",
    "Review the scheme of delegation",
    "Create a shared internal audit service with neighbouring councils",
    "Complete the refurbishment of the town hall roof",
    "Introduce weekly food waste collections",
    "Prepare an asset management plan for corporate property",
    "Upgrade the CCTV control room",
    "Establish a tenants' scrutiny panel",
    "Develop a tourism website with local businesses",
    "Renew the cemetery management software",
    "Appoint consultants for the town centre masterplan",
)
OUTCOMES = (
    "Residents find the service easier to use.",
    "Lower running costs and a safer building.",
    "More homes are let to those in greatest need.",
    "The council meets its statutory duty.",
    "Better value for money for council tax payers.",
    "Businesses have a say in how the town is run.",
)
UPDATES = (
    "Report went to the committee and was approved.",
    "Tenders have been returned and are being evaluated.",
    "Consultation has closed; responses are being analysed.",
    "Awaiting guidance from Government before the next stage.",
    "Project board meets monthly; no risks to report.",
    "Work started on site after a short delay.",
)
MILESTONES = (
    "Project board set up",
    "Options appraisal written",
    "Consultation with stakeholders held",
    "Specification agreed",
    "Tender documents issued",
    "Report to members",
    "Training for staff delivered",
    "Go live",
)
