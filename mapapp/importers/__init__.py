"""Other people's incident files → incident tables and a report of every row.

importing      the way in                            asked, questions   what a person says
reading/       path → RawTable, in another process   limits, raw        what it may take and gives
combining      several files as one                  profiles/          one module a kind of file
understanding  RawTable → profile, time, place       times/, positions/ of whole columns at once
translating    → ids, rows in order, the store       ids, assemble, evidence  what is stored
settling       sums, when all rows have passed       report, import_report    of every row
"""
