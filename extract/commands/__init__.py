"""One module a command: ACCEPTS, what may stand on its command line, and run(options), which gives the exit code."""
