"""The web application: pages for people, RDF and SPARQL for programs."""

from comity.web.application import create_app

__all__ = ["create_app"]
