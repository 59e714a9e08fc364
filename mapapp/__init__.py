"""mapapp: from a text record of events to map layers, pages and exports."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
