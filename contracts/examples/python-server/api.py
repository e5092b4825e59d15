"""The 25 operations of FC 2016-08-15, one function each. The server runs one operation at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import validate
from errors import ApiError, invalid
from paging import Pager
from store import Function, Resource, Service, check_match, find, to_alias_fields


@dataclass
class Call:
    """A parsed request. `read_json` parses the body and raises an ApiError if it is not JSON."""

    names: list
    query: dict
    headers: Mapping
    content: bytes
    read_json: Callable

    @property
    def if_match(self):
        return self.headers.get("If-Match")


@dataclass
class Response:
    status: int = 200
    body: object = None
    content: bytes = None
    headers: dict = field(default_factory=dict)


def to_response(resource):
    return Response(body=resource.to_body(), headers={"Etag": resource.etag})


GONE = 204


class Api:
    """Handles calls. `to_code_url` returns a URL for the download of code."""

    def __init__(self, secret, to_code_url):
        self.services = {}
        self.pager = Pager(secret)
        self.to_code_url = to_code_url

    # Look-up of the resources in a path

    def service(self, call, code="ServiceNotFound"):
        """Three operations do not document ServiceNotFound. They pass the code of the resource in the service."""
        return find(self.services, call.names[0], code)

    def qualified_service(self, call):
        name, dot, qualifier = call.names[0].partition(".")
        return find(self.services, name, "ServiceNotFound").at(qualifier if dot else None)

    def function(self, call):
        return find(self.service(call).functions, call.names[1], "FunctionNotFound")

    def qualified_function(self, call):
        return find(self.qualified_service(call).functions, call.names[1], "FunctionNotFound")

    def trigger(self, call):
        return find(self.function(call).triggers, call.names[2], "TriggerNotFound")

    def alias(self, call):
        return find(self.service(call, "AliasNotFound").aliases, call.names[1], "AliasNotFound")

    def page(self, call, kind, items, **order):
        keys, token = self.pager.page((kind, *call.names), items, call.query, **order)
        body = {kind: [items[key].to_body() for key in keys]}
        return Response(body={**body, "nextToken": token} if token else body)

    # Services

    def create_service(self, call):
        fields = validate.creation(call.read_json(), {"serviceName": validate.name}, validate.SERVICE, ("serviceName",))
        return self.add(self.services, "serviceName", "ServiceAlreadyExists", Service(fields))

    def list_services(self, call):
        return self.page(call, "services", self.services)

    def get_service(self, call):
        return to_response(self.qualified_service(call))

    def update_service(self, call):
        service = self.service(call)
        fields = validate.update(call.read_json(), ("serviceName",), validate.SERVICE)
        check_match(service, call.if_match)
        service.change(fields)
        return to_response(service)

    def delete_service(self, call):
        service = self.service(call)
        check_match(service, call.if_match)
        if service.functions:
            raise ApiError("ServiceNotEmpty", "the service still has functions")
        # The source requires only that no functions are left. Versions and aliases are deleted with the service.
        del self.services[call.names[0]]
        return Response(GONE)

    # Functions

    def create_function(self, call):
        service = self.service(call)
        required = ("functionName", "code", "handler", "runtime")
        fields = validate.creation(call.read_json(), {"functionName": validate.name}, validate.FUNCTION, required)
        code = fields.pop("code")
        function = Function({"memorySize": 128, "timeout": 3, **fields})
        if fields["functionName"] not in service.functions:
            function.put_code(code)
        return self.add(service.functions, "functionName", "FunctionAlreadyExists", function)

    def list_functions(self, call):
        return self.page(call, "functions", self.qualified_service(call).functions)

    def get_function(self, call):
        return to_response(self.qualified_function(call))

    def update_function(self, call):
        function = self.function(call)
        fields = validate.update(call.read_json(), ("functionName",), validate.FUNCTION)
        check_match(function, call.if_match)
        code = fields.pop("code", None)
        if code is not None:
            function.put_code(code)
        function.change(fields)
        return to_response(function)

    def delete_function(self, call):
        function = self.function(call)
        check_match(function, call.if_match)
        if function.triggers:
            raise ApiError("FunctionNotEmpty", "the function still has triggers")
        del self.service(call).functions[call.names[1]]
        return Response(GONE)

    def get_function_code(self, call):
        function = self.qualified_function(call)
        return Response(body={"url": self.to_code_url(function.code), "checksum": function.checksum})

    def invoke_function(self, call):
        """Every function of this server returns its event."""
        self.qualified_function(call)
        if not call.content:
            raise invalid("an invocation needs an event")
        if call.headers.get("X-Fc-Invocation-Type", "").lower() == "async":
            return Response(202)
        return Response(content=call.content, headers={"Content-Type": "application/octet-stream"})

    # Triggers

    def create_trigger(self, call):
        function = self.function(call)
        required = ("triggerName", "triggerType", "triggerConfig", "sourceArn", "invocationRole")
        fields = validate.creation(call.read_json(), validate.TRIGGER_FIXED, validate.TRIGGER, required)
        return self.add(function.triggers, "triggerName", "TriggerAlreadyExists", Resource(fields))

    def list_triggers(self, call):
        return self.page(call, "triggers", self.function(call).triggers)

    def get_trigger(self, call):
        return to_response(self.trigger(call))

    def update_trigger(self, call):
        trigger = self.trigger(call)
        fields = validate.update(call.read_json(), validate.TRIGGER_FIXED, validate.TRIGGER)
        check_match(trigger, call.if_match)
        trigger.change(fields)
        return to_response(trigger)

    def delete_trigger(self, call):
        check_match(self.trigger(call), call.if_match)
        del self.function(call).triggers[call.names[2]]
        return Response(GONE)

    # Versions

    def publish_version(self, call):
        service = self.service(call)
        # The source documents a string, but clients send an object. The body may also be absent.
        sent = call.read_json() if call.content else {}
        body = {"description": sent} if isinstance(sent, str) else sent
        fields = validate.creation(body, {}, {"description": validate.text}, ())
        check_match(service, call.if_match, "ConcurrentUpdateError")
        return to_response(service.publish(fields))

    def list_versions(self, call):
        service = self.service(call)
        start = call.query.get("startKey")
        if start and not (start.isascii() and start.isdecimal()):
            raise invalid("startKey must be the id of a version")
        direction = "FORWARD" if call.query.get("direction") == "FORWARD" else "BACKWARD"
        query = {key: value for key, value in call.query.items() if key != "prefix"}
        response = self.page(replace(call, query=query), "versions", service.versions, reverse=direction == "BACKWARD", to_order=int)
        response.body["direction"] = direction
        return response

    def delete_version(self, call):
        service = self.service(call, "VersionNotFound")
        version_id = call.names[1]
        find(service.versions, version_id, "VersionNotFound")
        for alias in service.aliases.values():
            if version_id in (alias.fields["versionId"], *alias.fields.get("additionalVersionWeight", {})):
                raise ApiError("ConcurrentUpdateError", "an alias uses the version")
        del service.versions[version_id]
        return Response(GONE)

    # Aliases

    def create_alias(self, call):
        service = self.service(call)
        fields = validate.creation(call.read_json(), {"aliasName": validate.name}, validate.ALIAS, ("aliasName",))
        self.require_version(fields)
        return self.add(service.aliases, "aliasName", "AliasAlreadyExists", Resource(to_alias_fields(service, fields)))

    def list_aliases(self, call):
        return self.page(call, "aliases", self.service(call).aliases)

    def get_alias(self, call):
        return to_response(find(self.service(call).aliases, call.names[1], "AliasNotFound"))

    def update_alias(self, call):
        alias = self.alias(call)
        fields = validate.update(call.read_json(), ("aliasName",), validate.ALIAS)
        self.require_version(fields)
        check_match(alias, call.if_match, "ConcurrentUpdateError")
        alias.change(to_alias_fields(self.service(call), fields))
        return to_response(alias)

    def delete_alias(self, call):
        check_match(self.alias(call), call.if_match, "ConcurrentUpdateError")
        del self.service(call).aliases[call.names[1]]
        return Response(GONE)

    def require_version(self, fields):
        if "versionId" not in fields and "versionID" not in fields:
            raise invalid("body.versionID is required")

    def add(self, items, name_field, code, resource):
        name = resource.fields[name_field]
        if name in items:
            raise ApiError(code, f"{name} already exists")
        items[name] = resource
        return to_response(resource)


# By method, literal parts of the path, and number of parts. Names follow each literal.
ROUTES = {
    ("POST", ("services",), 1): Api.create_service,
    ("GET", ("services",), 1): Api.list_services,
    ("GET", ("services",), 2): Api.get_service,
    ("PUT", ("services",), 2): Api.update_service,
    ("DELETE", ("services",), 2): Api.delete_service,
    ("POST", ("services", "functions"), 3): Api.create_function,
    ("GET", ("services", "functions"), 3): Api.list_functions,
    ("GET", ("services", "functions"), 4): Api.get_function,
    ("PUT", ("services", "functions"), 4): Api.update_function,
    ("DELETE", ("services", "functions"), 4): Api.delete_function,
    ("GET", ("services", "functions", "code"), 5): Api.get_function_code,
    ("POST", ("services", "functions", "invocations"), 5): Api.invoke_function,
    ("POST", ("services", "functions", "triggers"), 5): Api.create_trigger,
    ("GET", ("services", "functions", "triggers"), 5): Api.list_triggers,
    ("GET", ("services", "functions", "triggers"), 6): Api.get_trigger,
    ("PUT", ("services", "functions", "triggers"), 6): Api.update_trigger,
    ("DELETE", ("services", "functions", "triggers"), 6): Api.delete_trigger,
    ("POST", ("services", "versions"), 3): Api.publish_version,
    ("GET", ("services", "versions"), 3): Api.list_versions,
    ("DELETE", ("services", "versions"), 4): Api.delete_version,
    ("POST", ("services", "aliases"), 3): Api.create_alias,
    ("GET", ("services", "aliases"), 3): Api.list_aliases,
    ("GET", ("services", "aliases"), 4): Api.get_alias,
    ("PUT", ("services", "aliases"), 4): Api.update_alias,
    ("DELETE", ("services", "aliases"), 4): Api.delete_alias,
}


def find_operation(method, parts):
    """Finds the operation of a path and the names in it. `parts` are the decoded parts after the base path."""
    literals, names = tuple(parts[0::2]), parts[1::2]
    if all(parts):
        operation = ROUTES.get((method, literals, len(parts)))
        if operation:
            return operation, names
        allowed = [other for other, *shape in ROUTES if shape == [literals, len(parts)]]
        if allowed:
            headers = {"Allow": ", ".join(allowed)}
            raise ApiError("MethodNotAllowed", "the path does not support this method", headers)
    raise ApiError("PathNotSupported", "unknown path")
