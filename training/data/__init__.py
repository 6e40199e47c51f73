"""Hand-written tables that the visit generator draws from."""
