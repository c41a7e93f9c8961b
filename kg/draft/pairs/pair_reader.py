"""Follows an article beside the rules: weighs what they told, and proposes what they missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.draft.model import Reason
from kg.draft.names.identifying import Identities
from kg.draft.pairs.features import SentenceView
from kg.draft.pairs.items import Item, items, snapshot
from kg.draft.pairs.moments import Moment, acts_between, is_at, is_over, only_beside, rule_of, verb_of
from kg.draft.pairs.never_said import is_behind_another, is_held_already, is_never_said, told_before
from kg.draft.pairs.pairing import Pair
from kg.draft.pairs.scoring import Claim, Scores, scores
from kg.draft.pairs.terms import Terms
from kg.draft.pairs.weights import RULE, SHARE, Weights, probability
from kg.draft.posts.english_posts import without_titles
from kg.draft.posts.held_posts import ToldPost, held
from kg.draft.posts.known_posts import KnownPosts
from kg.draft.posts.post_bodies import body_of, post_name
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_DOUBTED = 0.2
"""What rules told is not proposed where the pair, with what the rule's word weighs, is less sure than this."""
_LEAST_ACRONYM = 2
_OF_POSTS, _PLACES = ("holdsPost", "postIn"), ("Country", "Place")
_TELLS = {
    "participatedIn": ("spokeAt",), "memberOf": ("joined",), "locatedIn": ("heldIn", "establishedIn"),
    "belongsTo": ("subordinateTo",), "subordinateTo": ("belongsTo",),
}  # fmt: skip
"""Relations that follow from others between the same things."""
_OCCURS = frozenset(
    {"partyTo", "signed", "signedIn", "signedAt", "founded", "establishedIn", "openingOf", "heldIn", "participatedIn",
     "spokeAt", "hasParticipantFrom", "joined", "informed", "initiated", "formedBy", "issuedBy"}
)  # fmt: skip
"""Relations that come about on a day."""


Likely = tuple[Pair, str, float]
"""A pair, a relation that may hold between its items, and how sure that is."""


class PairReader:
    """Reads the pairs of one article."""

    def __init__(
        self, weights: Weights, terms: Terms, schema: Schema, things: Identities, posts_known: KnownPosts
    ) -> None:
        """`things` are those of the article, among which it puts what only pairs tell of."""
        self._weights, self._terms, self._schema = weights, terms, schema
        self._things, self._posts_known = things, posts_known
        self.views: list[SentenceView] = []
        self.offices: dict[str, Mention] = {}
        """The posts that rules, or pairs, made of the posts of sentences, by the keys of items."""
        self._posts_of: dict[str, list[str]] = {}
        """The keys of items by the ids of the posts that rules made of them."""
        self._moments: list[Moment] = []
        self._described: dict[tuple[str, str], Mention] = {}
        """What pairs made of descriptions, by class and head."""
        self._scores = Scores()
        self._claims: dict[str, set[Claim]] = {}
        """What is told of each thing."""

    @staticmethod
    def snapshot(read: ReadSentence) -> list[Mention]:
        """The mentions of a sentence before rules read it."""
        return snapshot(read.mentions)

    def enter(
        self, moment: Moment, named: Sequence[Mention], told: Sequence[Relation], made: Iterable[Mention]
    ) -> None:
        """Takes a sentence: its mentions as they were before the rules, and what these told and made."""
        if moment.read.sentence.grammar.code not in self._weights.languages:
            return
        found = items(moment.read, named, made, self._terms)
        for item in found:
            if item.post is not None:
                offices = (r.object for r in told if r.predicate == "holdsPost" and is_at(r.object, item))
                office = next(offices, None)
                if office is not None:
                    self.offices[item.key] = office
        self.views.append(SentenceView(moment.read.sentence, found, moment.verbs, len(self.views)))
        self._moments.append(moment)

    def doubted(self, claims: Iterable[Claim]) -> list[Claim]:
        """Of what rules told, that against which the pair speaks more than the rule's word speaks for it."""
        for key, office in self.offices.items():
            self._posts_of.setdefault(office.entity, []).append(key)
        claims = list(claims)
        asked = frozenset(each for claim in claims for either in self._both(claim) for each in self._keys(either))
        self._scores = scores(self.views, self._weights, self._terms, asked)
        return [claim for claim in claims if self._is_doubted(claim)]

    def _both(self, claim: Claim) -> tuple[Claim, ...]:
        """A claim, and where its relation is symmetric, the other way round."""
        is_symmetric = self._schema.properties[claim[1]].symmetric
        return (claim, (claim[2], claim[1], claim[0])) if is_symmetric else (claim,)

    def _is_doubted(self, claim: Claim) -> bool:
        things = (self._things.ids.get(end) for end in (claim[0], claim[2]))
        if all(thing is not None and self._terms.sort(thing.class_name) in _PLACES for thing in things):
            return False  # a town's country is told as a matter of course, and so left out of many passages
        both = self._both(claim)
        totals = [total for each in both if (total := self._scores.total(self._keys(each))) is not None]
        word = self._weights.by_relation.get(claim[1], {}).get(RULE, 0)
        return bool(totals) and probability(max(totals) * SHARE // 10 + word) < _DOUBTED

    def _keys(self, claim: Claim) -> list[Claim]:
        """A claim by the keys of items, which for posts are others than their ids."""
        subject, predicate, object_ = claim
        left, right = ([end, *self._posts_of.get(end, ())] for end in (subject, object_))
        return [(one, predicate, other) for one in left for other in right]

    def relations(self, claims: Iterable[Claim] = ()) -> Iterator[tuple[Relation, Moment]]:
        """What the pairs tell beside `claims`, which are left of what rules told: posts, then the surest first."""
        for claim in claims:
            self._remember(claim)
        likely = self._one_each(self._scores.likely(self._weights))
        yield from self._posts([each for each in likely if each[1] in _OF_POSTS])
        for pair, predicate, confidence in likely:
            if predicate in _OF_POSTS:
                continue
            left, right = self._thing(pair.left), self._thing(pair.right)
            if left is None or right is None or left.entity == right.entity:
                continue
            follows = self._follows(left.entity, predicate, right.entity) or is_over(pair, predicate)
            follows = follows or only_beside(pair, predicate)
            follows = follows or (predicate == "partyTo" and self._has_sides(pair, right.entity))
            follows = follows or is_never_said(
                predicate, left, right, self._schema, self._moments[pair.here.number].read
            )
            if not follows and self._classed(pair, predicate, left, right):
                relation = self._made(pair, predicate, confidence, (left, right))
                if relation.status not in ("unsure", "denied"):
                    yield relation, self._moments[pair.here.number]

    def _has_sides(self, pair: Pair, agreement: str) -> bool:
        """Whether rules told who agrees: of two parties in English, so that bodies of other sentences are none."""
        claims = {claim for told in self._claims.values() for claim in told}
        left = pair.left.mention
        if left is not None and (agreement, "providesFor", left.entity) in claims:
            return True  # what is to be founded by an agreement is no party to it
        if pair.is_near or pair.here.code != "en":
            return False
        return sum(claim[1:] == ("partyTo", agreement) for claim in claims) > 1

    def _one_each(self, likely: Iterable[Likely]) -> list[Likely]:
        """Of one subject's agreements, or gatherings, the surest; none where rules told one; of a post one holder."""
        told = {claim for claims in self._claims.values() for claim in claims}
        taken = {claim[:2] for claim in told} | {(key, "holdsPost") for key in self.offices}
        found: list[Likely] = []
        for pair, predicate, confidence in likely:
            key = (pair.left.key, predicate) if pair.right.sort in ("Agreement", "Event") else None
            key = (pair.right.key, predicate) if predicate == "holdsPost" else key
            office = self.offices.get(pair.right.key)
            agrees = (pair.left.key, predicate, office.entity if office is not None else pair.right.key) in told
            if key is None or key not in taken or agrees:
                found.append((pair, predicate, confidence))
            if key is not None:
                taken.add(key)
        return found

    def _posts(self, likely: Sequence[Likely]) -> Iterator[tuple[Relation, Moment]]:
        """Who holds which post, and what it is in."""
        bodies: dict[str, tuple[Pair, float]] = {}
        for pair, predicate, confidence in likely:
            if predicate == "postIn" and pair.right.kind == "mention":
                bodies.setdefault(pair.left.key, (pair, confidence))
        for pair, predicate, confidence in likely:
            if predicate == "holdsPost" and pair.is_near:
                yield from self._held(pair, confidence, bodies.get(pair.right.key))
        for key, (pair, confidence) in bodies.items():
            office, body = self.offices.get(key), pair.right.mention
            claims = self._claims.get(office.entity, ()) if office is not None else ()
            if office is None or body is None or office.known:
                continue
            others = {claim[2] for claim in claims if claim[1] == "postIn"} - {body.entity}
            read = self._moments[pair.here.number].read
            if not others and not is_never_said("postIn", office, body, self._schema, read):  # a post is in one body
                yield self._made(pair, "postIn", confidence, (office, body)), self._moments[pair.here.number]

    def _held(
        self, pair: Pair, confidence: float, where: tuple[Pair, float] | None
    ) -> Iterator[tuple[Relation, Moment]]:
        """A post with who holds it, and with the body that it is in where the post is new."""
        person, item, moment = pair.left.mention, pair.right, self._moments[pair.here.number]
        if person is None or item.post is None or not self._is_classed(person, "Person", pair.left):
            return
        if moment.read.sentence.grammar.code == "en" and item.post not in without_titles(moment.read):
            return  # the rector of X, Professor P
        if acts_between(moment, item, person) or is_behind_another(moment.read, item, person):
            return  # the director also thanked P
        office = self.offices.get(item.key)
        if office is not None:
            yield self._made(pair, "holdsPost", confidence, (person, office)), moment
            return
        body = where[0].right.mention if where is not None else None
        if self._is_held_already(moment.read, item.post, body, person):
            return
        _, start, end = body_of(moment.read, person, item.post)
        name = post_name(moment.read, start, end, body, item.post)
        told = ToldPost(item.post.kind, start, end, name, False)
        for relation, made in held(moment.read, person, told, body, self._schema, self._things.ids, self._posts_known):
            if made is not None:
                self.offices[item.key] = self._things.ids.setdefault(made.entity, made)
            in_body = relation.predicate == "postIn" and where is not None
            relation.confidence = where[1] if in_body and where is not None else confidence
            relation.rule, relation.reasons = rule_of(moment, relation.predicate), (Reason.BY_PAIR,)
            yield relation, moment

    def _is_held_already(self, read: ReadSentence, post: Post, body: Mention | None, person: Mention) -> bool:
        """Whether a person was told to hold this post in other words: UNEC Rector, after Rector of the University."""
        keys = [claim[2] for claim in self._claims.get(person.entity, ()) if claim[1] == "holdsPost"]
        offices = [self._things.ids[key] for key in keys if key in self._things.ids]
        bodies = {key: claim[2] for key in keys for claim in self._claims.get(key, ()) if claim[1] == "postIn"}
        return is_held_already(read, post, body, offices, bodies)

    def _follows(self, subject: str, predicate: str, object_: str) -> bool:
        """Whether something follows from what is told: who holds a post works there, who spoke took part."""
        told = self._claims.get(subject, ())
        if any((subject, other, object_) in told for other in _TELLS.get(predicate, ())):
            return True
        posts = [claim[2] for claim in told if claim[:2] == (subject, "holdsPost")]
        return predicate == "worksFor" and any((post, "postIn", object_) in self._claims[post] for post in posts)

    def _remember(self, claim: Claim) -> None:
        for end in (claim[0], claim[2]):
            self._claims.setdefault(end, set()).add(claim)

    def _classed(self, pair: Pair, predicate: str, left: Mention, right: Mention) -> bool:
        """Whether both things have classes between which a relation may hold, or may take them."""
        now = ((self._class_of(left), *pair.left.classes), (self._class_of(right), *pair.right.classes))
        classes = self._terms.first(predicate, *now)
        if classes is None:
            return False
        return self._is_classed(left, classes[0], pair.left) and self._is_classed(right, classes[1], pair.right)

    def _class_of(self, mention: Mention) -> str:
        """The class of a thing by now."""
        return self._things.ids.get(mention.entity, mention).class_name

    def _is_classed(self, mention: Mention, class_name: str, item: Item) -> bool:
        """Whether a thing is of a class, or takes it since its own was guessed and all that is told of it allows it."""
        thing = self._things.ids.get(mention.entity, mention)
        if self._schema.is_a(thing.class_name, class_name):
            mention.class_name = thing.class_name
            return True
        if class_name not in item.classes or (class_name == "Person" and _is_acronym(mention.name)):
            return False
        for subject, predicate, object_ in self._claims.get(mention.entity, ()):
            told = self._schema.properties[predicate]
            fits = subject != mention.entity or self._schema.is_a(class_name, told.domain)
            fits = fits and (object_ != mention.entity or self._schema.is_a(class_name, told.range))
            if not fits:
                return False
        thing.class_name = mention.class_name = class_name
        return True

    def _thing(self, item: Item) -> Mention | None:
        """The thing of an item; one that is only described becomes a thing of the article."""
        if item.kind == "post":
            return self.offices.get(item.key)
        mention = item.mention
        if mention is None or item.kind != "described":
            return mention
        key = (mention.class_name, mention.head)
        if key not in self._described:
            before = told_before(mention, self._things.ids.values(), self._schema)
            if before is None:
                self._things.describe(mention)
            self._described[key] = before or mention
        return self._described[key]

    def _made(self, pair: Pair, predicate: str, confidence: float, ends: tuple[Mention, Mention]) -> Relation:
        self._remember((ends[0].entity, predicate, ends[1].entity))
        moment, sure = self._moments[pair.here.number], min(confidence, 0.99)  # weights are never certain
        places = [(item.start, item.end) for item in ((pair.left, pair.right) if pair.is_near else (pair.left,))]
        verb = verb_of(moment.verbs, predicate, places)
        at, status = (verb.start, verb.status) if verb is not None else (max(places)[0], "")
        spans = (*places, (verb.start, verb.end)) if verb is not None else tuple(places)
        return Relation(
            ends[0], predicate, ends[1], sure, rule_of(moment, predicate), (Reason.BY_PAIR,), spans, status,
            predicate in _OCCURS, at,
        )  # fmt: skip


def _is_acronym(name: str) -> bool:
    """Whether a name begins with a word in capitals, which nobody is called by: РОСНАНО, CNN Türk."""
    first = name.split(" ")[0]
    return len(first) > _LEAST_ACRONYM and first.isupper() and first.isalpha()
