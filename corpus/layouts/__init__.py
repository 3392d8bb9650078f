"""Score tables in the many structures that schools give them."""
