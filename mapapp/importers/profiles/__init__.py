"""Kinds of files that we know, one module each; PROFILES is the list that everything else uses."""

from __future__ import annotations

from typing import Final

from mapapp.importers.profiles.acled import ACLED
from mapapp.importers.profiles.acled_weekly import ACLED_WEEKLY
from mapapp.importers.profiles.gdelt import GDELT
from mapapp.importers.profiles.generic import GENERIC
from mapapp.importers.profiles.gtd import GTD
from mapapp.importers.profiles.own import OWN
from mapapp.importers.profiles.profile import Options, Profile, Recognition, Terms, Translation
from mapapp.importers.profiles.timemap import TIMEMAP
from mapapp.importers.profiles.ucdp import UCDP
from mapapp.importers.profiles.usgs import USGS

__all__ = ["PROFILES", "Options", "Profile", "Recognition", "Terms", "Translation"]

PROFILES: Final[dict[str, Profile]] = {
    profile.name: profile
    for profile in (OWN, ACLED, ACLED_WEEKLY, UCDP, GDELT, USGS, TIMEMAP, GTD, GENERIC)
}
"""By name; of equal scores the first wins."""
