"""Verifies `Authorization: FC id:signature` of FC 2016-08-15, an HMAC-SHA256 over method, headers and path."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from errors import ApiError

MAX_SKEW = timedelta(minutes=15)


def verify(request, credentials):
    """Raises an ApiError unless the request is signed by one of `credentials`, a map from key id to secret."""
    headers = request.headers
    scheme, _, claim = (headers.get("Authorization") or "").partition(" ")
    key_id, _, signature = claim.strip().partition(":")
    if scheme != "FC" or not key_id or not signature:
        raise ApiError("AccessDenied", "the request has no Authorization header of the form FC id:signature")
    if key_id not in credentials:
        raise ApiError("InvalidAccessKeyId", "no such access key id")
    expected = sign(to_string_to_sign(request.method, request.path, headers), credentials[key_id])
    # Compares bytes, because compare_digest rejects text that is not ASCII.
    if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")):
        raise ApiError("SignatureNotMatch", "the signature does not match")
    check_date(headers.get("x-fc-date") or headers.get("Date"))


def sign(string_to_sign, secret):
    return base64.b64encode(hmac.new(secret.encode(), string_to_sign.encode(), hashlib.sha256).digest()).decode()


def to_string_to_sign(method, raw_path, headers):
    own = sorted((name.lower(), value) for name, value in headers.items() if name.lower().startswith("x-fc-"))
    lines = [
        method,
        headers.get("Content-MD5") or "",
        headers.get("Content-Type") or "",
        headers.get("x-fc-date") or headers.get("Date") or "",
    ]
    return "\n".join(lines) + "\n" + "".join(f"{name}:{value}\n" for name, value in own) + unquote(raw_path)


def check_date(text):
    try:
        sent = parsedate_to_datetime(text or "")
    except (TypeError, ValueError):
        raise ApiError("RequestTimeTooSkewed", "the request has no valid date") from None
    if sent.tzinfo is None:
        sent = sent.replace(tzinfo=timezone.utc)
    check_skew(sent)


def check_skew(sent):
    if abs(datetime.now(timezone.utc) - sent) > MAX_SKEW:
        raise ApiError("RequestTimeTooSkewed", "the date of the request differs by more than 15 minutes from the server's clock")
