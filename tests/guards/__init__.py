"""Every guard of the product is taken away once, to see that a test misses it: `make guards`."""
