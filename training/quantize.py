"""Weight quantization for the exported files."""
import numpy as np

BLOCK = 32   # weights along the input dimension that share one scale


def blockwise(weight, bits):
    """[out, in] -> (packed uint8 [out, blocks, bytes], scales [out * blocks]) for MatMulNBits, symmetric around 2^(bits-1)."""
    out, inputs = weight.shape
    blocks = weight.reshape(out, inputs // BLOCK, BLOCK)
    zero = 2 ** (bits - 1)
    extreme = np.take_along_axis(blocks, np.abs(blocks).argmax(-1)[..., None], -1)[..., 0]
    if bits == 8:
        scale = np.abs(extreme) / 127.0
    else:
        # The signed extreme maps to the end of the range; a few smaller scales are tried and the least squared error wins.
        scale, least = None, None
        for factor in (1.0, 0.95, 0.9, 0.85, 0.8, 1.07):
            tried = np.where(extreme == 0, 1e-8, extreme / -zero * factor)
            q = np.clip(np.round(blocks / tried[..., None]) + zero, 0, 2 ** bits - 1)
            error = ((blocks - (q - zero) * tried[..., None]) ** 2).sum(-1)
            scale = tried if least is None else np.where(error < least, tried, scale)
            least = error if least is None else np.minimum(error, least)
    scale = np.where(scale == 0, 1e-8, scale).astype(np.float32)
    q = np.clip(np.round(blocks / scale[..., None]) + zero, 0, 2 ** bits - 1).astype(np.uint8)
    if bits == 4:
        q = (q[..., 0::2] | (q[..., 1::2] << 4)).astype(np.uint8)
    return q, scale.reshape(-1)


def per_row(weight):
    """[out, in] -> (int8 of the same shape, scale per row) for MatMulInteger."""
    scale = (np.abs(weight).max(1) / 127.0).astype(np.float32)
    return np.clip(np.round(weight / scale[:, None]), -127, 127).astype(np.int8), scale
