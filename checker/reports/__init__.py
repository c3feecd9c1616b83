"""The formats that show a report: one file each, found by its name."""
