"""Text in XML 1.0: what it cannot hold, and what its readers would change.

The specification (sections 2.2 and 2.11) forbids most control characters, even as references, and has readers turn a
bare carriage return into a line feed.
"""

import re

__all__ = ["keep_carriage_returns", "legal"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return the text with U+FFFD in place of every character that XML 1.0 forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def keep_carriage_returns(xml: bytes) -> bytes:
    """Return serialised XML with every carriage return as a reference; the markup itself must have none."""
    return xml.replace(b"\r", b"&#13;")
