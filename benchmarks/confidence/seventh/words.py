"""Names and sentences of the seventh set: authorities, meetings, posts, commentary."""

from __future__ import annotations

ENGLISH = (
    "Adur District Council",
    "Babergh District Council",
    "Bolsover District Council",
    "Boston Borough Council",
    "Braintree District Council",
    "Canterbury City Council",
    "Cherwell District Council",
    "Copeland Borough Council",
    "Daventry District Council",
    "East Staffordshire Borough Council",
    "Erewash Borough Council",
    "Fenland District Council",
    "Great Yarmouth Borough Council",
    "Hart District Council",
    "Horsham District Council",
    "Mendip District Council",
    "Oadby and Wigston Borough Council",
    "Runnymede Borough Council",
    "South Norfolk District Council",
    "Tandridge District Council",
    "Thanet District Council",
    "West Lindsey District Council",
    "Bury Metropolitan Borough Council",
    "Calderdale Metropolitan Borough Council",
    "London Borough of Bexley",
    "London Borough of Sutton",
    "North Lincolnshire Council",
    "Plymouth City Council",
    "Thurrock Council",
)
COUNTIES = (
    "Buckinghamshire County Council",
    "Cumbria County Council",
    "Dorset County Council",
    "East Sussex County Council",
    "Gloucestershire County Council",
    "Norfolk County Council",
    "Oxfordshire County Council",
    "Warwickshire County Council",
)
SCOTTISH = (
    "Aberdeenshire Council",
    "Clackmannanshire Council",
    "Dumfries and Galloway Council",
    "Inverclyde Council",
    "Perth and Kinross Council",
    "West Lothian Council",
)
WELSH = (
    "Blaenau Gwent County Borough Council",
    "Carmarthenshire County Council",
    "Conwy County Borough Council",
    "Powys County Council",
    "Wrexham County Borough Council",
)
PARKS = (
    "Broads Authority",
    "Dartmoor National Park Authority",
    "Exmoor National Park Authority",
    "Northumberland National Park Authority",
    "Peak District National Park Authority",
    "Yorkshire Dales National Park Authority",
)
LANDLORDS = (
    "Ashdown Homes Limited",
    "Calder Valley Housing",
    "Greenway Housing Group",
    "Northgate Community Homes",
    "Severnside Homes",
    "Trent and Dove View Housing",
)
MEETINGS = (
    "Strategic Board",
    "Performance and Best Value Sub-Committee",
    "Environment and Economy Select Committee",
    "Improvement and Review Commission",
    "Leader and Cabinet",
    "Resources Panel",
    "Members' Monitoring Group",
    "Children and Families Overview Committee",
)
POSTS = (
    "Director of Place",
    "Head of Assets",
    "Head of Revenues",
    "Chief Accountant",
    "Waste Manager",
    "Town Centre Manager",
    "Head of Early Help",
    "Service Manager - Fostering",
    "Principal Auditor",
    "Monitoring Officer",
    "Equalities Adviser",
    "Energy Manager",
    "Fleet Manager",
    "Head of Commissioning",
    "Parking Manager",
    "Democratic Services Manager",
    "Head of Organisational Development",
    "Transformation Lead",
)
INITIALS = (
    "J. Ellery",
    "P. Marsh",
    "S. Okafor",
    "D. Whitlock",
    "R. Bains",
    "C. Penrose",
    "A. Thorley",
)
TEXTS = (
    "This paper sets out how the organisation has performed against the measures agreed at the "
    "start of the year, and draws attention to those that need the attention of members.",
    "Each measure has an owner, who has checked the figure before it was published. Where data "
    "comes from another body it may be revised later.",
    "The measures were reviewed in the spring. Some that no longer helped to steer the service "
    "were dropped, and new ones were taken from the national data sets.",
    "A fall in income from fees and the cost of agency staff remain the largest pressures. These "
    "are dealt with in the finance paper elsewhere on the agenda.",
    "Members asked at the last meeting for more explanation where a measure is below target. The "
    "commentary has been lengthened for this reason.",
    "Comparison with others should be made with care, as not all of them collect data in the same "
    "way. The nearest neighbours are those of the CIPFA model.",
    "Internal Audit examined a sample of the measures during the winter and found that the "
    "arrangements for collecting them were sound.",
)
FOREWORD = (
    "It has been a demanding year. I want to thank staff and partners for what has been achieved, "
    "often in difficult circumstances.",
    "We said that we would be open about how well we do. This document tells you where we have "
    "done well and where we must do better.",
)
GLAD = (
    "Ahead of target.",
    "The new rota has worked well and the backlog has gone.",
    "Best result for three years.",
    "Performance has held up well although demand rose by a tenth.",
    "Steady improvement since the team moved to one site.",
    "Weekly checks by managers have made the difference.",
)
SORRY = (
    "Sickness in a small team has held back progress; cover is now in place.",
    "Demand rose sharply over the summer. Managers are looking at how work is shared out.",
    "The system was unavailable for nine working days and the backlog took some weeks to clear.",
    "A recovery plan has been agreed with the portfolio holder and will be reported to the next "
    "meeting.",
    "Two large cases distort the figure. Without them the target would have been reached.",
    "Recruitment has proved difficult. A market supplement has been approved.",
    "The weather kept crews off the network for longer than usual.",
)
NEUTRAL = (
    "Data from the autumn census.",
    "Figure supplied by the Health Board.",
    "New definition from April.",
    "Counts vary from period to period.",
    "Sample survey, to be read with caution.",
)
FINISHED = (
    "Done. Signed off by the project board.",
    "Policy adopted and published on the intranet.",
    "Closed at the last meeting.",
    "The new procedure is in use and staff have been trained in it.",
)
MOVING = (
    "Draft with legal for comment. A final version will go to members after the recess.",
    "Supplier chosen and first site visit held. Installation follows once the survey is back.",
    "Workshops held with each team; the results are being written up.",
    "Half of the records have been checked so far and no problems were found.",
    "Steering group meets every month. Funding has been confirmed by the partner.",
)
SLOW = (
    "The post that leads on this has been empty since the summer.",
    "Tender returned above the estimate, so the scope is being looked at again.",
    "Held up by the new software, which was delivered late.",
    "Awaiting a decision from the Department before work can go on.",
)
AHEAD = ("To follow the restructure.", "Starts when the budget is agreed.", "")
GOALS = (
    "Fair access for all",
    "A greener borough",
    "Good governance",
    "Stronger families",
    "Places people are proud of",
    "Learning from what we hear",
    "Working in partnership",
)
GAINS = (
    "Customers get the right answer first time",
    "Lower running costs",
    "Staff know what is expected of them",
    "Fewer repeat contacts",
    "Better data for decisions",
    "Legal duty met",
)
