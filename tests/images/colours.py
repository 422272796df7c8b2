"""Colour spaces as plain arithmetic: what a colour-managed viewer shows, and how far off it is."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Sequence

Triple = Sequence[float]
Space = tuple[tuple[Triple, Triple, Triple], Callable[[float], float]]
D50 = (0.9642, 1.0, 0.8249)


def _srgb_curve(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _adobe_curve(value: float) -> float:
    return float(value ** (563 / 256))


# Red, green and blue in XYZ, adapted to D50 as ICC profiles hold them; and the tone curve.
SRGB: Space = (
    ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)),
    _srgb_curve,
)
DISPLAY_P3: Space = (
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    _srgb_curve,
)
ADOBE_RGB: Space = (
    ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)),
    _adobe_curve,
)


def lab(rgb: Triple, space: Space) -> Triple:
    """CIE L*a*b* (D50) of eight-bit values in a space."""
    primaries, curve = space
    light = [curve(value / 255) for value in rgb]
    xyz = (sum(light[n] * primaries[n][axis] for n in range(3)) for axis in range(3))
    x, y, z = (_cube_root(value / white) for value, white in zip(xyz, D50, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(one: Triple, other: Triple) -> float:
    """ΔE of 1976, which is never smaller than the later formulas for colours like these."""
    return math.dist(one, other)


def profile(space: Space) -> bytes:
    """An ICC profile (version 2.1, matrix and curves) of a space."""
    primaries, curve = space
    points = struct.pack(">1024H", *(round(curve(n / 1023) * 65535) for n in range(1024)))
    curves = b"curv" + bytes(4) + struct.pack(">I", 1024) + points
    tags = {b"wtpt": _xyz(D50), b"rTRC": curves, b"gTRC": curves, b"bTRC": curves}
    tags |= {b"rXYZ": _xyz(primaries[0]), b"gXYZ": _xyz(primaries[1]), b"bXYZ": _xyz(primaries[2])}
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def ink_profile(corners: Sequence[Triple]) -> bytes:
    """An ICC profile for CMYK: the L*a*b* of its sixteen solid overprints, black varying first."""
    ramp = bytes(range(256))
    grid = bytes(
        byte
        for light, a, b in corners
        for byte in (round(light * 2.55), round(a) + 128, round(b) + 128)
    )
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + identity + ramp * 4 + grid + ramp * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"wtpt": _xyz(D50), b"A2B0": table})


def _xyz(value: Triple) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in value))


def _profile(kind: bytes, channels: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78)
    tags = {b"desc": text, b"cprt": b"text" + bytes(4) + b"none\0", **tags}
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">II", offset + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s12x4s", offset + len(body), b"", 0x02100000, kind, channels,
                       connection, b"acsp")  # fmt: skip
    return head.ljust(68, b"\0") + _xyz(D50)[8:] + bytes(48) + table + body
