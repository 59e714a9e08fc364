"""The words that are allowed in the record, as plain tuples and dicts.

What each word means is told in geodata/README.md; its label in each language is in
mapapp/labels.json.
"""

from __future__ import annotations

__all__ = [
    "ACTOR_KINDS",
    "AREA_KINDS",
    "BASES",
    "CARRIES",
    "COUNTRIES",
    "COUNTRY_ZONES",
    "DATE_APPLIES_TO",
    "EVENT_KINDS",
    "FIGURE_SUBJECTS",
    "FIGURE_UNITS",
    "LAYERS",
    "MECHANISM_KINDS",
    "PLACE_LAYERS",
    "QUALIFIERS",
    "RELATIONS",
    "ROLES",
    "STATUSES",
]

LAYERS = ("border_points", "compounds", "checkpoints", "venues", "areas", "movements")

EVENT_KINDS = (
    "meeting",
    "statement",
    "inspection",
    "operation_launch",
    "mechanism",
    "supply_cut",
    "raid_or_detention",
    "arrest",
    "handover",
    "rescue",
    "repatriation",
    "trafficking_case",
    "report",
)

STATUSES = ("proposed", "announced", "decided", "working", "done", "ended")

DATE_APPLIES_TO = ("event", "announcement", "report")

ROLES = (
    "venue",
    "site",
    "origin",
    "destination",
    "transit",
    "subject",
    "target_area",
    "supply_point",
)
"""`subject`: the event is only about the place, so it gets no mark there."""

BASES = ("stated", "context", "implied")

CARRIES = ("people", "supply")

QUALIFIERS = ("exactly", "at_least", "about", "at_most", "several")

RELATIONS = ("part_of", "follows", "corrects", "same_operation")

PLACE_LAYERS = {
    "border_town": "border_points",
    "supply_point": "border_points",
    "bridge": "border_points",
    "mountain_pass": "border_points",
    "compound": "compounds",
    "compound_area": "compounds",
    "checkpoint": "checkpoints",
    "airport": "checkpoints",
    "city": "venues",
    "venue": "venues",
    "office": "venues",
    "district": "areas",
    "province": "areas",
    "region": "areas",
    "border": "areas",
    "country": "areas",
}
"""Layer of each kind of place; a place that has a shape is in `areas` whatever its kind."""

AREA_KINDS = tuple(kind for kind, layer in PLACE_LAYERS.items() if layer == "areas")

ACTOR_KINDS = (
    "government",
    "ministry",
    "police",
    "office",
    "centre",
    "embassy",
    "organisation",
    "official",
    "media",
)

MECHANISM_KINDS = ("body", "platform", "operation", "regime", "procedure", "meeting_series")

FIGURE_SUBJECTS = (
    "people_handed_over",
    "people_detained",
    "people_arrested",
    "people_rescued",
    "people_released",
    "people_repatriated",
    "people_lured",
    "people_turned_back",
    "people_interviewed",
    "people_checked",
    "people_transferred",
    "supply_points_cut",
    "power_use_reduction",
    "bounty_notices",
    "bounty_amount",
    "annual_loss",
    "visitor_trips",
    "delegations",
    "power_supply",
    "criminal_sites",
)
"""What a figure counts (`what`)."""

FIGURE_UNITS = ("people", "percent", "CNY", "USD", "points", "notices", "trips", "sites", "MW")

COUNTRY_ZONES = {
    "BD": "Asia/Dhaka",
    "BN": "Asia/Brunei",
    "CN": "Asia/Shanghai",
    "HK": "Asia/Hong_Kong",
    "IN": "Asia/Kolkata",
    "JP": "Asia/Tokyo",
    "KH": "Asia/Phnom_Penh",
    "KR": "Asia/Seoul",
    "LA": "Asia/Vientiane",
    "LK": "Asia/Colombo",
    "MM": "Asia/Yangon",
    "MO": "Asia/Macau",
    "MY": "Asia/Kuala_Lumpur",
    "NP": "Asia/Kathmandu",
    "PH": "Asia/Manila",
    "PK": "Asia/Karachi",
    "SG": "Asia/Singapore",
    "TH": "Asia/Bangkok",
    "TW": "Asia/Taipei",
    "VN": "Asia/Ho_Chi_Minh",
}
"""Zone of a place that names none; a country that is not here needs `tz` in places.yaml."""

_COUNTRY_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM
ZW
"""

COUNTRIES = frozenset(_COUNTRY_CODES.split())
"""ISO 3166-1 alpha-2."""
