"""Hours as files for spreadsheets, and as data for programs."""
