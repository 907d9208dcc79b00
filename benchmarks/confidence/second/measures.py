"""What the second set measures: titles as councils word them, with made-up ranges."""

from __future__ import annotations

from typing import Literal, NamedTuple

Good = Literal["high", "low"]


class Measure(NamedTuple):
    """A measure: its title, its unit, which way is good, between what its values lie.

    ``definition`` is the sentence that some councils print under or beside the title.
    """

    title: str
    unit: str
    good: Good
    low: float
    high: float
    definition: str = ""


_TABLE = """
Household waste recycled and composted|%|high|28|61
Kilograms of residual waste collected per household|kg|low|310|620
Missed bins per 100,000 collections|n|low|18|140
Fly-tipping incidents recorded|n|low|180|2900
Fly-tips cleared within one working day|%|high|71|99
Enforcement actions taken against fly-tipping|n|high|14|260
Land and highways with below-standard litter|%|low|2|14
Land and highways with below-standard detritus|%|low|3|19
Abandoned vehicles removed within 24 hours of being legally able to|%|high|80|100
Street lights restored to working order within 7 days|%|high|82|99
Principal roads where maintenance should be considered|%|low|2|14
Non-principal classified roads where maintenance should be considered|%|low|5|22
Category 1 highway defects made safe within 24 hours|%|high|80|100
People killed or seriously injured in road traffic collisions|n|low|12|190
Bus passenger journeys originating in the area|n|high|140000|6200000
Local bus services running on time|%|high|62|93
Major applications determined within 13 weeks|%|high|55|100
Minor applications determined within 8 weeks|%|high|58|96
Householder applications determined within 8 weeks|%|high|66|99
Appeals allowed against the refusal of planning permission|%|low|14|44
Standard searches carried out within 10 working days|%|high|70|100
Building control plans checked within 15 working days|%|high|71|100
New homes completed on previously developed land|%|high|35|96
Net additional homes provided|n|high|60|1450
Gross affordable homes completed|n|high|8|380
Years' supply of deliverable housing sites|years|high|2|9
Unfit private dwellings made fit or demolished|%|high|1|9
Long-term empty homes brought back into use|n|high|12|180
Average re-let time for local authority housing|days|low|16|62
Rent collected as a proportion of rents owed on dwellings|%|high|91|99
Rent lost through dwellings being vacant|%|low|1|4
Current tenant arrears as a proportion of the rent roll|%|low|1|7
Responsive repairs completed within target time|%|high|82|99
Urgent repairs completed within Government time limits|%|high|84|100
Tenants satisfied with the overall service|%|high|64|93
Homes that are non-decent at the start of the year|%|low|1|39
Properties with a valid gas safety certificate|%|high|96|100
Households in bed and breakfast accommodation at the end of the period|n|low|1|94
Average length of stay in bed and breakfast accommodation|weeks|low|1|12
Homelessness preventions per 1,000 households|n|high|1|12
Households accepted as homeless and in priority need|n|low|18|420
Rough sleepers counted on a single night|n|low|1|29
Council Tax collected|%|high|93|99
Non-domestic rates collected|%|high|94|99
Average days taken to process new housing benefit claims|days|low|11|42
Average days taken to process changes in circumstances|days|low|3|18
Recoverable overpayments recovered as a share of debt outstanding|%|high|18|64
Undisputed invoices paid within 30 days|%|high|84|100
Invoices from local suppliers paid within 10 days|%|high|61|98
Sundry debt outstanding over 90 days|£|low|42000|780000
Return on treasury investments above base rate|%|high|0|2
Capital receipts from the disposal of assets|£|high|85000|3900000
Cashable efficiency savings achieved|£|high|110000|2400000
Income from commercial property|£|high|210000|4100000
Working days lost through sickness per full-time equivalent|days|low|5|13
Voluntary leavers as a share of staff in post|%|low|5|19
Employees declaring that they meet the disability definition|%|high|1|9
Employees from minority ethnic communities|%|high|1|24
Top five per cent of earners who are women|%|high|18|56
Staff appraisals completed|%|high|52|100
Early retirements as a share of the workforce|%|low|0|2
Spend on agency staff|£|low|64000|1900000
Telephone calls answered by the contact centre|n|high|9200|164000
Calls abandoned before they were answered|%|low|2|24
Average time to answer a call to the contact centre|seconds|low|18|420
Enquiries resolved at the first point of contact|%|high|68|97
Stage one complaints answered within 10 working days|%|high|61|99
Complaints upheld by the Ombudsman|n|low|1|14
Requests under the Freedom of Information Act answered in time|%|high|74|100
Subject access requests answered within one month|%|high|62|100
Transactions completed online|n|high|2400|182000
Visits to the council's website|n|high|54000|1900000
Residents registered for an online account|n|high|3100|88000
Buildings accessible to disabled people|%|high|22|96
Reports published at least five clear days before the meeting|%|high|88|100
Electors on the register|n|high|41000|212000
Swims and other visits to pools and sports centres|n|high|91000|1300000
Visits to museums and galleries in person|n|high|6200|240000
Active library borrowers as a share of the population|%|high|9|28
Physical visits to libraries|n|high|54000|890000
Playgrounds meeting the accessibility standard|%|high|31|94
Adults who take part in sport three times a week|%|high|14|31
Concessionary leisure card holders|n|high|420|9800
Domestic burglaries per 1,000 households|n|low|4|24
Violent offences per 1,000 population|n|low|6|34
Vehicle crimes per 1,000 population|n|low|3|19
Incidents of anti-social behaviour reported to the council|n|low|210|4600
Repeat incidents of domestic abuse|%|low|12|36
Racial incidents followed up with further action|%|high|88|100
Food establishments broadly compliant with hygiene law|%|high|74|99
High-risk food inspections carried out when due|%|high|78|100
Health and safety accidents reported by employees|n|low|4|88
Licensed vehicles passing their first inspection|%|high|64|96
Noise complaints responded to within five working days|%|high|77|100
Town centre units vacant|%|low|4|19
Footfall in the town centre|n|high|110000|4800000
Business start-ups supported|n|high|14|410
Jobs created through inward investment|n|high|22|940
Working-age people claiming out-of-work benefits|%|low|2|16
Young people aged 16 to 18 not in education, employment or training|%|low|2|9
Pupils permanently excluded from maintained schools|n|low|1|62
Statements of special educational need issued within 18 weeks|%|high|62|100
Children in care with three or more placements during the year|%|low|4|19
Initial assessments of children completed in time|%|high|58|98
Children looked after per 10,000 children under 18|n|low|31|118
Older people helped to live at home per 1,000 population|n|high|52|128
Items of equipment delivered within 7 working days|%|high|71|99
Delayed transfers of care attributable to social care|n|low|3|310
Carers receiving an assessment or review|%|high|14|62
Adults with learning disabilities in settled accommodation|%|high|48|92
Carbon dioxide emissions from council operations|tonnes|low|820|19400
Energy used in council buildings|kWh|low|410000|9800000
Trees planted on council land|n|high|140|9600
Parks holding a Green Flag award|n|high|1|14
Electric vehicle charging points installed|n|high|2|120
Off-street parking income|£|high|180000|4200000
Penalty charge notices issued|n|low|640|48000
Cost of refuse collection per household|£|low|31|96
Net cost of planning per head of population|£|low|8|24
Cremations carried out|n|high|520|2900
Market stalls let|%|high|52|98
Garden waste subscribers|n|high|2200|44000
"""

MEASURES: tuple[Measure, ...] = tuple(
    Measure(title, unit, "high" if good == "high" else "low", float(low), float(high))
    for title, unit, good, low, high in (line.split("|") for line in _TABLE.split("\n") if line)
)
