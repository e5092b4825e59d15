"""Signs requests to Function Compute 2016-08-15, for clients based on httpx.

    Client(base_url=..., httpx_args={"auth": FcSignature(key_id, secret)})
"""

import base64
import hashlib
import hmac
from collections.abc import Generator
from email.utils import formatdate

import httpx


class FcSignature(httpx.Auth):
    """The signature covers the method, Content-MD5, Content-Type, Date, every x-fc- header and the decoded path."""

    def __init__(self, key_id: str, secret: str) -> None:
        self.key_id = key_id
        self.secret = secret.encode()

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        headers = request.headers
        headers["Date"] = formatdate(usegmt=True)
        fc_headers = sorted((name, value) for name, value in headers.items() if name.startswith("x-fc-"))
        lines = [
            request.method,
            headers.get("Content-MD5", ""),
            headers.get("Content-Type", ""),
            headers["Date"],
            "".join(f"{name}:{value}\n" for name, value in fc_headers) + request.url.path,
        ]
        mac = hmac.new(self.secret, "\n".join(lines).encode(), hashlib.sha256)
        headers["Authorization"] = f"FC {self.key_id}:{base64.b64encode(mac.digest()).decode()}"
        yield request
