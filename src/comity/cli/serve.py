"""``comity serve``: the web application over a built graph or another endpoint."""

import errno
import socket
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from comity.cli.analyse import Store
from comity.errors import ConfigurationError
from comity.settings import settings
from comity.store import DATASET_NAME, open_served
from comity.web import Allowance, Policy, create_app

__all__ = ["run_server", "run_site", "serve"]

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

_LONGEST_HEAD = 256 * 1024
"""Bytes of a request line and its headers: the longest query the guard lets through, percent-encoded in a GET."""


def serve(
    store: Store = "build",
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: 127.0.0.1).")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on, 0 for a free one (default: 8000).")
    ] = None,
) -> None:
    """Serve the pages and the SPARQL endpoint (at /sparql)."""
    configured = settings()
    run_site(store, host or configured.host, configured.port if port is None else port)


def run_site(store: str, host: str, port: int) -> None:
    """Serve the dataset in a folder, or the endpoint at a URL, until interrupted.

    Raises:
        ConfigurationError: the address cannot be listened on, or is public where queries cannot be confined.
        DatasetError: there is no dataset, or it cannot be opened.
    """
    configured = settings()
    dataset = Path(store) / DATASET_NAME
    file = dataset if dataset.is_file() else None
    with open_served(store, configured.capacity) as served:
        if not served.is_confined and host not in _LOOPBACK:
            raise ConfigurationError(
                f"queries cannot be confined on this system, so they are not answered at {host}: serve at 127.0.0.1, "
                "or serve another endpoint with --store URL"
            )
        allowance = Allowance(configured.client_seconds, configured.client_queries)
        policy = Policy(allowance, served.version, configured.cache_bytes)
        site = create_app(served.reader, served.answers, policy=policy, base_iri=configured.base_iri, dataset_file=file)
        run_server(site, host, port)


def run_server(app: FastAPI, host: str, port: int) -> None:
    """Run the application until it is interrupted, which is how it is meant to end; print its address once it listens.

    Raises:
        ConfigurationError: the address cannot be listened on.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        limit_concurrency=200,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    with _listening(host, port) as listener, suppress(KeyboardInterrupt):
        _AnnouncingServer(config).run(sockets=[listener])


class _AnnouncingServer(uvicorn.Server):
    """A server that says where it listens when it does, and not before."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            typer.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = "something else listens there" if error.errno == errno.EADDRINUSE else error.strerror or str(error)
        raise ConfigurationError(f"cannot listen on {host} port {port}: {reason}") from error
