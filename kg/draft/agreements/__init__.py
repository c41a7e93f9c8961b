"""Agreements and legal acts: who signed what, by whose hand, and what follows from it."""
