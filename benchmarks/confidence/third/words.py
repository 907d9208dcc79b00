"""Names and sentences of the third set: councils, officers, comments, tasks."""

from __future__ import annotations

COUNCILS = (
    "Arun District Council",
    "Bassetlaw District Council",
    "Bolsover District Council",
    "Braintree District Council",
    "Cherwell District Council",
    "City of Lincoln Council",
    "Corby Borough Council",
    "East Hertfordshire District Council",
    "Elmbridge Borough Council",
    "Fylde Borough Council",
    "Hambleton District Council",
    "Hastings Borough Council",
    "Herefordshire Council",
    "London Borough of Bexley",
    "London Borough of Sutton",
    "Malvern Hills District Council",
    "Melton Borough Council",
    "North Somerset Council",
    "Oadby and Wigston Borough Council",
    "Rossendale Borough Council",
    "Slough Borough Council",
    "South Holland District Council",
    "Teignbridge District Council",
    "Warrington Borough Council",
)
AUTHORITIES = (
    "Avon Fire Authority",
    "Bedfordshire Fire and Rescue Authority",
    "Cleveland Fire Authority",
    "Humberside Fire Authority",
    "Royal Berkshire Fire Authority",
    "Shropshire and Wrekin Fire and Rescue Authority",
    "Lancashire Police and Crime Panel",
    "Wiltshire Police Authority",
)
MEETINGS = (
    "Report to: Cabinet",
    "Corporate Scrutiny Committee",
    "Resources and Performance Select Committee",
    "Finance, Audit and Risk Committee",
    "Full Council",
    "Strategic Leadership Team",
)
OPENINGS = (
    "The table below gives the latest position for each indicator.",
    "Councillors are recommended to note performance against the agreed targets.",
    "Data has been supplied by service managers and checked by the performance team.",
    "This appendix should be read with the covering report of the Chief Executive.",
    "Indicators are reviewed each year when budgets and service plans are set.",
)
OFFICERS = (
    "Assistant Director - Place",
    "Benefits Team Leader",
    "Building Control Manager",
    "Corporate Director of People",
    "Democratic Services Lead",
    "Head of Digital",
    "Head of Housing Needs",
    "Head of Property",
    "Operations Manager",
    "Parks Development Officer",
    "Section 151 Officer",
    "Strategic HR Partner",
)
SPONSORS = (
    "Executive Member for Finance",
    "Executive Member for Housing",
    "Executive Member for Place",
    "Leader of the Council",
    "Deputy Leader",
)
COMMENTS = (
    "Target achieved; no concerns to raise.",
    "Slight dip on the last return but within the range expected.",
    "Team is now fully staffed and turnaround times are shortening.",
    "Figures are cumulative and will be reviewed once all returns are in.",
    "Seasonal pattern: demand always rises at this time of year.",
    "Work with partners has made a clear difference.",
    "Results are affected by a change in how cases are logged.",
    "Contract meetings have moved to fortnightly until this recovers.",
    "A strong result which reflects the effort of the whole service.",
)
REASONS = (
    "Two experienced members of the team left at short notice and it took longer than planned to "
    "recruit. Agency cover was not available for the specialist work involved.",
    "The service received far more requests than forecast following changes in legislation, and "
    "priority was given to the most urgent cases.",
    "The supplier's system was unavailable for several days, which delayed processing and led to "
    "a backlog that has not yet been cleared.",
    "A handful of long-running cases closed in the period. Without them the result would have been "
    "in line with the target.",
    "Severe weather meant that crews were moved to emergency work and routine work was put back.",
)
REMEDIES = (
    "An improvement plan has been agreed with the Director and progress is checked weekly.",
    "Overtime has been offered until the backlog is cleared and two trainees have started.",
    "The contract manager is holding the supplier to account and service credits are being sought.",
    "Processes have been mapped with the help of the transformation team and three steps removed.",
    "The target will be looked at again as part of the annual review of indicators.",
)
TASKS = (
    "Introduce a single assessment form for adaptations",
    "Agree a new funding formula for parish councils",
    "Complete the options appraisal for the civic centre",
    "Roll out mobile working to all surveyors",
    "Put in place a corporate debt policy",
    "Train scrutiny members in questioning skills",
    "Re-tender the grounds maintenance contract",
    "Build a data warehouse for customer records",
    "Carry out a peer review of planning services",
    "Produce a workforce strategy for the next three years",
    "Set up a youth council",
    "Replace boilers at sheltered housing schemes",
    "Open a recycling reuse shop",
    "Update the business continuity plan",
    "Move payroll to a shared service",
    "Publish all spending over the threshold each month",
    "Sign off the local transport plan",
    "Create a register of all council land",
    "Appoint an independent remuneration panel",
    "Test the emergency plan with partner agencies",
    "Relaunch the tenant handbook",
    "Review the grants awarded to voluntary groups",
)
FINDINGS = (
    "Reconcile the bank account within ten days of the month end",
    "Record declarations of interest in a central register",
    "Check insurance certificates before a contractor starts work",
    "Segregate the raising and approval of purchase orders",
    "Remove system access on the day that an employee leaves",
    "Document the basis of recharges to the housing account",
    "Report write-offs to committee at least twice a year",
    "Inspect play equipment at the intervals set by the policy",
    "Hold a signed agreement for every grant above the threshold",
    "Test back-ups of the planning system every quarter",
    "Keep evidence of right to work checks on file",
    "Review user permissions in the cash receipting system",
    "Agree a timetable for closing aged purchase orders",
    "Rotate the officers who open post containing cheques",
    "Publish the register of contracts on the website",
    "Carry out spot checks of market income",
)
NEWS = (
    "Draft shared with portfolio holder for comment.",
    "On course; procurement timetable agreed.",
    "Dependent on the outcome of the budget round.",
    "Pilot finished and lessons written up.",
    "Meeting arranged with partners to agree next steps.",
    "Resourcing issue now resolved.",
    "",
)
THEMES_OF_PLAN = (
    "Priority 1 - Clean, green and well looked after",
    "Priority 2 - Decent homes in strong communities",
    "Priority 3 - Prosperous towns and villages",
    "Priority 4 - Active and healthy lives",
    "Priority 5 - Efficient, open and listening",
)
