"""What speaks for or against a relation of two items: their classes, marks and neighbours, the verbs and words around.

A feature is a short text. Those of an item are told once for all its pairs; all of a pair add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.pairs.items import Item
from kg.draft.pairs.weights import LANGUAGE
from kg.draft.relations.triggers import Trigger

_STEM, _HEAD, _PUNCTUATION = 5, 6, '();:–—-"«»“”'
_BESIDE = 15
_STEPS = (0, 1, 2, 4, 8, 15, 30)
FAR = ("far", "F.cc=", "F.dn=", "F.n=", "F.here=", "F.there=", "F.na=", "F.first=", "F.last=", "F.L=", "F.R=")
"""How the features of two items of two sentences begin, of which there is one each; those of `THERE` are more."""
THERE = "F.fr2="
_FAR_ITEM = ("m", "r", "i", "c", "k", "h", "-1", "+1")


def _step(number: int) -> int:
    return next((step for step in _STEPS if number <= step), 99)


class SentenceView:
    """A sentence with its items, as features speak of it."""

    def __init__(self, sentence: Sentence, items: Sequence[Item], verbs: Sequence[Trigger], number: int) -> None:
        """`number` counts the sentences of the article that name something."""
        self.sentence, self.items, self.verbs, self.number = sentence, list(items), list(verbs), number
        self.code = sentence.grammar.code

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, cut to their first letters; those of an item are told by its sort."""
        found = [word.lower[:_STEM] for word in self.sentence.words]
        for item in self.items:
            if item.kind != "post":
                for at in range(self.index(item.start), self.index(item.end)):
                    found[at] = f"<{item.sort}>"
        return found

    @cached_property
    def _order(self) -> dict[int, int]:
        return {id(item): at for at, item in enumerate(self.items)}

    def beside(self, left: Item, right: Item) -> list[Item]:
        """The items between two, and some before and after them."""
        low, high = sorted((self._order[id(left)], self._order[id(right)]))
        return self.items[max(0, low - _BESIDE) : high + _BESIDE + 1]

    def index(self, place: int) -> int:
        """The first word at or after a place."""
        return self.sentence.index_from(place)

    @cached_property
    def own(self) -> list[str]:
        """The features of the sentence: the frames of its verbs, and its language."""
        found = [LANGUAGE + self.code]
        for verb in self.verbs:
            found += [f"fr={verb.frame}", f"fr={verb.frame}.{verb.voice}"]
            if verb.status:
                found += [f"st={verb.status}", f"fr={verb.frame}~{verb.status}"]
        if self.number == 0:
            found.append("first")
        return found

    @cached_property
    def own_far(self) -> list[str]:
        """The features of the sentence for pairs whose other end stands in another one."""
        found = [f"F.lang={self.code}"]
        for verb in self.verbs:
            found += [f"F.fr={verb.frame}", f"F.fr={verb.frame}.{verb.voice}"]
        found += [] if self.verbs else ["F.fr=none"]
        return found + [f"F.w={self.code}:{token}" for token in dict.fromkeys(self.tokens) if token[0] != "<"]

    def far_item(self, item: Item) -> list[str]:
        """The features of one item for such pairs."""
        return [f"F.{each}" for each in self.of_item(item) if each.startswith(_FAR_ITEM)]

    @cached_property
    def sorts(self) -> list[str]:
        """The sorts of its items."""
        return [item.sort for item in self.items]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of its items."""
        return frozenset(item.key for item in self.items)

    def of_item(self, item: Item) -> list[str]:
        """The features of one item."""
        found = [f"c={item.classes[0]}", f"k={item.kind}"]
        mention = item.mention
        if mention is not None:
            name = mention.name.split()
            head = mention.head or (name[-1] if name else "")
            found += [
                f"m={mention.mark}", f"case={mention.case}", f"rule={mention.rule.partition('.')[0]}",
                f"ref={mention.is_reference:d}", f"in={mention.inner:d}", f"kn={mention.known:d}",
                f"h={self.code}:{head.lower()[:_HEAD]}",
            ]  # fmt: skip
            if mention.owner is not None:
                found.append(f"own={mention.owner.class_name}")
            if mention.clause[0] >= 0:
                found.append("clause")
        if item.post is not None:
            found.append(f"post={item.post.kind}")
        return found + self._words_beside(item)

    def _words_beside(self, item: Item) -> list[str]:
        """The words and the punctuation right before and after an item."""
        sentence, tokens, code = self.sentence, self.tokens, self.code
        first, after = self.index(item.start), self.index(item.end)
        found = [f"-1={code}:{tokens[first - 1]}" if first else "-1=^"]
        if first > 1:
            found.append(f"-2={code}:{tokens[first - 2]}")
        if first:
            gap = sentence.text[sentence.words[first - 1].end : item.start].strip()
            found += [f"p-={gap[:2]}"] if gap else []
        found.append(f"+1={code}:{tokens[after]}" if after < len(tokens) else "+1=$")
        if after + 1 < len(tokens):
            found.append(f"+2={code}:{tokens[after + 1]}")
        if after < len(tokens):
            gap = sentence.text[item.end : sentence.words[after].start].strip()
            found += [f"p+={gap[:2]}"] if gap else []
        return found


def _mark(item: Item) -> str:
    return item.mention.mark if item.mention is not None else item.kind


def near(view: SentenceView, left: Item, right: Item) -> list[str]:
    """The features of two items of one sentence, of which `left` would be the subject."""
    text, code = view.sentence.text, view.code
    marks = f"{_mark(left)}|{_mark(right)}"
    found = ["near", f"cc={left.sort}|{right.sort}", f"mm={marks}", f"mml={code}|{marks}"]
    one, two = sorted((left, right), key=lambda item: item.start)
    order = "ab" if one is left else "ba"
    low, high = view.index(one.end), view.index(two.start)
    over = two.start < one.end
    found += [order, f"{order}d={_step(max(0, high - low))}"]
    beside = view.beside(left, right)
    others = [item for item in beside if item.kind != "post"]
    between = [item.sort for item in others if one.end <= item.start and item.end <= two.start]
    found += [f"nb={min(len(between), 5)}", f"{order}nbc={'|'.join(between) if len(between) < 4 else 'many'}"]
    apart = abs(left.start - right.start)
    of_left = [i for i in beside if i.key != left.key and i.sort == left.sort]
    of_right = [i for i in beside if i.key != right.key and i.sort == right.sort]
    found += [
        f"nearer={any(abs(i.start - right.start) < apart for i in of_left):d}{order}",
        f"nearer2={any(abs(i.start - left.start) < apart for i in of_right):d}{order}",
        f"n={min(len(of_left), 3)}", f"n2={min(len(of_right), 3)}",
    ]  # fmt: skip
    gap = "" if over else text[one.end : two.start]
    found += ["over"] if over else []
    found.append(f"commas={min(gap.count(','), 3)}")
    found += [f"g{sign}" for sign in _PUNCTUATION if sign in gap]
    found += [] if gap.strip() else [f"{order}adj"]
    found += _told_of_each_other(left, right)
    tokens = [] if over else view.tokens[low:high]
    found += [f"{order}w={code}:{token}" for token in dict.fromkeys(tokens)]
    if len(tokens) < 5:
        found.append(f"{order}seq={code}:{' '.join(tokens)}")
    found += [f"{order}w2={code}:{a} {b}" for a, b in pairwise(tokens)]
    return found + _verbs(view, one, two, order, marks)


def _told_of_each_other(left: Item, right: Item) -> list[str]:
    one, two = left.mention, right.mention
    if one is None or two is None:
        return []
    found = ["group"] if one.group >= 0 and one.group == two.group else []
    found += ["a.owner=b"] if one.owner is not None and one.owner.entity == right.key else []
    found += ["b.owner=a"] if two.owner is not None and two.owner.entity == left.key else []
    found += ["a.place=b"] if one.place is not None and one.place.entity == right.key else []
    return found + (["clauses"] if one.clause != two.clause else [])


def _verbs(view: SentenceView, one: Item, two: Item, order: str, marks: str) -> list[str]:
    """The verbs before, between and after two items, alone and with the marks of both."""
    before = [verb for verb in view.verbs if verb.end <= one.start]
    after = [verb for verb in view.verbs if verb.start >= two.end]
    inside = [verb for verb in view.verbs if verb.end > one.start and verb.start < two.end]
    found = []
    for verb in inside:
        found += [f"{order}M={verb.frame}", f"{order}M={verb.frame}.{verb.voice}"]
    if before:
        found += [f"{order}L={before[-1].frame}", f"{order}L={before[-1].frame}.{before[-1].voice}"]
    if after:
        found += [f"{order}R={after[0].frame}", f"{order}R={after[0].frame}.{after[0].voice}"]
        found.append(f"{order}E={after[-1].frame}.{after[-1].voice}")
    frames = [some[at].frame if some else "" for some, at in ((before, -1), (inside, 0), (after, 0))]
    found.append(f"{order}LMR={'|'.join(frames)}")
    one_mark, two_mark = marks.split("|")
    found += [f"{order}mfm={one_mark}|{v.frame}|{two_mark}" for v in (*before[-1:], *inside[:2], *after[:1])]
    return found


def far(views: Sequence[SentenceView], here: SentenceView, there: SentenceView, left: Item, right: Item) -> list[str]:
    """The features of two items of two sentences: `left`, the subject, stands `here`, and `right` stands `there`."""
    low, high = there.number, here.number
    between = (view for view in views if low < view.number <= high)
    before = (view for view in views if view.number < low)
    found = [
        "far", f"F.cc={left.sort}|{right.sort}", f"F.dn={max(-3, min(3, low - high))}",
        f"F.n={min(4, sum(view.sorts.count(right.sort) for view in views))}",
        f"F.here={min(2, here.sorts.count(right.sort))}", f"F.there={min(3, there.sorts.count(left.sort))}",
        f"F.na={min(5, here.sorts.count(left.sort))}",
        f"F.first={not any(right.key in view.keys for view in before):d}",
        f"F.last={not any(right.sort in view.sorts for view in between):d}",
    ]  # fmt: skip
    verbs = [verb for verb in here.verbs if verb.end <= left.start]
    after = [verb for verb in here.verbs if verb.start >= left.end]
    found += [f"F.L={verbs[-1].frame}.{verbs[-1].voice}"] if verbs else []
    found += [f"F.R={after[0].frame}.{after[0].voice}"] if after else []
    return found + [f"F.fr2={verb.frame}" for verb in there.verbs]
