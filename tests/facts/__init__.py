"""Tests of `kg.facts`."""
