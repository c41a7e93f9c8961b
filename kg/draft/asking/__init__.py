"""A language model as a second drafter: asked about an article, its answer checked item by item."""
