"""Painting: that it happens, where it should, and that nothing stays open. What it looks like is for eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator

from stretch_timer.core.stretch import Side
from stretch_timer.figure.areas import polygon
from stretch_timer.figure.camera import Framing, View, view
from stretch_timer.figure.contact_sheet import Exhibit, film_cells, key_cells, sheet
from stretch_timer.figure.motion import Frame
from stretch_timer.figure.painter import ShapePainter
from stretch_timer.figure.palette import THEMES, Theme
from stretch_timer.figure.paths import Paths
from stretch_timer.figure.roles import Role
from stretch_timer.figure.scene import Scene
from stretch_timer.figure.shapes import Mix, Part, Placement, Shadow, fill
from stretch_timer.figure.zones import Zone

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from stretch_timer.figure.pose import Figure

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, HEIGHT = 320, 240
SQUARE = polygon([(-10.0, 20.0), (10.0, 20.0), (10.0, 40.0), (-10.0, 40.0)])
END = Frame("start", "end", 1.0, glow=1.0)


def blank(dpr: float = 1.0) -> QImage:
    image = QImage(int(WIDTH * dpr), int(HEIGHT * dpr), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor("#123456"))
    return image


def painted(scene: Scene, frame: Frame = END, dpr: float = 1.0) -> QImage:
    image = blank(dpr)
    painter = QPainter(image)
    try:
        scene.paint(painter, WIDTH, HEIGHT, frame)
    finally:
        painter.end()
    return image


def coloured(image: QImage, colour: str) -> list[tuple[int, int]]:
    wanted = QColor(colour).rgb()
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == wanted]


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_a_square_is_painted_where_it_is(dpr: float) -> None:
    image = blank(dpr)
    seen = view(Framing(0.0, 1.0, 0.0), WIDTH, HEIGHT)
    painter = QPainter(image)
    ShapePainter(THEMES[Theme.LIGHT]).paint(painter, [fill(SQUARE, Role.HOT)], seen)
    painter.end()
    inside = coloured(image, THEMES[Theme.LIGHT][Role.HOT])
    box = QRect(int(140 * dpr), int(130 * dpr), int(40 * dpr), int(40 * dpr))
    assert all(box.contains(x, y) for x, y in inside)
    assert len(inside) == pytest.approx(box.width() * box.height(), rel=0.05)


def test_all_trousers_are_inside_the_picture(figures: dict[str, Figure]) -> None:
    scene = Scene(figures["chair_hamstring"])
    near = coloured(painted(scene), THEMES[Theme.LIGHT][Role.PANTS])
    assert len(near) > 400
    xs, ys = [x for x, _ in near], [y for _, y in near]
    hip = scene.body(END).hip
    seen = view(scene.framing, WIDTH, HEIGHT)
    at = (seen.dx + seen.sx * hip[0], seen.dy - seen.scale * hip[1])
    assert min(xs) - 5 < at[0] < max(xs) + 5
    assert min(ys) - 5 < at[1] < max(ys) + 5


def test_the_left_side_is_the_same_picture_mirrored(figures: dict[str, Figure]) -> None:
    right = painted(Scene(figures["band_hamstring"], side=Side.RIGHT)).transformed(QTransform.fromScale(-1, 1))
    left = painted(Scene(figures["band_hamstring"], side=Side.LEFT))
    pants = THEMES[Theme.LIGHT][Role.PANTS]
    a, b = set(coloured(right, pants)), set(coloured(left, pants))
    assert len(a ^ b) < 0.05 * len(a)


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_paints_on_its_own_card(figures: dict[str, Figure], theme: Theme) -> None:
    image = painted(Scene(figures["cat_cow"], theme=theme))
    assert image.pixelColor(1, 1).name().upper() == THEMES[theme][Role.BG]


def test_the_background_is_made_once_for_a_size(figures: dict[str, Figure]) -> None:
    scene = Scene(figures["wall_hamstring"])
    first = scene.background(WIDTH, HEIGHT, 2.0)
    assert scene.background(WIDTH, HEIGHT, 2.0) is first
    assert first.size() == QSize(640, 480)
    assert scene.background(WIDTH, HEIGHT, 1.0) is not first


def test_turning_begins_as_the_other_side_and_ends_as_this_one(figures: dict[str, Figure]) -> None:
    scene = Scene(figures["chair_hamstring"], side=Side.LEFT)
    other = Scene(figures["chair_hamstring"], side=Side.RIGHT)

    def at(turn: float) -> QImage:
        return painted(scene, Frame("start", "end", 0.0, turn=turn))

    pants = THEMES[Theme.LIGHT][Role.PANTS]
    before, after = set(coloured(painted(other, Frame("start", "end", 0.0)), pants)), set(coloured(at(1.0), pants))
    assert len(set(coloured(at(1e-6), pants)) ^ before) < 0.02 * len(before)
    assert len(set(coloured(at(0.999999), pants)) ^ after) < 0.02 * len(after)
    assert len(coloured(at(0.5), pants)) < 0.1 * len(after)


def test_vectors_need_no_ready_made_background(figures: dict[str, Figure]) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(WIDTH, HEIGHT))
    painter = QPainter(generator)
    try:
        Scene(figures["hip_flexor"]).paint(painter, WIDTH, HEIGHT, END, cached=False)
    finally:
        painter.end()
    assert bytes(buffer.data().data()).count(b"<path") > 30


def test_an_error_leaves_the_painter_as_it_was() -> None:
    image = blank()
    painter = QPainter(image)
    painter.setOpacity(0.5)
    bad = fill(SQUARE, Mix(Role.HOT, "no such role", 0.5))
    with pytest.raises(KeyError):
        ShapePainter(THEMES[Theme.LIGHT]).paint(painter, [bad], view(Framing(0, 1, 0), WIDTH, HEIGHT))
    assert painter.opacity() == 0.5
    painter.end()
    assert not image.paintingActive()


def test_an_error_in_the_background_leaves_no_painter_active(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = Scene(figures["cat_cow"])
    made = []

    class Kept(QPainter):
        def __init__(self, *args: QPixmap) -> None:
            super().__init__(*args)
            made.append(self)

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("stretch_timer.figure.scene.QPainter", Kept)
    monkeypatch.setattr(scene, "_paint_background", fails)
    with pytest.raises(ZeroDivisionError):
        scene.background(WIDTH, HEIGHT, 1.0)
    assert [painter.isActive() for painter in made] == [False]


def test_a_shadow_is_soft_and_on_the_floor() -> None:
    image = blank()
    image.fill(QColor("#FFFFFF"))
    seen = view(Framing(0.0, 1.0, 0.0), WIDTH, HEIGHT)
    painter = QPainter(image)
    ShapePainter(THEMES[Theme.LIGHT]).paint(painter, [Shadow((0.0, 0.2), 30.0, 2.5, 1.0)], seen)
    painter.end()
    floor = HEIGHT - 30
    darkest = image.pixelColor(160, floor).lightness()
    assert darkest < image.pixelColor(160 - 50, floor).lightness() < 255
    assert image.pixelColor(160, floor - 20).lightness() == 255


def test_paths_of_what_stays_are_kept() -> None:
    paths, part = Paths(), Part(SQUARE)
    seen = view(Framing(0.0, 1.0, 0.0), WIDTH, HEIGHT)
    paths.begin(seen)
    first = paths.of([part])
    paths.begin(seen)
    assert paths.of([part]) is first
    paths.begin(view(Framing(9.0, 1.0, 0.0), WIDTH, HEIGHT))
    assert paths.of([part]) != first


def test_a_template_is_turned_and_stretched_where_it_lies() -> None:
    paths = Paths()
    paths.begin(View(1.0, 1.0, 0.0, 0.0, 1.0))
    placed = paths.of([Part(polygon([(0.0, 0.0), (10.0, 0.0), (0.0, 2.0)]), Placement(100.0, 50.0, 90.0, 0.5))])
    box = placed.boundingRect()
    assert (box.left(), box.right()) == pytest.approx((98.0, 100.0))
    assert (box.top(), box.bottom()) == pytest.approx((-55.0, -50.0))


def test_muscle_names_are_those_a_figure_file_may_use(figures: dict[str, Figure]) -> None:
    used = {muscle.partition(".")[0] for figure in figures.values() for muscle in figure.muscles}
    assert used <= set(Zone)


def test_a_contact_sheet_shows_every_key_pose_on_both_sides(figures: dict[str, Figure]) -> None:
    cells = key_cells(Exhibit("Chair", figures["chair_hamstring"], sided=True), Theme.LIGHT)
    assert [cell.label for cell in cells] == [
        "Chair, right: start",
        "Chair, right: end",
        "Chair, left: start",
        "Chair, left: end",
    ]
    image = sheet(cells, 3, {"paper": "#FFFFFF", "ink": "#000000"})
    assert image.width() > 3 * 320
    assert image.height() > 2 * 240


def test_a_film_strip_has_eight_frames(figures: dict[str, Figure]) -> None:
    assert len(film_cells(Exhibit("Wall", figures["wall_hamstring"], sided=False), Theme.LIGHT)) == 8
