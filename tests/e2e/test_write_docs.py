import pytest
from e2e.write_docs import pages


@pytest.mark.slow
def test_the_pages_with_whole_sessions_show_what_the_program_does() -> None:
    for path, text in pages().items():
        assert path.read_text(encoding="utf-8") == text, "type it again: python tests/e2e/write_docs.py"
