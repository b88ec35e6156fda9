"""What `check` says about bad illustrations in stretch files: whole lines, as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretch_timer.figure.stretch_figure import problems_of
from stretch_timer.storage.check import check

STRETCH = """\
schema: 1
name: Wave
position: standing
sides: together
dose: {repeat: 2, hold: 5 s}
figure:
"""
"""Its illustration begins on line 7."""

RIGHT = """\
  start: {}
  end: {arms: [60]}
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lines(figure: str) -> list[str]:
    """What is said about a stretch with *figure*, from top to bottom."""
    path = Path("wave.yaml")
    path.write_text(STRETCH + figure, encoding="utf-8")
    return [str(problem) for problem in check([path], examine=problems_of).problems]


def test_nothing_is_said_about_what_is_right() -> None:
    assert lines(RIGHT) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        pytest.param(
            "  start: {legz: [1]}\n  end: {}\n",
            ["wave.yaml:7:11: error: unknown key 'legz'; did you mean 'legs'?"],
            id="unknown key of a pose",
        ),
        pytest.param(
            "  begin:\n    root: {x: 3}\n  start: {}\n  end: {}\n",
            [
                (
                    "wave.yaml:7:3: error: unknown key 'begin'; "
                    "known: muscles, shoes, props, cues, camera, cycle, start, via, end, release"
                )
            ],
            id="unknown key with its value below it",
        ),
        pytest.param(
            "  start: {legs: {hip: 10, nee: 20}}\n  end: {}\n",
            ["wave.yaml:7:27: error: unknown key 'nee'; did you mean 'knee'?"],
            id="unknown joint",
        ),
        pytest.param(
            "  start: {}\n  end: {scale: {tigh.near: 0.5, shank: 0.1}}\n",
            [
                "wave.yaml:8:17: error: unknown key 'tigh.near'; did you mean 'thigh.near'?",
                "wave.yaml:8:40: error: scale of the shank must be 0.2 to 1, not 0.1",
            ],
            id="scale",
        ),
        pytest.param(
            "  start:\n    leg.near: [10, 190]\n    spine: [0, 70]\n  end: {}\n",
            [
                "wave.yaml:8:20: error: knee must be 0 to 160 degrees, not 190",
                "wave.yaml:9:16: error: lumbar must be -40 to 50 degrees, not 70",
            ],
            id="angles out of range",
        ),
        pytest.param(
            "  start: {}\n  end: {spine: [-30], legs: {thigh: -20}}\n",
            [
                (
                    "wave.yaml:8:37: error: hip must be -35 to 150 degrees; "
                    "thigh -20 on a trunk that leans -30 bends the hip by -50"
                )
            ],
            id="thigh that bends the hip too far",
        ),
        pytest.param(
            "  start: {legs: [0, 0, flatt]}\n  end: {legs: [0, 0, pitch up]}\n",
            [
                "wave.yaml:7:24: error: ankle must be -65 to 35 degrees, 'flat' or 'pitch 20', not 'flatt'",
                "wave.yaml:8:22: error: ankle must be -65 to 35 degrees, 'flat' or 'pitch 20', not 'pitch up'",
            ],
            id="ankle",
        ),
        pytest.param(
            "  start: {}\n  end: {spine: [ten, 3, [4]]}\n",
            [
                "wave.yaml:8:17: error: lean must be a number, not 'ten'",
                "wave.yaml:8:25: error: thorax must be a number, not a list",
            ],
            id="not a number",
        ),
        pytest.param(
            "  start: {spine: [.nan]}\n  end: {}\n",
            ["wave.yaml:7:19: error: '.nan' is not a finite number"],
            id="not a finite number",
        ),
        pytest.param(
            "  start: {arms: [1, 2, 3, 4], root: {at: [3]}}\n  end: {}\n",
            [
                "wave.yaml:7:17: error: arm must be [shoulder, elbow, wrist], not 4 values",
                "wave.yaml:7:42: error: at must be [x, y], not 1 value",
            ],
            id="wrong number of values",
        ),
        pytest.param("  end: {}\n", ["wave.yaml:7:3: error: figure needs 'start'"], id="no start"),
        pytest.param("  muscles: [quads]\n  start: {}\n", ["wave.yaml:7:3: error: figure needs 'end'"], id="no end"),
        pytest.param(
            "  start: {}\n  end:\n", ["wave.yaml:8:7: error: pose must be a mapping, not nothing"], id="empty pose"
        ),
        pytest.param(
            "  start: {root: {pin: feets}}\n  end: {root: {pin: tail}}\n",
            [
                "wave.yaml:7:23: error: unknown pin 'feets'; did you mean 'feet'?",
                (
                    "wave.yaml:8:21: error: unknown pin 'tail'; known: "
                    "feet, foot.near, foot.far, knees, knee.near, knee.far, buttocks, back, shoulders, hip"
                ),
            ],
            id="unknown pin",
        ),
        pytest.param(
            "  start: {root: {y: bench}}\n  end: {}\n",
            ["wave.yaml:7:21: error: y must be a number or one of floor, seat, not 'bench'"],
            id="unknown height",
        ),
        pytest.param(
            "  start: {root: {pin: feet, at: [0, 50]}}\n  end: {legs: {foot: [0, 0], knee: 4}}\n",
            [
                "wave.yaml:7:17: error: root is either 'at', where the hip is, or 'pin' with 'x' and 'y'",
                "wave.yaml:8:30: error: a leg with a planted 'foot' bends as it must; it cannot have 'knee'",
            ],
            id="keys that exclude each other",
        ),
        pytest.param(
            "  start: {}\n  end:\n    root: {pin: feet}\n    leg.near: {foot: [0, 0]}\n",
            [
                (
                    "wave.yaml:9:11: error: root cannot be pinned by feet while the near foot is planted; "
                    "pin another part or tell where the hip is: {at: [x, y]}"
                )
            ],
            id="pinned by a planted foot",
        ),
        pytest.param(
            "  start: {hand.near: {to: knees}, hand.far: {to: foot.far.tows}}\n  end: {hands: {dir: 90}}\n",
            [
                "wave.yaml:7:27: error: unknown target 'knees'; did you mean 'knee'?",
                "wave.yaml:7:50: error: unknown target 'foot.far.tows'; did you mean 'toes'?",
                "wave.yaml:8:17: error: 'dir' says how a hand is put on something; it needs 'to'",
            ],
            id="unknown target",
        ),
        pytest.param(
            "  start: {hands: {to: shin@2}}\n  end: {hands: {to: knee@1}}\n",
            [
                "wave.yaml:7:23: error: after @ must be 0 to 1, not 2",
                "wave.yaml:8:21: error: target 'knee@1' has no place for @",
            ],
            id="place along a target",
        ),
        pytest.param(
            f"  muscles: [hamstring.near, lowerback.far]\n{RIGHT}",
            [
                "wave.yaml:7:13: error: unknown muscle 'hamstring.near'; did you mean 'hamstrings.near'?",
                "wave.yaml:7:29: error: unknown muscle 'lowerback.far'; did you mean 'lowerback'?",
            ],
            id="unknown zone",
        ),
        pytest.param(
            f"  muscles: [tongue]\n{RIGHT}",
            [
                (
                    "wave.yaml:7:13: error: unknown muscle 'tongue'; known: "
                    "hamstrings, quads, calf, glutes, hipflexor, shin, lowerback, back, upperback, abs, chest"
                )
            ],
            id="no zone at all",
        ),
        pytest.param(
            f"  props: [{{type: carpet, x: 4}}, {{type: matt, x: [0, 9]}}]\n{RIGHT}",
            [
                (
                    "wave.yaml:7:18: error: unknown prop 'carpet'; "
                    "known: mat, chair, desk, wall, doorway, pillow, strap, loop"
                ),
                "wave.yaml:7:40: error: unknown prop 'matt'; did you mean 'mat'?",
            ],
            id="unknown prop",
        ),
        pytest.param(
            f"  props:\n    - {{x: 4}}\n    - type: chair\n      back: false\n{RIGHT}",
            [
                "wave.yaml:8:7: error: a prop needs 'type'",
                "wave.yaml:9:7: error: a chair needs 'x', where it is",
            ],
            id="missing key of a prop",
        ),
        pytest.param(
            f"  props: [{{type: wall, x: 4, w: 3}}, {{type: mat, x: 3}}]\n{RIGHT}",
            [
                "wave.yaml:7:30: error: a wall has no 'w'; it can have x",
                "wave.yaml:7:52: error: x must be a list, not 3: [left, right]",
            ],
            id="key of another prop",
        ),
        pytest.param(
            f"  cues: [{{from: [1, 2]}}, {{from: {{s: 3}}, to: [1, 2, 3]}}]\n{RIGHT}",
            [
                "wave.yaml:7:10: error: a cue needs 'to'",
                "wave.yaml:7:33: error: from needs 'front'",
                "wave.yaml:7:45: error: to must be [x, y], not 3 values",
            ],
            id="arrow",
        ),
        pytest.param(
            f"  camera: {{zom: 2, zoom: 9}}\n  shoes: bare\n{RIGHT}",
            [
                "wave.yaml:7:12: error: unknown key 'zom'; did you mean 'zoom'?",
                "wave.yaml:7:26: error: zoom must be 0.2 to 5, not 9",
                "wave.yaml:8:10: error: shoes must be true or false, not 'bare'",
            ],
            id="camera and shoes",
        ),
        pytest.param(
            "  on: {}\n  start: {spine: [no]}\n  end: {hands: {to: hip, shape: on}}\n",
            [
                (
                    "wave.yaml:7:3: error: unknown key 'on'; "
                    "known: muscles, shoes, props, cues, camera, cycle, start, via, end, release"
                ),
                "wave.yaml:8:19: error: lean must be a number, not False, as YAML reads off, no and false",
                (
                    "wave.yaml:9:33: error: shape must be one of relaxed, reach, cup, grip, flat, "
                    "not True, as YAML reads on, yes and true"
                ),
            ],
            id="what YAML takes for true and false",
        ),
        pytest.param(
            "  start: {}\n  via: [{}, {arms: [0, 0, 100]}]\n  end: {}\n  release: {arms: [300]}\n",
            [
                "wave.yaml:8:27: error: wrist must be -90 to 90 degrees, not 100",
                "wave.yaml:10:20: error: shoulder must be -60 to 190 degrees, not 300",
            ],
            id="poses on the way and between",
        ),
    ],
)
def test_what_is_written_wrong(figure: str, said: list[str]) -> None:
    assert lines(figure) == said


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        pytest.param(
            "  start: {}\n  end:\n    hand.near: {to: foot.near.toes, shape: reach}\n",
            [
                (
                    "wave.yaml:9:21: error: "
                    "the near hand cannot reach foot.near.toes: 43.1 % of the body's height is missing"
                )
            ],
            id="hand that cannot reach",
        ),
        pytest.param(
            "  start: {root: {at: [0, 50]}, legs: {foot: [0, 0]}}\n  end: {leg.far: {foot: [30, 0]}}\n",
            [
                (
                    "wave.yaml:8:25: error: "
                    "the far foot cannot stand there: the leg is 7.3 % of the body's height too far away"
                )
            ],
            id="planted foot too far",
        ),
        pytest.param(
            "  start: {root: {pin: foot.far}}\n  end: {leg.near: [0, 10, -50]}\n",
            ["wave.yaml:8:19: error: the near foot is 4.2 % of the body's height below the floor"],
            id="foot below the floor",
        ),
        pytest.param(
            "  start: &lying {root: {pin: back}, spine: [-91.5, 0, 2, 10, 2], legs: [-4, 3, -12]}\n"
            "  end:\n    <<: *lying\n    spine: [-91.5, 0, 0, -30, -10]\n    arms: [-2, 0, -80]\n",
            [
                "wave.yaml:10:12: error: the head is 1.9 % of the body's height below the floor",
                "wave.yaml:11:11: error: the near hand's finger tips are 2.8 % of the body's height below the floor",
                "wave.yaml:11:11: error: the far hand's finger tips are 2.8 % of the body's height below the floor",
            ],
            id="head and finger tips below the floor",
        ),
        pytest.param(
            "  start: {root: {pin: foot.far}}\n  end: {leg.near: [-7, 130, -50]}\n",
            [
                (
                    "wave.yaml:8:19: error: the near foot is 1.4 % of the body's height below the floor, "
                    "on the way from start to end"
                )
            ],
            id="foot below the floor on the way",
        ),
        pytest.param(
            "  start: {leg.near: [0, 0, -20], root: {pin: foot.near}}\n  end: {root: {pin: foot.far}}\n",
            ["wave.yaml:7:21: error: the near foot is 2.2 % of the body's height below the floor, in the end pose"],
            id="what another pose inherits",
        ),
        pytest.param(
            "  start: {root: {pin: foot.far}, leg.near: [0, 10, -50]}\n  end: {arms: [20]}\n",
            ["wave.yaml:7:44: error: the near foot is 4.2 % of the body's height below the floor"],
            id="what every pose inherits is told once",
        ),
    ],
)
def test_what_a_body_cannot_do(figure: str, said: list[str]) -> None:
    assert lines(figure) == said


def test_a_variants_mistakes_are_at_their_own_lines() -> None:
    variants = """\
variants:
  bent:
    figure:
      start: {legs: {nee: 3}}
      end:
        arms: [0, 0, 100]
  low:
    figure:
      props: [{type: desk}]
"""

    assert lines(RIGHT + variants) == [
        "wave.yaml:12:22: error: unknown key 'nee'; did you mean 'knee'?",
        "wave.yaml:14:22: error: wrist must be -90 to 90 degrees, not 100",
        "wave.yaml:17:15: error: a desk needs 'x', where it is",
    ]


def test_what_a_variant_makes_of_an_inherited_pose_is_told_at_the_variant() -> None:
    figure = """\
  start: {}
  end: {spine: [98, 33, 24, 8, 4], legs: {thigh: 6, knee: 5, ankle: flat}, hands: {to: shin@0.9}}
variants:
  upright:
    figure:
      start: {text: Stand.}
      end:
        spine: [10]
"""

    assert lines(figure) == [
        f"wave.yaml:14:9: error: the {which} hand cannot reach shin@0.9: 37.9 % of the body's height is missing"
        for which in ("near", "far")
    ]


def test_what_a_variant_inherits_is_told_once() -> None:
    variants = """\
variants:
  bent:
    figure:
      start: {arms: [999]}
"""

    assert lines(f"  muscles: [calves]\n  start: {{}}\n  end: {{legs: [0, 200]}}\n{variants}") == [
        "wave.yaml:7:13: error: unknown muscle 'calves'; did you mean 'calf'?",
        "wave.yaml:9:19: error: knee must be 0 to 160 degrees, not 200",
        "wave.yaml:13:22: error: shoulder must be -60 to 190 degrees, not 999",
    ]
