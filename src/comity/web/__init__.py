"""The web application: pages for people, RDF and SPARQL for programs."""

from comity.web.application import create_app
from comity.web.clients import Allowance
from comity.web.endpoint import Policy

__all__ = ["Allowance", "Policy", "create_app"]
