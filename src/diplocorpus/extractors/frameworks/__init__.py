"""Which frameworks are named, by whatever name, and what is done with them."""
