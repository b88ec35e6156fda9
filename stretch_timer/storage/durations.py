"""Numbers as people write them in a file: `40 s`, `1:30`, `6-8`."""

from __future__ import annotations

import re

from stretch_timer.core.stretch import MOST_REPS, RepRange
from stretch_timer.storage.wording import quoted

_NUMBER = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)"
_FORMS = (
    rf"(?P<s>{_NUMBER}) *s?",
    rf"(?P<m>{_NUMBER}) *min",
    rf"(?P<m>{_NUMBER}) *min *(?P<s>{_NUMBER}) *s",
    r"(?P<m>[0-9]+):(?P<s>[0-5]?[0-9](?:\.[0-9]+)?)",
)
# What is below zero is understood here, so that it can be refused for what it is.
_SIGNED_FORMS = [re.compile(rf"(?P<sign>[-+]?){form}") for form in _FORMS]
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|nan)", re.IGNORECASE)
DURATION = f"^(?:{'|'.join(re.sub(r'P<[ms]>', ':', form) for form in _FORMS)})$"
"""The forms of a length of time, for a JSON Schema."""
REPETITIONS = "^[0-9]{1,4}( *- *[0-9]{1,4})?$"


def seconds(text: str) -> float:
    """The seconds *text* stands for, "not finite" included: whoever knows the limits refuses it.

    Read from the text and not from what YAML makes of it: there `1:30` is the number 90, but `0:40` is a word
    and `040` is 32.

    Raises:
        ValueError: It is not a length of time; the message wants the key's name before it.
    """
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", ""))
    found = next((match for form in _SIGNED_FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise ValueError(f"must be seconds, such as 40, 40 s, 1 min or 1:30, not {quoted(text)}")
    parts = found.groupdict()
    total = 60 * float(parts.get("m") or 0) + float(parts.get("s") or 0)
    return -total if parts["sign"] == "-" else total


def repetitions(text: str) -> RepRange:
    """The number or range of repetitions *text* stands for.

    Raises:
        ValueError: It is neither, or out of range.
    """
    if not re.fullmatch(REPETITIONS, text):
        raise ValueError(f"repeat must be 1 to {MOST_REPS}, such as 4 or 6-8, not {quoted(text)}")
    fewest, _, most = text.partition("-")
    return RepRange(int(fewest), int(most or fewest))
