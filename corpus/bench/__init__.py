"""`python -m corpus bench`: doisoat beside what people would otherwise use, on one corpus, in one run."""
