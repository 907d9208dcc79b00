"""What the papers of the third set measure: by theme, as councils word them, made-up ranges."""

from __future__ import annotations

from typing import Literal, NamedTuple

Good = Literal["high", "low"]


class Measure(NamedTuple):
    """A measure: its title, its unit, which way is good, between what its values lie.

    Units: ``%``, ``n`` (a whole number), ``d`` (a decimal number), ``days``, ``£``, ``net`` (an
    amount below or above nought), ``time`` (minutes and seconds, never a figure).
    """

    title: str
    unit: str
    good: Good
    low: float
    high: float


_TABLES = {
    "Waste and Street Scene": """
% of household waste recycled, reused or composted|%|high|31|58
Kg of household waste collected per head of population|d|low|318|471
Number of justified missed bin reports|n|low|41|390
% of graffiti removed within 3 working days|%|high|78|100
Number of fly tips reported by the public|n|low|210|3100
Average time taken to remove fly tips (days)|days|low|1|6
% of streets graded A or B for cleanliness|%|high|82|98
Number of bulky waste collections|n|high|840|9600
Cost of waste collection per household|£|low|38|84
Tonnes of garden waste collected|n|high|1900|14200
Dog fouling complaints received|n|low|28|410
Percentage of public conveniences inspected to standard|%|high|79|100
""",
    "Planning and Building Control": """
% of major planning applications decided within 13 weeks or agreed time|%|high|61|100
% of minor planning applications decided within 8 weeks or agreed time|%|high|64|99
% of other planning applications decided within 8 weeks or agreed time|%|high|72|99
% of appeals dismissed|%|high|48|92
Number of enforcement cases opened|n|low|62|480
Number of enforcement cases closed|n|high|58|470
Average number of days to register a valid application|days|low|1|9
% of local searches returned in 10 working days|%|high|81|100
Planning fee income received|£|high|214000|2380000
% of building regulation decisions made within statutory period|%|high|88|100
Number of tree preservation orders made|n|high|2|34
""",
    "Homes and Landlord Services": """
% of rent due that was collected|%|high|94|100
Rent arrears of current tenants|£|low|186000|1960000
% of tenants evicted as a result of rent arrears|%|low|0|2
Average number of days to relet a council dwelling|days|low|17|58
% of emergency repairs attended in 24 hours|%|high|89|100
% of repairs completed right first time|%|high|76|98
% of dwellings with a current gas safety record|%|high|97|100
Number of households in temporary accommodation|n|low|11|264
Number of homelessness applications received|n|low|38|540
Number of new affordable homes handed over|n|high|6|212
% of tenants satisfied with their most recent repair|%|high|79|98
Number of empty private homes returned to use|n|high|8|96
Void loss as a % of rent roll|%|low|0|4
Number of disabled facilities grants completed|n|high|24|188
""",
    "Money and Revenues": """
% of council tax due for the year received|%|high|94|99
% of business rates due for the year received|%|high|95|99
Time taken to decide new claims for council tax support (days)|days|low|9|34
Time taken to act on a change to a benefit claim (days)|days|low|3|14
% of supplier invoices settled within terms|%|high|86|100
Value of debt more than 60 days old|£|low|74000|1430000
Variance against approved revenue budget|net|low|-940000|-38000
Value of housing benefit overpayments recovered|£|high|91000|870000
% of planned audits delivered|%|high|42|100
Investment income earned|£|high|52000|1860000
Number of business rate relief applications awarded|n|high|88|1420
""",
    "Customer and Digital": """
% of calls answered within 30 seconds|%|high|61|94
% of calls abandoned by the caller|%|low|2|17
Number of calls offered to the contact centre|n|low|6100|48000
Number of visitors to reception|n|low|820|9400
Number of online forms submitted|n|high|1400|26000
% of customers rating the service good or excellent|%|high|71|97
Number of stage 1 complaints received|n|low|14|230
% of stage 2 complaints replied to within timescale|%|high|68|100
Number of compliments received|n|high|12|160
% of information requests replied to within 20 days|%|high|79|100
% availability of the council website|%|high|97|100
Number of social media followers|n|high|2900|41000
""",
    "Our People": """
Days lost to sickness per FTE|d|low|4|12
% of sickness absence that was long term|%|low|38|71
Percentage turnover of permanent staff|%|low|6|18
Headcount of directly employed staff|n|low|240|6800
Full time equivalent posts filled|d|low|190|5900
% of staff with a completed annual review|%|high|61|100
Number of reportable accidents involving staff|n|low|1|24
Agency spend in the period|£|low|41000|980000
% of mandatory training modules completed|%|high|64|99
Number of apprentices in post|n|high|2|61
""",
    "Leisure, Culture and Parks": """
Number of visits to council leisure centres|n|high|64000|910000
Number of active gym members|n|high|1100|9800
Number of library loans|n|high|21000|640000
Attendance at the council's theatre|n|high|9400|121000
% of theatre seats sold|%|high|44|88
Number of junior swimming lessons taken|n|high|2100|38000
Number of parks with a quality award|n|high|2|18
% of allotment plots let|%|high|81|100
Number of volunteer hours given in parks|n|high|640|9800
Number of visits to museums and heritage sites|n|high|8800|176000
""",
    "Safe Communities": """
Number of recorded burglaries of a dwelling|n|low|64|980
Number of reports of anti social behaviour|n|low|310|5200
% of food premises with a rating of 4 or 5|%|high|78|98
% of taxi licences issued within 5 working days|%|high|74|100
% of noise complaints closed within 60 days|%|high|71|98
Number of community protection notices issued|n|high|2|64
Number of CCTV incidents passed to the police|n|high|180|2900
Recorded crimes per 1,000 residents|d|low|28|104
Number of private water supplies sampled|n|high|6|92
% of high risk premises inspected on time|%|high|82|100
""",
    "Jobs and Growth": """
% of shop units occupied in main centres|%|high|82|97
Number of enterprises given advice|n|high|22|410
Unemployment claimants as a % of residents of working age|%|low|1|7
Number of jobs created with council support|n|high|11|380
Car park tickets sold|n|high|42000|980000
Income from pay and display parking|£|high|168000|2940000
% of industrial units let|%|high|84|100
Number of visitors to the tourist information centre|n|high|7400|92000
Rental income from commercial estate|£|high|310000|5200000
Number of market pitches taken|n|high|640|5900
""",
}
_CARE = """
Rate of children in need per 10,000|d|low|240|480
Rate of children with a child protection plan per 10,000|d|low|28|71
Rate of looked after children per 10,000|d|low|39|112
% of assessments completed within 45 working days|%|high|68|97
% of initial child protection conferences held within 15 working days|%|high|61|98
% of re-referrals within 12 months|%|low|14|29
% of looked after children in the same placement for 2 years|%|high|58|78
% of looked after children placed more than 20 miles from home|%|low|8|24
% of care leavers in suitable accommodation|%|high|74|98
% of care leavers in education, employment or training|%|high|41|68
Average days between entering care and moving in with an adoptive family|days|low|360|640
% of education, health and care plans issued within 20 weeks|%|high|38|94
% of pupils in schools judged good or outstanding|%|high|72|95
Persistent absence in secondary schools (%)|%|low|9|24
First time entrants to youth justice per 100,000|d|low|140|420
% of adults with learning disabilities in paid work|%|high|2|12
Permanent admissions of people aged 65+ to care homes per 100,000|d|low|410|780
% of older people at home 91 days after leaving hospital|%|high|74|92
% of service users receiving direct payments|%|high|18|41
Delayed discharges per 100,000 population|d|low|3|17
% of safeguarding enquiries where risk was reduced or removed|%|high|71|97
% of carers who find it easy to get information|%|high|56|76
Social care related quality of life score|d|high|17|20
"""
_FIRE = """
Accidental fires in the home|n|low|84|620
Deliberate fires|n|low|140|1900
Fire related fatalities|n|low|1|9
Injuries from accidental dwelling fires|n|low|11|84
Fires in non-domestic premises|n|low|38|310
False alarms from automatic detection|n|low|420|4100
Road traffic collisions attended|n|low|96|720
% of life risk incidents reached within 10 minutes|%|high|71|94
Home safety visits carried out|n|high|1900|16400
% of safety visits made to vulnerable people|%|high|48|82
Fire safety audits of business premises|n|high|180|1600
Hydrants inspected|n|high|810|7400
% of on-call appliances available|%|high|61|97
Shifts lost to sickness per firefighter|d|low|3|9
Secondary fires|n|low|160|2100
Water rescues|n|low|6|74
Emergency calls answered in 10 seconds (%)|%|high|88|99
Recorded domestic burglary offences|n|low|210|2400
Vehicle offences|n|low|280|3300
Serious violence offences|n|low|22|190
% of victims satisfied with the overall service|%|high|69|89
"""
_CONTACT = """
Calls offered|n|low|5200|19000
Calls answered|n|high|4800|18000
Calls abandoned|n|low|210|2600
% of calls answered|%|high|78|97
% answered in 20 seconds|%|high|48|86
Average speed of answer|time|low|20|260
Average call length|time|low|150|420
Emails received|n|low|640|4900
Letters scanned|n|low|810|6200
Webchats handled|n|high|120|1900
Face to face enquiries|n|low|900|5400
Appointments kept|n|high|88|740
Self service payments|n|high|1400|12800
% of enquiries dealt with at first contact|%|high|68|94
Visits to the website|n|high|21000|96000
New online accounts opened|n|high|160|2400
% of customers satisfied|%|high|74|98
Call backs requested|n|low|34|690
"""


def _parsed(table: str) -> tuple[Measure, ...]:
    """The measures of the lines of a table."""
    made = []
    for line in filter(None, table.split("\n")):
        title, unit, good, low, high = line.split("|")
        way: Good = "high" if good == "high" else "low"
        made.append(Measure(title, unit, way, float(low), float(high)))
    return tuple(made)


THEMES: dict[str, tuple[Measure, ...]] = {theme: _parsed(table) for theme, table in _TABLES.items()}
EVERY: tuple[Measure, ...] = tuple(each for members in THEMES.values() for each in members)
#: Of children's and adults' services, of fire and police authorities, of a contact centre.
CARE, FIRE, CONTACT = _parsed(_CARE), _parsed(_FIRE), _parsed(_CONTACT)
