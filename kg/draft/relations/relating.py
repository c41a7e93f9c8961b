"""Relations that a sentence tells: by its triggers, and by names that say whose or where a thing is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.language.clauses import acts_together
from kg.draft.language.families import alternatives, in_family
from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.reading import ReadSentence
from kg.draft.references.russian_references import is_meeting, is_next
from kg.draft.relation import Relation
from kg.draft.relations.constructions import constructed
from kg.draft.relations.describing import described
from kg.draft.relations.filled import Filled
from kg.draft.relations.frames import Frame, frames
from kg.draft.relations.role_nouns import roles
from kg.draft.relations.roles import told_by_roles
from kg.draft.relations.russian_relatives import is_object_of_clause
from kg.draft.relations.slots import Slots
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_FAR = 18
_BRANCHES = {
    "az": ("filial", "nümayəndəlik", "ofis", "bölmə"),
    "ru": ("филиал", "представительство", "офис", "отделение", "подразделение"),
    "kk": ("филиал", "өкілдік", "кеңсе", "бөлімше"),
}
"""The heads of what belongs to the body that opens it."""
_MADE = ("establish", "launch", "open", "hold", "organise", "form", "sign")
_OF_WHOLE = ("operates", "worksFor", "founded", "coordinates", "joined", "memberOf", "participatedIn", "initiated")
_PASSIVE = re.compile(r"\b\w{3,}(?:ан|ен|ён|ят|ыт)(?:а|о|ы)?\b")
_NOUNS_AFTER = re.compile(
    r"(?: [a-z][a-z-]+){1,3}(?=[,.;:]| (?:in|at|on|for|to|with|by|of|across|and|that|which|this|last)\b|$)"
)
_BY_DOING = re.compile(r" by (?:[a-z]+ly )?[a-z]{3,}ing (?!to\b|with\b)")
"""By doing what, rather than by whom, something came about."""
_MOST_NOUNS = 3
_EVENTS = ("Event", "Meeting", "PanelDiscussion", "OpeningCeremony")
_TALKS = ("кездесу", "келіссөз", "келіссөздер")
_NO_PARTNERS = ("Person", "City", "Region", "Place", "NewsAgency", "Topic", "Country", "Agreement", "IndustrialPark")


def relations(read: ReadSentence, schema: Schema, known: KnownThings) -> list[Relation]:
    """The relations of one sentence, but for agreements and posts."""
    found = [*described(read, schema, known), *constructed(read, schema), *told_by_roles(read, schema)]
    all_triggers = triggers(read.sentence, read.mentions)
    for trigger in all_triggers:
        if trigger.status == "unsure":
            continue
        told = [] if trigger.voice == "role" else list(_told(read, trigger, schema, all_triggers))
        if trigger.voice == "role" or (trigger.frame in ("partner", "member") and not told):
            told = list(roles(read, trigger, schema, all_triggers))
        found += told
    return [*found, *_branches_founded(found), *_together(read, found, all_triggers)]


def _branches_founded(found: Sequence[Relation]) -> Iterator[Relation]:
    """Of whom a branch is that somebody opens: X Gəncədə filial açıb; X открыл филиал в Y."""
    opened = [r for r in found if r.predicate == "founded" and r.object.language in _BRANCHES]
    for relation in opened:
        branch = relation.object
        alone = len({other.subject.entity for other in opened if other.object.entity == branch.entity}) == 1
        if branch.rule != "described" or branch.owner is not None or not _is_branch(branch) or not alone:
            continue
        if relation.subject.class_name in ("Person", "Country"):
            continue
        yield replace(
            relation, subject=branch, predicate="belongsTo", object=relation.subject,
            rule=f"{branch.language}.branch-opened", is_event=False,
        )  # fmt: skip


def _is_branch(mention: Mention) -> bool:
    return mention.head.rstrip("*").endswith(tuple(word.rstrip("оеь") for word in _BRANCHES[mention.language]))


def _told(read: ReadSentence, trigger: Trigger, schema: Schema, others: list[Trigger]) -> Iterator[Relation]:
    slots = Slots(read, trigger, schema, others)
    for frame in frames().get(trigger.frame, ()):
        subject = slots.fill(frame.subject, frame.subject_classes)
        if frame.name == "cooperate":
            yield from _cooperation(read, trigger, frame, subject, slots)
            continue
        object_ = slots.fill(frame.object, frame.object_classes)
        if any(_is_other_time(read, m) for m in (*subject.mentions, *object_.mentions)):
            continue
        for left in subject.mentions:
            for right in object_.mentions[: 1 if frame.predicate in ("heldIn", "locatedIn", "establishedIn") else None]:
                if frame.predicate == "founded" and right.class_name in ("Cluster", "NewsAgency"):
                    continue  # a cluster is formed; a news agency near the verb only tells of it
                if left.class_name == "Person" and frame.predicate == "prepared" and read.sentence.grammar.code != "tr":
                    continue  # who speaks of a report near by
                if left.class_name == "Person" and trigger.voice == "active" and frame.predicate == "founded":
                    after = read.sentence.grammar.code in ("az", "uz") and trigger.end <= left.start
                    if after or (
                        read.sentence.grammar.code in ("kk", "az", "uz")
                        and right.mark in ("acc", "gen", "dat")
                        and _is_told(read, left)
                    ):
                        yield _relation(read, trigger, frame, left, right, True)
                    continue  # who says that something was founded has not founded it
                if trigger.voice == "active" and is_object_of_clause(read, left, trigger.start):
                    continue  # парк X, которым управляет Y
                if frame.predicate == "informed" and read.sentence.grammar.code == "az" and trigger.end <= left.start:
                    continue  # X-dən Y-ə bildirilib ki, P …: who is told of has told nothing
                if frame.predicate == "worksFor" and _is_only_done_by(read, trigger, right):
                    continue  # P tərəfindən həyata keçirilən siyasət
                if trigger.frame == "join" and left.class_name == "City" and read.sentence.grammar.code == "ru":
                    continue  # технопарк из Томска стал членом …
                if left.mark == "by" and _BY_DOING.match(read.sentence.text, trigger.end):
                    continue  # set up by merging A and B
                if left.class_name == "Person" and frame.predicate == "founded" and _is_by_act(read, trigger, left):
                    continue  # founded by a decree that a president issued
                if (
                    _is_by_another(read, trigger, left)
                    or _is_of_clause(read, trigger, left)
                    or _is_said_of_another(read, trigger, left)
                ):
                    continue  # X established by Y was opened: Y did not open it
                if frame.predicate in _OF_WHOLE and _is_owner_only(read, right):
                    continue  # manages the park's growth
                if frame.predicate == "belongsTo" and right.mark == "in" and read.sentence.grammar.code == "en":
                    continue  # a branch of universities that opens in Kazakhstan
                if right.class_name == "Person" and frame.predicate == "belongsTo":
                    continue  # the second page belongs to X
                if left.class_name == "Person" and frame.predicate == "operates" and right.head.endswith(_TALKS):
                    continue  # X Y-мен кездесу өткізді
                if frame.predicate == "operates" and is_meeting(read.sentence, right):
                    continue  # провела встречу с министром: whoever met took part
                if trigger.frame in _MADE and _is_attribute(read, right if frame.predicate == "founded" else left):
                    continue  # set up Norvix Systems service points
                if frame.predicate == "heldIn" and _is_opening_of_other(read, trigger, left):
                    continue  # Ошта филиалдың ашылуына байланысты …
                if left in object_.mentions and right in subject.mentions:
                    continue  # Школу открыли X и Y: neither opened the other
                if left.entity != right.entity:
                    yield _relation(read, trigger, frame, left, right, subject.by_case and object_.by_case)


def _is_opening_of_other(read: ReadSentence, trigger: Trigger, event: Mention) -> bool:
    """Whether a Kazakh noun of opening tells of something else than the gathering that was told before."""
    noun = read.sentence.grammar.code == "kk" and trigger.frame == "open" and trigger.voice == "noun"
    return noun and event.start == event.end


def _is_attribute(read: ReadSentence, mention: Mention) -> bool:
    """Whether an English name only says whose or what sort the noun after it is: Norvix Systems service points."""
    sentence = read.sentence
    if sentence.grammar.code != "en" or mention.is_reference or mention.rule == "described":
        return False
    after = _NOUNS_AFTER.match(sentence.text, mention.end)
    if after is None:
        return False
    first, last = sentence.index_from(mention.end), sentence.index_from(after.end() - 1)
    nouns = range(first, min(last + 1, first + _MOST_NOUNS))
    if in_family(sentence.lowered[first], sentence.grammar, "after_verb"):
        return False
    forms = ((n, sentence.grammar.form(sentence.lowered, n, "heads")) for n in nouns)
    plural = any(form is not None and sentence.lowered[n] != form.entry.words.split()[-1] for n, form in forms)
    return plural and not re.search(r" (?:of|for) ", mention.name)


def _is_only_done_by(read: ReadSentence, trigger: Trigger, body: Mention) -> bool:
    """Whether an Azerbaijani sentence says that somebody carried something out, no body of which he is head."""
    az = read.sentence.grammar.code == "az" and trigger.frame == "operate"
    return az and (trigger.voice != "active" or body.mark == "gen")


def _is_by_act(read: ReadSentence, trigger: Trigger, person: Mention) -> bool:
    """Whether a legal act stands between an English verb and a person: established by a decree of the President X."""
    between = read.sentence.text[trigger.end : person.start]
    acts = alternatives(read.sentence.grammar, "legal_act")
    return read.sentence.grammar.code == "en" and re.search(rf"\b(?:{acts})\b", between.lower()) is not None


def _is_of_clause(read: ReadSentence, trigger: Trigger, left: Mention) -> bool:
    """Whether who stands with «by» before an English passive belongs to a participle before it."""
    passive = read.sentence.grammar.code == "en" and trigger.voice == "passive"
    return passive and left.mark == "by" and left.end <= trigger.start


def _is_by_another(read: ReadSentence, trigger: Trigger, left: Mention) -> bool:
    """Whether who stands in the instrumental did what a Russian passive says: создание было поддержано фондом."""
    noun = read.sentence.grammar.code == "ru" and trigger.voice == "noun" and left.mark == "by"
    return noun and _PASSIVE.search(read.sentence.text[trigger.end : left.start]) is not None


def _is_said_of_another(read: ReadSentence, trigger: Trigger, left: Mention) -> bool:
    """Whether words between commas are said of the name right before them, which is another: Y, a subsidiary of Z."""
    if read.sentence.grammar.code != "en" or not trigger.entry.words.startswith(("a ", "an ")):
        return False
    before = [m for m in read.mentions if m.end <= trigger.start and m.start < m.end and not m.inner]
    beside = before[-1] if before else None
    return beside is not None and beside is not left and read.sentence.text[beside.end : trigger.start] == ", "


def _is_owner_only(read: ReadSentence, mention: Mention) -> bool:
    """Whether an English genitive only says whose something in small letters is: the park's growth."""
    owns = read.sentence.grammar.code == "en" and mention.case == "gen"
    return owns and re.match(r" [a-z]", read.sentence.text[mention.end : mention.end + 2]) is not None


def _together(read: ReadSentence, found: Sequence[Relation], verbs: Sequence[Trigger]) -> Iterator[Relation]:
    """Who does something together with whom, where no relation tells what: Universitetlə birgə məktəb keçirir."""
    told = {m.entity for relation in found for m in (relation.subject, relation.object)}
    if read.sentence.grammar.code != "az" or any(verb.status in ("unsure", "denied") for verb in verbs):
        return
    if any(in_family(word, read.sentence.grammar, "discusses") for word in read.sentence.lowered):
        return  # birgə tədqiqatların aparılmasını müzakirə edib
    bodies = [m for m in read.mentions if m.class_name not in _NO_PARTNERS and not m.inner and m.head != "məktəb"]
    partners = [m for m in bodies if m.class_name not in _EVENTS and acts_together(read.sentence, m)]
    for partner in partners:
        doers = [m for m in bodies if m.mark == "nom" and m is not partner and m.class_name not in _EVENTS]
        doer = doers[0] if doers else read.unsaid.get("topic")
        if doer is None or partner.entity in told or doer.entity == partner.entity or doer.class_name in _EVENTS:
            continue
        spans = ((partner.start, partner.end), (doer.start, doer.end) if doers else (partner.start, partner.end))
        status = verbs[-1].status if verbs else ""
        yield Relation(
            doer, "cooperatesWith", partner, 0.65, "az.together", (Reason.BY_CASE,), spans, status, at=partner.start
        )


def _is_other_time(read: ReadSentence, mention: Mention) -> bool:
    """Whether the next or a former gathering is meant, not that of which the article tells: növbəti forum."""
    if is_next(read.sentence, mention):
        return True
    before = read.sentence.lowered[: read.sentence.index_from(mention.start)][-1:]
    is_event = mention.class_name in ("Event", "Meeting") and mention.start < mention.end
    return read.sentence.grammar.code == "az" and is_event and before in (("növbəti",), ("əvvəlki",), ("builki",))


def _is_told(read: ReadSentence, person: Mention) -> bool:
    """Whether nobody reports in the sentence, so that who stands as its subject has done what it tells."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    reports = any(grammar.reports.at(lowered, n) is not None for n in range(len(lowered)))
    return not reports and person.mark in ("nom", "with")


def _cooperation(
    read: ReadSentence, trigger: Trigger, frame: Frame, subject: Filled, slots: Slots
) -> Iterator[Relation]:
    """Cooperation goes both ways: A with B; between A and B; A and B."""
    if _is_of_founding(read, trigger):
        return
    partner = slots.fill(frame.object, frame.object_classes)
    topic = read.unsaid.get("topic")
    if not subject.mentions and partner.mentions and partner.mentions[0].mark == "with" and topic is not None:
        subject = slots.unsaid_subject(topic, frame.subject_classes)
    between = [m for m in partner.mentions if m.mark == "between"]
    if len(between) > 1:
        pairs = [(a, b) for n, a in enumerate(between) for b in between[n + 1 :]]
    elif partner.mentions:
        pairs = [(a, b) for a in subject.mentions for b in partner.mentions]
    else:
        pairs = [(a, b) for n, a in enumerate(subject.mentions) for b in subject.mentions[n + 1 :]]
    for left, right in pairs:
        if left.entity != right.entity:
            yield _relation(read, trigger, frame, left, right, partner.by_case)


def _is_of_founding(read: ReadSentence, trigger: Trigger) -> bool:
    """Whether English words only say with whom something was made: launched in partnership with X."""
    if read.sentence.grammar.code != "en" or not trigger.entry.words.startswith("in "):
        return False
    return any(other.frame in _MADE for other in triggers(read.sentence, read.mentions))


def _relation(
    read: ReadSentence, trigger: Trigger, frame: Frame, left: Mention, right: Mention, by_case: bool
) -> Relation:
    reasons = [Reason.BY_CASE if by_case else Reason.BY_ORDER]
    confidence = frame.confidence if by_case or not read.sentence.grammar.verb_last else frame.confidence - 0.1
    distance = max(abs(_words_between(read, trigger, left)), abs(_words_between(read, trigger, right)))
    if distance > _FAR:
        reasons.append(Reason.FAR_APART)
        confidence -= 0.1
    spans = ((trigger.start, trigger.end), (right.start, right.end), (left.start, left.end))
    return Relation(
        left, frame.predicate, right, confidence, trigger.rule(read.sentence.grammar.code), tuple(reasons), spans,
        trigger.status, frame.is_event, trigger.start,
    )  # fmt: skip


def _words_between(read: ReadSentence, trigger: Trigger, mention: Mention) -> int:
    return read.sentence.index_from(mention.start) - trigger.first
