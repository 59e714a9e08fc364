"""Coordinates as people write them, by columns → lon, lat and how far to trust them."""
