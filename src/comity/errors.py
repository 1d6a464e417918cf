"""The one tree of errors that Comity raises on purpose.

::

    ComityError
    ├── ResourceMissingError      a file that ships with Comity is not there
    ├── UnknownTermError          a name that the ontology does not have
    ├── SourceError               a document that cannot be read
    │   ├── EmptySourceError
    │   ├── BinarySourceError
    │   ├── EncodingError
    │   ├── DamagedSourceError    a PDF or DOCX file that is cut off or broken
    │   ├── EncryptedSourceError  … that opens with a password only
    │   ├── TextLayerError        … whose pages are pictures
    │   ├── SourceTooLargeError
    │   ├── MarkupError           XML that is broken, hostile or of another vocabulary
    │   └── MetadataError         its sidecar file is broken
    ├── FetchError                an official text that cannot be got, or is not what was asked for
    ├── LanguageDataError         a file of `data/language` is broken
    ├── ReferenceDataError        a record of `data/reference` is broken
    ├── DatasetError              a built dataset is missing or broken
    │   └── BusyError             too many queries wait already
    ├── QueryError                a query that cannot be parsed, or a parameter that does not fit
    │   ├── QueryStoppedError     it took more time, memory or depth than a query may
    │   └── AnswerTooLargeError   its answer has more rows or bytes than an answer may
    ├── ValidationError           shapes or data that cannot be validated at all
    ├── GoldError                 an annotated text or a recorded run that cannot be used
    ├── AnalysisError             a measure that is undefined on this graph
    └── ConfigurationError        settings that contradict each other

Every message says what was found, what was expected, and where.
"""

__all__ = [
    "AnalysisError",
    "AnswerTooLargeError",
    "BinarySourceError",
    "BusyError",
    "ComityError",
    "ConfigurationError",
    "DamagedSourceError",
    "DatasetError",
    "EmptySourceError",
    "EncodingError",
    "EncryptedSourceError",
    "FetchError",
    "GoldError",
    "LanguageDataError",
    "MarkupError",
    "MetadataError",
    "QueryError",
    "QueryStoppedError",
    "ReferenceDataError",
    "ResourceMissingError",
    "SourceError",
    "SourceTooLargeError",
    "TextLayerError",
    "UnknownTermError",
    "ValidationError",
]


class ComityError(Exception):
    """Root of the tree: whatever Comity refuses to do, it says with a subclass of this."""


class ResourceMissingError(ComityError):
    """A file that ships with Comity is not where it should be."""


class UnknownTermError(ComityError, AttributeError):
    """A term that its vocabulary does not have."""


class SourceError(ComityError):
    """A document that cannot be read."""


class EmptySourceError(SourceError):
    """A document without any text."""


class BinarySourceError(SourceError):
    """A file that is not text in any encoding Comity knows."""


class EncodingError(SourceError):
    """Bytes that do not decode in the encoding they are said to have."""


class DamagedSourceError(SourceError):
    """A file of a format that has parts, which is cut off or broken."""


class EncryptedSourceError(SourceError):
    """A document that opens with a password only."""


class TextLayerError(SourceError):
    """A document whose pages are pictures, without the text in them."""


class SourceTooLargeError(SourceError):
    """A document above the size limit."""


class MarkupError(SourceError):
    """An XML file that is broken, that tries what no document needs, or that is not Akoma Ntoso."""


class MetadataError(SourceError):
    """A sidecar metadata file that cannot be used."""


class FetchError(ComityError):
    """An official text that cannot be got, or what came is not it."""


class LanguageDataError(ComityError):
    """A pattern, verb or abbreviation file that cannot be used."""


class ReferenceDataError(ComityError):
    """An authority record that cannot be used."""


class DatasetError(ComityError):
    """A built dataset that is missing or broken."""


class BusyError(DatasetError):
    """A query that is not even begun, because too many wait already."""


class QueryError(ComityError):
    """A query that cannot be parsed or evaluated, or a parameter that does not fit it."""


class QueryStoppedError(QueryError):
    """A query that was stopped, because it took more time, memory or depth than a query may."""


class AnswerTooLargeError(QueryError):
    """A query whose answer has more rows or bytes than an answer may."""


class ValidationError(ComityError):
    """Shapes or data that cannot be validated at all (findings are not errors)."""


class GoldError(ComityError):
    """An annotated text, or a recorded run of such texts, that cannot be used."""


class AnalysisError(ComityError):
    """A measure that is undefined on the graph it was asked of."""


class ConfigurationError(ComityError):
    """Settings that cannot be used."""
