"""Kinds: what can be measured in a text. A kind finds, relates and shows; it knows no sources, rules or severity."""
