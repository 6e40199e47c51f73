"""What the processor needs before torch is loaded, and the pool that runs batches side by side.

OpenBLAS 0.3.21 takes a processor that it does not know for a Prescott of 2004: matrix products then run at a fifth of their
speed (32 against 156 billion operations a second and core, measured on one such). So the kernel is chosen here by what the
processor says it can do. And two threads, each on batches of its own, do 1.9 times what one does; two threads on each product do 1.3 times.
"""
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def choose_kernels():
    """Sets OPENBLAS_* where the caller has not. Only counts before torch or numpy is imported."""
    try:
        flags = Path("/proc/cpuinfo").read_text().split("flags", 1)[1].split("\n", 1)[0].split()
    except (OSError, IndexError):
        return  # not Linux on x86: OpenBLAS knows best
    for flag, kernel in (("avx512bw", "SkylakeX"), ("avx2", "Haswell")):
        if flag in flags:
            os.environ.setdefault("OPENBLAS_CORETYPE", kernel)
            break
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the pool is what runs in parallel
    os.environ.setdefault("OMP_NUM_THREADS", "1")


class Pool:
    """Runs jobs on `threads` threads, and one more job ahead of its need."""

    def __init__(self, threads):
        self.threads = threads
        self._executor = ThreadPoolExecutor(threads)
        self._ahead = ThreadPoolExecutor(1)

    def map(self, work, jobs):
        """The results in the order of the jobs, whichever ends first."""
        return list(self._executor.map(work, jobs))

    def ahead(self, work, *arguments):
        """A future of what will be needed next: it is made while torch, which holds no lock, computes."""
        return self._ahead.submit(work, *arguments)
