"""Made-up heads of papers, in the habits of many councils, with the council each is from."""

from __future__ import annotations

import pytest

from crossfoot.normalise.council_heads import letterhead
from crossfoot.normalise.council_mentions import find_council

#: One head each: the lines of a paper's beginning, and whose it is.
OWN = [
    ("Council: Broxtowe | Committee: Cabinet | Date: 5 July 2016", "Broxtowe"),
    ("Name of Council: Rushcliffe Borough Council | Reporting period: Q2", "Rushcliffe"),
    ("Local authority: Kirklees | Quarter 3 2012/13", "Kirklees"),
    ("Gedling Borough Council \u2013 Report to Cabinet | 1. Purpose", "Gedling"),
    ("MELTON BOROUGH COUNCIL - CORPORATE COMMITTEE | 12 March 2014", "Melton"),
    ("Report to: Cabinet, Ashfield District Council", "Ashfield"),
    ("Report to: Ashfield District Council | Date: 4 June 2015", "Ashfield"),
    ("REPORT TO WEST DEVON BOROUGH COUNCIL | 24 FEBRUARY 2009", "West Devon"),
    ("Report of Torridge District Council | Quarter 4 outturn", "Torridge"),
    ("Cabinet: North Norfolk District Council | 3 November 2011", "North Norfolk"),
    ("Meeting of the Harborough District Council | 20 July 2020", "Harborough"),
    ("Sevenoaks District Council Cabinet | 11 February 2010", "Sevenoaks"),
    ("TAMESIDE METROPOLITAN BOROUGH COUNCIL: EXECUTIVE BOARD | 2018", "Tameside"),
    ("Bolsover District Council \u2013 Quarter 2 Performance Report 2019/20", "Bolsover"),
    ("Gosport Borough Council \u2013 Housing Performance Report Quarter 3 2019/20", "Gosport"),
    ("Angus Council: Local Government Benchmarking Framework 2020/21", "Angus"),
    ("Fareham Borough Council Street Scene and Leisure KPIs 2011/12", "Fareham"),
    ("London Borough of Sutton \u2013 Environment and Housing Performance Report", "Sutton"),
    ("City of York: Performance Scorecard", "York"),
    ("Rutland County Council | Performance Report Quarter 1", "Rutland"),
    ("Isle of Wight Council, Corporate Scrutiny Committee", "Isle of Wight"),
    ("Wiltshire Council | Cabinet | 15 September 2015", "Wiltshire"),
    ("Durham County Council | Cabinet", "County Durham"),
    ("Somerset West and Taunton Council | Scrutiny Committee", "Somerset West and Taunton"),
    ("Bath & North East Somerset Council | Cabinet", "Bath and North East Somerset"),
    ("Brighton & Hove City Council | Policy & Resources Committee", "Brighton and Hove"),
    ("BCP Council | Cabinet", "Bournemouth, Christchurch and Poole"),
    ("Hull City Council | Overview Committee", "Kingston upon Hull, City of"),
    ("Stoke-on-Trent City Council | Cabinet", "Stoke-on-Trent"),
    ("London Borough of Tower Hamlets | Overview & Scrutiny Committee", "Tower Hamlets"),
    ("LB Hackney Council | Audit Sub-Committee", "Hackney"),
    ("Royal Borough of Greenwich | Cabinet | 4 July 2018", "Greenwich"),
    ("The Royal Borough of Windsor and Maidenhead | Panel", "Windsor and Maidenhead"),
    ("City of Westminster | Cabinet", "Westminster"),
    ("City of Wolverhampton Council | Cabinet", "Wolverhampton"),
    ("City of Bradford Metropolitan District Council | Executive", "Bradford"),
    ("City of London Corporation | Policy and Resources", "City of London"),
    ("Cyngor Sir Ynys M\u00f4n / Isle of Anglesey County Council | Y Pwyllgor", "Isle of Anglesey"),
    ("Cyngor Gwynedd | Cabinet", "Gwynedd"),
    ("Cyngor Sir Ceredigion County Council | Cabinet", "Ceredigion"),
    ("Rhondda Cynon Taf County Borough Council | Cabinet", "Rhondda Cynon Taf"),
    ("Merthyr Tydfil County Borough Council \u2013 Full Council", "Merthyr Tydfil"),
    ("City and County of Swansea | Cabinet", "Swansea"),
    ("Comhairle nan Eilean Siar | Policy and Resources Committee", "Na h-Eileanan Siar"),
    ("Argyll and Bute Council | Performance Review Committee", "Argyll and Bute"),
    ("The City of Edinburgh Council | Corporate Policy Committee", "City of Edinburgh"),
    ("The Highland Council | Agenda Item 7", "Highland"),
    ("Perth & Kinross Council | Scrutiny Committee", "Perth and Kinross"),
    ("Orkney Islands Council | Monitoring and Audit Committee", "Orkney Islands"),
    ("Derry City and Strabane District Council | Committee", "Derry City and Strabane"),
    ("Armagh City, Banbridge and Craigavon Borough Council | Minutes",
     "Armagh City, Banbridge and Craigavon"),
    ("Belfast City Council | Strategic Policy and Resources Committee", "Belfast"),
]  # fmt: skip

#: Papers that say no council, or name others than their own.
OTHERS = [
    "Performance is best compared with Gedling Borough Council. | Gedling Borough Council's rate",
    "Our rate is better than Rushcliffe | and lower than that of Rushcliffe Borough Council",
    "Neighbouring Ashfield District Council | has 12%, while neighbouring Ashfield is steady",
    "In comparison with | Mansfield District Council the rate is good. | compared to Mansfield",
    "Working in partnership with Derby City Council | our partner Derby City Council",
    "jointly with Kettering Borough Council | together with Kettering Borough Council",
    "Gosport Borough Council housing performance report says that homes are let late",
    "Gosport Borough Council \u2013 Housing Performance Report of our neighbours | Homes",
    "The county of Kent | Kent residents | farmers of Kent | Kent's roads",
    "Source: Leeds City Council | such as Leeds City Council",
    "contact x@erewash.gov.uk | see www.erewash.gov.uk/plans | http://erewash.gov.uk",
    "Nottinghamshire and City of Nottingham Fire and Rescue Authority | Nottingham City Council"
    " | Nottingham City Council | Nottingham City Council",
    "Derbyshire Police Authority | Derby City Council | members from Derby City Council",
    "Kimberley Town Council | grants from Broxtowe Borough Council | Broxtowe Borough Council",
    "Tees Valley Combined Authority | Middlesbrough Council | Middlesbrough Council said",
    "Peak District National Park Authority | High Peak Borough Council | in High Peak",
    "South Hams District Council | West Devon Borough Council | Joint Steering Group",
    "The Full Council | Members of the Council | the County Council and the Borough Council",
    "Ashfield District Council, Urban Road | Broxtowe Borough Council, Foster Avenue",
    "the Kent and Medway Strategy | across Kent and Medway | services in Kent & | Medway hospitals",
    "Sessions House, County Hall, Maidstone. | held at County Hall, Maidstone",
    "Solihull Parenting | the Solihull Antenatal Class | Leeds Building Society",
    "in Thanet | across Thanet | families of Thanet | KCC staff | KCC pays | KCC will",
    "in Thanet | across Thanet | families of Thanet | a centre run by Kent County Council",
    "debt on behalf of Medway Council | repaid by Medway Council",
]


@pytest.mark.parametrize(("head", "council"), OWN)
def test_the_head_of_a_paper_says_whose_it_is(head: str, council: str) -> None:
    lines = [*head.split(" | "), "1.1 Members are asked to note how the year has gone."]
    assert find_council(lines) == council


@pytest.mark.parametrize("head", OTHERS)
def test_neighbours_partners_counties_and_other_bodies_are_not_the_papers_council(
    head: str,
) -> None:
    assert find_council(head.split(" | ")) is None


@pytest.mark.parametrize(
    "line",
    [
        "Gedling Borough Council has reported a rate of 97% for the year",
        "Gedling Borough Council's performance",
        "Contact: Gedling Borough Council",
        "Benchmark: Gedling Borough Council",
        "Gedling Borough Council: 97.2%",
        "Gedling Borough Council - best in the county",
        "Gedling Borough Council, Arnot Hill Park",
        "Report of the Chief Executive of Gedling Borough Council",
        "Meeting with Gedling Borough Council",
    ],
)
def test_a_line_that_says_more_of_a_council_is_no_letterhead(line: str) -> None:
    assert letterhead(line) is None


def test_a_name_once_in_a_comparison_does_not_undo_many_of_ones_own() -> None:
    lines = [f"The people of Broxtowe in ward {ward}" for ward in range(6)]
    assert find_council([*lines, "Erewash has more than Broxtowe"]) == "Broxtowe"


def test_a_running_head_counts_as_often_as_it_stands_there() -> None:
    lines = ["Charnwood Borough Council \u2013 Corporate scorecard"] + ["text"] * 80
    assert find_council(lines) == "Charnwood"
    assert find_council(["text", "Charnwood Borough Council 12"] * 4) == "Charnwood"


def test_initials_count_with_the_name_that_they_stand_for() -> None:
    lines = ["a review by Kent County Council", "in Thanet", "across Thanet", "KCC will"]
    assert find_council([*lines, "what KCC pays", "and KCC does"]) == "Kent"
    assert find_council(["centres in Thanet", "across Thanet", "families of Thanet"]) == "Thanet"


def test_what_tables_say_is_asked_where_the_lines_say_nothing() -> None:
    cells = [
        "The review is of what Broxtowe Borough Council spends",
        "It is limited to the wards in Broxtowe",
        *["Leeds City Council"] * 9,
    ]
    assert find_council(["Quarterly report"], cells) == "Broxtowe"
    assert find_council(["Gedling Borough Council", "Cabinet"], cells) == "Gedling"


def test_a_long_paper_that_names_a_council_in_passing_is_not_from_it() -> None:
    lines = ["work in Redbridge", "as Redbridge Council does"]
    assert find_council(lines) == "Redbridge"
    assert find_council([*lines, *["text"] * 700]) is None
