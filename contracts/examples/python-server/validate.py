"""Validation rules for the bodies of requests.

A rule is a function of a value and its path in the body. It raises an ApiError if the value is invalid.
"""

import base64
import binascii
import io
import re
import zipfile

from errors import invalid


def text(value, where):
    if not isinstance(value, str):
        raise invalid(f"{where} must be a string")


def matching(pattern, what):
    def rule(value, where):
        text(value, where)
        if not re.fullmatch(pattern, value):
            raise invalid(f"{where} must be {what}")

    return rule


def boolean(value, where):
    if not isinstance(value, bool):
        raise invalid(f"{where} must be true or false")


def multiple_of(step):
    def rule(value, where):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise invalid(f"{where} must be a number")
        # A decimal fraction such as 0.05 has no exact binary form, so the quotient is not exact.
        if not step <= value <= 2**31 or abs(value / step - round(value / step)) > 1e-6:
            raise invalid(f"{where} must be a positive multiple of {step}")

    return rule


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
            raise invalid(f"{where} must be one of {', '.join(map(str, values))}")

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


def read(body, rules, required=()):
    """Validates a body and returns the fields that have a rule."""
    record(rules, required)(body, "body")
    return {field: value for field, value in body.items() if field in rules}
