"""``comity score``: golden texts, and what bare text gives beside the mark-up of its file."""

import typer
from typer.core import TyperGroup

from comity.cli.score_marked import citations, structure
from comity.cli.score_texts import score

__all__ = ["app"]

_DEFAULT = "texts"


class _Scores(TyperGroup):
    """What is scored; folders without a word before them are golden texts."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the name of the golden texts before arguments that begin with no name."""
        named = bool(args) and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if named else [_DEFAULT, *args])


app = typer.Typer(
    cls=_Scores, add_completion=False, help="How right extraction is: on golden texts, and beside mark-up."
)
app.command(_DEFAULT)(score)
app.command()(citations)
app.command()(structure)
