"""Prints the result of each step as a JSON line that the runner reads."""

import json
import os
from typing import Any, Protocol

from attrs import has

URL = os.environ["MOCK_URL"]
# The error codes that the program forces, each with its header.
FORCED_ERRORS = [(code, {"Prefer": f"error={code}"}) for code in os.environ["FORCED_ERRORS"].split(",")]

# The access key, if the mock verifies signatures.
KEY = (os.environ["MOCK_KEY_ID"], os.environ["MOCK_SECRET"]) if "MOCK_KEY_ID" in os.environ else None


class Model(Protocol):
    def to_dict(self) -> dict[str, Any]: ...


class ClientResponse(Protocol):
    @property
    def status_code(self) -> Any: ...
    @property
    def headers(self) -> Any: ...
    @property
    def parsed(self) -> Any: ...


def show(step: str, **parts: object) -> None:
    print(json.dumps({"step": step, **parts}), flush=True)


def show_response(step: str, response: ClientResponse, error: type[Model]) -> None:
    """Prints what the client decoded, as a body or as a typed error."""
    status = int(response.status_code)
    if isinstance(response.parsed, error):
        return show(step, status=status, error=response.parsed.to_dict())
    if status == 204:
        return show(step, status=status)
    if not has(type(response.parsed)):
        raise AssertionError(f"{step}: {response.parsed!r} is not a model")
    etag = {"etag": response.headers["ETag"]} if "ETag" in response.headers else {}
    return show(step, status=status, body=response.parsed.to_dict(), **etag)
