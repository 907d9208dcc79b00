"""Quarterly performance report, second quarter of 2019/20 (seed 002): no council is named."""

from __future__ import annotations

from samples.document import Cell, Look, PageBreak, Paragraph, Row, Table
from samples.facts import CountingSentence, KeyEntry, KeyLine, Known, Paper, Printed, SaidCount

TITLE = "2019/20 QUARTER 2 PERFORMANCE REPORT"


def _cover(*lines: tuple[str, ...]) -> Table:
    rows = []
    for head, *rest in lines:
        span = 2 if len(rest) == 1 else 1
        cells = (Cell(head, bold=True), *(Cell(text, span=span) for text in rest))
        rows.append(Row(cells))
    return Table((130, 230, 123), tuple(rows), size=9.5)


def _policies(heading: str, *lines: tuple[str, str]) -> Table:
    rows = [Row((Cell(heading, span=2),), "section")]
    rows += [Row((Cell(left, bold=True), Cell(right))) for left, right in lines]
    return Table((150, 333), tuple(rows), size=9.5)


PAPER = Paper(
    stem="2019-20_q2_quarterly_report",
    file_title="Quarter 2 Performance Report",
    printed=Printed(None, TITLE, None, None, "2019/20 Q2"),
    known=Known("North West Leicestershire", "Cabinet", "2020-01-14"),
    look=Look(body_size=10.5, page_number=""),
    parts=(
        _cover(
            ("Title of Report", TITLE),
            ("Presented by", "Leader of the Council"),
            (
                "Background Papers",
                "Papers held in the In-Phase performance management system.",
                "Public Report: Yes",
            ),
            ("", "", "Key Decision: No"),
            ("Financial Implications", "None beyond those in the budget."),
            ("", "Signed off by the Section 151 Officer: Yes"),
            ("Legal Implications", "None."),
            ("", "Signed off by the Monitoring Officer: Yes"),
            ("Staffing and Corporate Implications", "None for staff directly."),
            ("", "Signed off by the Head of Paid Service: Yes"),
            (
                "Purpose of Report",
                "Members of the Cabinet learn from this report how the actions of the Council "
                "Delivery Plan and the performance indicators stood in Quarter 2 (Q2) (July - "
                "September 2019).",
            ),
            (
                "Reason for Decision",
                "So that members can follow how the organisation is doing.",
            ),
            (
                "Recommendations",
                "THAT CABINET NOTES HOW THE CORPORATE OBJECTIVES AND PERFORMANCE INDICATORS STAND.",
            ),
        ),
        Paragraph("1 INTRODUCTION", "h1"),
        Paragraph("1.1 The Planning and Performance Management framework is there to -", "indent"),
        Paragraph("Say clearly what the Council wants to achieve", "bullet"),
        Paragraph("Put first things first where there is not enough for all", "bullet"),
        Paragraph("Show what the money buys", "bullet"),
        Paragraph("Give local people services they are content with", "bullet"),
        Paragraph("Make the organisation better at its work", "bullet"),
        Paragraph("Lead and encourage those who work for it.", "bullet"),
        Paragraph(
            "1.2 It should bring the best service that duties and means allow, and give warning "
            "early when that is in danger. For this the Council has to know what is going on, and "
            "to act on what it knows.",
            "indent",
        ),
        Paragraph(
            "1.3 Performance is looked at for the whole Council, for each service, for the daily "
            "work and for each person. Each of these levels draws on the others.",
            "indent",
        ),
        Paragraph(
            "1.4 For the whole Council, Members and the Corporate Leadership team have to be sure "
            "that services meet the needs of the community now and later, and that the aims of "
            "the Corporate Plan have measures under them that mean something.",
            "indent",
        ),
        Paragraph(
            "1.5 Heads of Service hold their services against the service plans. These contain "
            "every task, project, measure and risk of a service, whether it set them itself or "
            "took them from outside, as from a peer review or from internal audit.",
            "indent",
        ),
        Paragraph(
            "1.6 In the daily work, plans of single people may show what each is to do. They feed "
            "the service plans, and the yearly talk about each person's work.",
            "indent",
        ),
        Paragraph(
            "1.7 The quarterly reports are to say what goes well, pass on what others can use, "
            "and find the gaps where targets will be missed without help. For each gap there will "
            "be a plan with dates that brings performance back towards the target, again and "
            "again.",
            "indent",
        ),
        Paragraph("2. SUMMARY OF PERFORMANCE QUARTER 2", "h1"),
        Paragraph(
            "2.1 The report covers the priority actions of the Council Delivery Plan, the "
            "performance indicators, sickness absence and finance.",
            "indent",
        ),
        Paragraph("2.2 Appendix 1 shows Q2 at a glance.", "indent"),
        Paragraph(
            "2.3 Most indicators are still good. They are now looked at every month by managers "
            "and Heads of service in the InPhase system, so that anything that falls back is seen "
            "soon.",
            "indent",
        ),
        Paragraph(
            "2.4 Appendix 1 also tells, for each key priority, what has become of the tasks of "
            "this year. In the quarter these things stand out:-",
            "indent",
        ),
        Paragraph("<b>Coalville by the sea</b>", "indent"),
        Paragraph(
            "The free event took place again this summer. Over two days more than 1500 people "
            "came.",
            "indent",
        ),
        Paragraph("<b>A new place for the market in Coalville</b>", "indent"),
        Paragraph(
            "The Council helps the traders to move to the Newmarket site in Marlborough Square, "
            "or to find another place if they prefer.",
            "indent",
        ),
        Paragraph("<b>Customer services and what can be done online</b>", "indent"),
        Paragraph(
            "Callers waited 44 seconds on average, less than in the quarter before, and on "
            "average 8.66% hung up before they were answered.",
            "indent",
        ),
        Paragraph(
            "More services can be reached through an account on the website, and more forms can "
            "be filled in there.",
            "indent",
        ),
        Paragraph("<b>Leisure centres</b>", "indent"),
        Paragraph(
            "The application for the new leisure centre went in during the quarter, and the "
            "Planning Committee granted it in October. Work at Hood Park has begun: a better "
            "dance studio, a newer fitness suite, and fresh paint outside and in.",
            "indent",
        ),
        Paragraph("<b>Tourism and growth</b>", "indent"),
        Paragraph(
            "A strategy for tourism, made with partners, will go to the Community Scrutiny "
            "Committee and to Cabinet before the year ends. Cabinet adopted the Economic Growth "
            "plan in September 2019 after partners had been widely consulted; a number of "
            "projects will follow from it.",
            "indent",
        ),
        Paragraph("<b>Leaving the EU</b>", "indent"),
        Paragraph(
            "Local firms were kept informed of what the government advises. With other agencies "
            "the Council prepares for what may happen around the airport.",
            "indent",
        ),
        Paragraph("<b>Finance</b>", "indent"),
        Paragraph(
            "Half-way through the year the budgets are under control. Larger surpluses are "
            "expected on the General Fund and on the Housing Revenue Account. Special Expenses "
            "will cost a little more, and their reserves will pay for it.",
            "indent",
        ),
        Paragraph(
            "Part of the General Fund Capital Programme moves to 2020/21, since the Coalville "
            "Leisure Centre and Marlborough Square will be paid for later than planned. The HRA "
            "Capital Programme is still underspent, as in Quarter 1, mostly on new homes.",
            "indent",
        ),
        Paragraph("<b>Performance Indicators</b>", "indent"),
        Paragraph(
            "Figures, and what people say, together show how far the actions of the corporate "
            "plan have the effect that was hoped for.",
            "indent",
        ),
        CountingSentence(
            "The performance indicators show that out of 32 indicators, 20 are on target or "
            "within tolerance, 3 are behind target and 9 are measured on annual targets.",
            "indicators",
            "2019/20 Q2",
            (
                SaidCount("32", None, None, item_count=32, is_total=True),
                SaidCount("20", "on target or within tolerance", None, item_count=20),
                SaidCount("3", "behind target", "red", item_count=3),
                SaidCount("9", "measured on annual targets", None, item_count=9),
            ),
        ),
        Paragraph("Three areas of Quarter 2 need attention:-", "indent"),
        Paragraph(
            "Agency workers cost more than the target for the Quarter allows; over the year the "
            "bill is to come down to less than £1m. In the first quarter it was on its way there. "
            "Since then so many in refuse and recycling have been off sick that others had to be "
            "brought in, and the repairs teams in Housing used fewer agency workers month by "
            "month, but not few enough. Every contract is looked at again after 12 weeks, and "
            "where a job is clearly there to stay the worker is offered employment.",
            "bullet",
        ),
        Paragraph(
            "Less has come in from selling Legal services than planned. A good deal of work has "
            "been done but not yet invoiced, and will bring the figure up.",
            "bullet",
        ),
        Paragraph(
            "Percentage of rent loss – the quarter missed its target. Taken over the year so far "
            "it is 0.71% against a target of 0.75%, so there is no cause for alarm. Empty council "
            "houses are let again as fast as can be.",
            "bullet",
        ),
        Paragraph(
            "For each of the three there will be a plan of what is done and a closer watch until "
            "it is back on target.",
            "indent",
        ),
        Paragraph("<b>What will be reported in future</b>", "indent"),
        Paragraph(
            "The Council has gone through its performance indicators. Those which it can "
            "influence itself will stay. From quarter 3 on some about the wider economy and about "
            "Health and society will be added, the unemployment rate of the district among them, "
            "though many of these come only once a year. Members will be asked whether they find "
            "them useful.",
            "indent",
        ),
        Paragraph(
            "2.5 The Corporate scrutiny committee went through this report on 8<sup>th</sup> "
            "January 2020. What it said will reach members of Cabinet before they meet, in a "
            "paper of its own.",
            "indent",
        ),
        PageBreak(landscape=False),
        Paragraph("Priority Dashboards - Appendix 1", "h1"),
        Paragraph("In Appendix 1 there are:"),
        Paragraph("Progress against CDP actions", "bullet"),
        Paragraph("Progress against CDP performance indicators", "bullet"),
        Paragraph("Health and Safety Report", "bullet"),
        Paragraph("Sickness absence management update and statistics", "bullet"),
        Paragraph("Customer Feedback", "bullet"),
        Paragraph("Customer Service Call Centre Statistics", "bullet"),
        Paragraph("Status definitions used in Appendix 1", "h1"),
        KeyLine(
            KeyEntry("Performance indicators on track, on or above target", "green", icon="green")
        ),
        KeyLine(KeyEntry("Performance indicators under control", "amber", icon="amber")),
        KeyLine(KeyEntry("Performance indicators below target", "red", icon="red")),
        Paragraph(" "),
        _policies(
            "Policies and other considerations, as appropriate",
            ("Council Priorities:", "All five priorities of the Council for 2019/20."),
            ("Policy Considerations:", "Many of the policies that the Council has published."),
            ("Safeguarding:", "None in particular"),
            ("Equalities/Diversity:", "None in particular"),
            ("Customer Impact:", "See the report."),
            ("Economic and Social Impact:", "See the report"),
            (
                "Environment and Climate Change:",
                "See the report, under the Council priority – developing a clean and green "
                "district.",
            ),
            ("Consultation/Community Engagement:", "Not applicable."),
            ("Risks:", "See the report"),
            (
                "Officer Contact",
                "Chief Executive\nchief.executive@council.example\n\nHead of HR and "
                "OD\nhr@council.example",
            ),
        ),
    ),
)
