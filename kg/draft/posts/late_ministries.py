"""The ministries of ministers' posts, where the article names them only after the post."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kg.draft.model import Proposal, Reason
from kg.draft.posts.known_posts import ministry_of
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention

_MINISTER = ".post.minister"


def is_by_field(told: Proposal) -> bool:
    """Whether a post is put into a ministry since they share a field, wherever the article names it."""
    return told.predicate == "postIn" and told.rule.endswith(_MINISTER)


class LateMinistries:
    """Remembers the posts of ministers that an article tells of, until all that it names is known."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[Relation, ReadSentence]] = {}

    def remember(self, relation: Relation, read: ReadSentence) -> None:
        """Takes who holds a post, if it is a minister's."""
        if relation.predicate == "holdsPost" and relation.rule.endswith(_MINISTER):
            self._told.setdefault(relation.object.entity, (relation, read))

    def relations(
        self, told: Collection[tuple[str, ...]], things: Mapping[str, Mention]
    ) -> Iterator[tuple[Relation, ReadSentence, tuple[str, str, str] | None]]:
        """What posts without a ministry are in, and the row with their country that is told instead.

        `told` are the claims by now, `things` those of the whole article.
        """
        for office, (relation, read) in self._told.items():
            places = [claim for claim in told if claim[:2] == (office, "postIn")]
            if any(claim[2] not in things or things[claim[2]].class_name != "Country" for claim in places):
                continue
            ministry = ministry_of(relation.object.name, things)
            if ministry is None or self._is_of_another(read, relation, ministry, [place[2] for place in places]):
                continue
            place = relation.spans[0]
            row = Relation(
                relation.object, "postIn", ministry, 0.75, relation.rule, (Reason.BY_POST,), (place,), at=place[0]
            )  # fmt: skip
            yield row, read, (office, "postIn", places[0][2]) if places else None

    @staticmethod
    def _is_of_another(read: ReadSentence, relation: Relation, ministry: Mention, states: list[str]) -> bool:
        """Whether the ministry is known to be of another country than the post, or than who stands beside it."""
        owner = ministry.owner
        if owner is None or owner.class_name != "Country":
            return False
        start, end = relation.spans[0]
        beside = [m.entity for m in read.mentions if m.class_name == "Country" and start - 1 <= m.end and m.start < end]
        told = {*states, *beside}
        return bool(told) and owner.entity not in told
