"""Files that would hang, crash or fill the memory of a careless reader, with each of PyYAML's two parsers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
import yaml

from stretch_timer.storage import yaml_tree
from stretch_timer.storage.problems import RoutineError
from stretch_timer.storage.yaml_tree import read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Complaint = Callable[[bytes | str], str]


BILLION_LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]\n" for n in range(9)
)
DEEP_BY_ALIASES = "- &a0 []\n" + "".join(f"- &a{n + 1} [*a{n}]\n" for n in range(100))


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, request.param))


@pytest.fixture
def complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Complaint:
    """What is said about a file of these bytes."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path.relative_to(tmp_path) / "mine.yaml"

    def complain(content: bytes | str) -> str:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(RoutineError) as caught:
            read_document(path)
        return str(caught.value)

    return complain


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "mine.yaml:1:1: error: the file is empty"),
        ("# nothing\n# at all\n", "mine.yaml:1:1: error: the file is empty"),
        (b"name: ok\nfeel: gr\xfcn\n", "mine.yaml:2:9: error: not UTF-8: byte 0xfc; save it as UTF-8"),
        ("ä: \xff".encode("latin-1"), "mine.yaml:1:1: error: not UTF-8: byte 0xe4; save it as UTF-8"),
        ("name: a".encode("utf-16"), "mine.yaml:1:1: error: UTF-16, not UTF-8; save it as UTF-8"),
        ("a: b\nc: \x00", r"mine.yaml:2:4: error: character '\x00' is not allowed in YAML"),
        ("a: \x1b[31m", r"mine.yaml:1:4: error: character '\x1b' is not allowed in YAML"),
        ("a: b\n---\nc: d\n", "mine.yaml:2:1: error: a second document begins here; a file holds one"),
        ("[" * 10_000, "mine.yaml:1:51: error: nested deeper than 50 levels"),
        ("[" * 500_000, "mine.yaml:1:51: error: nested deeper than 50 levels"),
        ("{a: " * 10_000, "mine.yaml:1:201: error: nested deeper than 50 levels"),
        ("- " * 10_000, "mine.yaml:1:101: error: nested deeper than 50 levels"),
        (
            "".join(f"{' ' * n}a:\n" for n in range(1000)),
            "mine.yaml:51:51: error: nested deeper than 50 levels",
        ),
        (DEEP_BY_ALIASES, "mine.yaml:50:9: error: nested deeper than 50 levels"),
        (BILLION_LAUGHS, "mine.yaml:4:45: error: more than 10000 values, aliases written out"),
        (f"[{'a, ' * 20_000}]", "mine.yaml:1:29999: error: more than 10000 values, aliases written out"),
        ("a: &a [b, *a]", "mine.yaml:1:11: error: alias *a contains itself"),
        ("a: &a\n  b: {<<: *a}", "mine.yaml:2:11: error: alias *a contains itself"),
        ("a: *b", "mine.yaml:1:4: error: alias *b has no anchor &b before it"),
        (
            "a: !!python/object:os.system x",
            "mine.yaml:1:4: error: tag 'python/object:os.system' is not used in these files",
        ),
        ("a: !mine [b]", "mine.yaml:1:4: error: tag '!mine' is not used in these files"),
        ("%TAG !a! tag:a,2000:\n---\na: b", "mine.yaml:1:1: error: %TAG is not used in these files"),
        ("".join(f"%TAG !{n}! x\n" for n in range(50_000)), "mine.yaml:1:1: error: %TAG is not used in these files"),
    ],
)
def test_they_are_refused_where_they_go_wrong(complaint: Complaint, content: bytes | str, expected: str) -> None:
    assert complaint(content) == expected


@pytest.mark.parametrize(
    ("content", "beginning", "end"),
    [
        ("a:\n\t- b\n", "mine.yaml:2:1: error: not YAML: while scanning for", "; a tab cannot indent, and text "),
        (
            "a: @b\n",
            "mine.yaml:1:4: error: not YAML: while scanning for",
            "text that begins with @, %, ` or a tab needs quotes",
        ),
        ("a: b: c\n", "mine.yaml:1:5: error: not YAML: mapping values are not", "; text with a colon needs quotes"),
        ("a: [b\n", "mine.yaml:", "expected"),
        ("%YAML 9.1\n---\na", "mine.yaml:1:1: error: not YAML: ", "found"),
        (f"%YAML 1.{'9' * 9000}\n---\na", "mine.yaml:1:", "error: not YAML: "),
        ('a: "\\UFFFFFFFF"\n', "mine.yaml:1:", "error: not YAML: "),
    ],
)
def test_what_is_not_yaml_says_so(complaint: Complaint, content: bytes | str, beginning: str, end: str) -> None:
    assert complaint(content).startswith(beginning)
    assert end in complaint(content)


def test_a_file_of_100_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 100_000_000)

    with pytest.raises(RoutineError, match=r"big.yaml:1:1: error: 100.0 MB long; at most 1 MB"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.yaml", "cannot be read: No such file or directory"),
        ("folder.yaml", "a folder, not a file"),
        ("pipe.yaml", "not a file"),
        ("\0.yaml", "cannot be read: not a path"),
        (f"{'a' * 300}.yaml", "cannot be read: File name too long"),
    ],
)
def test_what_is_no_file_is_said_to_be_none(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")

    with pytest.raises(RoutineError) as caught:
        read_document(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}:1:1: error: {message}"


def test_a_byte_order_mark_a_version_and_modest_aliases_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes("\ufeff%YAML 1.1\n---\na: &a !!str 1\nb: [*a, *a]\n".encode())

    assert [key.value for key, _ in read_document(path).root.value] == ["a", "b"]
