"""Documents as text: read, folded for the finding of quotes, cut into sentences, asked for their imprint."""
