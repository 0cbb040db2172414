"""What is done with frameworks between calls: list, check, make, change and compare them."""
