"""Make anew what the README and the pages in docs show: `python tests/docs/refresh.py`, or with the names of pages."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from docs.pages import main

    main(sys.argv[1:])
