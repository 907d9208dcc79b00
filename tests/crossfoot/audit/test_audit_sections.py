from __future__ import annotations

import pytest

from crossfoot.audit.sections import match

SERVICES = (
    "Finance Services",
    "Administrative Services",
    "Legal Services",
    "Governance and Democratic Services",
    "Property Services",
    "Health and Safety",
    "ICT and Business Transformation",
    "Revenues, Benefits and Customer Services",
)


@pytest.mark.parametrize(
    ("section", "service"),
    [
        ("Finance", "Finance Services"),
        ("finance services", "Finance Services"),
        ("Admin", "Administrative Services"),
        ("Governance", "Governance and Democratic Services"),
        ("Health&Safety", "Health and Safety"),
        ("Health & Safety", "Health and Safety"),
        ("ICT", "ICT and Business Transformation"),
        ("Revenues", "Revenues, Benefits and Customer Services"),
        ("Benefits", "Revenues, Benefits and Customer Services"),
        ("Customer Services", "Revenues, Benefits and Customer Services"),
        ("Revenues and Benefits", "Revenues, Benefits and Customer Services"),
        ("Revenue", "Revenues, Benefits and Customer Services"),
        ("Governence", "Governance and Democratic Services"),
        ("Finance Service", "Finance Services"),
        ("Customer Service", "Revenues, Benefits and Customer Services"),
        ("IBT", "ICT and Business Transformation"),
    ],
)
def test_a_team_is_found_in_the_service_that_names_it(section: str, service: str) -> None:
    assert match(section, SERVICES) == service


@pytest.mark.parametrize(
    "section", ["Business", "FD", "Housing", "Ben", "Property and Housing", "", "–"]
)
def test_a_doubtful_name_is_not_matched(section: str) -> None:
    assert match(section, SERVICES) is None


def test_a_name_that_two_services_share_is_not_matched():
    assert match("Housing", ["Housing and Planning", "Housing Services"]) == "Housing Services"
    assert match("Housing", ["Housing and Planning", "Strategic Housing"]) is None
    assert match("Health", ["Health and Safety", "Public Health"]) is None


def test_initials_stand_for_the_name_they_are_of():
    services = ["Human Resources", "Highways", "Information and Communication Technology"]
    assert match("HR", services) == "Human Resources"
    assert match("ICT", services) == "Information and Communication Technology"
    assert match("H", services) is None
    assert match("HR", ["Human Resources", "Housing Revenue"]) is None


def test_a_letter_amiss_is_no_other_service():
    assert match("Planing", ["Planning", "Cleaning"]) == "Planning"
    assert match("Roads", ["Loads", "Boats"]) is None
