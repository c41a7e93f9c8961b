"""An article read sentence by sentence: what each names, with its place, its class and its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.draft.language.layout import as_read, dateline_end
from kg.draft.language.passages import sentences
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_english import is_english_place, with_countries
from kg.draft.names.azerbaijani_press import told_agencies
from kg.draft.names.azerbaijani_within import opens_body, with_sort
from kg.draft.names.capitals import capital_names
from kg.draft.names.decided import Decisions
from kg.draft.names.doubting import Doubts
from kg.draft.names.english_forums import headed_forums
from kg.draft.names.english_joined import one_name, people_of_bodies
from kg.draft.names.english_people import people_in_lists
from kg.draft.names.english_small_heads import named_again
from kg.draft.names.english_towns import towns_before_countries
from kg.draft.names.identifying import Identities
from kg.draft.names.kazakh_bodies import embassies_where, name_branches, without_subjects
from kg.draft.names.known import KnownThings
from kg.draft.names.known_cases import case_of_known
from kg.draft.names.missions import missions
from kg.draft.names.naming import named
from kg.draft.names.origins import places_of_origin
from kg.draft.names.people import persons
from kg.draft.names.russian_patrons import opens_foreign_name
from kg.draft.names.russian_quoted import with_country_between
from kg.draft.names.second_names import bracketed
from kg.draft.names.several import share_plural_heads
from kg.draft.names.shared_heads import shared_heads, without
from kg.draft.names.shortened import opening_again
from kg.draft.names.state_names import take_forms, with_state
from kg.draft.posts.ordering import without_givers
from kg.draft.posts.post_words import Post, beside_duties, outside_names, posts
from kg.draft.posts.states import states_of_posts
from kg.draft.references.nameless import nameless
from kg.draft.references.referring import references
from kg.draft.references.standing_alone import (
    by_word,
    ends_name,
    is_first_name,
    name_with_country,
    take_apposition,
    take_head,
)
from kg.draft.relations.azerbaijani_unions import (
    forums_headed,
    take_azerbaijani_unions,
    take_forums,
    unions_joined_in_azerbaijani,
)
from kg.draft.relations.marking import mark
from kg.draft.relations.russian_unions import take_unions, unions_joined
from kg.draft.spans import Mention, keep_longest
from kg.facts.schema import Schema

_STATES = re.compile(r"\bmember (?:states?|countr(?:y|ies))\b")
_JOINING = re.compile(r"\b(?:joined|joins|members?|membership|newcomers?|let in|admitted)\b")
_MOST_GUESSED = 3


@dataclass
class ReadSentence:
    """A sentence with its mentions, marked, and the posts that it names."""

    sentence: Sentence
    mentions: list[Mention]
    posts: list[Post]
    unsaid: dict[str, Mention] = field(default_factory=dict)
    """The event and the topic that the sentences before told of."""


class Reader:
    """Reads one article; things keep their ids throughout it."""

    def __init__(
        self, known: KnownThings, schema: Schema, decisions: Decisions | None = None, source: str = ""
    ) -> None:
        """`decisions` are the answers to questions, of which those for the article `source` go first."""
        self.known, self.schema = known, schema
        self._doubts = Doubts(known, decisions or Decisions(), source)
        self.things = Identities(known, schema, self._doubts)
        self._unions: frozenset[str] = frozenset()
        self._joined: frozenset[str] = frozenset()
        self._headed: frozenset[str] = frozenset()
        self._bracketed: set[int] = set()
        """Places of the article where another name of something stands in brackets."""

    def read(self, text: str, language: str = "") -> list[ReadSentence]:
        """All sentences that name something."""
        if language in ("", "ru"):
            self._unions = unions_joined(text)
        if language in ("", "az"):
            self._joined, self._headed = unions_joined_in_azerbaijani(text), forums_headed(text)
        self.things.has_members = _JOINING.search(text) is not None, _STATES.search(text) is not None
        listed = [(sentence, self._find(sentence)) for sentence in sentences(as_read(text), language)]
        told = [mention for _, known in listed for mention in known]
        self._doubts.spell(text, told)
        meant = [mention for mention in told if mention.entity]
        self._doubts.doubt(meant, {sentence.language for sentence, _ in listed})
        return [self._read(sentence, known) for sentence, known in listed]

    def _find(self, sentence: Sentence) -> list[Mention]:
        """The known things of a sentence, with the cases that they stand in."""
        text = sentence.text[sentence.start : sentence.end]
        known = self.known.find(text, sentence.start, sentence.grammar.code)
        for mention in known:
            self._doubts.decide(sentence, mention)
        for mention in known:
            mention.case = case_of_known(mention, sentence, self.known.names_of(mention.entity))
            with_state(sentence, mention)
        known += self.known.inflected_places(sentence, known)
        origins = places_of_origin(sentence, self.known)
        known = [m for m in known if not any(m.overlaps(o.start, o.end) for o in origins)] + origins
        known = [m for m in known if not ends_name(sentence, m) and not opens_foreign_name(sentence, m)]
        known = [m for m in known if not is_english_place(sentence, m) and not opens_body(sentence, m)]
        take_forms(sentence, known)
        with_sort(sentence, known)
        known = beside_duties(sentence, known)
        return [m for m in known if not is_first_name(sentence, m) and not self._is_any_agreement(sentence, m)]

    def _is_any_agreement(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether the name of a known agreement is one that any agreement may have: Letter of Intent."""
        if not self.schema.is_a(mention.class_name, "Agreement"):
            return False
        inside = [n for n, word in enumerate(sentence.words) if mention.start <= word.start < mention.end]
        form = sentence.grammar.form(sentence.lowered, inside[-1], "agreements") if inside else None
        return form is not None and form.entry.length >= len(inside)

    def _read(self, sentence: Sentence, known: Sequence[Mention]) -> ReadSentence:
        mentions = self._placed(sentence, self._named(sentence, known))
        take_unions(mentions, self._unions)
        take_azerbaijani_unions(mentions, self._joined)
        take_forums(mentions, self._headed)
        for mention in mentions:
            self.things.identify(mention)
            if not mention.class_name and len(mention.name.split()) <= _MOST_GUESSED:
                mention.class_name = self.things.ids[mention.entity].class_name or "Organisation"
        topics = self.known.topics.find(sentence)
        mentions = [m for m in mentions if m.rule != "capitals" or all(m.end != t.end for t in topics)]
        mentions = sorted(
            [*mentions, *(t for t in topics if not any(m.overlaps(t.start, t.end) for m in mentions))],
            key=lambda each: each.start,
        )
        for mention in nameless(sentence, mentions, self.schema):
            if mention.kind == "gathered" and self.things.is_told_again(mention):
                continue
            self.things.describe(mention)
            mentions = sorted([*mentions, mention], key=lambda each: each.start)
        mark(sentence, mentions)
        name_branches(sentence, mentions)
        named_posts = without_givers(sentence, outside_names(posts(sentence), mentions), mentions)
        starts = {sentence.words[post.first_word].start for post in named_posts}
        for mention in mentions if sentence.grammar.code == "tr" else ():
            after = sentence.index_from(mention.end)
            mention.tells_whose = after < len(sentence.words) and sentence.words[after].start in starts
        for mention in mentions:
            self.things.part_by_country(mention, name_with_country(sentence, mention))
        mentions = states_of_posts(sentence, mentions, named_posts, self.known)
        return ReadSentence(sentence, mentions, named_posts)

    def _named(self, sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
        """The names of a sentence, known and new, of which none overlaps another, and what refers to some."""
        things = self.things
        shared = shared_heads(sentence, by_word(sentence, known))
        known, new = without(known, shared), [*without(named(sentence, known), shared), *shared]
        without_subjects(sentence, new)
        people = [m for m in known if m.class_name == "Person"]
        new = [m for m in new if not any(m.overlaps(person.start, person.end) for person in people)]
        mentions = keep_longest([*known, *new])
        mentions = [m for m in mentions if m.class_name or m.known]
        quoted = [m for m in new if not m.class_name and not any(m.overlaps(o.start, o.end) for o in mentions)]
        mentions = keep_longest([*mentions, *quoted])
        people = persons(sentence, by_word(sentence, mentions).get, things.surnames)
        mentions = keep_longest([*mentions, *people])
        mentions = [*mentions, *towns_before_countries(sentence, known, mentions)]
        mentions = keep_longest([*mentions, *capital_names(sentence, by_word(sentence, mentions), posts(sentence))])
        mentions = told_agencies(sentence, with_country_between(sentence, with_countries(sentence, mentions)))
        people_in_lists(sentence, mentions)
        headed_forums(sentence, mentions)
        share_plural_heads(sentence, mentions)
        mentions = people_of_bodies(sentence, one_name(sentence, named_again(sentence, mentions)))
        mentions = keep_longest([*mentions, *opening_again(sentence, mentions, things.by_name, things.ids)])
        mentions = missions(sentence, embassies_where(sentence, sorted(mentions, key=lambda m: m.start)))
        referring = references(sentence, by_word(sentence, mentions), things.latest, self.schema)
        return keep_longest([*mentions, *referring])

    def _placed(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """The mentions with the words that belong to them, but for those that are only another's second name."""
        dateline = dateline_end(sentence.text, sentence.start)
        for mention in mentions:
            if mention.start < dateline < mention.end and mention.head:  # Baku, October 6, AGENCY | Alfa Bank
                mention.name = sentence.text[dateline : mention.end].strip()
                mention.start = mention.end - len(mention.name)
        mentions = [m for m in mentions if m.start >= dateline or m.class_name == "City"]
        for mention in mentions:
            mention.sentence = sentence.number
            take_head(sentence, mention, mentions)
            take_apposition(sentence, mention)
            self._bracketed |= bracketed(sentence, mention, mentions, self.known.place_names, self.schema)
        mentions = [m for m in mentions if m.start not in self._bracketed]
        return [m for m in mentions if not any(o is not m and o.start <= m.start and m.end <= o.end for o in mentions)]
