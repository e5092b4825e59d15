"""Prints what each step of the scenario brought back, as the lines of JSON that the runner reads."""

import json
import os
from typing import Any, Protocol

from attrs import has

URL = os.environ["MOCK_URL"]
# The codes that the mock is asked for, one after the other, by the header that goes with each.
FORCED_ERRORS = [(code, {"Prefer": f"error={code}"}) for code in os.environ["FORCED_ERRORS"].split(",")]

# To sign with, where the mock verifies.
KEY = (os.environ["MOCK_KEY_ID"], os.environ["MOCK_SECRET"]) if "MOCK_KEY_ID" in os.environ else None


class Model(Protocol):
    def to_dict(self) -> dict[str, Any]: ...


class Answer(Protocol):
    @property
    def status_code(self) -> Any: ...
    @property
    def headers(self) -> Any: ...
    @property
    def parsed(self) -> Any: ...


def show(step: str, **parts: object) -> None:
    print(json.dumps({"step": step, **parts}), flush=True)


def show_response(step: str, answer: Answer, error: type[Model]) -> None:
    """The answer to one request: what the client decoded, as a reply or as an error of its own type."""
    status = int(answer.status_code)
    if isinstance(answer.parsed, error):
        return show(step, status=status, error=answer.parsed.to_dict())
    if status == 204:
        return show(step, status=status)
    if not has(type(answer.parsed)):
        raise AssertionError(f"{step}: {answer.parsed!r} is no model")
    etag = {"etag": answer.headers["ETag"]} if "ETag" in answer.headers else {}
    return show(step, status=status, body=answer.parsed.to_dict(), **etag)
