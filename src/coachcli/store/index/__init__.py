"""What is remembered of files, so that lists need not read them again. It can be deleted at any time."""
