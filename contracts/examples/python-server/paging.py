"""Pages of lists and their tokens."""

import base64
import binascii
import hashlib
import hmac

from errors import invalid

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


class Pager:
    """Creates signed tokens. A changed token, or a token of another list, is rejected."""

    def __init__(self, secret):
        self.secret = secret

    def page(self, scope, keys, query, reverse=False, to_order=lambda key: key):
        """Returns the keys of one page, and the token of the next page or None.

        `scope` identifies the list, `query` is the query string as a map, `to_order` returns the sort key.
        """
        limit = to_limit(query.get("limit"))
        matching = (key for key in keys if key.startswith(query.get("prefix", "")))
        ordered = sorted(matching, key=to_order, reverse=reverse)
        start = self.read(scope, query["nextToken"]) if query.get("nextToken") else query.get("startKey")
        if start:
            first = to_order(start)
            ordered = [key for key in ordered if (to_order(key) <= first if reverse else to_order(key) >= first)]
        page, rest = ordered[:limit], ordered[limit:]
        return page, self.write(scope, rest[0]) if rest else None

    def write(self, scope, key):
        return base64.urlsafe_b64encode(self.seal(scope, key) + key.encode("utf-8", "surrogatepass")).decode()

    def read(self, scope, token):
        try:
            content = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
            key = content[16:].decode("utf-8", "surrogatepass")
        except (binascii.Error, ValueError):
            raise invalid("nextToken is not valid") from None
        if not hmac.compare_digest(content[:16], self.seal(scope, key)):
            raise invalid("nextToken is not valid for this list")
        return key

    def seal(self, scope, key):
        message = "\0".join([*scope, key]).encode("utf-8", "surrogatepass")
        return hmac.new(self.secret, message, hashlib.sha256).digest()[:16]


def to_limit(given):
    if given is None:
        return DEFAULT_LIMIT
    if not given.lstrip("-").isdecimal() or len(given) > 9:
        raise invalid("limit must be an integer")
    limit = int(given)
    if limit > MAX_LIMIT:
        raise invalid(f"limit cannot exceed {MAX_LIMIT}")
    # The source has no minimum. A limit below 1 means the default.
    return limit if limit > 0 else DEFAULT_LIMIT
