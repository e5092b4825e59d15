"""The fields of the bodies of FC 2021-04-06, from sources 000 and 003 and from FC-DEF."""

import json

import trigger_config
from errors import invalid
from validate import (
    boolean,
    code,
    integer,
    list_of,
    map_of,
    matching,
    multiple_of,
    one_of,
    record,
    share,
    structure,
    text,
)

int32 = integer(-(2**31), 2**31 - 1)
positive = integer(1, 2**31 - 1)


def named(length):
    what = f"1 to {length} letters, digits, underscores and hyphens, and not start with a digit or hyphen"
    return matching(rf"[A-Za-z_][A-Za-z0-9_-]{{0,{length - 1}}}", what)


SERVICE = {
    "description": text,
    "internetAccess": boolean,
    "role": text,
    "logConfig": record(
        {
            "project": text,
            "logstore": text,
            "enableRequestMetrics": boolean,
            "enableInstanceMetrics": boolean,
            "logBeginRule": one_of("None", "DefaultRegex"),
        }
    ),
    "nasConfig": record(
        {
            "userId": int32,
            "groupId": int32,
            "mountPoints": list_of(record({"mountDir": text, "serverAddr": text, "enableTLS": boolean})),
        }
    ),
    "vpcConfig": record({"vpcId": text, "vSwitchIds": list_of(text), "securityGroupId": text, "role": text}),
    "tracingConfig": record({"type": one_of("Jaeger"), "params": map_of(text)}, required=("type", "params")),
    "ossMountConfig": record(
        {
            "mountPoints": list_of(
                record(
                    {"bucketName": text, "bucketPath": text, "endpoint": text, "mountDir": text, "readOnly": boolean},
                )
            )
        }
    ),
}

DEFAULTS = {
    "logConfig": {"enableRequestMetrics": True, "enableInstanceMetrics": False, "logBeginRule": "None"},
    "customContainerConfig": {"accelerationType": "Default", "webServerMode": True},
    "customHealthCheckConfig": {
        "initialDelaySeconds": 0,
        "periodSeconds": 3,
        "timeoutSeconds": 1,
        "failureThreshold": 3,
        "successThreshold": 1,
    },
}

RUNTIMES = """
    nodejs20 nodejs18 nodejs16 nodejs14 nodejs12 nodejs10 nodejs8 nodejs6 nodejs4.4 python3.10 python3.9 python3
    python2.7 java11 java8 go1 php7.2 dotnetcore3.1 dotnetcore2.1 custom.debian10 custom custom-container
""".split()
LIFECYCLE_HOOK = record({"handler": text, "timeout": int32})
FUNCTION = {
    "code": code,
    "description": text,
    "handler": text,
    "runtime": one_of(*RUNTIMES),
    "memorySize": integer(64, 2**31 - 1, 64),
    # The responses state the maximum.
    "timeout": integer(1, 600),
    "initializer": text,
    "initializationTimeout": integer(1, 300),
    "environmentVariables": map_of(text),
    "layers": list_of(text),
    "caPort": integer(1, 65535),
    "instanceConcurrency": positive,
    "InstanceConcurrency": positive,
    "instanceSoftConcurrency": positive,
    "instanceType": one_of("e1", "c1", "fc.gpu.tesla.1", "fc.gpu.ampere.1", "g1"),
    "cpu": multiple_of(0.05),
    "diskSize": one_of(512, 10240),
    "gpuMemorySize": integer(0, 2**31 - 1, 1024),
    "customContainerConfig": record(
        {
            "image": text,
            "command": text,
            "args": text,
            "accelerationType": one_of("Default", "None"),
            "instanceID": text,
            "webServerMode": boolean,
        }
    ),
    "customRuntimeConfig": record({"command": list_of(text), "args": list_of(text)}),
    "customDNS": record(
        {
            "nameServers": list_of(text),
            "searches": list_of(text),
            "dnsOptions": list_of(record({"name": text, "value": text}, required=("name",))),
        }
    ),
    "customHealthCheckConfig": record(
        {
            "httpGetUrl": matching(r"(?s).{0,2048}", "a text of at most 2048 characters"),
            "initialDelaySeconds": integer(0, 120),
            "periodSeconds": integer(1, 120),
            "timeoutSeconds": integer(1, 3),
            "failureThreshold": integer(1, 120),
            "successThreshold": integer(1, 120),
        },
        required=("httpGetUrl",),
    ),
    "instanceLifecycleConfig": record({"preFreeze": LIFECYCLE_HOOK, "preStop": LIFECYCLE_HOOK}),
}

one_trigger_type = one_of(*trigger_config.RULES)


def json_object_text(value, where):
    text(value, where)
    try:
        structure(json.loads(value), where)
    except (ValueError, RecursionError):
        raise invalid(f"{where} must be the text of a JSON object") from None


TRIGGER = {"invocationRole": text, "qualifier": text, "triggerConfig": json_object_text, "description": text}


def percentage(value, where):
    if value.get("operator") == "percent" and not (value["value"].isdecimal() and 0 < int(value["value"]) <= 100):
        raise invalid(f"{where}.value must be an integer from 1 to 100")


def policy_item(value, where):
    fields = {
        "type": one_of("Header", "Cookie", "Param"),
        "key": text,
        "value": text,
        "operator": one_of(">", "<", ">=", "<=", "=", "!=", "in", "percent"),
    }
    record(fields, required=tuple(fields))(value, where)
    percentage(value, where)


ALIAS = {
    "versionId": text,
    "description": text,
    "additionalVersionWeight": map_of(share),
    "resolvePolicy": one_of("Random", "Content"),
    "routePolicy": record(
        {"condition": one_of("AND", "OR"), "policyItems": list_of(policy_item)},
        required=("condition", "policyItems"),
    ),
}
