"""Pictures of networks: layouts that come out the same every time, and SVG drawn on the server.

A picture needs no script and no inline style, says everything in words as well, and shows the type of a node by shape,
not by colour alone.
"""

from comity.visual.drawing import Picture
from comity.visual.showing import appearances, draw, stylesheet

__all__ = ["Picture", "appearances", "draw", "stylesheet"]
