"""Names and sentences of the fourth set: councils, officers, notes, actions, covering reports."""

from __future__ import annotations

ENGLISH = (
    "Allerdale Borough Council",
    "Ashfield District Council",
    "Barrow Borough Council",
    "Basildon Borough Council",
    "Blaby District Council",
    "Burnley Borough Council",
    "Canterbury City Council",
    "Carlisle City Council",
    "Chesterfield Borough Council",
    "Dover District Council",
    "East Lindsey District Council",
    "Exeter City Council",
    "Gedling Borough Council",
    "Harlow District Council",
    "Hinckley and Bosworth Borough Council",
    "Maidstone Borough Council",
    "Mid Suffolk District Council",
    "North East Derbyshire District Council",
    "Nuneaton and Bedworth Borough Council",
    "Rutland County Council",
    "Sedgemoor District Council",
    "South Tyneside Council",
    "Stevenage Borough Council",
    "Tamworth Borough Council",
    "Telford and Wrekin Council",
    "Thanet District Council",
    "West Lancashire Borough Council",
    "Wychavon District Council",
)
SCOTS = ("Angus Council", "East Ayrshire Council", "Moray Council", "West Lothian Council")
WELSH_COUNCILS = (
    "Conwy County Borough Council",
    "Flintshire County Council",
    "Monmouthshire County Council",
    "Torfaen County Borough Council",
)
IRISH = ("Antrim and Newtownabbey Borough Council", "Mid Ulster District Council")
FIRE_AUTHORITIES = (
    "Buckinghamshire and Milton Keynes Fire Authority",
    "Cambridgeshire and Peterborough Fire Authority",
    "Hereford and Worcester Fire Authority",
    "Staffordshire Fire and Rescue Authority",
)
COMMITTEES = (
    "Cabinet",
    "Executive",
    "Overview and Scrutiny Committee",
    "Performance Scrutiny Committee",
    "Policy and Resources Committee",
    "Audit and Governance Committee",
    "Corporate Governance Committee",
    "Resources Scrutiny Panel",
)
AUTHORS = (
    "Chief Executive",
    "Head of Policy and Performance",
    "Corporate Performance Manager",
    "Director of Resources",
    "Assistant Chief Executive",
)
PURPOSES = (
    "To inform Members of progress against the Council's key performance indicators and to "
    "highlight areas where performance is not on target.",
    "This report presents the Council's performance for the period and invites Members to consider "
    "any areas where further information or action is required.",
    "To advise Members of performance in delivering the priorities set out in the Corporate Plan.",
    "The purpose of this report is to enable the Committee to monitor and challenge performance.",
)
PARAGRAPHS = (
    "The Council's performance management framework requires regular reports to Members on the "
    "measures and actions that support the Corporate Plan. Data is entered by services on the "
    "performance management system and is checked before publication.",
    "Each service reviews its measures every year as part of service planning. Targets are agreed "
    "with the relevant Portfolio Holder and take account of past performance, the resources "
    "available and, where it can be had, the performance of comparable authorities.",
    "Overall, performance remains good in most areas. Where targets have not been met the "
    "responsible officer has set out the reasons and the steps being taken to bring performance "
    "back on track.",
    "Members are reminded that some indicators are only collected once a year and that others are "
    "reported in arrears because they rely on information from third parties.",
    "Managers discuss performance at departmental management teams each month, and exceptions are "
    "referred to the Corporate Management Team.",
    "The Council continues to face considerable financial pressure. Services have been asked to "
    "consider what level of performance can be sustained within the budgets agreed.",
    "The format of this report has been changed following comments made by Members at the last "
    "meeting. Feedback on the new format would be welcome.",
)
IMPLICATIONS = (
    (
        "Financial implications",
        "There are no direct financial implications arising from this report.",
    ),
    ("Legal implications", "None arising directly from this report."),
    (
        "Risk management",
        "Failure to manage performance could damage the reputation of the Council.",
    ),
    ("Equalities", "No equality issues arise from the recommendations."),
    ("Background papers", "None."),
)
OFFICERS = (
    "Head of Housing",
    "Head of Planning",
    "Head of Finance",
    "Revenues Manager",
    "Benefits Manager",
    "Environmental Services Manager",
    "HR Manager",
    "Customer Services Manager",
    "Director of Community Services",
    "Monitoring Officer",
    "Property Services Manager",
    "Leisure Contracts Officer",
    "ICT Manager",
)
NOTES = (
    "Performance has improved since the last quarter and remains within tolerance.",
    "Performance was affected by vacancies in the team, which have now been filled.",
    "A new system went live during the period. Some backlog has arisen but is reducing each week.",
    "The figure reflects seasonal demand and is in line with the same period in previous years.",
    "Data supplied by the contractor. The position is reviewed at monthly contract meetings.",
    "A small number of complex cases has had a disproportionate effect on the overall result.",
    "Work is under way with partners to address the underlying causes. An action plan has been "
    "agreed and will be reported to the Portfolio Holder.",
    "Performance is expected to recover by the end of the year.",
    "There has been an increase in demand compared with last year, which has not been matched by "
    "additional resources. Officers are reviewing the process to identify efficiencies.",
)
PRAISE = ("Target exceeded.", "On target.", "Strong performance in all areas.")
REASONS = (
    "Long-term sickness in the team has reduced capacity. Temporary cover was arranged but the "
    "backlog could not be cleared before the end of the period.",
    "The number of cases received was well above the level on which the target was based.",
    "Delays in receiving information from third parties meant that cases stayed open for longer.",
    "The result was affected by the migration to the new software, during which the service was "
    "closed for several days.",
    "The economic climate continues to have an adverse effect on this indicator.",
)
REMEDIES = (
    "Recruitment is complete and performance is being monitored weekly by the Head of Service.",
    "A review of the process is being carried out with the aim of reducing handling time.",
    "Additional resources have been approved until the end of the financial year.",
    "The contractor has been asked for a recovery plan, which will be presented to the Board.",
    "No further action at this stage. The position will be reviewed next quarter.",
)
ACTIONS = (
    "Adopt the Local Plan following independent examination",
    "Agree the medium term financial strategy",
    "Carry out a stock condition survey of all council dwellings",
    "Complete the refurbishment of the leisure centre changing rooms",
    "Consult residents on the future of the community centres",
    "Deliver the programme of play area improvements",
    "Develop a tourism strategy with neighbouring authorities",
    "Develop and implement a corporate procurement strategy",
    "Establish a shared legal service with partner councils",
    "Implement the new income management system",
    "Implement the recommendations of the review of customer access",
    "Improve the energy efficiency of council buildings",
    "Introduce an alternate weekly collection of refuse and recycling",
    "Introduce a choice based lettings scheme",
    "Launch the new website with improved online forms",
    "Negotiate a new contract for street cleansing",
    "Prepare a conservation area appraisal for each town centre",
    "Prepare for the transfer of public health responsibilities",
    "Produce a homelessness strategy and action plan",
    "Produce an annual monitoring report on planning policies",
    "Provide dementia awareness training for front line staff",
    "Publish a climate change strategy and carbon management plan",
    "Reduce the number of long-term empty homes through targeted enforcement",
    "Refresh the corporate asset management plan",
    "Replace the cremators at the crematorium",
    "Review the council tax support scheme",
    "Review the scheme of delegation and the Constitution",
    "Review the statement of licensing policy",
    "Roll out the customer care standards to all services",
    "Secure external funding for the town centre public realm scheme",
    "Set up a landlord accreditation scheme",
    "Support the development of neighbourhood plans",
    "Undertake a housing needs survey in rural parishes",
    "Undertake a review of car parking charges",
    "Update the emergency plan and test it with partner agencies",
    "Work with partners to deliver the affordable housing programme",
)
GOVERNANCE = (
    "Provide refresher training for Members on the code of conduct",
    "Review the anti-fraud and corruption policy",
    "Introduce a formal process for monitoring audit recommendations",
    "Strengthen business continuity arrangements for critical services",
    "Agree a protocol for the governance of partnerships",
    "Embed risk management in service planning",
    "Improve the timeliness of bank reconciliations",
    "Complete information security training for all staff",
    "Update the register of data sharing agreements",
    "Review financial regulations and contract procedure rules",
    "Publish a local code of corporate governance",
    "Put in place a programme of member development",
    "Review the arrangements for declaring gifts and hospitality",
    "Prepare a workforce development plan",
    "Report on the outcome of complaints twice a year",
    "Carry out a self assessment of the Audit Committee",
    "Introduce project management standards for major schemes",
    "Agree a policy for the retention and disposal of documents",
)
ISSUES = (
    "Compliance with policy is inconsistent between services.",
    "Some procedures are out of date.",
    "Responsibilities are not clearly defined.",
    "Internal audit gave limited assurance.",
    "Raised by the external auditor in the annual letter.",
    "Identified through the self assessment by managers.",
)
UPDATES = (
    "Work is progressing to plan.",
    "Report to be considered by Cabinet in the new year.",
    "Consultation has closed and responses are being analysed.",
    "Draft document completed and circulated to managers for comment.",
    "Tender documents have been issued and a contractor will be appointed shortly.",
    "Delayed because of other priorities within the team. Additional capacity is being sought.",
    "Discussions with partners are continuing and a further meeting has been arranged.",
    "Funding bid submitted. The outcome is awaited.",
    "Project plan agreed and project team established.",
)
DONE = (
    "Completed.",
    "Approved by Council and published on the website.",
    "All milestones have been achieved and the action is now closed.",
)
OBJECTIVES = (
    "A clean and attractive environment",
    "A thriving local economy",
    "Decent and affordable homes",
    "Healthy and active communities",
    "Safe and strong communities",
    "An efficient and well run council",
)
MILESTONES = (
    "Scope and brief agreed",
    "Project board established",
    "Options appraisal completed",
    "Report to Management Team",
    "Public consultation",
    "Draft document prepared",
    "Contract awarded",
    "Implementation begins",
    "Evaluation of first phase",
)
