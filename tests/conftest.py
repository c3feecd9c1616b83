"""What every test may count on: the same time zone, language of messages, and no cache or configuration of a user."""

import os
import signal
import time
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests run as a user without a past: nothing that lies in a home changes what they find."""
    home = str(tmp_path_factory.mktemp("home"))
    kept = dict(os.environ)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG", "LC_ALL", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        os.environ.pop(name, None)
    os.environ.update(HOME=home, XDG_CACHE_HOME=f"{home}/.cache", TZ="UTC", PYTHONUTF8="1")
    time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs in the background is deaf to it
    yield
    os.environ.clear()
    os.environ.update(kept)
    time.tzset()
