"""The digits that the reader of scans is taught, and the teaching: `python -m corpus.digits OUT.npz --fonts FOLDER`."""
