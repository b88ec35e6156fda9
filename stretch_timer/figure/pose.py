"""What a figure file says, as typed values: where the body stands, how its joints bend, what the hands hold.

Lengths are percent of the body's height, angles degrees. "near" is the working side, towards the viewer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from stretch_timer.figure.body import HandShape, Point

Depth = Literal["near", "far"]
"""Which of two limbs: the working one, towards the viewer, or the other."""

START, END, RELEASE = "start", "end", "release"


class Pin(StrEnum):
    """The part of the body that rests somewhere and says where the figure is."""

    FEET = "feet"
    FOOT_NEAR = "foot.near"
    FOOT_FAR = "foot.far"
    KNEES = "knees"
    KNEE_NEAR = "knee.near"
    KNEE_FAR = "knee.far"
    BUTTOCKS = "buttocks"
    BACK = "back"
    SHOULDERS = "shoulders"
    HIP = "hip"


@dataclass(frozen=True, slots=True)
class Root:
    """Where the figure is: the lowest contact of `pin` is at height `y`, its first contact's centre at `x`."""

    pin: Pin = Pin.FEET
    x: float = 0.0
    y: float = 0.0


class SpinePose(NamedTuple):
    """Bending of the trunk; `lean` is the pelvis against the world, the others are added on the way up.

    Attributes:
        lean: 0 upright, 90 face down, -90 on the back.
        lumbar: Flexion of the lower back, rounding positive; `thorax` of the upper back, `neck` and `head` likewise.
    """

    lean: float = 0.0
    lumbar: float = 0.0
    thorax: float = 0.0
    neck: float = 0.0
    head: float = 0.0


UPRIGHT = SpinePose()


class LegAngles(NamedTuple):
    """One leg's joints, anatomical; and how much of each bone's length is shown.

    Attributes:
        hip: Flexion positive.
        knee: 0 straight.
        ankle: Toes towards the shin positive.
        toe: Toes bent up positive.
    """

    hip: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toe: float = 0.0
    thigh_scale: float = 1.0
    shank_scale: float = 1.0
    foot_scale: float = 1.0


STRAIGHT = LegAngles()


@dataclass(frozen=True, slots=True)
class Planted:
    """A foot that stands: the circle of its heel rests at height `y` with its centre at `x`."""

    x: float
    y: float = 0.0
    pitch: float = 0.0


@dataclass(frozen=True, slots=True)
class LegPose:
    """One leg.

    Attributes:
        angles: Its joints; where it is planted only the toe and the scales count.
        pitch: The sole against the floor where that is given in place of the ankle; 0 flat.
    """

    angles: LegAngles = STRAIGHT
    pitch: float | None = None
    planted: Planted | None = None


class ArmPose(NamedTuple):
    """One arm's joints.

    Attributes:
        shoulder: 0 hanging, 90 forward, 180 overhead.
        elbow: 0 straight.
        wrist: Palm towards the forearm's front positive.
        scale: Length shown of both bones, of the whole.
    """

    shoulder: float = 4.0
    elbow: float = 8.0
    wrist: float = 0.0
    scale: float = 1.0


HANGING = ArmPose()


class Place(StrEnum):
    """What a hand can be put on."""

    POINT = "point"
    FOOT = "foot"
    SHIN = "shin"
    THIGH = "thigh"
    KNEE = "knee"
    BELLY = "belly"
    HIP = "hip"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a hand goes.

    Attributes:
        text: As written, for messages.
        depth: Which leg; None the one on the hand's own side, for a band the strapped one.
        detail: A part of the foot, or front or back of a bone.
        along: Share of the bone's length; arc of the trunk above the hip; distance from the collar bone on a band.
        point: In the world; for `Place.POINT` only.
    """

    place: Place
    text: str
    depth: Depth | None = None
    detail: str = ""
    along: float = 0.0
    point: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class HandPose:
    """One hand.

    Attributes:
        to: What the palm is put on; overrides the arm's shoulder and elbow.
        direction: World angle of the fingers, 90 to the right; None as the wrist bends.
    """

    to: Target | None = None
    direction: float | None = None
    shape: HandShape = HandShape.RELAXED


@dataclass(frozen=True, slots=True)
class Pose:
    """A key pose.

    Attributes:
        text: One sentence for someone who cannot see it; `{side}` and `{other}` become left and right.
    """

    root: Root = Root()
    spine: SpinePose = UPRIGHT
    leg_near: LegPose = LegPose()
    leg_far: LegPose = LegPose()
    arm_near: ArmPose = HANGING
    arm_far: ArmPose = HANGING
    hand_near: HandPose = HandPose()
    hand_far: HandPose = HandPose()
    text: str = ""

    def leg(self, which: Depth) -> LegPose:
        """One of the two legs."""
        return self.leg_near if which == "near" else self.leg_far

    def hand(self, which: Depth) -> HandPose:
        """One of the two hands."""
        return self.hand_near if which == "near" else self.hand_far


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture. Each type uses some of the attributes.

    Attributes:
        type: `mat`, `chair`, `desk`, `wall`, `doorway`, `pillow`, `strap` or `loop`.
        x: Chair: the sitter's hip; wall and doorway: the edge; pillow: its middle.
        x0: Mat and desk: left end.
        x1: Mat and desk: right end.
        face: Chair: 1 looks to the right, -1 to the left.
        back: Chair: whether it has one.
        w: Pillow: width.
        h: Pillow: height.
        foot: Strap: the foot it goes round.
        style: Strap: `band` or `towel`.
        hand: Strap: the hand that holds both ends, `near` or `far`, or `both` with one end each.
        t: Loop: share of the thigh's length from the hip.
    """

    type: str
    x: float = 0.0
    x0: float = 0.0
    x1: float = 0.0
    face: int = 1
    back: bool = True
    w: float = 17.0
    h: float = 4.2
    foot: Depth = "near"
    style: str = "band"
    hand: str = "both"
    t: float = 0.66


class SpinePoint(NamedTuple):
    """A point beside the spine: `s` units of arc above the hip, `front` units in front of it."""

    s: float
    front: float


@dataclass(frozen=True, slots=True)
class Cue:
    """An arrow for a movement too small to see; its ends are points of the world or beside the spine."""

    start: Point | SpinePoint
    end: Point | SpinePoint
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Camera:
    """What overrides the automatic framing; None leaves it as it is."""

    x: float | None = None
    zoom: float | None = None
    lift: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The illustration of one stretch or variant.

    Attributes:
        via: Poses passed through on the way from `start` to `end`, in this order.
        release: Where one comes out to between two repetitions; None is `start`.
        muscles: Zones, leg zones with `.near` or `.far`, or neither for both.
        cycle_s: Seconds of one movement there and back that goes on all through a hold, as in marching; 0 holds still.
    """

    start: Pose
    end: Pose
    via: tuple[Pose, ...] = ()
    release: Pose | None = None
    muscles: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()
    cues: tuple[Cue, ...] = ()
    camera: Camera | None = None
    shoes: bool = False
    cycle_s: float = 0.0

    def pose(self, name: str) -> Pose:
        """The key pose `start`, `via-0`, `end` or `release`."""
        return self.key_poses[name]

    @property
    def key_poses(self) -> dict[str, Pose]:
        """Every key pose by name, in the order they are passed; `release` is `start` where there is none."""
        via = {f"via-{i}": pose for i, pose in enumerate(self.via)}
        return {START: self.start, **via, END: self.end, RELEASE: self.release or self.start}

    @property
    def strapped(self) -> Depth:
        """The foot a band or towel goes round."""
        return next((prop.foot for prop in self.props if prop.type == "strap"), "near")
