"""Measures with titles of three and four lines and a definition, as statutory indicators have."""

from __future__ import annotations

from benchmarks.confidence.second.measures import Measure

LONG: tuple[Measure, ...] = (
    Measure(
        "The percentage of the total tonnage of household waste arisings which have been sent by "
        "the authority for recycling",
        "%",
        "high",
        11,
        34,
        "Dry recyclate sent to a reprocessor, divided by all household waste collected.",
    ),
    Measure(
        "The percentage of household waste sent by the authority for composting or for treatment "
        "by anaerobic digestion",
        "%",
        "high",
        3,
        27,
        "Green and food waste sent to a licensed plant, divided by all household waste.",
    ),
    Measure(
        "The percentage of undisputed invoices for commercial goods and services which were paid "
        "by the authority within 30 days of such invoices being received",
        "%",
        "high",
        84,
        100,
        "Disputed invoices are left out until the dispute is settled.",
    ),
    Measure(
        "The number of working days or shifts lost to the authority due to sickness absence, per "
        "full time equivalent staff member",
        "days",
        "low",
        5,
        13,
        "Short and long term absence together; schools are not included.",
    ),
    Measure(
        "The proportion of council tax due for the financial year which was received in year by "
        "the authority",
        "%",
        "high",
        93,
        99,
        "Receipts in the year, net of refunds, over the net collectable debit.",
    ),
    Measure(
        "The percentage of planning applications, other than major and minor ones, which were "
        "determined by the authority within eight weeks",
        "%",
        "high",
        70,
        98,
        "Counted from the day on which a valid application was registered.",
    ),
    Measure(
        "The average time, in calendar days, taken by the authority from first notification to "
        "decision for all new claims to housing benefit and council tax support",
        "days",
        "low",
        12,
        44,
        "The clock starts when the first contact is made, not when evidence is complete.",
    ),
    Measure(
        "The percentage of the authority's buildings open to the public in which all public areas "
        "are suitable for, and accessible to, disabled people",
        "%",
        "high",
        22,
        96,
        "Schools, and buildings let to others, are not counted.",
    ),
    Measure(
        "The proportion of relevant land and highways, expressed as a percentage, that is assessed "
        "as having combined deposits of litter and detritus below an acceptable level",
        "%",
        "low",
        4,
        24,
        "Three surveys a year of a sample of streets, each graded A to D.",
    ),
    Measure(
        "The average length of stay in bed and breakfast accommodation of households which include "
        "dependent children or a pregnant woman and which are unintentionally homeless",
        "weeks",
        "low",
        1,
        9,
        "Only households that left such accommodation in the period.",
    ),
    Measure(
        "The percentage of local authority tenants in arrears who had notices seeking possession "
        "served on them during the year",
        "%",
        "low",
        8,
        38,
        "Tenants with arrears of more than seven weeks' rent.",
    ),
    Measure(
        "The percentage of council housing which was brought up to the required standard during "
        "the year as a share of all homes that did not meet it on 1 April",
        "%",
        "high",
        11,
        58,
        "Homes that failed after 1 April are counted in the year that follows.",
    ),
    Measure(
        "The number of visits to, and uses of, the authority's museums per 1,000 population, "
        "whether in person, by telephone, in writing or online",
        "n",
        "high",
        180,
        1900,
        "Counted with door counters; school groups are counted by head.",
    ),
    Measure(
        "The percentage of people surveyed who feel that they can influence decisions that affect "
        "their local area",
        "%",
        "high",
        21,
        48,
        "Residents' survey of 1,100 adults, weighted by age and ward.",
    ),
    Measure(
        "The percentage of those making complaints to the authority who are satisfied with the "
        "handling of their complaint",
        "%",
        "high",
        24,
        66,
        "A card is sent out with each closed complaint.",
    ),
    Measure(
        "The number of private sector dwellings vacant for more than six months that are returned "
        "into occupation or demolished as a direct result of action by the authority",
        "n",
        "high",
        6,
        140,
        "Action means a grant, a notice or an agreed plan with the owner.",
    ),
    Measure(
        "The percentage of adults aged 18 and over with a care plan who were reviewed at least "
        "once during the preceding twelve months",
        "%",
        "high",
        58,
        97,
        "Reviews carried out jointly with health partners are counted.",
    ),
    Measure(
        "The percentage of young people leaving care aged 19 who were in suitable accommodation "
        "and in touch with the authority",
        "%",
        "high",
        66,
        98,
        "Young people in custody count as not suitably housed.",
    ),
    Measure(
        "The percentage of pedestrian crossings with facilities for disabled people as a "
        "proportion of all crossings in the local authority area",
        "%",
        "high",
        44,
        100,
        "Dropped kerbs, tactile paving and, at signals, audible or tactile indicators.",
    ),
    Measure(
        "The percentage of food premises inspections that should have been carried out that were "
        "carried out for high risk premises",
        "%",
        "high",
        78,
        100,
        "Categories A and B of the national risk rating scheme.",
    ),
    Measure(
        "The level of the Equality Standard for Local Government to which the authority conforms "
        "in respect of gender, race and disability",
        "n",
        "high",
        1,
        5,
        "Self-assessed each March against the published levels.",
    ),
    Measure(
        "The gap between the number of affordable homes granted permission in the period and the "
        "number needed by the housing needs assessment",
        "n",
        "low",
        14,
        310,
        "The assessment is renewed every three years.",
    ),
)
