"""Support services, first quarter of 2019/20 (seed 001): the paper and its prose."""

from __future__ import annotations

from samples.document import Look, PageBreak, Paragraph
from samples.facts import Known, Paper, Printed
from samples.papers import support_services_2019_ict as ict
from samples.papers import support_services_2019_resources as resources
from samples.papers import support_services_2019_revenues as revenues
from samples.statuses import ACTION_KEY, INDICATOR_KEY

TITLE = "PERFORMANCE MANAGEMENT REVIEW OF BUSINESS PLAN – SUPPORT SERVICE AREAS"

PAPER = Paper(
    stem="2019-20_q1_support_services",
    file_title="Performance Management Review - Support Service Areas",
    printed=Printed("Broxtowe", TITLE, None, None, "2019/20 Q1"),
    known=Known("Broxtowe", "Policy and Performance Committee", "2019-10-02"),
    look=Look(body_size=11),
    parts=(
        Paragraph(
            "Joint report of the Chief Executive, the Deputy Chief Executive and the Interim "
            "Strategic Director",
            "h1",
        ),
        Paragraph(TITLE, "title"),
        Paragraph("1. Purpose of report", "h1"),
        Paragraph(
            "Members are shown how far the support services have come with the outcomes that "
            "their Business Plans promise under the Corporate Plan, and the newest readings of "
            "their performance indicators.",
            "indent",
        ),
        Paragraph("2. Background", "h1"),
        Paragraph(
            "Cabinet adopted the Corporate Plan 2016-2020 on 9 February 2016. Each of its five "
            "priorities, Housing, Business Growth, Environment, Health and Community Safety, has "
            "a Business Plan which the committee concerned agrees every year.",
            "indent",
        ),
        Paragraph(
            "On 6 March 2019 Council agreed the new Business Plans for Resources; Revenues, "
            "Benefits and Customer Services; and ICT and Business Transformation.",
            "indent",
        ),
        Paragraph("3. Performance management", "h1"),
        Paragraph(
            "Committees look at their Business Plans several times a year. After the year-end a "
            "longer report puts what was achieved beside what was spent.",
            "indent",
        ),
        Paragraph(
            "The present report covers one quarter and looks at the Corporate Plan from the side "
            "of the support services. It goes through the Critical Success Indicators (CSI), the "
            "key tasks and priorities for improvement of 2019/20, and the newest Key Performance "
            "Indicators (KPI). Each plan has its own part of the appendix.",
            "indent",
        ),
        Paragraph("Recommendation", "h1"),
        Paragraph(
            "<b>The Committee is asked to NOTE how the Business Plans for Resources; Revenues, "
            "Benefits and Customer Services; and ICT and Business Transformation are progressing, "
            "and the Key Performance Indicators for 2019/20.</b>",
        ),
        Paragraph("Background papers", "h1"),
        Paragraph("Nil"),
        PageBreak(landscape=False),
        Paragraph("APPENDIX", "right"),
        Paragraph("PERFORMANCE MANAGEMENT", "title"),
        Paragraph("1. Background - Corporate Plan", "h1"),
        Paragraph(
            "The Corporate Plan for 2016-2020 describes a Broxtowe in which people like to live, "
            "work and spend their free time. Until 2020 the Council concentrates on Housing, "
            "Business Growth, Community Safety, Health and Environment.",
            "indent",
        ),
        Paragraph(
            "What local communities need comes first, and money and staff follow. The priorities "
            "fit those of the county, the region and the country, so that the aims can be reached "
            "with what there is.",
            "indent",
        ),
        Paragraph("2. Business Plans", "h1"),
        Paragraph(
            "In January and February 2019 the committees agreed Business Plans for the five "
            "priorities and for the support services, without which the front-line services could "
            "not do their part.",
            "indent",
        ),
        Paragraph(
            "A Business Plan lists projects and tasks for three years and is brought up to date "
            "every year. The committee in charge watches the key tasks and outcome measures "
            "closely, and sees results and spending side by side once the year has closed.",
            "indent",
        ),
        Paragraph("3. Performance Management", "h1"),
        Paragraph(
            "For each support service this appendix gives the quarter's Critical Success "
            "Indicators (CSI), the state of the key tasks and priorities for improvement in "
            "2019/20, and the latest Key Performance Indicators (KPI). All of it is taken from "
            "the Council's performance system, which Members can look into with a shared login. "
            "The system marks with small pictures how each task or indicator stood on the day it "
            "was asked.",
            "indent",
        ),
        Paragraph("The pictures used in the tables mean:", "indent"),
        Paragraph("Action Status Key", "h2"),
        ACTION_KEY,
        Paragraph("Performance Indicator Key", "h2"),
        INDICATOR_KEY,
        PageBreak(landscape=True),
        *resources.PARTS,
        Paragraph("REVENUES, BENEFITS AND CUSTOMER SERVICES", "title"),
        *revenues.PARTS,
        Paragraph("ICT AND BUSINESS TRANSFORMATION", "title"),
        *ict.PARTS,
    ),
)
