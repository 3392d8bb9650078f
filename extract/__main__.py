"""`python -m extract` is `doisoat`."""

from extract.cli import main

if __name__ == "__main__":  # a worker process imports this module too, and must not start the program again
    raise SystemExit(main())
