"""From a Report to Findings: what is wrong."""
