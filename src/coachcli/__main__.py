"""`python -m coachcli` is `coach`."""

from coachcli.cli.main import main

main()
