"""Whether a passphrase keeps anybody out who has the file, and all the time there is."""

_SHORTEST = 12
_FEWEST = 6
_SHORTEST_OF_DIGITS = 20


def weakness(passphrase: str) -> str:
    """Why a passphrase would keep nobody out; empty where it may."""
    if not passphrase.strip():
        return "it is empty"
    if len(passphrase) < _SHORTEST:
        return f"it is shorter than {_SHORTEST} characters"
    if len(set(passphrase.casefold())) < _FEWEST:
        return "it is the same few characters again and again"
    if passphrase.replace(" ", "").isdecimal() and len(passphrase) < _SHORTEST_OF_DIGITS:
        return "it is nothing but a number"
    return ""
