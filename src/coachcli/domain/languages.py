"""Languages by name, as people call them; the codes are those of ISO 639-1."""

from coachcli.patterns import pattern

LANGUAGE = pattern(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
"""A language as it is written: de, pt-br."""
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "nn": "Norwegian Nynorsk", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_ADDRESS = {"du", "sie", "tu", "vous"}


def language_name(code: str) -> str:
    """The name of a language, with its region or its form of address where the code has one; else the code itself."""
    language, _, variant = code.strip().partition("-")
    name = _NAMES.get(language.casefold())
    if name is None:
        return code.strip()
    shown = variant.casefold() if variant.casefold() in _ADDRESS else variant.upper()
    return f"{name} ({shown})" if variant else name


def widened(code: str) -> list[str]:
    """A language and those it is a variant of, the nearest first: de-du, de."""
    parts = code.strip().casefold().split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


def language_code(words: str) -> str:
    """The code of a language that is named by it or in English: `de`, `de-du`, `German`; empty where it is none."""
    key = words.strip().casefold()
    named = next((code for code, name in _NAMES.items() if name.casefold() == key), "")
    return named or (key if LANGUAGE.fullmatch(key) else "")
