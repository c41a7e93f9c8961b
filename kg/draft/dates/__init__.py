"""Dates: told in words, by distance and in pieces; whose they are; the days of an event."""
