"""FC 2016-08-15, written from source 004."""

import json

import signature
from api import Api, Shape
from errors import invalid
from store import find
from validate import boolean, code, integer, list_of, map_of, matching, one_of, read, record, share, structure, text

# The source has no rule for names. A dot would start a qualifier, and a slash would end a path segment.
name = matching(r"[^./]{1,128}", "1 to 128 characters without dots and slashes")

LOG_CONFIG = record({"logstore": text, "project": text})
VPC_CONFIG = record(
    {"securityGroupId": text, "vSwitchIds": list_of(text), "vpcId": text},
    required=("securityGroupId", "vSwitchIds", "vpcId"),
)
MOUNT_POINT = record({"serverAddr": text, "mountDir": text}, required=("serverAddr", "mountDir"))
NAS_CONFIG = record(
    {"userId": text, "groupId": text, "mountPoints": list_of(MOUNT_POINT)},
    required=("userId", "groupId", "mountPoints"),
)


class Fc2016(Api):
    base_path = "/2016-08-15/"
    services = Shape(
        kind="Service",
        key="serviceName",
        fixed={"serviceName": name},
        fields={
            "description": text,
            "internetAccess": boolean,
            "logConfig": LOG_CONFIG,
            "role": text,
            "vpcConfig": VPC_CONFIG,
            "nasConfig": NAS_CONFIG,
        },
        required=("serviceName",),
        server_set=("serviceId", "createdTime", "lastModifiedTime"),
    )
    functions = Shape(
        kind="Function",
        key="functionName",
        fixed={"functionName": name},
        fields={
            "code": code,
            "description": text,
            "handler": text,
            "memorySize": integer(128, 3072, 64),
            "runtime": one_of("nodejs6", "nodejs8", "python2.7", "python3", "java8"),
            "timeout": integer(1, 300),
        },
        defaults={"memorySize": 128, "timeout": 3},
        required=("functionName", "code", "handler", "runtime"),
        server_set=("functionId", "codeSize", "codeChecksum", "createdTime", "lastModifiedTime"),
    )
    triggers = Shape(
        kind="Trigger",
        key="triggerName",
        fixed={"triggerName": name, "triggerType": text, "sourceArn": text},
        fields={"invocationRole": text, "triggerConfig": structure, "qualifier": text},
        required=("triggerName", "triggerType", "triggerConfig", "sourceArn", "invocationRole"),
    )
    aliases = Shape(
        kind="Alias",
        key="aliasName",
        fixed={"aliasName": name},
        fields={"versionId": text, "versionID": text, "description": text, "additionalVersionWeight": map_of(share)},
        required=("aliasName",),
    )

    # Three operations do not document ServiceNotFound.
    missing_service_codes = {
        "delete_version": "VersionNotFound",
        "update_alias": "AliasNotFound",
        "delete_alias": "AliasNotFound",
    }
    # The source does not state the error of a wrong If-Match. Three operations document ConcurrentUpdateError.
    stale_code = "InvalidArgument"
    stale_codes = dict.fromkeys(("publish_version", "update_alias", "delete_alias"), "ConcurrentUpdateError")

    def qualified_service(self, call):
        """The path has the qualifier, after the name of the service and a dot."""
        service, dot, qualifier = call.names[0].partition(".")
        return find(self.state.services, service, "ServiceNotFound").at(qualifier if dot else None)

    def read_create(self, shape, call):
        return to_one_version_id(super().read_create(shape, call), required=shape is self.aliases)

    def read_update(self, shape, call):
        """Rejects a body without a field that can be changed, and a body with a field that never changes."""
        body = self.read_body(call)
        fields = read(body, shape.fields)
        for field in shape.fixed:
            if field in body:
                raise invalid(f"body.{field} cannot be changed")
        if not fields:
            raise invalid("body has no field that can be changed")
        return to_one_version_id(fields, required=shape is self.aliases)

    def read_version(self, call):
        """The source documents a string, but clients send an object. The body may also be absent."""
        sent = self.read_body(call) if call.content else {}
        return read({"description": sent} if isinstance(sent, str) else sent, self.versions.fixed)

    def to_direction(self, call):
        """The source states only the default direction."""
        return "FORWARD" if call.query.get("direction") == "FORWARD" else "BACKWARD"

    def to_invocation_headers(self, call, function):
        if not call.content:
            raise invalid("an invocation needs an event")
        return {}

    def to_body(self, shape, resource):
        body = super().to_body(shape, resource)
        config = body.get("triggerConfig")
        return {**body, "triggerConfig": json.loads(config)} if isinstance(config, str) else body

    def to_error_body(self, code, message, request_id):
        return {"errorCode": code, "errorMessage": message}

    def verify(self, request, credentials):
        signature.verify(request, credentials)


def to_one_version_id(fields, required):
    """Returns the version of an alias as versionId only. Source 004 has the field versionID, too."""
    version_ids = {fields[key] for key in ("versionId", "versionID") if key in fields}
    if len(version_ids) > 1:
        raise invalid("versionId and versionID differ")
    if required and not version_ids:
        raise invalid("body.versionID is required")
    rest = {key: value for key, value in fields.items() if key != "versionID"}
    return {**rest, **{"versionId": version_id for version_id in version_ids}}
