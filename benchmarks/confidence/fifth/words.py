"""Names and sentences of the fifth set: councils, officers, notes, covering reports."""

from __future__ import annotations

DISTRICTS = (
    "Arun District Council",
    "Babergh District Council",
    "Bolsover District Council",
    "Braintree District Council",
    "Broxbourne Borough Council",
    "Castle Point Borough Council",
    "Charnwood Borough Council",
    "Crawley Borough Council",
    "Dacorum Borough Council",
    "Fenland District Council",
    "Gosport Borough Council",
    "High Peak Borough Council",
    "Ipswich Borough Council",
    "Lewes District Council",
    "Mansfield District Council",
    "Mendip District Council",
    "Oadby and Wigston Borough Council",
    "Pendle Borough Council",
    "Redditch Borough Council",
    "Selby District Council",
    "South Holland District Council",
    "Tandridge District Council",
    "Waverley Borough Council",
    "Wyre Borough Council",
)
COUNTIES = (
    "Bath and North East Somerset Council",
    "Bedford Borough Council",
    "Calderdale Council",
    "Derbyshire County Council",
    "Lincolnshire County Council",
    "North Somerset Council",
    "Rotherham Metropolitan Borough Council",
    "Shropshire Council",
    "Suffolk County Council",
    "Thurrock Council",
    "Worcestershire County Council",
)
LONDON = (
    "London Borough of Barnet",
    "London Borough of Bexley",
    "London Borough of Enfield",
    "London Borough of Haringey",
    "London Borough of Lewisham",
    "London Borough of Sutton",
)
SCOTS = ("Clackmannanshire Council", "Falkirk Council", "Perth and Kinross Council")
WELSH_COUNCILS = ("Caerphilly County Borough Council", "Denbighshire County Council")
IRISH = ("Derry City and Strabane District Council", "Lisburn and Castlereagh City Council")
FIRE_AUTHORITIES = (
    "Cheshire Fire Authority",
    "Devon and Somerset Fire and Rescue Authority",
    "Humberside Fire Authority",
)
POLICE_AUTHORITIES = (
    "Cumbria Police Authority",
    "Gwent Police Authority",
    "Norfolk Police Authority",
)
ENGLISH = (*DISTRICTS, *DISTRICTS, *COUNTIES, *LONDON)
COMMITTEES = (
    "Cabinet",
    "Council",
    "Executive Board",
    "Finance and Performance Sub-Committee",
    "Performance and Scrutiny Committee",
    "Scrutiny Commission",
    "Strategy and Resources Committee",
    "Housing and Community Services Committee",
)
AUTHORS = (
    "Head of Strategy",
    "Performance and Improvement Manager",
    "Director of Corporate Services",
    "Deputy Chief Executive",
    "Head of Business Improvement",
)
OPENINGS = (
    "This report sets out how the Council performed against its agreed measures and asks "
    "Members to note the position.",
    "Members receive this report four times a year. It covers the measures and projects which "
    "support the Council's priorities.",
    "The attached schedule shows progress for the period. Members are invited to comment on "
    "any area of concern.",
)
PARAGRAPHS = (
    "Targets were reviewed as part of the annual service planning round and have been agreed "
    "with the relevant Cabinet Member. Where a target has been changed the reason has been "
    "recorded.",
    "Results are supplied by service managers and are subject to checks by the performance "
    "team before they are reported. A small number of results may change once external data "
    "has been received.",
    "Where performance is below the level expected, the manager responsible has been asked to "
    "provide an explanation together with the steps that are being taken to improve.",
    "In general the position is encouraging. Demand for some services has continued to rise "
    "while budgets have been reduced, and this is reflected in some of the results.",
    "The schedule is arranged by service. Members may wish to refer detailed questions to the "
    "officer named in advance of the meeting so that a full answer can be given.",
    "An internal audit of data quality was completed during the year and gave substantial "
    "assurance. The recommendations that were made have been accepted.",
)
CLOSINGS = (
    ("Financial implications", "None directly. Any costs will be met from approved budgets."),
    ("Legal implications", "There are no legal implications."),
    ("Equality and diversity", "An equality impact assessment is not required for this report."),
    ("Consultation", "Heads of Service have been consulted."),
)
OFFICERS = (
    "Head of Environment",
    "Head of Revenues and Benefits",
    "Head of Community Services",
    "Housing Manager",
    "Waste Services Manager",
    "Development Control Manager",
    "Democratic Services Manager",
    "Finance Manager",
    "Leisure Manager",
    "Human Resources Manager",
    "IT Services Manager",
    "Audit Manager",
)
INITIALS = ("AW", "CB", "DP", "GR", "HM", "JT", "KL", "MS", "PH", "RN", "SE", "TF")
NOTES = (
    "In line with expectations for this point in the year.",
    "Vacant posts have now been filled and an improvement is expected by the spring.",
    "Severe weather in the period affected collections and led to a higher number of calls.",
    "Numbers are small so a single case has a large effect on the result.",
    "The service continues to work with partners to bring this back to target.",
    "Results for the period have been affected by the introduction of a new system. Staff "
    "have received training and processing times are improving.",
    "A review of the way in which cases are allocated is under way.",
    "Performance compares well with neighbouring authorities.",
    "Figures are provisional until confirmed by the external auditor.",
    "The number of applications received was higher than in the same period of last year. "
    "Temporary staff have been engaged to deal with the backlog.",
)
WELL = ("Target achieved.", "Performance remains strong.", "Continues to exceed target.")
WHY = (
    "Two members of the team were absent for most of the period.",
    "Several complex cases were closed, which took considerably longer than usual.",
    "Demand was well above the level assumed when the target was set.",
    "A fault with the telephone system meant that some calls could not be answered.",
    "The contractor did not have enough crews available over the holiday period.",
)
CURES = (
    "Agency cover has been arranged until the post is filled.",
    "The process has been redesigned and is monitored each week.",
    "Weekly meetings with the contractor have been put in place.",
    "The position will be reported again to the next meeting.",
    "A recovery plan has been agreed with the Cabinet Member.",
)
UPDATES = (
    "On course. No issues to report.",
    "A project team has been set up and meets monthly.",
    "A first draft has been prepared and is with service managers for comment.",
    "Consultation has ended. A report will be taken to the next meeting.",
    "Quotations have been obtained and an order will be placed shortly.",
    "Progress has been slower than planned because of staff shortages.",
    "Awaiting guidance from central government before further work is done.",
    "Training has been delivered to the first group of managers.",
    "Costs have risen and additional funding is being sought.",
)
DONE = (
    "Action complete.",
    "Approved by Members and now in place.",
    "Finished ahead of schedule. No further reports will be made.",
)
LATER = ("", "Scheduled for later in the year.", "To begin once funding is confirmed.")
