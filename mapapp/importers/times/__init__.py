"""Dates as people write them, a whole column at a time → EDTF texts and their layer columns."""
