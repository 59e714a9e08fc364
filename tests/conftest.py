"""What all tests share: laws are checked on many cases, without a deadline on a slow machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("mapapp", deadline=None, derandomize=True)
settings.load_profile("mapapp")
