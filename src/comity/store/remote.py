"""The remote store: any SPARQL 1.1 endpoint, asked with SPARQLWrapper over POST."""

import http.client
import urllib.error

from SPARQLWrapper import JSON, POST, SELECT, SPARQLExceptions, SPARQLWrapper

from comity.errors import DatasetError, QueryError
from comity.store.answering import AnsweringReader
from comity.store.reader import WHOLE_DATASET, DatasetGraphs

__all__ = ["RemoteReader"]


class RemoteReader(AnsweringReader):
    """A `comity.store.Reader` over the endpoint at a URL; its default graph must be the union of the facts."""

    def __init__(self, url: str, *, timeout: int = 60) -> None:
        self._url = url
        self._timeout = timeout

    def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form, as the endpoint wrote it in this media type."""
        response = self._send(self._request(query, media_type, graphs))
        answered = response.headers.get_content_type()
        if answered != media_type:
            raise DatasetError(f"{self._url} was asked for {media_type} and answered with {answered}")
        return response.read()

    def _request(self, query: str, media_type: str, graphs: DatasetGraphs) -> SPARQLWrapper:
        request = SPARQLWrapper(self._url)
        request.setMethod(POST)
        request.setOnlyConneg(onlyConneg=True)
        request.setTimeout(self._timeout)
        request.setReturnFormat(JSON)
        # Not `setQuery`: it guesses the form from any word, in comments too, and would send an update as an update.
        request.queryString, request.queryType = query, SELECT
        request.addCustomHttpHeader("Accept", media_type)
        for name, iris in (("default-graph-uri", graphs.default), ("named-graph-uri", graphs.named)):
            for iri in iris:
                request.addParameter(name, iri)
        return request

    def _send(self, request: SPARQLWrapper) -> http.client.HTTPResponse:
        try:
            response: http.client.HTTPResponse = request.query().response
        except SPARQLExceptions.QueryBadFormed as error:
            raise QueryError(str(error)) from error
        except (SPARQLExceptions.SPARQLWrapperException, urllib.error.URLError, OSError) as error:
            raise DatasetError(f"{self._url} could not answer: {error}") from error
        return response
