"""Operators: one module a way of contradicting, whose `judge` gives a reason for or against."""
