"""The colours of other people's kinds: apart for every eye, readable with a letter on them.

Simulated by the matrices of Machado, Oliveira and Fernandes (2009), A Physiologically-based Model
for Simulation of Color Vision Deficiency, severity 1; distances in CIELAB (CIE76, D65).
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from mapapp.page.document import ASSETS

_LEAST_APART = 15.0
_LEAST_CONTRAST = 4.5
_EYES = {
    "any": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])
_Floats = npt.NDArray[np.float64]


def _tokens(shade: str) -> dict[str, str]:
    """Return the colours of a shade by name."""
    light, dark = (ASSETS / "tokens.css").read_text(encoding="utf-8").split('[data-shade="dark"]')
    return dict(re.findall(r"--mapapp-([\w-]+): (#\w{6})", dark if shade == "dark" else light))


def _linear(colour: str) -> _Floats:
    """Return linear red, green and blue from 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(linear: Any) -> _Floats:
    """Return CIELAB of linear red, green and blue."""
    ratio = _XYZ @ np.clip(linear, 0, 1) / _WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", _EYES)
@pytest.mark.parametrize("shade", ["light", "dark"])
def test_no_two_kinds_look_alike_to_any_eye(shade: str, eye: str) -> None:
    tokens = _tokens(shade)
    seen = [_lab(_EYES[eye] @ _linear(tokens[f"other-{slot}"])) for slot in range(10)]
    assert min(np.linalg.norm(one - two) for one, two in combinations(seen, 2)) > _LEAST_APART


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_the_letter_on_a_mark_can_be_read(shade: str) -> None:
    tokens = _tokens(shade)
    letter = _XYZ[1] @ _linear(tokens["on-mark"])
    for slot in range(10):
        mark = _XYZ[1] @ _linear(tokens[f"other-{slot}"])
        dim, bright = sorted((letter, mark))
        assert (bright + 0.05) / (dim + 0.05) >= _LEAST_CONTRAST
