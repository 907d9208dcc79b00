"""Names and sentences of the sixth set: councils, committees, officers by post, commentary."""

from __future__ import annotations

DISTRICTS = (
    "Allerdale Borough Council",
    "Ashford Borough Council",
    "Basingstoke and Deane Borough Council",
    "Blaby District Council",
    "Breckland District Council",
    "Chesterfield Borough Council",
    "Corby Borough Council",
    "Derbyshire Dales District Council",
    "East Lindsey District Council",
    "Epping Forest District Council",
    "Forest of Dean District Council",
    "Gedling Borough Council",
    "Harborough District Council",
    "Hyndburn Borough Council",
    "Kettering Borough Council",
    "Lancaster City Council",
    "Maldon District Council",
    "Newark and Sherwood District Council",
    "North Hertfordshire District Council",
    "Purbeck District Council",
    "Rushcliffe Borough Council",
    "Sedgemoor District Council",
    "South Ribble Borough Council",
    "Stroud District Council",
    "Tamworth Borough Council",
    "Teignbridge District Council",
    "Uttlesford District Council",
    "Wyre Forest District Council",
)
UPPER = (
    "Blackburn with Darwen Borough Council",
    "Cornwall Council",
    "Doncaster Metropolitan Borough Council",
    "East Riding of Yorkshire Council",
    "Gateshead Council",
    "Herefordshire Council",
    "Leicestershire County Council",
    "London Borough of Croydon",
    "London Borough of Hounslow",
    "London Borough of Merton",
    "Medway Council",
    "Northamptonshire County Council",
    "Peterborough City Council",
    "Stockton-on-Tees Borough Council",
    "Torbay Council",
    "Wiltshire Council",
    "Wirral Council",
)
SCOTTISH = (
    "Angus Council",
    "East Ayrshire Council",
    "Midlothian Council",
    "Moray Council",
    "Scottish Borders Council",
    "South Lanarkshire Council",
)
WELSH = (
    "Bridgend County Borough Council",
    "Ceredigion County Council",
    "Flintshire County Council",
    "Monmouthshire County Council",
    "Torfaen County Borough Council",
)
POLICE = ("Avon and Somerset Police Authority", "Durham Police Authority", "Kent Police Authority")
FIRE = (
    "Avon Fire Authority",
    "Hereford and Worcester Fire and Rescue Authority",
    "Staffordshire Fire and Rescue Authority",
)
ENGLISH = (*DISTRICTS, *DISTRICTS, *UPPER)
COMMITTEES = (
    "Cabinet",
    "Executive",
    "Overview and Scrutiny Committee",
    "Audit and Governance Committee",
    "Corporate Performance Panel",
    "Policy and Resources Committee",
    "Performance Management Scrutiny Panel",
    "Community Services Overview and Scrutiny Panel",
    "Housing Scrutiny Board",
)
POSTS = (
    "Assistant Director - Finance",
    "Head of Housing Services",
    "Head of Planning",
    "Corporate Director",
    "Environmental Health Manager",
    "Leisure Services Manager",
    "Head of ICT",
    "Human Resources Manager",
    "Head of Legal Services",
    "Property Services Manager",
    "Benefits Manager",
    "Communications Officer",
    "Street Scene Manager",
    "Community Safety Officer",
    "Head of Customer Services",
    "Economic Development Officer",
    "Policy and Performance Manager",
    "Procurement Officer",
)
SHORT_POSTS = ("AD (F)", "HoH", "HoP", "CD", "EHM", "HRM", "HoL", "PSM", "BM", "HoCS", "SSM", "EDO")
AUTHORS = (
    "Chief Executive",
    "Policy and Performance Manager",
    "Corporate Director (Resources)",
    "Head of Corporate Policy",
    "Assistant Chief Executive",
    "Director of Corporate Services",
)
PURPOSES = (
    "To inform Members of the Council's performance for the period and to highlight those areas "
    "where action is being taken.",
    "To present the performance monitoring information for the Committee's service areas.",
    "The purpose of this report is to provide Members with an update on performance against the "
    "measures agreed as part of the annual service planning process.",
    "This report asks Members to consider progress made and to identify any matters that they "
    "wish to examine in more detail.",
)
BACKGROUND = (
    "The Council's performance management framework requires that progress is reported to "
    "Members each quarter. Service managers are responsible for the accuracy of the information "
    "and for the comments made in the appendix.",
    "Targets were set by Heads of Service in consultation with the relevant Portfolio Holder and "
    "took account of past performance, available resources and the performance of similar "
    "authorities.",
    "The performance of the authority is measured by a mixture of national and local indicators. "
    "Not all of them can be reported every quarter since some are based on annual surveys.",
    "Members will be aware that a number of services have been affected by vacancies during the "
    "period. Temporary staff have been engaged where this was possible within existing budgets.",
    "Where the results differ from those reported earlier this is because the figures have since "
    "been confirmed by the responsible service.",
    "Regular monitoring is also carried out by the Management Team, which considers exceptions "
    "and agrees corrective action where this is required.",
    "The authority continues to compare well with its family group, although the gap has narrowed "
    "in the last two years as other authorities have improved.",
)
IMPLICATIONS = (
    ("Financial Implications", "There are no direct financial implications arising."),
    ("Legal Implications", "None arising directly from this report."),
    ("Risk Management", "Poor performance may affect the reputation of the Council."),
    ("Equalities", "The report has no adverse impact on any group."),
    ("Sustainability", "There are no implications for the environment."),
)
RECOMMENDATIONS = (
    "That Members note the contents of the report.",
    "The Committee is asked to note performance and to comment as appropriate.",
    "That performance against the measures in Appendix A be received.",
)
GOOD = (
    "On target.",
    "Target achieved for the period.",
    "Performance has been maintained despite an increase in workload.",
    "Improvement follows the introduction of new procedures earlier in the year.",
    "This is the best result since the measure was introduced.",
    "The new computer system is now fully operational and this is reflected in the result.",
)
POOR = (
    "Two vacancies in the section have now been filled and improvement is expected.",
    "Long term absence has affected the team. Temporary cover has been arranged.",
    "The economic climate continues to have an effect on this measure.",
    "Performance was affected by a small number of complex cases which have now been closed.",
    "A new contractor has been appointed and performance will be monitored each month.",
    "Severe weather in the period led to a temporary suspension of the service.",
    "Discussions are taking place with the contractor to agree a recovery plan.",
)
PLAIN = (
    "Figures are supplied by the County Council and are subject to confirmation.",
    "See separate report elsewhere on this agenda.",
    "Under review.",
    "Data is taken from the new case management system.",
    "This measure is subject to seasonal variation.",
)
DONE = (
    "Completed and reported to the Executive. No further action is required.",
    "All work finished on time and within budget.",
    "Approved by Full Council and published on the website.",
    "Implemented. Staff have been briefed and the new arrangements are in use.",
)
UNDER_WAY = (
    "A draft has been prepared and is being considered by the Management Team. It will be reported "
    "to Members in due course.",
    "Consultation closed last month and the responses are being analysed. Several respondents "
    "asked for further information on costs.",
    "Funding has been secured and a specification is being prepared with the support of the "
    "procurement team.",
    "First phase complete. The second phase will start once the outcome of the bid is known.",
    "Regular meetings are being held with partners and a project plan has been agreed.",
    "Work is continuing. Training for managers has been arranged and take-up has been good.",
)
BEHIND = (
    "Delayed owing to the departure of the project officer. A replacement has been appointed and "
    "will be in post shortly.",
    "The legal agreement is taking longer than expected. A further meeting is to be held with the "
    "developer's solicitors.",
    "Work was held up while government guidance was awaited. This has now been received.",
    "Resources have been diverted to other priorities. A new timetable will be agreed with the "
    "Portfolio Holder.",
)
WAITING = ("Not yet due to commence.", "Dependent upon the outcome of the review.", "")
PRIORITIES = (
    "A thriving local economy",
    "Clean, green and attractive places",
    "Safe and healthy communities",
    "Decent homes for all",
    "An efficient and well run Council",
    "Supporting our young people",
    "Celebrating culture and leisure",
    "Access to services",
)
EFFECTS = (
    "Improved access to services",
    "Cost savings",
    "Reduction in energy use",
    "Increased customer satisfaction",
    "Compliance with legislation",
    "More visitors to the town centre",
    "Better value for money",
)
MEANS = ("Existing budget", "Officer time", "Capital programme", "External funding", "£15,000 bid")
