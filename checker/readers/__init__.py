"""Readers: one module a format, whose `suffixes` say which files are its own and whose `read` gives their documents."""
