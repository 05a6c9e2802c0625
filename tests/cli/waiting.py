"""Waiting for what another process does."""
import time


def wait_until(holds, what, limit_s=60):
    """Returns as soon as `holds()`; fails after the limit and says `what` was waited for in vain."""
    limit = time.monotonic() + limit_s
    while not holds():
        assert time.monotonic() < limit, what
        time.sleep(0.005)
