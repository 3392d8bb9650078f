"""From bytes to a Document: files, pages, words and tables; nothing of criteria."""
