"""From documents to a validated graph on disk: the story, its options and results, its worker processes."""

from comity.pipeline.records import REPORT_NAME, Build, Options, Result, is_built
from comity.pipeline.story import Knowledge, build, extract, knowledge

__all__ = ["REPORT_NAME", "Build", "Knowledge", "Options", "Result", "build", "extract", "is_built", "knowledge"]
