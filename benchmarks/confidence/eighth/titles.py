"""The actions of the eighth set's plans, and what stands in tables that are no plans."""

from __future__ import annotations

LIBRARY = (
    "Introduce self-issue machines at three branches",
    "Extend opening on Saturday afternoons",
    "Weed the reserve stock and dispose of duplicates",
    "Offer baby rhyme time in every full-time library",
    "Renew the contract for the mobile library vehicle",
    "Run taster sessions on tracing family history",
    "Catalogue the local photograph collection",
    "Provide large print and talking books in care homes",
    "Develop a reading group for visually impaired people",
    "Negotiate new terms for e-books",
    "Repaint the children's area at the central library",
    "Train all counter staff in child protection",
    "Survey lapsed members",
    "Publish a calendar of author visits",
)
PEER = (
    "Articulate a single vision for place with partners",
    "Refresh the medium term financial strategy",
    "Clarify the roles of members and officers in a protocol",
    "Invest in leadership at third tier",
    "Set out what the commercial programme is expected to return",
    "Give scrutiny a forward plan that it owns",
    "Bring capacity into programme management",
    "Tell residents plainly what the budget gap means",
    "Rationalise the number of strategies in force",
    "Rebuild relations with town and parish councils",
    "Agree a people strategy for the next four years",
    "Use data to decide where to intervene early",
    "Test assumptions behind the savings plan",
)
SAFETY = (
    "Target harden homes on the two estates with most burglaries",
    "Issue property marking kits to students",
    "Hold a week of action against knife carrying",
    "Deploy the mobile camera van at weekends",
    "Run a bystander programme in licensed premises",
    "Commission a perpetrator programme",
    "Place independent advisers in the emergency department",
    "Light the underpass at the railway station",
    "Take part in the national hate crime week",
    "Share data on repeat callers each fortnight",
    "Start a scheme for restorative justice in schools",
    "Map unlicensed taxi ranks",
    "Recruit 40 new street watch volunteers",
)
RISK = (
    "Crew one pump flexibly at night",
    "Relocate the fire station on the ring road",
    "Replace breathing apparatus sets",
    "Review the aerial appliance provision",
    "Move to a joint control room",
    "Pilot a small fires unit",
    "Adopt a new rota at the day-crewed stations",
    "Install mobile data terminals on all appliances",
    "Fit smoke hoods to first line pumps",
    "Agree a policy for unwanted fire signals",
    "Provide trauma care training for all crews",
    "Build a live fire training facility",
    "Share premises with the ambulance trust",
    "Refresh site risk information for 300 premises",
)
MILESTONES = (
    "Assurance framework adopted",
    "Adult education budget transferred",
    "Outline business case for the tram extension approved",
    "Bus franchising consultation opened",
    "First brownfield site remediated",
    "Innovation centre topped out",
    "Skills bootcamps procured",
    "Spatial plan published for comment",
    "Mayoral election held",
    "Retrofit hub launched",
    "Station car park opened",
    "Local growth fund closed out",
    "Trade mission concluded",
    "Cycle superhighway phase two handed over",
    "Investment pipeline agreed",
)
HEADS = ("Employees", "Premises", "Transport", "Supplies", "Contract payments", "Income")
SITES = ("North depot", "Quarry Lane", "Eastfield transfer station", "Hill Top", "Docks")
GRANTS = ("Access fund", "Youth work", "Rural shops", "Arts in schools", "Winter warmth")
TEAMS = ("Operations", "Fleet", "Business support", "Community team", "Control room")
