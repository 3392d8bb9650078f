"""Invented reports with known errors, and how well doisoat does on them."""
