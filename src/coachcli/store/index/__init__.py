"""What is remembered of files, so that lists need not read them again. All of it can be deleted at any time."""
