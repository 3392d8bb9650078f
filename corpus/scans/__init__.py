"""From a report's digital PDF to a scan or photo of its pages: the same truth, and the way that each point went."""
