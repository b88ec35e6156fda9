"""Whatever is in a file: it reads, or it says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretch_timer import resources
from stretch_timer.storage import yaml_tree
from stretch_timer.storage.check import check
from stretch_timer.storage.library import Library
from stretch_timer.storage.problems import RoutineError

if TYPE_CHECKING:
    from pathlib import Path


VALID = [path.read_bytes() for path in sorted(resources.routines().rglob("*.yaml"))]
TOKENS = [
    b"\n", b" ", b"\t", b"- ", b": ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"<<: ", b"!!int ", b"!!float ",
    b"!!bool ", b"!x ", b"|", b">", b"'", b'"', b"\\", b"#", b"---\n", b"...", b"%", b"? ", b"~", b".nan", b"-.inf",
    b"1:30", b"0x_", b"2026-99-99", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"{side",
    b"schema: 1\n", b"stretches:\n", b"dose: {", b"say:\n", b"figure: {", b"variants:\n", b"hold: ", b"repeat: ",
    b"stretch: wall-hamstring\n",
]  # fmt: skip
FEW = settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file that ships, with a few pieces cut out and others put in."""
    content = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 20)))
        content = content[:start] + draw(st.sampled_from(TOKENS)) + content[end:]
    return content


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, request.param))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stretches").mkdir()
    return tmp_path / "stretches" / "mine.yaml"


def reads_or_explains(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    library = Library.here()
    for problem in check([path], library).problems:
        str(problem).encode("utf-8")
        assert problem.place >= (1, 1)
    try:
        library.routine(str(path))
    except RoutineError as error:
        assert error.problems  # noqa: PT017 - that it may also read is what the test is about


@FEW
@given(content=st.binary(max_size=300))
def test_any_bytes(path: Path, content: bytes) -> None:
    reads_or_explains(path, content)


@FEW
@given(content=st.lists(st.sampled_from(TOKENS), max_size=30).map(b"".join))
def test_anything_like_yaml(path: Path, content: bytes) -> None:
    reads_or_explains(path, content)


@FEW
@given(content=mutated())
def test_any_damage_to_a_file_that_was_right(path: Path, content: bytes) -> None:
    reads_or_explains(path, content)
