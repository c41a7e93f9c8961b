"""How far a review is, and what a session did, in one line each of the reviewer's language."""

from __future__ import annotations

from kg.draft.model import DraftSource, Verdict
from kg.review.mending import Mended
from kg.review.progress import Counts, Summary
from kg.views.proposals import ProposalWords


def how_far(words: ProposalWords, counts: Counts, minutes: int | None) -> str:
    """How many of how many, how many are left for later, and how long the rest may take."""
    told = [words.say("progress", judged=counts.before + counts.judged, all=counts.all, left=counts.left)]
    if counts.later:
        told.append(words.say("of them later", n=counts.later))
    if minutes is not None:
        hours, rest = divmod(minutes, 60)
        told.append(words.say("hours left", h=hours, m=rest) if hours else words.say("minutes left", n=minutes))
    return " · ".join(told)


def done(words: ProposalWords, summary: Summary, later: int = 0) -> str:
    """How many items a session answered in each way; empty where it answered none."""
    keys = {Verdict.ACCEPT: "n accepted", Verdict.EDIT: "n edited", Verdict.REJECT: "n rejected"}
    told = [words.say(key, n=summary.verdicts[verdict]) for verdict, key in keys.items() if summary.verdicts[verdict]]
    told += [words.say("n later", n=later)] if later else []
    return f"{words.say('this session')} {', '.join(told)}." if told else ""


def mended(words: ProposalWords, what: Mended, source: DraftSource) -> str:
    """What came of correcting the source of an article: which dates follow it, and which do not."""
    if not what.changed:
        return words.say("source unchanged")
    told = [words.say("source mended")]
    told += [words.say("redated", n=what.redated)] if what.redated else []
    if what.left:
        told.append(words.say("not redated", n=what.left, command=f"kg draft --again {source.path or source.document}"))
    told += [words.say("accepted dates", n=what.accepted)] if what.accepted else []
    return " ".join(told)
