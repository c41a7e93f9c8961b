"""Meetings, talks, openings and visits that are told without a name of their own."""
