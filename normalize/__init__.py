"""From a Document to a Report: what a report says, and what the law says."""
