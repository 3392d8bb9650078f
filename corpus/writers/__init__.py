"""From a laid-out report to files: DOCX, PDF by LibreOffice, PDF by a second producer, text."""
