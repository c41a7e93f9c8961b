"""What is meant by what is not named: pronouns, heads that stand alone, what a sentence leaves unsaid."""
