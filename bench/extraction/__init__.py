"""How well `mapapp extract` reads articles, measured against texts annotated by hand.

annotations  an article and what a person found in it      answers  what the program found
matching     whether two dates, places or counts agree      tally    the figures and the misses
record_set   the five articles' own record                  score    the command
"""
