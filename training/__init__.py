"""Makes the bundled demonstration model from generated visits. Never needed to install, run or test the product."""
from .cpu import choose_kernels

choose_kernels()
