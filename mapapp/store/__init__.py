"""Many incidents: partitioned GeoParquet on disk, and one set of queries for every engine.

dataset      what a dataset is, beside its rows
store        datasets in a folder, each whole or not there    folders     replacing a folder at once
sorting      rows in any order → sorted, in bounded memory    extent      what is measured meanwhile
coding       texts that repeat, as numbers                hilbert     positions along one curve
partitions   sorted rows → hive-partitioned GeoParquet        tables      → the page's layer tables
where        which rows are meant, on every engine            queries     counts, days, cells, rows
engines      a dataset on DuckDB, PostGIS or Spark            postgis     a dataset into PostGIS
asking       a question made SQL once, values bound           selecting   → what is exported
"""

from mapapp.store.dataset import DatasetInfo, StoreError
from mapapp.store.store import MOST_ROWS, Store, default_folder

__all__ = ["MOST_ROWS", "DatasetInfo", "Store", "StoreError", "default_folder"]
