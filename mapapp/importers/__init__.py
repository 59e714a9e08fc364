"""Other people's incident files → incident tables and a report of every row.

importing      the way in                                asked, questions   what a person says
reading/       path → RawTable, in a process of its own  limits, raw        what it may take and gives
combining      several files as one                      profiles/          one module a kind of file
understanding  RawTable → profile, time, place           times/, positions/ whole columns at once
translating    → ids, rows in order, the store           ids, assemble, evidence   of what is stored
settling       sums, when the last row has passed        report, import_report     of every row
"""
