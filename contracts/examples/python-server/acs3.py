"""Verifies `Authorization: ACS3-HMAC-SHA256 …` of FC 2021-04-06, an HMAC-SHA256 over the signed headers and the body."""

import hashlib
import hmac
import re
from datetime import datetime, timezone
from urllib.parse import parse_qsl, quote

from errors import ApiError
from signature import check_skew

ALGORITHM = "ACS3-HMAC-SHA256"
AUTHORIZATION = re.compile(ALGORITHM + r"\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)")


def verify(request, credentials):
    """Raises an ApiError unless the request is signed by one of `credentials`, a map from key id to secret."""
    match = AUTHORIZATION.fullmatch((request.headers.get("Authorization") or "").strip())
    if not match:
        raise ApiError("AccessDenied", f"the request has no Authorization header of the form {ALGORITHM} …")
    key_id, signed, signature = match.groups()
    if key_id not in credentials:
        raise ApiError("InvalidAccessKeyId", "no such access key id")
    names = signed.split(";")
    digest = hashlib.sha256(request.content).hexdigest()
    expected = sign(to_canonical_request(request, names, digest), credentials[key_id])
    if not (covers(names, request.headers) and hmac.compare_digest(expected, signature)):
        raise ApiError("SignatureNotMatch", "the signature does not match")
    if request.headers.get("x-acs-content-sha256", digest) != digest:
        raise ApiError("SignatureNotMatch", "the body does not have the signed digest")
    check_date(request.headers.get("x-acs-date"))


def covers(names, headers):
    """Whether the signature includes the host, the content type and all x-acs headers that the request has."""
    sent = {name.lower() for name in headers}
    needed = {name for name in sent if name in ("host", "content-type") or name.startswith("x-acs-")}
    return needed <= set(names)


def sign(canonical_request, secret):
    string_to_sign = f"{ALGORITHM}\n{hashlib.sha256(canonical_request.encode()).hexdigest()}"
    return hmac.new(secret.encode(), string_to_sign.encode(), hashlib.sha256).hexdigest()


def to_canonical_request(request, names, digest):
    query = sorted(parse_qsl(request.query, keep_blank_values=True))
    lines = [
        request.method,
        request.path,
        "&".join(f"{quote(key, safe='~')}={quote(value, safe='~')}" for key, value in query),
        "".join(f"{name}:{(request.headers.get(name) or '').strip()}\n" for name in names),
        ";".join(names),
        digest,
    ]
    return "\n".join(lines)


def check_date(text):
    try:
        sent = datetime.strptime(text or "", "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    except ValueError:
        raise ApiError("RequestTimeTooSkewed", "the request has no valid x-acs-date") from None
    check_skew(sent)
