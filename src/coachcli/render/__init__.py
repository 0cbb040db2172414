"""From a report to text, Markdown and JSON."""
