from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stretch_timer import resources
from stretch_timer.storage import library as library_module
from stretch_timer.storage.folders import Folders
from stretch_timer.storage.library import Library, UnknownRoutineError
from stretch_timer.storage.problems import RoutineError

STRETCH = "schema: 1\nname: {name}\nposition: supine\nsides: together\ndose: {{repeat: 6-8, hold: 40 s}}\n"
ROUTINE = "schema: 1\nname: {name}\nstretches: [{{stretch: {stretch}}}]\n"


def write(path: Path, text: str, **words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(**words), encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    write(folder / "sources.yaml", "schema: 1\nsources: {{}}\n")
    write(folder / "evening.yaml", ROUTINE, name="Evening", stretch="wall")
    write(folder / "stretches" / "wall.yaml", STRETCH, name="Wall")
    write(folder / "stretches" / "chair.yaml", STRETCH, name="Chair")
    return folder


@pytest.fixture
def own() -> Folders:
    return Folders.here()


@pytest.fixture
def library(shipped: Path, own: Folders) -> Library:
    return Library(shipped, own)


def test_a_routine_by_its_id(library: Library) -> None:
    evening = library.routine("evening")

    assert (evening.id, evening.name, evening.shipped) == ("evening", "Evening", True)


def test_only_the_routine_and_its_stretches_are_read(
    library: Library, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    original = library_module.read_document
    monkeypatch.setattr(library_module, "read_document", lambda path: read.append(path) or original(path))
    write(shipped / "evening.yaml", ROUTINE + "  #\n", name="Evening", stretch="wall}, {stretch: wall")

    library.routine("evening")

    assert read == [shipped / "evening.yaml", shipped / "stretches" / "wall.yaml"]


def test_ones_own_routines_and_stretches_hide_shipped_ones(library: Library, own: Folders) -> None:
    write(own.own_stretches / "wall.yaml", STRETCH, name="My wall")
    assert library.routine("evening").items[0].stretch.name == "My wall"
    assert library.routine("evening").shipped

    write(own.own_routines / "evening.yaml", ROUTINE, name="My evening", stretch="chair")
    assert library.routine("evening").name == "My evening"
    assert not library.routine("evening").shipped


def test_yml_is_read_as_well_and_yaml_goes_first(library: Library, own: Folders) -> None:
    write(own.own_routines / "mine.yml", ROUTINE, name="Short", stretch="wall")
    assert library.routine("mine").name == "Short"

    write(own.own_routines / "mine.yaml", ROUTINE, name="Long", stretch="wall")
    assert library.routine("mine").name == "Long"


def test_a_routine_by_its_path_takes_the_stretches_beside_it_first(
    library: Library, own: Folders, tmp_path: Path
) -> None:
    path = write(tmp_path / "there" / "mine.yaml", ROUTINE, name="Mine", stretch="wall")
    assert library.routine(str(path)).items[0].stretch.name == "Wall"

    write(own.own_stretches / "wall.yaml", STRETCH, name="My wall")
    assert library.routine(str(path)).items[0].stretch.name == "My wall"

    write(tmp_path / "there" / "stretches" / "wall.yaml", STRETCH, name="The wall there")
    assert library.routine(str(path)).items[0].stretch.name == "The wall there"
    assert library.routine("evening").items[0].stretch.name == "My wall"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("evenings", "no routine 'evenings'; did you mean 'evening'?"),
        ("plank", "no routine 'plank'; known: evening, late"),
        ("sources", "no routine 'sources'; known: evening, late"),
        ("", "no routine nothing; known: evening, late"),
        ("x" * 5000, f"no routine '{'x' * 40}…'; known: evening, late"),
    ],
)
def test_there_is_no_such_routine(library: Library, own: Folders, name: str, message: str) -> None:
    write(own.own_routines / "late.yaml", ROUTINE, name="Late", stretch="wall")

    with pytest.raises(UnknownRoutineError) as caught:
        library.routine(name)
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["no/such.yaml", "such.yml", "./such", "C:\\such", "\0/x", f"{'x' * 5000}.yaml"])
def test_there_is_no_such_file(library: Library, name: str) -> None:
    with pytest.raises(RoutineError, match=r":1:1: error: cannot be read: "):
        library.routine(name)


def test_a_folder_is_no_routine(library: Library, tmp_path: Path) -> None:
    with pytest.raises(RoutineError, match=r":1:1: error: a folder, not a file$"):
        library.routine(f"{tmp_path}/")


def test_a_stretch_by_its_id(library: Library) -> None:
    assert library.stretch("chair").name == "Chair"
    with pytest.raises(LookupError, match=r"^unknown stretch 'chairs'; did you mean 'chair'\?$"):
        library.stretch("chairs")


def test_the_list_leaves_nothing_out_in_silence(library: Library, own: Folders) -> None:
    write(own.own_routines / "bad.yaml", ROUTINE, name="[]", stretch="wall")
    write(own.own_routines / "worse.yaml", ROUTINE, name="Worse", stretch="plank")
    write(own.own_routines / "twice.yaml", ROUTINE, name="Twice", stretch="broken}, {stretch: broken")
    write(own.own_routines / "again.yaml", ROUTINE, name="Again", stretch="broken")
    write(own.own_routines / ".#hidden.yaml", "what an editor leaves behind")
    write(own.own_routines / "readme.txt", "no routine")
    write(own.own_stretches / "broken.yaml", "schema: [")
    (own.own_routines / "folder.yaml").mkdir()
    (own.own_routines / "gone.yaml").symlink_to("nowhere")
    write(own.own_routines / "fine.yaml", ROUTINE, name="Fine", stretch="wall")

    listing = library.routines()

    assert {name: routine.name for name, routine in listing.found.items()} == {"evening": "Evening", "fine": "Fine"}
    assert sorted(f"{problem.path.name}: {problem.message}"[:42] for problem in listing.problems) == [
        "bad.yaml: name must be text, not a list",
        "broken.yaml: not YAML: while parsing a flo",
        "folder.yaml: a folder, not a file",
        "gone.yaml: cannot be read: No such file or",
        "worse.yaml: unknown stretch 'plank'; known",
    ]


def test_every_stretch(library: Library, own: Folders) -> None:
    write(own.own_stretches / "mine.yaml", STRETCH, name="Mine")
    write(own.own_stretches / "bad.yaml", STRETCH, name="[]")

    listing = library.stretches()

    assert [stretch.name for stretch in listing.found.values()] == ["Chair", "Mine", "Wall"]
    assert [problem.message for problem in listing.problems] == ["name must be text, not a list"]


def test_a_file_where_a_folder_belongs(library: Library, own: Folders) -> None:
    write(own.own_routines, "not a folder")

    with pytest.raises(RoutineError, match=r"routines:1:1: error: cannot be read: Not a directory"):
        library.routines()


def test_the_program_has_a_library_of_its_own() -> None:
    assert "hamstring-lower-back" in Library.here().routines().found


def test_a_shipped_routine_is_shipped_by_whatever_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(resources.routines(), tmp_path / "routines")
    monkeypatch.chdir(tmp_path)
    library = Library(tmp_path / "routines", Folders.here())

    assert library.routine("routines/hamstring-lower-back.yaml").shipped
    assert not library.routine(str(resources.routines() / "hamstring-lower-back.yaml")).shipped
    assert Path("home").exists() is False
