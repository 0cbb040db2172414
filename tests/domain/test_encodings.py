import pytest

from coachcli.domain.encodings import Letters, UnknownLettersError, decoded, is_windows_1252, letters


@pytest.mark.parametrize("words", ["Käthe", "“so”, she said – 5 €", "é", "Grüße"])
def test_a_line_in_windows_1252_is_read_as_that(words: str) -> None:
    assert decoded(words.encode("cp1252")) == words
    assert is_windows_1252(words.encode("cp1252"))


@pytest.mark.parametrize("words", ["", "plain", "Käthe", "Ã¤", "漢字 🙂"])
def test_a_line_in_utf_8_is_read_as_that(words: str) -> None:
    assert decoded(words.encode()) == words
    assert not is_windows_1252(words.encode())


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        (b"\xff\x00\xed", "\\xff\x00\\xed"),
        (b"cut off \xe6\xbc", "cut off \\xe6\\xbc"),
        ("naïve ".encode() + b"caf\xe9", "naïve caf\\xe9"),
        (b"no sign \x81 there", "no sign \\x81 there"),
    ],
    ids=["no text at all", "UTF-8 that was cut off", "both in one line", "no sign of either"],
)
def test_what_is_neither_is_spelled_and_not_lost(line: bytes, spelled: str) -> None:
    assert decoded(line) == spelled


@pytest.mark.parametrize(
    ("data", "read"),
    [
        ("é".encode(), Letters("é", "utf-8")),
        ("é".encode("utf-8-sig"), Letters("é", "utf-8")),
        ("é".encode("utf-16"), Letters("é", "utf-16")),
        ("\ufeffé".encode("utf-16-be"), Letters("é", "utf-16")),
        ("é".encode("cp1252"), Letters("é", "cp1252")),
    ],
)
def test_a_file_is_read_in_the_encoding_it_is_in_without_its_mark(data: bytes, read: Letters) -> None:
    assert letters(data) == read


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_of_letters_that_nobody_knows_the_line_is_told(mark: bytes) -> None:
    with pytest.raises(UnknownLettersError) as told:
        letters(mark + b"a\nb\n\x81")

    assert told.value.line == 3
