"""A fact-consistency checker for news: what reports claim, and where they contradict each other or themselves."""

from checker.model import Document, Report
from checker.pipeline import check, extract

__all__ = ["Document", "Report", "check", "extract"]
