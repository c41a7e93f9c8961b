"""What the drafter knows of a language, and an article cut into passages, sentences, clauses and words."""
