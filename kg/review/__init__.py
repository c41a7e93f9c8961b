"""A person's judgement on what the drafter proposes, and what is accepted written into the tables of facts."""
