"""The Streamlit app: one part a module, each a function of what is shown; no rule of the domain.

run        lays out the menu, the map (always mounted, so that its document survives) and one part
choice     which data is on the map: the record or a dataset, and one laid over it
shown      what was chosen, read and published once for each state of its files
words      labels in the language that the reader chose on the map
overview   overview_part, overview_answers: a dataset too large for one page, question by question
bringing   data_part with import_job (an import in its own thread); article_part with review_view
           and review_fields (a review as plain values)
parts      map_part, table_part, download_part, about_part

Only this package, the bridge and `streamlit_app.py` know Streamlit.
"""

from __future__ import annotations

from mapapp.app.run import run

__all__ = ["run"]
