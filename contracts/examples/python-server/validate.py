"""The validation rules of source 004, Definitions.

A rule is a function of a value and its path in the body. It raises an ApiError if the value is invalid.
"""

import base64
import binascii
import io
import zipfile

from errors import invalid


def text(value, where):
    if not isinstance(value, str):
        raise invalid(f"{where} must be a string")


def name(value, where):
    text(value, where)
    # The source has no rule for names. A dot would start a qualifier, and a slash would end a path segment.
    if not value or len(value) > 128 or "." in value or "/" in value:
        raise invalid(f"{where} must have 1 to 128 characters without dots and slashes")


def boolean(value, where):
    if not isinstance(value, bool):
        raise invalid(f"{where} must be true or false")


def structure(value, where):
    if not isinstance(value, dict):
        raise invalid(f"{where} must be an object")


def share(value, where):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise invalid(f"{where} must be a number from 0 to 1")


def integer(minimum, maximum, step=1):
    def rule(value, where):
        if isinstance(value, bool) or not isinstance(value, int):
            raise invalid(f"{where} must be an integer")
        if not minimum <= value <= maximum or value % step:
            raise invalid(f"{where} must be a multiple of {step} from {minimum} to {maximum}")

    return rule


def one_of(*values):
    def rule(value, where):
        if value not in values:
            raise invalid(f"{where} must be one of {', '.join(values)}")

    return rule


def list_of(item):
    def rule(value, where):
        if not isinstance(value, list):
            raise invalid(f"{where} must be an array")
        for index, entry in enumerate(value):
            item(entry, f"{where}[{index}]")

    return rule


def map_of(item):
    def rule(value, where):
        structure(value, where)
        for key, entry in value.items():
            item(entry, f"{where}.{key}")

    return rule


def record(fields, required=()):
    def rule(value, where):
        structure(value, where)
        for field in required:
            if field not in value:
                raise invalid(f"{where}.{field} is required")
        for field, check in fields.items():
            if field in value:
                check(value[field], f"{where}.{field}")

    return rule


def code(value, where):
    record({"ossBucketName": text, "ossObjectName": text, "zipFile": text})(value, where)
    if "zipFile" in value:
        unzip(value["zipFile"], f"{where}.zipFile")
    elif not (value.get("ossBucketName") and value.get("ossObjectName")):
        raise invalid(f"{where} needs zipFile, or ossBucketName and ossObjectName")


def unzip(encoded, where="body.code.zipFile"):
    """Decodes an archive from base64."""
    try:
        content = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise invalid(f"{where} must be base64") from None
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise invalid(f"{where} must be a zip archive")
    return content


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

SERVICE = {
    "description": text,
    "internetAccess": boolean,
    "logConfig": LOG_CONFIG,
    "role": text,
    "vpcConfig": VPC_CONFIG,
    "nasConfig": NAS_CONFIG,
}
FUNCTION = {
    "code": code,
    "description": text,
    "handler": text,
    "memorySize": integer(128, 3072, 64),
    "runtime": one_of("nodejs6", "nodejs8", "python2.7", "python3", "java8"),
    "timeout": integer(1, 300),
}
TRIGGER = {"invocationRole": text, "triggerConfig": structure, "qualifier": text}
TRIGGER_FIXED = {"triggerName": name, "triggerType": text, "sourceArn": text}
ALIAS = {"versionId": text, "versionID": text, "description": text, "additionalVersionWeight": map_of(share)}


def creation(body, fixed, fields, required):
    """Validates the body of a create and returns its documented fields."""
    known = {**fixed, **fields}
    record(known, required)(body, "body")
    return {field: value for field, value in body.items() if field in known}


def update(body, fixed, fields):
    """Validates the body of an update and returns its documented fields.

    Rejects a body without a field that can be changed, and a body with a field that never changes.
    """
    record(fields)(body, "body")
    for field in fixed:
        if field in body:
            raise invalid(f"body.{field} cannot be changed")
    if not any(field in body for field in fields):
        raise invalid("body has no field that can be changed")
    return {field: value for field, value in body.items() if field in fields}
