"""Settings and assertions of all scenarios."""

import os

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
        found = actual.get(name) if isinstance(actual, dict) else getattr(actual, name)
        equal(found, value, name)


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
    return [item[name] for item in page[items]]


def pages(fetch, items, name):
    """Returns one field of all items, page by page. `fetch` takes the token of the previous page."""
    found, token = [], None
    while True:
        page = fetch(token).data
        found.append(column(page, items, name))
        token = page.get("nextToken")
        if not token:
            return found
