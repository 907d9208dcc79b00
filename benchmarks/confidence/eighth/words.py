"""Names and sentences of the eighth set: authorities, meetings, posts, commentary."""

from __future__ import annotations

DISTRICTS = (
    "Allerdale Borough Council",
    "Blaby District Council",
    "Broadland District Council",
    "Chiltern District Council",
    "Cotswold District Council",
    "Dover District Council",
    "Epping Forest District Council",
    "Gravesham Borough Council",
    "Harborough District Council",
    "Kettering Borough Council",
    "Maldon District Council",
    "Newark and Sherwood District Council",
    "North Kesteven District Council",
    "Purbeck District Council",
    "Rother District Council",
    "Shepway District Council",
    "Stroud District Council",
    "Test Valley Borough Council",
    "Uttlesford District Council",
    "West Devon Borough Council",
)
UNITARIES = (
    "Blackpool Council",
    "Bracknell Forest Borough Council",
    "Darlington Borough Council",
    "Hartlepool Borough Council",
    "Herefordshire Council",
    "Isle of Wight Council",
    "Medway Council",
    "Rutland County Council",
    "Swindon Borough Council",
    "Torbay Council",
    "Wokingham Borough Council",
    "London Borough of Havering",
    "London Borough of Merton",
    "Sandwell Metropolitan Borough Council",
    "Wirral Metropolitan Borough Council",
)
IRISH = (
    "Antrim and Newtownabbey Borough Council",
    "Ards and North Down Borough Council",
    "Causeway Coast and Glens Borough Council",
    "Fermanagh and Omagh District Council",
    "Mid Ulster District Council",
    "Newry, Mourne and Down District Council",
)
POLICE = (
    "Avon and Somerset Police Authority",
    "Dyfed-Powys Police Authority",
    "Gwent Police Authority",
    "Northamptonshire Police Authority",
    "Staffordshire Police Authority",
    "West Mercia Police Authority",
)
FIRE = (
    "Cleveland Fire Authority",
    "Dorset Fire Authority",
    "Hereford and Worcester Fire Authority",
    "Nottinghamshire and City of Nottingham Fire Authority",
    "Royal Berkshire Fire Authority",
    "Tyne and Wear Fire and Rescue Authority",
)
WASTE = (
    "Cambridgeshire and Peterborough Waste Partnership",
    "Lancashire Waste Partnership",
    "Merseyside Recycling and Waste Authority",
    "Shropshire Waste Partnership",
    "Somerset Waste Board",
    "West London Waste Authority",
)
COMBINED = (
    "North of Tyne Combined Authority",
    "South Yorkshire Mayoral Combined Authority",
    "Tees Valley Combined Authority",
    "West of England Combined Authority",
)
COMPANIES = (
    "Barrowdale Leisure Trust",
    "Harbourside Facilities Limited",
    "Kingsmead Property Services LLP",
    "Moorland Cultural Trust",
    "Riverbank Services Limited",
)
MEETINGS = (
    "Executive Board",
    "Performance and Scrutiny Panel",
    "Policy and Resources Committee",
    "Corporate Governance Committee",
    "Audit and Standards Committee",
    "Joint Management Board",
    "Community and Wellbeing Scrutiny Committee",
)
POSTS = (
    "Assistant Director (Place)",
    "Head of Libraries",
    "Area Librarian (North)",
    "Stock and Systems Librarian",
    "Group Manager, Prevention",
    "Group Manager, Protection",
    "Deputy Chief Fire Officer",
    "Programme Office",
    "Company Secretary",
    "Head of Law",
    "Chief Finance Officer",
    "Strategic Lead for Skills",
    "Partnership Co-ordinator",
    "Station Commander",
    "Head of Communications",
    "Digital Programme Lead",
)
AGENCIES = (
    "Police",
    "Fire and Rescue Service",
    "Primary Care Trust",
    "Probation",
    "District Council",
    "Youth Offending Team",
    "Housing Association",
    "Voluntary Sector Forum",
)
PEOPLE = ("GH", "LMW", "TJ", "KB", "RSP", "AD", "NF")
TEXTS = (
    "The schedule that follows gives the position on all of the measures which this body has "
    "agreed to follow. It is published so that residents can judge for themselves.",
    "The figures have been through the usual quality checks. A small number rest on samples and "
    "should be read with that in mind.",
    "Officers will attend to answer questions on individual lines. Questions sent in before the "
    "meeting will be answered in writing.",
    "Definitions follow those of the national bodies wherever such definitions exist. Local "
    "definitions are held by the policy team.",
    "The approach was changed after the review by external auditors, who asked for fewer measures "
    "and for clearer links to the plan.",
    "There are no direct financial, legal, staffing or crime and disorder implications arising "
    "out of this document.",
    "Partners have been asked to confirm their own contributions, and the replies have been "
    "taken into account in what is said below.",
)
FOREWORD = (
    "Welcome to this summary of what we did and how well we did it.",
    "Most of what we promised has been delivered. Where it has not, we say so, and we say what "
    "happens next.",
)
GLAD = (
    "Above the level set for the year.",
    "Sustained improvement following the restructure of the team.",
    "Good weather and a new booking system both helped.",
    "The best in the group.",
    "Early work with partners is paying off.",
)
SORRY = (
    "Affected by long-term absence in a key role. Agency cover has been arranged until spring.",
    "A single incident accounts for most of the shortfall.",
    "The contractor has been asked for a rectification plan and weekly meetings are being held.",
    "Backlog work carried over from the previous year continues to weigh on the result.",
    "Demand was much higher than planned for. The position is under review by the lead member.",
    "Changes to recording practice make this look worse than it is.",
)
NEUTRAL = (
    "Figure taken from the annual return.",
    "Subject to audit.",
    "No comparison is possible because the definition changed.",
    "Small numbers: large swings are to be expected.",
)
FINISHED = (
    "All elements delivered. No further reports are planned.",
    "Handed over to the service and now part of normal business.",
    "Report accepted by the Board.",
    "In place since the start of the summer.",
)
MOVING = (
    "First phase delivered; second phase has been scoped with suppliers.",
    "Consultation replies are being analysed.",
    "Specification written. Quotations are being sought.",
    "Two of the four areas have adopted the new approach.",
    "Interviews held and an offer has been made.",
)
SLOW = (
    "Dependent on a decision by government that has been put back.",
    "Landlord's consent not obtained. Alternative premises are being looked at.",
    "Resources were moved to the response to the floods.",
    "First round of recruitment failed.",
)
AHEAD = ("Not due to begin until the new year.", "Waits for the outcome of the review.", "")
GOALS = (
    "Reaching new audiences",
    "Safer streets",
    "Skills for work",
    "Healthy and independent lives",
    "Making best use of what we own",
    "Open and honest government",
    "Protecting the vulnerable",
)
GAINS = (
    "More people use the service",
    "Fewer repeat victims",
    "Savings of £20k a year",
    "Greater confidence among residents",
    "Compliance with the regulations",
    "Shorter waiting times",
)
FUNDS = (
    "Existing budgets",
    "£5,000",
    "£18k from reserves",
    "Grant",
    "Officer time",
    "To be bid for",
)
