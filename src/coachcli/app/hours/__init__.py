"""What is done with hours: they are counted, and written for those who ask for them."""
