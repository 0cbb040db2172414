"""Make anew what the README and the pages in docs show: `python tests/docs/refresh.py`, or with the names of pages.

Without a name, or with the names `pictures` and `web-pictures`, those of the screen and of web pages are made as well.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from docs import pages, pictures, the_call, web_pictures

    names = sys.argv[1:]
    if not names or {*names} - {*pages.DRAWN}:
        pages.main(names)
    if not names or "pictures" in names:
        pictures.main()
        the_call.main()
    if not names or "web-pictures" in names:
        web_pictures.main()
