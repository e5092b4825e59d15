"""What every scenario needs: where the mock is, the keys, and checks whose failure says what was wrong."""

import os

MOCK_URL = os.environ["MOCK_URL"]
KEY_ID = os.environ["MOCK_KEY_ID"]
SECRET = os.environ["MOCK_SECRET"]
WRONG_SECRET = os.environ["MOCK_WRONG_SECRET"]
ACCOUNT = os.environ["MOCK_ACCOUNT"]


def equal(actual, expected, what=""):
    """Both are the same."""
    if actual != expected:
        raise AssertionError(f"{what or 'value'}: {actual!r} instead of {expected!r}")


def holds(actual, **expected):
    """The attributes or items of `actual` that are named have these values."""
    for name, value in expected.items():
        found = actual.get(name) if isinstance(actual, dict) else getattr(actual, name)
        equal(found, value, name)


def fails(call, kind, **expected):
    """The call raises an error of this kind, with these attributes; the error comes back."""
    try:
        answer = call()
    except kind as error:
        holds(error, **expected)
        return error
    raise AssertionError(f"no {kind.__name__} with {expected}, but {answer!r}")


def column(page, items, name):
    """One field of all items of a page."""
    return [item[name] for item in page[items]]


def pages(fetch, items, name):
    """The same for every page of a list, page by page. `fetch` takes the token of the page before."""
    found, token = [], None
    while True:
        page = fetch(token).data
        found.append(column(page, items, name))
        token = page.get("nextToken")
        if not token:
            return found
