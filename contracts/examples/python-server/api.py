"""What all versions of Function Compute share. `fc2016.py` and `fc2021.py` define one version each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from errors import ApiError
from paging import Pager
from store import find
from validate import read, text


@dataclass
class Call:
    """A parsed request. `read_json` parses the body and raises an ApiError if it is not JSON.

    Its parameter `object_hook` is that of `json.loads`.
    """

    operation: str
    names: list
    query: dict
    headers: Mapping
    content: bytes
    read_json: Callable


@dataclass
class Request:
    """A request as it was sent, for the verification of its signature."""

    method: str
    path: str
    query: str
    headers: Mapping
    content: bytes


@dataclass
class Response:
    status: int = 200
    body: object = None
    content: bytes = None
    headers: dict = field(default_factory=dict)


GONE = 204


@dataclass
class Shape:
    """The fields of a resource in one version of the API.

    `fixed` and `fields` contain the rules of the fields that only a create and that also an update can set. `server_set`
    contains the names of the fields that the server adds to a response.
    """

    kind: str
    key: str
    fixed: dict
    fields: dict
    required: tuple
    server_set: tuple = ("createdTime", "lastModifiedTime")
    defaults: dict = field(default_factory=dict)

    def to_body(self, resource):
        """Returns the fields that this version knows. Another version may have stored more."""
        known = {*self.fixed, *self.fields, *self.server_set}
        return {name: value for name, value in resource.to_body().items() if name in known}


class State:
    """What the server stores. All versions of the API share it. `to_code_url` returns a URL for the download of code."""

    def __init__(self, secret, to_code_url):
        self.services = {}
        self.pager = Pager(secret)
        self.to_code_url = to_code_url


class Api:
    """The base class of the versions of the API.

    A subclass sets `base_path` and a Shape for each other kind of resource. It also defines the methods that this class uses
    but does not have: `qualified_service`, `read_update`, `read_version`, `to_direction`, `to_invocation_headers`,
    `to_error_body` and `verify`.
    """

    versions = Shape(
        kind="Version",
        key="versionId",
        fixed={"description": text},
        fields={},
        required=(),
        server_set=("versionId", "createdTime", "lastModifiedTime"),
    )

    # The codes of the operations that report a missing service or a wrong If-Match in another way.
    missing_service_codes = {}
    stale_codes = {}
    stale_code = "PreconditionFailed"

    def __init__(self, state):
        self.state = state

    # Look-up of the resources in a path

    def service(self, call):
        return find(self.state.services, call.names[0], self.missing_service_codes.get(call.operation, "ServiceNotFound"))

    def function(self, call):
        return find(self.service(call).functions, call.names[1], "FunctionNotFound")

    def qualified_function(self, call):
        return find(self.qualified_service(call).functions, call.names[1], "FunctionNotFound")

    def trigger(self, call):
        return find(self.function(call).triggers, call.names[2], "TriggerNotFound")

    def alias(self, call):
        return find(self.service(call).aliases, call.names[1], "AliasNotFound")

    def check_match(self, call, resource):
        """Raises an ApiError if If-Match does not match the ETag. Quotation marks are optional."""
        if_match = call.headers.get("If-Match")
        if if_match is None or if_match.strip() == "*":
            return
        if resource.etag.strip('"') not in [tag.strip().strip('"') for tag in if_match.split(",")]:
            code = self.stale_codes.get(call.operation, self.stale_code)
            raise ApiError(code, "the ETag does not match the current state of the resource")

    # Bodies of requests

    def read_body(self, call):
        return call.read_json()

    def read_create(self, shape, call):
        return {**shape.defaults, **read(self.read_body(call), {**shape.fixed, **shape.fields}, shape.required)}

    def check(self, shape, fields):
        """Checks the rules between the fields of a resource."""

    # Responses

    def add(self, shape, items, resource):
        name = resource.fields[shape.key]
        if name in items:
            raise ApiError(f"{shape.kind}AlreadyExists", f"{name} already exists")
        items[name] = resource
        return self.to_response(shape, resource)

    def to_response(self, shape, resource):
        return Response(body=self.to_body(shape, resource), headers={"Etag": resource.etag})

    def to_body(self, shape, resource):
        return shape.to_body(resource)

    def page(self, call, entries, shape, items, **order):
        keys, token = self.state.pager.page((entries, *call.names), items, call.query, **order)
        body = {entries: [self.to_body(shape, items[key]) for key in keys]}
        return Response(body={**body, "nextToken": token} if token else body)
