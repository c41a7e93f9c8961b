"""The review in the browser, over HTTP: what it changes, and who is kept from changing anything."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg.build import make_graph, report_of, write_files
from kg.cli import main
from tests.review.drafted import write_drafts
from tests.server.serving import Reply, Served, serving
from tests.tiny_project import FOLDER, fingerprint


@pytest.fixture(scope="module")
def tiny_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = make_graph(FOLDER)
    folder = tmp_path_factory.mktemp("tiny-build") / "build"
    folder.mkdir()
    write_files(graph, report_of(graph), folder)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the tables and the drafts."""
    shutil.copytree(FOLDER, tmp_path / "seeds")
    write_drafts(tmp_path / "drafts")
    return tmp_path


@pytest.fixture
def desk(tiny_build: Path, place: Path) -> Iterator[Served]:
    options = ["--review", "--seeds", str(place / "seeds"), "--drafts", str(place / "drafts"), "--by", "A. Editor"]
    with serving(tiny_build, *options) as served:
        yield served


def told(reply: Reply) -> dict[str, str]:
    """The token and the key of a page."""
    return dict(re.findall(r'name="(token|key)" value="([^"]*)"', reply.text))


def post(desk: Served, fields: dict[str, str], **headers: str) -> Reply:
    headers = {"Content_Type": "application/x-www-form-urlencoded", "Origin": desk.address, **headers}
    return desk.ask("/review", "POST", urlencode(fields).encode(), 30, **headers)


def test_an_accepted_fact_is_in_the_tables_before_the_next_is_shown(desk: Served, place: Path) -> None:
    page = desk.get("/review", lang="en")
    assert page.headers["cache-control"] == "no-store"
    assert "Is this a fact?" in page.text
    assert '<mark><b class="one">Reef Station</b><span class="number one">¹</span> joined' in page.text
    reply = post(desk, {**told(page), "act": "accept"})
    assert (reply.status, reply.headers["location"]) == (303, "/review?done=accepted")
    assert "reef-station,joined" in (place / "seeds" / "facts" / "gull.csv").read_text("utf-8")
    after = desk.get("/review", lang="en", done="accepted")
    assert "New with it:" in after.text and "Accepted." in after.text
    assert post(desk, {**told(page), "act": "accept"}).headers["location"].endswith("done=changed+meanwhile")
    assert post(desk, {**told(page), "act": "undo"}).headers["location"] == "/review?done=undone"
    assert "reef-station" not in (place / "seeds" / "facts" / "gull.csv").read_text("utf-8")


def test_a_fact_is_accepted_with_what_is_new_or_that_is_opened_first(desk: Served, place: Path) -> None:
    assert post(desk, {**told(desk.get("/review")), "act": "accept"}).status == 303
    page = desk.get("/review", lang="en")
    assert '<b class="one">Foam Park</b><span class="quiet"> · industrial park · foam-park' in page.text
    reply = post(desk, {**told(page), "act": "accept"})
    assert reply.headers["location"] == "/review?done=accepted+with"
    assert "foam-park,IndustrialPark" in (place / "seeds" / "entities.csv").read_text("utf-8")
    assert post(desk, {**told(page), "act": "undo"}).status == 303
    assert "foam-park" not in (place / "seeds" / "entities.csv").read_text("utf-8")
    assert post(desk, {**told(page), "act": "things"}).headers["location"] == "/review"
    assert "Is this a new thing? (2 facts wait for it)" in desk.get("/review", lang="en").text


def test_fields_are_edited_and_faults_are_shown_with_them(desk: Served, place: Path) -> None:
    form = desk.get("/review", edit="1")
    fields = dict(re.findall(r'name="(field:[^"]*)" value="([^"]*)"', form.text))
    wrong = post(desk, {**told(form), **fields, "act": "edit", "field:predicate": "<joind>"})
    assert wrong.status == 422
    assert "unknown predicate '&lt;joind&gt;'. Did you mean 'joined'?" in wrong.text
    assert not (place / "drafts" / "judgements.csv").exists()
    right = post(desk, {**told(form), **fields, "act": "edit", "field:from": "2030"})
    assert right.status == 303
    assert ",2030," in (place / "seeds" / "facts" / "gull.csv").read_text("utf-8")


def test_a_question_is_answered_by_its_candidates(desk: Served, place: Path) -> None:
    for _ in range(3):
        assert post(desk, {**told(desk.get("/review")), "act": "accept"}).status == 303
    page = desk.get("/review")
    assert 'name="entity" value="ministry-of-tides"' in page.text
    assert post(desk, {**told(page), "act": "answer", "entity": "ministry-of-tides"}).status == 303
    assert 'Ministry of Tides</b><span class="number one">' in desk.get("/review").text


def test_the_article_is_shown_with_its_quote(desk: Served) -> None:
    key = told(desk.get("/review"))["key"]
    page = desk.get("/review/article", key=key)
    assert '<mark id="quote">Reef Station joined the Harbour Network in 2031</mark>' in page.text
    assert desk.get("/review/article", key="nothing").status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
def test_pages_of_others_change_nothing(desk: Served, place: Path, headers: dict[str, str]) -> None:
    before = fingerprint(place)
    fields = told(desk.get("/review"))
    assert post(desk, {**fields, "act": "accept"}, **headers).status == 403
    assert fingerprint(place) == before


def test_only_its_own_forms_change_anything(desk: Served, place: Path) -> None:
    before = fingerprint(place)
    fields = {**told(desk.get("/review")), "act": "accept"}
    assert post(desk, {**fields, "token": "x"}).status == 403
    assert post(desk, {name: text for name, text in fields.items() if name != "token"}).status == 403
    assert post(desk, fields, Content_Type="text/plain").status == 415
    assert post(desk, fields, Host="rebound.example").status == 421
    assert desk.ask("/review?" + urlencode(fields)).status == 200
    assert desk.ask("/review", "PUT", b"").status == 405
    assert post(desk, {**fields, "act": "nonsense"}).status == 400
    assert fingerprint(place) == before


@pytest.mark.parametrize("language", ["en", "az", "kk", "ru"])
def test_it_speaks_four_languages(desk: Served, language: str) -> None:
    page = desk.get("/review", lang=language)
    assert f'<html lang="{language}">' in page.text
    assert {"en": "accept", "az": "qəbul", "kk": "қабылдау", "ru": "принять"}[language] in page.text


def test_there_is_no_review_unless_asked_for(server: Served) -> None:
    assert server.get("/review", "text/html").status == 404
    assert server.ask("/review", "POST", b"act=accept").status in (404, 405)
    assert 'href="/review' not in server.get("/", "text/html").text


@pytest.mark.parametrize("more", [["--host", "0.0.0.0"], ["--cors", "https://a.example"]], ids=str)
def test_a_review_that_others_could_reach_is_refused(
    tiny_build: Path, place: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--seeds", str(place / "seeds"), "--drafts", str(place / "drafts")]
    assert main(["serve", "--build", str(tiny_build), "--review", *where, *more]) == 2
    assert "a review changes the tables" in capsys.readouterr().err


def test_two_reviews_of_one_folder_exclude_each_other(
    desk: Served, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--seeds", str(place / "seeds"), "--drafts", str(place / "drafts")]
    assert main(["review", "--plain", *where]) == 2
    assert "is reviewing" in capsys.readouterr().err


def test_what_may_stand_in_a_field_is_offered_as_json(desk: Served) -> None:
    reply = desk.get("/review/offers", lang="ru", field="subject", typed="Lümen Mərk")
    assert (reply.status, reply.media_type, reply.headers["cache-control"]) == (200, "application/json", "no-store")
    assert reply.json == [
        {"value": "lumen-center", "name": "Lumen Center (Lümen Mərkəzi)", "what": "инновационный центр"}
    ]
    assert desk.get("/review/offers", field="quote", typed="a").json == []
    assert desk.get("/review/offers").json == []
    assert desk.get("/review/offers", field="subject", typed="\u202e" + "x" * 5000).json == []


def test_only_the_review_may_ask_this_server_for_more(desk: Served) -> None:
    assert "connect-src 'self'" in desk.get("/review").headers["content-security-policy"]
    assert "connect-src" not in desk.get("/").headers["content-security-policy"]


def test_what_is_told_of_the_last_answer_is_none_of_the_address(desk: Served) -> None:
    page = desk.get("/review", lang="en", done="<b>x", fell="7<i>", focus="<u>").text
    assert "<b>x" not in page and "7<i>" not in page and "<u>" not in page
    assert "7 facts on it are not asked any more." in desk.get("/review", lang="en", done="rejected", fell="7").text


def test_a_session_is_ended_and_gone_on_with(desk: Served, place: Path) -> None:
    assert "Nothing was judged in this session." in desk.get("/review", lang="en", end="1").text
    assert post(desk, {**told(desk.get("/review")), "act": "accept"}).status == 303
    assert post(desk, {**told(desk.get("/review")), "act": "later"}).status == 303
    page = desk.get("/review", lang="en", end="1").text
    assert "This session: 1 accepted, 1 left for later." in page
    assert f"<code>kg build --seeds {place / 'seeds'}</code>" in page
    assert post(desk, {**told(desk.get("/review")), "act": "recall"}).status == 303
    assert "left for later" not in desk.get("/review", lang="en", end="1").text


def test_the_source_of_an_item_is_corrected_in_a_form_of_its_own(desk: Served, place: Path) -> None:
    page = desk.get("/review", lang="en", source="1")
    assert 'name="field:published" value="2031-06-09"' in page.text and 'value="source"' in page.text
    wrong = {**told(page), "act": "source", "field:published": "yesterday"}
    assert post(desk, wrong).status == 422
    right = {**told(page), "act": "source", "field:title": "A park opens", "field:published": "2031-06-19"}
    assert post(desk, right).status == 303
    after = desk.get("/review", lang="en")
    assert "The source is corrected." in after.text and "A park opens, 2031-06-19" in after.text
    assert "The source is corrected." not in desk.get("/review", lang="en").text
    assert "A park opens" in (place / "drafts" / "sources.csv").read_text("utf-8")
    assert post(desk, {**told(after), "act": "accept"}).status == 303
    assert "A park opens" in (place / "seeds" / "sources.csv").read_text("utf-8")
