"""The routes of the service. pygeoapi answers; what it should not be asked is refused before.

pygeoapi's own application reads its configuration from files named in the environment and has
routes for writing, processes and tiles; this one has the nine that a reader of features needs.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final

import pygeoapi.api as core
from pygeoapi.api import API, APIRequest, itemtypes
from pygeoapi.openapi import get_oas
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mapapp.model import Dataset
from mapapp.serving.configuration import configuration
from mapapp.serving.layer import Layer

__all__ = ["make_service"]

_FORMATS: Final = ("json", "html", "jsonld")
_LONGEST_QUERY: Final = 4_096
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_OF_FEATURES: Final = (itemtypes.get_collection_items, itemtypes.get_collection_item)

Answer = Callable[..., tuple[dict[str, str], int, Any]]


def make_service(layers: Mapping[str, Layer], dataset: Dataset, url: str) -> Starlette:
    """Return the service as an ASGI application that is reached at `url`, without a slash."""
    described = configuration(layers, dataset, url, with_times=True)
    queried = configuration(layers, dataset, url, with_times=False)
    openapi = get_oas(described)
    describe, query = API(described, openapi), API(queried, openapi)
    routes = [
        _route("/", describe, core.landing_page),
        _route("/openapi", describe, core.openapi_),
        _route("/conformance", describe, _conformance),
        _route("/collections", describe, core.describe_collections),
        _route("/collections/{dataset}", describe, core.describe_collections),
        _route("/collections/{dataset}/schema", describe, core.get_collection_schema),
        _route("/collections/{dataset}/queryables", describe, itemtypes.get_collection_queryables),
        _route("/collections/{dataset}/items", query, itemtypes.get_collection_items),
        _route("/collections/{dataset}/items/{item:path}", query, itemtypes.get_collection_item),
    ]
    reading = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"])
    return Starlette(routes=routes, middleware=[reading])


def _conformance(api: API, asked: APIRequest) -> tuple[dict[str, str], int, Any]:
    """Return what the service follows; pygeoapi also claims writing, which there is not."""
    headers, status, content = core.conformance(api, asked)
    if "json" in headers["Content-Type"]:
        told = json.loads(content)
        classes = told["conformsTo"]
        told["conformsTo"] = [name for name in classes if "create-replace-delete" not in name]
        content = json.dumps(told)
    return headers, status, content


def _route(path: str, api: API, answer: Answer) -> Route:
    """Return a route for reading."""

    async def endpoint(request: Request) -> Response:
        if refusal := _refusal(request):
            return refusal
        asked = await APIRequest.from_starlette(request, api.locales)
        names = [
            request.path_params[name] for name in ("dataset", "item") if name in request.path_params
        ]
        headers, status, content = await asyncio.to_thread(answer, api, asked, *names)
        if answer in _OF_FEATURES and status == HTTPStatus.OK and asked.format in (None, "json"):
            headers["Content-Type"] = "application/geo+json"
        return Response(content, status_code=int(status), headers={**headers, **_HEADERS})

    return Route(path, endpoint, methods=["GET"])


def _refusal(request: Request) -> Response | None:
    """Return the answer to what pygeoapi should not be asked, else None."""
    asked = request.query_params.get("f")
    if asked is not None and asked not in _FORMATS:
        return _bad_request(f"f={asked!r} is not offered; write f=json or f=html")
    if len(request.url.query) > _LONGEST_QUERY:
        return _bad_request(f"the query is longer than {_LONGEST_QUERY:,} characters")
    return None


def _bad_request(sentence: str) -> Response:
    """Return 400 in the form that OGC API – Features has for it."""
    body = {"code": "InvalidParameterValue", "type": "InvalidParameterValue"}
    return JSONResponse(body | {"description": sentence}, 400, _HEADERS)
