"""FC 2021-04-06, written from sources 000 and 003 and from FC-DEF."""

import base64
import json

import acs3
import trigger_config
from api import Api, Shape
from crc64 import crc64
from errors import invalid
from fc2021_rules import ALIAS, DEFAULTS, FUNCTION, SERVICE, TRIGGER, named, one_trigger_type
from validate import one_of, read, structure, text, unzip

WITHOUT_SOURCE = ("timer", "http", "eventbridge")
LOG = b"the function returned its event"


class Fc2021(Api):
    base_path = "/2021-04-06/"
    services = Shape(
        kind="Service",
        key="serviceName",
        fixed={"serviceName": named(128)},
        fields=SERVICE,
        required=("serviceName",),
        defaults={"internetAccess": True},
        server_set=("serviceId", "createdTime", "lastModifiedTime"),
    )
    functions = Shape(
        kind="Function",
        key="functionName",
        fixed={"functionName": named(64)},
        fields=FUNCTION,
        required=("functionName", "handler", "runtime"),
        defaults={"timeout": 3, "initializationTimeout": 3, "instanceType": "e1"},
        server_set=("functionId", "codeSize", "codeChecksum", "createdTime", "lastModifiedTime"),
    )
    triggers = Shape(
        kind="Trigger",
        key="triggerName",
        fixed={"triggerName": named(128), "triggerType": one_trigger_type, "sourceArn": text},
        fields=TRIGGER,
        required=("triggerName", "triggerType", "triggerConfig"),
        server_set=("triggerId", "createdTime", "lastModifiedTime"),
    )
    aliases = Shape(
        kind="Alias",
        key="aliasName",
        fixed={"aliasName": named(128)},
        fields=ALIAS,
        required=("aliasName", "versionId"),
    )

    def qualified_service(self, call):
        """At a version, the service has the description of the version."""
        service, qualifier = self.service(call), call.query.get("qualifier") or None
        version, qualified = service.find_version(qualifier), service.at(qualifier)
        if version:
            qualified.fields = {**qualified.fields, "description": version.fields.get("description", "")}
        return qualified

    def read_body(self, call):
        """Clients send null for a field that is absent. No source requires the body of an update."""
        return call.read_json(object_hook=without_nulls) if call.content else {}

    def read_create(self, shape, call):
        fields = with_defaults(super().read_create(shape, call))
        if shape is self.functions:
            if ("code" in fields) == ("customContainerConfig" in fields):
                raise invalid("body needs either code or customContainerConfig")
            check_code(call, fields)
        if shape is self.aliases and fields["aliasName"] == "LATEST":
            raise invalid("body.aliasName must not be LATEST")
        return fields

    def read_update(self, shape, call):
        fields = with_defaults(read(self.read_body(call), shape.fields))
        if shape is not self.functions:
            return fields
        check_code(call, fields)
        # Source 000 writes this field of UpdateFunction with a capital letter.
        if "InstanceConcurrency" in fields:
            fields["instanceConcurrency"] = fields.pop("InstanceConcurrency")
        return fields

    def read_version(self, call):
        return read(self.read_body(call), self.versions.fixed)

    def check(self, shape, fields):
        concurrency = fields.get("instanceConcurrency")
        if concurrency is not None and fields.get("instanceSoftConcurrency", 0) > concurrency:
            raise invalid("instanceSoftConcurrency must not exceed instanceConcurrency")
        if shape is self.triggers:
            check_trigger(fields)

    def to_direction(self, call):
        direction = call.query.get("direction", "BACKWARD")
        one_of("FORWARD", "BACKWARD")(direction, "direction")
        return direction

    def to_invocation_headers(self, call, function):
        invocation_type = call.headers.get("X-Fc-Invocation-Type", "Sync")
        log_type = call.headers.get("X-Fc-Log-Type") or "None"
        one_of("Sync", "Async")(invocation_type, "X-Fc-Invocation-Type")
        one_of("Tail", "None")(log_type, "X-Fc-Log-Type")
        headers = {"X-Fc-Code-Checksum": function.checksum, "X-Fc-Invocation-Duration": "1"}
        if log_type == "None":
            return headers
        if invocation_type == "Async":
            raise invalid("X-Fc-Log-Type must be None for an asynchronous invocation")
        return {**headers, "X-Fc-Log-Result": base64.b64encode(LOG).decode()}

    def to_body(self, shape, resource):
        """The configuration of a trigger is JSON text. FC 2016 stores it as an object."""
        body = super().to_body(shape, resource)
        config = body.get("triggerConfig")
        return {**body, "triggerConfig": json.dumps(config)} if isinstance(config, dict) else body

    def to_error_body(self, code, message, request_id):
        return {"Code": code, "Message": message, "RequestId": request_id}

    def verify(self, request, credentials):
        acs3.verify(request, credentials)


def without_nulls(fields):
    return {name: value for name, value in fields.items() if value is not None}


def with_defaults(fields):
    """Adds the defaults inside of the settings that a request contains."""
    defaults = {field: {**DEFAULTS[field], **fields[field]} for field in DEFAULTS if field in fields}
    return {**fields, **defaults}


def check_trigger(fields):
    trigger_type, config = fields["triggerType"], fields["triggerConfig"]
    if "sourceArn" not in fields and trigger_type not in WITHOUT_SOURCE:
        raise invalid("body.sourceArn is required for this type of trigger")
    # FC 2016 stores triggers of any type.
    check = trigger_config.RULES.get(trigger_type, structure)
    check(json.loads(config) if isinstance(config, str) else config, "body.triggerConfig")


def check_code(call, fields):
    """Raises an ApiError if code comes from two places, or if its checksum differs from the one in the header."""
    code = fields.get("code")
    if code is None:
        return
    if "zipFile" in code and ("ossBucketName" in code or "ossObjectName" in code):
        raise invalid("body.code needs either zipFile, or ossBucketName and ossObjectName")
    checksum = call.headers.get("X-Fc-Code-Checksum")
    if checksum and "zipFile" in code and crc64(unzip(code["zipFile"])) != checksum:
        raise invalid("X-Fc-Code-Checksum is not the CRC-64 value of the code")
