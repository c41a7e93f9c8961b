"""What a sentence tells of two things, weighed by all that stands around them: beside the rules, where none fits.

Rules know a wording; these weights know how much each word, ending, place and order speaks for a relation. They were
learned from the articles and passages of `benchmarks/drafting` by `benchmarks/drafting/learn.py` and stand in
`data/pair_weights.csv`, as whole numbers, so that every machine adds up the same.
"""
