"""Scripts of the maintainers; no user of mapapp runs them."""
