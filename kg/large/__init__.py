"""Builds of projects too large for memory: facts stream through several processes, and go on from the last build."""
