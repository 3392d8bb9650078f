"""One module a command, imported when it is asked for: run(options) gives the exit code."""
