"""Proposals of facts from raw text, for a person to accept, edit or reject."""
