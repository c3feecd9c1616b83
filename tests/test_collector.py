"""The collector of cycles: paused while documents are read, running again behind it, and with nothing left to find."""

import gc

import judging
import pytest

from checker import collector, pipeline
from checker.collect import collect

SHORT = judging.ROOT / "fixtures" / "reports" / "short"


@pytest.mark.parametrize("running", [True, False])
def test_it_is_left_as_it_was_found(running: bool) -> None:
    found = gc.isenabled()
    try:
        gc.enable() if running else gc.disable()
        with collector.paused():
            assert not gc.isenabled()
            with collector.paused():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() == running
    finally:
        gc.enable() if found else gc.disable()


def test_it_runs_again_behind_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="halfway"), collector.paused():
        raise ValueError("halfway")
    assert gc.isenabled()


def test_reading_and_judging_leave_no_cycles() -> None:
    collected = collect([str(SHORT)])
    packs = judging.loaded()
    pipeline.judge(collected, packs, compare=True)  # what is built once is built now
    gc.collect()
    with collector.paused():
        report = pipeline.judge(collected, packs, compare=True)
        assert report.mentions
        del report
        assert gc.collect() == 0
