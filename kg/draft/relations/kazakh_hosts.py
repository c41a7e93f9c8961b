"""Who only holds the Kazakh gathering that others attend: «X» өткізген жәрмеңкеге мектеп басшылары қатысты."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.words import Sentence
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention

_PARTICIPLE = re.compile(r"(?:[ғқ]ан|[гк]ен|[аеый]тын|етін|йтін)\Z")
_ATTENDED, _HELD = ("participate", "speak", "come"), ("organise", "hold", "host")


def holds_only(
    sentence: Sentence, mention: Mention, trigger: Trigger, verbs: Sequence[Trigger], mentions: Sequence[Mention]
) -> bool:
    """Whether a participle of holding right after a name says what it does, rather than the verb of attending."""
    if sentence.grammar.code != "kk" or trigger.frame not in _ATTENDED:
        return False
    held = [verb for verb in verbs if mention.end <= verb.start and verb.frame in _HELD]
    held = [verb for verb in held if _PARTICIPLE.search(sentence.lowered[verb.last])]
    if not held or "," in sentence.text[mention.end : held[0].start]:
        return False
    return not any(m.start >= mention.end and m.end <= held[0].start for m in mentions)
