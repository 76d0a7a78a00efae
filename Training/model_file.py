"""Reading and writing the model file (MODEL_FORMAT.md, section 1)."""

import json
import pathlib
import struct
import zlib

import numpy as np

MAGIC, VERSION, START, ALIGNMENT = b"NGLM", 1, 32, 64
TYPES = {"i8": np.int8, "f32": np.float32}


def aligned(n):
    return -(-n // ALIGNMENT) * ALIGNMENT


def write(path, header, tensors):
    """Writes a header (a dict) and named arrays; returns the checksum."""
    names = {np.dtype(np.int8): "i8", np.dtype(np.float32): "f32"}
    entries = [
        {"name": n, "dtype": names[t.dtype], "shape": list(t.shape), "offset": 0, "bytes": t.nbytes}
        for n, t in tensors.items()
    ]
    text = b""
    for _ in range(10):  # the offsets' digits change the header's length, which changes the offsets
        at = aligned(START + len(text))
        for e in entries:
            e["offset"] = at
            at = aligned(at + e["bytes"])
        again = json.dumps(
            header | {"tensors": entries}, ensure_ascii=False, separators=(",", ":")
        ).encode()
        settled, text = len(again) == len(text), again
        if settled:
            break
    body = bytearray(at)
    body[START : START + len(text)] = text
    for e, t in zip(entries, tensors.values()):
        body[e["offset"] : e["offset"] + e["bytes"]] = np.ascontiguousarray(t).tobytes()
    struct.pack_into("<QQ", body, 16, len(body), len(text))
    checksum = zlib.crc32(bytes(body[16:]))
    struct.pack_into("<4sIII", body, 0, MAGIC, VERSION, checksum, 0)
    pathlib.Path(path).write_bytes(body)
    return checksum


def read(path):
    """The header, the arrays by name, and the checksum, after all checks."""
    data = pathlib.Path(path).read_bytes()
    if len(data) < START or data[:4] != MAGIC:
        raise ValueError(f"{path}: not a model file")
    version, checksum = struct.unpack_from("<II", data, 4)
    size, length = struct.unpack_from("<QQ", data, 16)
    if version != VERSION:
        raise ValueError(f"{path}: format version {version}, expected {VERSION}")
    if size != len(data):
        raise ValueError(f"{path}: {len(data)} bytes, expected {size}")
    if zlib.crc32(data[16:]) != checksum:
        raise ValueError(f"{path}: wrong checksum")
    header = json.loads(data[START : START + length])
    arrays = {}
    for e in header["tensors"]:
        flat = np.frombuffer(data, TYPES[e["dtype"]], int(np.prod(e["shape"])), e["offset"])
        arrays[e["name"]] = flat.reshape(e["shape"])
    return header, arrays, checksum
