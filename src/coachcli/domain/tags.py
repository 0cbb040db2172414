"""Tags: a word with # before it, in any note, by which a coach finds things again."""

import re

# No part of an address or a number, and a word only: #delegation, not #3 nor https://example.org/#top.
_TAG = re.compile(r"(?<![\w/&#?=.-])#(?=[\w-]*[^\W\d])(\w[\w-]*)")
BEGUN_TAG = re.compile(r"(?<!\S)#[\w-]+\Z")


def tags_in(text: str) -> list[str]:
    """The tags in a text as they were written, each once."""
    return list(dict.fromkeys(f"#{match[1].rstrip('-')}" for match in _TAG.finditer(text)))
