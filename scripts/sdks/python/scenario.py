"""Settings and assertions of all scenarios."""

import os
import time

MOCK_URL = os.environ["MOCK_URL"]
KEY_ID = os.environ["MOCK_KEY_ID"]
SECRET = os.environ["MOCK_SECRET"]
WRONG_SECRET = os.environ["MOCK_WRONG_SECRET"]
ACCOUNT = os.environ["MOCK_ACCOUNT"]


def equal(actual, expected, what=""):
    """Asserts that two values are equal."""
    if actual != expected:
        raise AssertionError(f"{what or 'value'}: {actual!r} instead of {expected!r}")


def holds(actual, **expected):
    """Asserts that the given attributes or items of `actual` have these values."""
    for name, value in expected.items():
        equal(field(actual, name), value, name)


def field(value, name):
    """Returns an item of a dictionary, or an attribute of a model."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name)


def eventually(read, **expected):
    """Reads until the result has these attributes or items, at most 10 s. Asserts that it has them."""
    deadline = time.monotonic() + 10
    while True:
        result = read()
        found = {name: field(result, name) for name in expected}
        if found == expected or time.monotonic() > deadline:
            return holds(result, **expected)
        time.sleep(0.05)


def fails(call, kind, **expected):
    """Asserts that the call raises an error of this kind with these attributes, and returns the error."""
    try:
        result = call()
    except kind as error:
        holds(error, **expected)
        return error
    raise AssertionError(f"no {kind.__name__} with {expected}, but {result!r}")


def column(page, items, name):
    """Returns one field of all items of a page."""
    return [field(item, name) for item in field(page, items)]


def pages(fetch, items, name):
    """Returns one field of all items, page by page. `fetch` takes the token of the previous page and returns a page."""
    found, token = [], None
    while True:
        page = fetch(token)
        found.append(column(page, items, name))
        token = field(page, "nextToken" if isinstance(page, dict) else "next_token")
        if not token:
            return found
