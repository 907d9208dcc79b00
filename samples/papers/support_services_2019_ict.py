"""Support services 2019/20: the tables of ICT and Business Transformation."""

from __future__ import annotations

from samples.document import Paragraph
from samples.facts import ActionRow, IndicatorRow, Part
from samples.papers.support_services_2019_columns import actions, indicators
from samples.statuses import AMBER, GREEN, IN_PROGRESS, NOT_STARTED, OVERDUE
from samples.values import DASH, day, no_such_day, pct

ICT = "ICT and Business Transformation"
FACILITIES = (
    "E-Facilities - Projects include Leisure Members access control; "
    "Housing Mobile Device Pilot; and PDA Replacement Plan"
)

CRITICAL = indicators(
    ICT,
    True,
    IndicatorRow(
        GREEN,
        "ITLocal_01",
        "System Availability",
        (pct("99.6"), pct("99.8"), pct("99.8"), pct("99.5")),
    ),
    IndicatorRow(
        GREEN,
        "ITLocal_05",
        "Virus Protection",
        (pct("100"), pct("100"), pct("100"), pct("99")),
    ),
)

TASKS = actions(
    ICT,
    ActionRow(
        OVERDUE,
        "IT1920_01",
        "Digital Strategy Implementation",
        "Digital Strategy Implementation",
        50,
        day("31-Mar-2020", "2020-03-31"),
        "The Committee Management System and the Iken case management system are running. The "
        "Customer Relationship Manager Programme goes live in Q3.",
    ),
    ActionRow(
        OVERDUE,
        "IT1920_02",
        "New Ways Of Working",
        "New Ways Of Working",
        60,
        no_such_day("31-Apr-2020"),
        "In step with the larger programme, and on target.",
    ),
    ActionRow(
        IN_PROGRESS,
        "IT1920_14",
        "ICT Security Compliance",
        "ICT Security Compliance",
        28,
        day("31-Mar-2020", "2020-03-31"),
        "The certificate is due to be renewed in the last quarter.",
    ),
    ActionRow(
        NOT_STARTED,
        "IT1920_17",
        FACILITIES,
        FACILITIES,
        50,
        day("31-Mar-2020", "2020-03-31"),
        "The groundwork is done and the General Management Team has accepted the business plans, "
        "provided the money is found. Buying and setting up are still ahead.",
    ),
    bold=False,
)

KEY_INDICATORS = indicators(
    ICT,
    False,
    IndicatorRow(
        GREEN,
        "ITLocal_02",
        "Service Desk Satisfaction",
        (pct("100"), pct("100"), DASH, pct("99.5")),
        "Nobody gathered the customers' answers in Q1. The new service desk, shared with partner "
        "councils, will keep a full record from Q2 on.",
    ),
    IndicatorRow(
        AMBER,
        "ITLocal_04",
        "BBSi Programme Completion",
        (pct("100"), pct("96.8"), pct("14.37"), pct("100")),
        "A little behind the plan in Q1. One more person has been taken on, and the programme "
        "should have caught up when Q2 ends.",
    ),
)

PARTS: tuple[Part, ...] = (
    Paragraph("Critical Success Indicators for ICT and Business Transformation 2019/20", "h2"),
    CRITICAL,
    Paragraph(
        "ICT and Business Transformation Key Tasks and Priorities for Improvement 2019/20", "h2"
    ),
    TASKS,
    Paragraph("ICT and Business Transformation Key Performance Indicators 2019/20", "h2"),
    KEY_INDICATORS,
)
