"""The language codes that tables may use, and which language a reader of another is shown instead."""

from __future__ import annotations

from collections.abc import Mapping

# ISO 639-1, all two-letter codes.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
UNDETERMINED = "und"
"""The language of a name whose source tells none (ISO 639-2, BCP 47)."""
LANGUAGES = frozenset((*_CODES.split(), UNDETERMINED))

READ_INSTEAD: Mapping[str, tuple[str, ...]] = {"az": ("en", "tr"), "kk": ("en", "ru"), "ru": ("en", "kk")}
"""Where a thing has no name in the reader's language: English, in which most things are named, then a language of the
same script and of shared words. Readers of other languages are shown English."""


def instead_of(language: str) -> tuple[str, ...]:
    """The languages in which readers of a language are shown a name that it lacks, best first."""
    return READ_INSTEAD.get(language, ("en",))
