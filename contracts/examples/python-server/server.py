"""An in-memory server for Function Compute: python3 server.py --port 9000

Requires Python 3.9 or newer and no packages.
"""

import argparse
import hashlib
import hmac
import json
import secrets
import socket
import sys
import threading
import uuid
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

from api import Call, Request, Response, State
from errors import ApiError, invalid
from fc2016 import Fc2016
from fc2021 import Fc2021
from routes import find_operation

MAX_BODY = 64 * 1024 * 1024


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address, credentials):
        super().__init__(address, Handler)
        self.credentials = credentials
        self.secret = secrets.token_bytes(32)
        self.codes = {}
        self.lock = threading.Lock()
        state = State(self.secret, self.to_code_url)
        self.apis = (Fc2016(state), Fc2021(state))

    def handle_error(self, request, client_address):
        # Ignores clients that disconnect.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def to_code_url(self, code):
        """Returns a signed URL. It does not use the Host header, because some clients omit the port there."""
        digest = hashlib.sha256(code).hexdigest()
        self.codes[digest] = code
        host, port = self.server_address[:2]
        return f"http://{host}:{port}/code/{digest}?signature={self.seal(digest)}"

    def find_code(self, digest, query):
        claim = query.get("signature", "").encode("utf-8", "replace")
        if digest not in self.codes or not hmac.compare_digest(claim, self.seal(digest).encode()):
            raise ApiError("AccessDenied", "the URL of the code is not valid")
        return self.codes[digest]

    def seal(self, digest):
        return hmac.new(self.secret, digest.encode(), hashlib.sha256).hexdigest()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "fc-example"
    sys_version = ""
    # Sends each response immediately and in one packet.
    wbufsize = 64 * 1024
    disable_nagle_algorithm = True

    def handle_request(self):
        try:
            response = self.respond(self.read_content())
        except ApiError as error:
            response = self.to_error_response(error)
        except Exception as error:  # noqa: BLE001: every failure becomes a response
            self.log_error("%r", error)
            response = self.to_error_response(ApiError("InternalServerError", "the server failed"))
        self.write(response)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = do_TRACE = handle_request

    def respond(self, content):
        url = urlsplit(self.path)
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        if self.command == "GET" and url.path.startswith("/code/"):
            code = self.server.find_code(url.path[len("/code/") :], query)
            return Response(content=code, headers={"Content-Type": "application/zip"})
        api = self.find_api()
        if self.server.credentials:
            request = Request(self.command, url.path, url.query, self.headers, content)
            api.verify(request, self.server.credentials)
        if not url.path.startswith(api.base_path):
            raise ApiError("PathNotSupported", f"paths must start with {api.base_path}")
        parts = [unquote(part) for part in url.path[len(api.base_path) :].split("/")]
        operation, names = find_operation(self.command, parts)
        call = Call(operation.__name__, names, query, self.headers, content, partial(self.read_json, content))
        with self.server.lock:
            return operation(api, call)

    def find_api(self):
        """Returns the version of the API that the path belongs to, or the first version if it belongs to none."""
        apis = self.server.apis
        return next((api for api in apis if self.path.startswith(api.base_path)), apis[0])

    def read_content(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self.read_chunks()
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal()):
            self.close_connection = True
            raise invalid("Content-Length must be a number")
        if int(length) > MAX_BODY:
            self.close_connection = True
            raise ApiError("EntityTooLarge", f"the body must have at most {MAX_BODY} bytes")
        return self.rfile.read(int(length))

    def read_chunks(self):
        content = bytearray()
        try:
            while size := int(self.rfile.readline(64).split(b";")[0], 16):
                if len(content) + size > MAX_BODY:
                    self.close_connection = True
                    raise ApiError("EntityTooLarge", f"the body must have at most {MAX_BODY} bytes")
                content += self.rfile.read(size)
                self.rfile.readline(3)
        except ValueError:
            self.close_connection = True
            raise invalid("the chunks of the body are not valid") from None
        while self.rfile.readline(65536).strip():
            pass  # trailers
        return bytes(content)

    def read_json(self, content, object_hook=None):
        media_type = self.headers.get("Content-Type", "application/json").split(";")[0].strip().lower()
        if media_type != "application/json":
            raise invalid("the body must be application/json")
        try:
            return json.loads(content.decode("utf-8"), parse_constant=reject_constant, object_hook=object_hook)
        except (ValueError, RecursionError):
            raise invalid("the body is not JSON") from None

    def to_error_response(self, error, status=None):
        request_id = str(uuid.uuid4())
        body = self.find_api().to_error_body(error.code, str(error), request_id)
        return Response(status or error.status, body, headers={"X-Fc-Request-Id": request_id, **error.headers})

    def write(self, response):
        content = response.content if response.body is None else json.dumps(response.body).encode()
        headers = dict(response.headers)
        if response.body is not None:
            headers["Content-Type"] = "application/json"
        if response.status != 204:
            headers["Content-Length"] = str(len(content or b""))
        self.send_response(response.status)
        for name, value in {"X-Fc-Request-Id": str(uuid.uuid4()), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if content and self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def send_error(self, code, message=None, explain=None):
        """Returns errors of the HTTP parser in the error format of the API."""
        self.close_connection = True
        self.command = self.command or "GET"
        self.path = getattr(self, "path", "/")
        self.write(self.to_error_response(invalid(message or "the request is not valid"), code))

    def log_request(self, code="-", size="-"):
        pass


def reject_constant(constant):
    raise ValueError(f"{constant} is not JSON")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=9000, help="port to listen on; 0 means any free port (default: 9000)")
    parser.add_argument(
        "--credentials",
        action="append",
        default=[],
        metavar="ID:SECRET",
        help="accept only requests signed with this key; may be repeated",
    )
    options = parser.parse_args()
    credentials = dict(pair.split(":", 1) for pair in options.credentials)
    server = Server((options.host, options.port), credentials)
    host, port = server.server_address[:2]
    print(f"listening on http://{host}:{port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
