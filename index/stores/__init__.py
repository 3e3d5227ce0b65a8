"""Where vectors are kept and searched: one small contract, and a file for each store that keeps it."""
