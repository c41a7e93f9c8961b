"""The tables of `python -m benchmarks`: ours beside the peers, with targets."""
