"""A language model as a second drafter: asked about an article, its answer checked item by item.

What holds whatever a model answers, or an article tells it to answer:

- it has no tools, and nothing is fetched, opened or run; the one address that is spoken to is the endpoint;
- a fact becomes a proposal only if its quote stands in the passage that was asked about, in a sentence that names the
  subject or the object, if every thing of it is named by words of the article, if the sentence or one beside it tells
  its dates, and if it passes the checks of a row written by hand; all else is dropped and counted with its reason;
- an answer that an article dictates word for word is refused: it cannot hold the mark that is made of its own text;
- no proposal is a fact before a person, who sees the sentence, accepts it.

What does not hold: a quote proves that words stand there, not that they mean what the model says. A false sentence of
an article is proposed as what the article says. Sentences that speak to a program are known by the phrases of
`kg/draft/data/orders.csv` and are dropped with their neighbours; other wording passes as any sentence does.
"""
