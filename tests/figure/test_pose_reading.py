"""Figures as they are written: what is read, what is inherited, and what is said about mistakes."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretch_timer.figure.body import HandShape
from stretch_timer.figure.errors import FigureError, Problem
from stretch_timer.figure.pose import Camera, Cue, Pin, Place, Planted, Prop, Root, SpinePoint
from stretch_timer.figure.pose_reading import read_figure

if TYPE_CHECKING:
    from stretch_timer.figure.errors import KeyPath

STANDING: dict[str, Any] = {"start": {}, "end": {"arms": [60, 10, 0]}}


LYING: dict[str, Any] = {
    "start": {"root": {"pin": "back"}, "spine": [-91.5, 0, 2, 10, 2], "legs": [-4, 3, -12], "arms": [30, 40, 0]}
}


def problems(data: Any, base: Any = None) -> list[tuple[KeyPath, str]]:  # noqa: ANN401 - anything can be in a file
    with pytest.raises(FigureError) as error:
        read_figure(data, base)
    return [(path, message) for path, message in error.value.problems]


def with_start(**keys: object) -> dict[str, Any]:
    return {"start": {key.replace("_", "."): value for key, value in keys.items()}, "end": {}}


def with_end(**keys: object) -> dict[str, Any]:
    return {"start": {}, "end": {key.replace("_", "."): value for key, value in keys.items()}}


# What is read.


def test_the_sound_samples_are_read_without_a_problem(sound: object) -> None:
    assert sound


def test_nothing_told_is_standing_upright() -> None:
    pose = read_figure({"start": {}, "end": {}}).start

    assert pose.root == Root(Pin.FEET, 0.0, 0.0)
    assert pose.leg_near == pose.leg_far
    assert pose.leg_near.pitch == 0.0
    assert pose.arm_near[:3] == (4, 8, 0)


def test_the_end_tells_only_what_differs() -> None:
    figure = read_figure(
        {
            "start": {"text": "Stand.", "spine": [10, 5], "arm.near": [20, 5, 0]},
            "end": {"arms": [40, 0, 0]},
            "release": {"spine": [30], "text": "Half way."},
        }
    )

    assert figure.end.spine == figure.start.spine
    assert figure.end.arm_near.shoulder == figure.end.arm_far.shoulder == 40
    assert (figure.start.text, figure.end.text) == ("Stand.", "")
    assert figure.release
    assert (figure.release.arm_near.shoulder, figure.release.spine.lean) == (40, 30)
    assert figure.release.text == "Half way."


def test_poses_on_the_way_differ_from_the_start() -> None:
    figure = read_figure({"start": {"arms": [50]}, "via": [{"spine": [5]}, {"spine": [9]}], "end": {"arms": [9]}})

    assert [pose.spine.lean for pose in figure.via] == [5, 9]
    assert {pose.arm_near.shoulder for pose in figure.via} == {50}
    assert list(figure.key_poses) == ["start", "via-0", "via-1", "end", "release"]
    assert figure.pose("release") is figure.start


def test_legs_are_told_by_joint_by_thigh_or_by_foot() -> None:
    figure = read_figure(
        {
            "start": {
                "root": {"at": [0, 40]},
                "spine": [-10],
                "leg.near": {"thigh": 80, "knee": 60, "ankle": "pitch 12", "toe": 3},
                "leg.far": {"foot": [10, "floor"]},
            },
            "end": {},
        },
        checked=False,
    )

    near = figure.start.leg_near
    assert near.angles[:4] == (70, 60, 0, 3)
    assert near.pitch == 12
    assert figure.start.leg_far.planted == Planted(10, 0, 0)
    assert figure.start.root == Root(Pin.HIP, 0, 40)


def test_a_scale_is_told_of_one_bone_or_of_both() -> None:
    pose = read_figure(with_start(scale={"thigh": 0.8, "thigh.far": 0.5, "arm.near": 0.7, "foot": 0.9})).start

    assert (pose.leg_near.angles.thigh_scale, pose.leg_far.angles.thigh_scale) == (0.8, 0.5)
    assert (pose.arm_near.scale, pose.arm_far.scale) == (0.7, 1)
    assert pose.leg_far.angles.foot_scale == 0.9


@pytest.mark.parametrize(
    ("text", "place", "depth", "detail", "along"),
    [
        ("foot.near.sole", Place.FOOT, "near", "sole", 0),
        ("foot", Place.FOOT, None, "toes", 0),
        ("shin.near@0.4", Place.SHIN, "near", "", 0.4),
        ("shin.far.back", Place.SHIN, "far", "back", 0.3),
        ("thigh.near.front@0.7", Place.THIGH, "near", "front", 0.7),
        ("knee.near", Place.KNEE, "near", "", 0),
        ("belly@11", Place.BELLY, None, "", 11),
        ("hip", Place.HIP, None, "", 0),
        ("band@25", Place.BAND, None, "", 25),
    ],
)
def test_hands_are_put_on_the_body(text: str, place: Place, depth: str | None, detail: str, along: float) -> None:
    hand = read_figure(with_start(hands={"to": text, "shape": "cup"}), checked=False).start.hand_near

    assert hand.to
    assert (hand.to.place, hand.to.depth, hand.to.detail, hand.to.along) == (place, depth, detail, along)
    assert hand.to.text == text
    assert hand.shape is HandShape.CUP


def test_hands_are_put_on_a_point() -> None:
    hand = read_figure(with_start(hands={"to": [4, "seat"], "dir": 90}), checked=False).start.hand_far

    assert hand.to
    assert (hand.to.place, hand.to.point, hand.direction) == (Place.POINT, (4, 26.5), 90)


def test_everything_around_the_figure() -> None:
    figure = read_figure(
        STANDING
        | {
            "muscles": ["hamstrings.near", "lowerback"],
            "shoes": True,
            "props": [
                {"type": "mat", "x": [-50, 61]},
                {"type": "chair", "x": 27, "face": -1, "back": False},
                {"type": "strap", "foot": "far", "style": "towel"},
                {"type": "loop", "t": 0.5},
                {"type": "pillow", "x": -37, "w": 21},
            ],
            "cues": [{"from": {"s": 13.5, "front": 17}, "to": [3, 40], "bend": 4}],
            "camera": {"zoom": 1.2},
        }
    )

    assert figure.muscles == ("hamstrings.near", "lowerback")
    assert figure.shoes
    assert figure.props == (
        Prop("mat", x0=-50, x1=61),
        Prop("chair", x=27, face=-1, back=False),
        Prop("strap", foot="far", style="towel"),
        Prop("loop", t=0.5),
        Prop("pillow", x=-37, w=21),
    )
    assert figure.cues == (Cue(SpinePoint(13.5, 17), (3, 40), 4),)
    assert figure.camera == Camera(zoom=1.2)
    assert figure.strapped == "far"


# Variants.

BASE: dict[str, Any] = {
    "muscles": ["quads"],
    "props": [{"type": "wall", "x": 30}],
    "start": {"spine": [2], "leg.near": [20, 20], "leg.far": [0, 0, "flat"]},
    "end": {"spine": [30], "leg.near": [40, 40]},
    "release": {"spine": [10]},
}


def test_a_variant_tells_only_what_differs() -> None:
    figure = read_figure({"muscles": ["calf"], "start": {"legs": [5, 5]}, "end": {"arms": [20]}}, BASE)

    assert figure.muscles == ("calf",)
    assert figure.props == (Prop("wall", x=30),)
    assert figure.start.spine.lean == 2
    assert figure.start.leg_near.angles.hip == figure.start.leg_far.angles.hip == 5
    assert (figure.end.spine.lean, figure.end.leg_near.angles.hip, figure.end.arm_near.shoulder) == (30, 40, 20)
    assert figure.release
    assert (figure.release.spine.lean, figure.release.arm_near.shoulder) == (10, 20)


def test_a_variants_mistakes_are_found_in_the_variant() -> None:
    assert problems({"end": {"leg.near": [40, 190]}}, BASE) == [
        (("end", "leg.near", 1), "knee must be 0 to 160 degrees, not 190")
    ]
    # What is inherited is not written in the variant: the nearest thing that is.
    assert problems({"end": {"arms": [4, 8, 999]}, "start": {"root": {"y": -9}}}, BASE) == [
        (("end", "arms", 2), "wrist must be -90 to 90 degrees, not 999")
    ]
    assert problems({"start": {"root": {"y": -9}}}, BASE)[0][0] == ("start",)


# What is wrong with it.


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (with_end(leg_near=[10, 190]), ("end", "leg.near", 1), "knee must be 0 to 160 degrees, not 190"),
        (with_end(legs={"knee": -1}), ("end", "legs", "knee"), "knee must be 0 to 160 degrees, not -1"),
        (with_end(spine=[0, 70]), ("end", "spine", 1), "lumbar must be -40 to 50 degrees, not 70"),
        (with_end(arms=[-90]), ("end", "arms", 0), "shoulder must be -60 to 190 degrees, not -90"),
        (
            with_end(spine=[-30], leg_near={"thigh": -20}),
            ("end", "leg.near", "thigh"),
            "hip must be -35 to 150 degrees; thigh -20 on a trunk that leans -30 bends the hip by -50",
        ),
        (with_end(spine=[float("nan")]), ("end", "spine", 0), "lean must be -180 to 180 degrees, not nan"),
        (with_end(spine=[float("inf")]), ("end", "spine", 0), "lean must be -180 to 180 degrees, not a huge number"),
        (with_end(spine=[10**400]), ("end", "spine", 0), "lean must be -180 to 180 degrees, not a huge number"),
        (with_end(spine=["ten"]), ("end", "spine", 0), "lean must be a number, not 'ten'"),
        (with_end(spine=[True]), ("end", "spine", 0), "lean must be a number, not True"),
        (with_end(spine=None), ("end", "spine"), "spine must be a list, not nothing"),
        (with_end(arms=[1, 2, 3, 4]), ("end", "arms"), "arm must be [shoulder, elbow, wrist], not 4 values"),
        (with_end(legz=[1]), ("end", "legz"), "unknown key 'legz'; did you mean 'legs'?"),
        (with_end(legs={"kne": 1}), ("end", "legs", "kne"), "unknown key 'kne'; did you mean 'knee'?"),
        ({"strat": {}, "start": {}, "end": {}}, ("strat",), "unknown key 'strat'; did you mean 'start'?"),
        ({True: 1, "start": {}, "end": {}}, ("True",), "unknown key 'True'; known: "),
        ({"start": {}}, (), "figure needs 'end'"),
        ([], (), "figure must be a mapping, not a list"),
        (
            with_end(legs={"ankle": "flatt"}),
            ("end", "legs", "ankle"),
            "ankle must be -65 to 35 degrees, 'flat' or 'pitch 20', not 'flatt'",
        ),
        (
            with_end(legs={"foot": [1, 2], "knee": 9}),
            ("end", "legs", "knee"),
            "a leg with a planted 'foot' bends as it must; it cannot have 'knee'",
        ),
        (with_end(root={"pin": "feets"}), ("end", "root", "pin"), "unknown pin 'feets'; did you mean 'feet'?"),
        (
            with_end(root={"at": [0, 50], "x": 1}),
            ("end", "root"),
            "root is either 'at', where the hip is, or 'pin' with 'x' and 'y'",
        ),
        (
            with_end(root={"pin": "feet"}, legs={"foot": [0, 0]}),
            ("end", "root"),
            (
                "root cannot be pinned by feet while the near foot is planted; "
                "pin another part or tell where the hip is: {at: [x, y]}"
            ),
        ),
        (with_end(hands={"to": "fot.near"}), ("end", "hands", "to"), "unknown target 'fot'; did you mean 'foot'?"),
        (
            with_end(hands={"to": "foot.near.toe"}),
            ("end", "hands", "to"),
            "unknown target 'foot.near.toe'; did you mean 'toes'?",
        ),
        (with_end(hands={"to": "shin@1.5"}), ("end", "hands", "to"), "after @ must be 0 to 1, not 1.5"),
        (with_end(hands={"to": "knee@1"}), ("end", "hands", "to"), "target 'knee@1' has no place for @"),
        (
            with_end(hands={"shape": "fist"}),
            ("end", "hands", "shape"),
            "unknown shape 'fist'; known: relaxed, reach, cup, grip, flat",
        ),
        (
            with_end(hands={"dir": 90}),
            ("end", "hands", "dir"),
            "'dir' says how a hand is put on something; it needs 'to'",
        ),
        (with_end(scale={"thigh": 0}), ("end", "scale", "thigh"), "scale of the thigh must be 0.2 to 1, not 0"),
        (with_end(text=3), ("end", "text"), "text must be a text, not 3"),
        (
            STANDING | {"muscles": ["hamstring.near"]},
            ("muscles", 0),
            "unknown muscle 'hamstring.near'; did you mean 'hamstrings.near'?",
        ),
        (
            STANDING | {"muscles": ["lowerback.near"]},
            ("muscles", 0),
            "unknown muscle 'lowerback.near'; did you mean 'lowerback'?",
        ),
        (
            STANDING | {"props": [{"type": "mats", "x": [0, 1]}]},
            ("props", 0, "type"),
            "unknown prop 'mats'; did you mean 'mat'?",
        ),
        (STANDING | {"props": [{"type": "mat"}]}, ("props", 0), "a mat needs 'x', where it is"),
        (
            STANDING | {"props": [{"type": "mat", "x": [9, 1]}]},
            ("props", 0, "x"),
            "x must rise from left to right, not fall from 9 to 1",
        ),
        (
            STANDING | {"props": [{"type": "wall", "x": 3, "t": 0.5}]},
            ("props", 0, "t"),
            "a wall has no 't'; it can have x",
        ),
        (STANDING | {"cues": [{"from": [0, 0]}]}, ("cues", 0), "a cue needs 'to'"),
        (STANDING | {"camera": {"zoom": 0}}, ("camera", "zoom"), "zoom must be 0.2 to 5, not 0"),
        (STANDING | {"shoes": "yes"}, ("shoes",), "shoes must be true or false, not 'yes'"),
        (STANDING | {"via": {"spine": []}}, ("via",), "via must be a list, not a mapping"),
        (STANDING | {"via": [{"spine": [1, 99]}]}, ("via", 0, "spine", 1), "lumbar must be -40 to 50 degrees, not 99"),
    ],
)
def test_a_mistake_is_told_with_its_place(data: object, path: KeyPath, message: str) -> None:
    found = problems(data)

    assert found[0][0] == path
    assert found[0][1].startswith(message)


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (
            with_end(hand_near={"to": "foot.near.toes"}),
            ("end", "hand.near", "to"),
            "the near hand cannot reach foot.near.toes: 43.1 % of the body's height is missing",
        ),
        (
            with_end(root={"at": [0, 50]}, leg_far={"foot": [30, 0]}, leg_near=[20, 60]),
            ("end", "leg.far", "foot"),
            "the far foot cannot stand there: the leg is 7.3 % of the body's height too far away",
        ),
        (
            with_end(root={"pin": "foot.far", "y": -2}, leg_near=[60, 60]),
            ("end",),
            "the far foot is 2.0 % of the body's height below the floor",
        ),
        (
            with_end(root={"pin": "foot.far"}, leg_near=[0, 10, -50]),
            ("end", "leg.near"),
            "the near foot is 4.2 % of the body's height below the floor",
        ),
        (
            with_end(root={"at": [0, 26.5]}, leg_near=[0, 90, -60], leg_far=[90, 0]),
            ("end", "leg.near"),
            "the near knee is 1.8 % of the body's height below the floor",
        ),
        (
            LYING | {"end": {"root": {"pin": "buttocks"}, "spine": [-95]}},
            ("end", "spine"),
            "the back is 2.2 % of the body's height below the floor",
        ),
        (
            LYING | {"end": {"spine": [-91.5, 0, 0, -30, -10]}},
            ("end", "spine"),
            "the head is 1.9 % of the body's height below the floor",
        ),
        (
            LYING | {"end": {"root": {"y": -1.5}}},
            ("end", "root"),
            "the buttocks are 0.7 % of the body's height below the floor",
        ),
        (
            LYING | {"end": {"arms": [-20, 60, 60]}},
            ("end", "arms"),
            "the near elbow is 1.4 % of the body's height below the floor",
        ),
        (
            LYING | {"end": {"arms": [-2, 0, -80]}},
            ("end", "arms"),
            "the near hand's finger tips are 3.8 % of the body's height below the floor",
        ),
        (
            {"start": {"root": {"at": [0, 52]}, "legs": {"foot": [0, 0]}}, "end": {"root": {"at": [-10, 20]}}},
            ("start", "legs"),
            "the near ankle must be -65 to 35 degrees, not 37, on the way from start to end",
        ),
        (
            {"start": {"root": {"pin": "foot.far"}}, "end": {"leg.near": [-7, 130, -50]}},
            ("end", "leg.near"),
            "the near foot is 1.4 % of the body's height below the floor, on the way from start to end",
        ),
        (
            {"start": {}, "end": {}, "release": {"root": {"y": -1}}},
            ("release",),
            "the near foot is 1.0 % of the body's height below the floor",
        ),
        (
            {"start": {}, "end": {}, "via": [{}, {"root": {"pin": "foot.far"}, "leg.near": [0, 10, -50]}]},
            ("via", 1, "leg.near"),
            "the near foot is 4.2 % of the body's height below the floor",
        ),
    ],
)
def test_what_a_body_cannot_do_is_told_with_its_place(data: object, path: KeyPath, message: str) -> None:
    assert problems(data)[0] == (path, message)


def test_samples_that_ask_too_much(written: dict[str, dict[str, object]]) -> None:
    assert problems(written["standing_quad"]) == [
        (
            ("end", "hand.near", "to"),
            "the near hand cannot reach foot.near.instep: 5.1 % of the body's height is missing",
        )
    ]
    assert [path for path, _ in problems(written["desk_hamstring"])] == [
        ("end", "leg.near", "foot"),
        ("end", "hands", "to"),
        ("end", "hands", "to"),
    ]


def test_every_problem_is_told_once_and_together() -> None:
    data = {"start": {"spine": [0, 70]}, "end": {"arms": [999]}}

    assert problems(data) == [
        (("start", "spine", 1), "lumbar must be -40 to 50 degrees, not 70"),
        (("end", "arms", 0), "shoulder must be -60 to 190 degrees, not 999"),
    ]


def test_an_error_reads_as_lines() -> None:
    error = FigureError([Problem(("end", "leg.near", 1), "too far"), Problem((), "nothing in it")])

    assert str(error) == "end: leg.near: 1: too far\nnothing in it"


def test_the_body_is_tried_out_only_when_asked_for() -> None:
    data = with_end(hand_near={"to": "foot.near.toes"})

    assert read_figure(data, checked=False).end.hand_near.to


# Whatever is in a file.

WORDS = ["start", "end", "via", "release", "props", "cues", "camera", "root", "spine", "legs", "leg.near", "hands"]
WORDS += [
    "to",
    "dir",
    "foot",
    "pin",
    "at",
    "type",
    "mat",
    "x",
    "from",
    "scale",
    "thigh",
    "feet",
    "flat",
    "pitch x",
    "@",
]
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | st.integers(), inner, max_size=4)
    ),
    max_leaves=12,
)
junk_figures = st.fixed_dictionaries({}, optional=dict.fromkeys(WORDS[:8], junk)) | junk


@given(junk_figures, st.none() | junk_figures)
def test_junk_is_refused_and_never_breaks_anything(data: Any, base: Any) -> None:  # noqa: ANN401 - that is the point
    with contextlib.suppress(FigureError):
        read_figure(data, base)


@given(st.sampled_from(["leg.near", "hands", "root", "arms", "scale", "spine"]), junk)
def test_junk_in_a_pose_is_refused_and_never_breaks_anything(key: str, value: object) -> None:
    with contextlib.suppress(FigureError):
        read_figure({"start": {key: value}, "end": {}})
