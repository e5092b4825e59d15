"""The client of all scenarios with alibabacloud-fc-open20210406, and what they share."""

import re

from alibabacloud_fc_open20210406 import models
from alibabacloud_fc_open20210406.client import Client
from alibabacloud_tea_openapi.models import Config
from alibabacloud_tea_util.models import RuntimeOptions
from scenario import KEY_ID, MOCK_URL, SECRET, fails, holds
from Tea.exceptions import TeaException

CONTENT = b"123456789"  # the usual test vector of checksums
CHECKSUM = "11051210869376104954"
CODE = models.Code(zip_file="MTIzNDU2Nzg5")
once = RuntimeOptions(autoretry=False)


def connect(key_id, secret):
    """The package needs the endpoint without scheme and the protocol `http`."""
    endpoint = MOCK_URL.removeprefix("http://")
    return Client(
        Config(
            access_key_id=key_id,
            access_key_secret=secret,
            endpoint=endpoint,
            protocol="http",
            region_id="cn-hangzhou",
        )
    )


client = connect(KEY_ID, SECRET)


def rejected(code, status, call):
    """Asserts that the call raises an error with this code and this status."""
    error = fails(call, TeaException, code=code, statusCode=status)
    holds(error.data, Code=code)
    assert re.search(r"request id: [0-9a-f-]{36}$", error.message), error.message


def provide(service, *functions):
    """Creates a service and functions."""
    client.create_service(models.CreateServiceRequest(service_name=service))
    for name in functions:
        fields = {"handler": "index.handler", "runtime": "python3.9", "code": CODE}
        client.create_function(service, models.CreateFunctionRequest(function_name=name, **fields))


def provide_version(service, *functions):
    """Creates a service and functions, publishes version 1, and creates its alias prod."""
    provide(service, *functions)
    client.publish_service_version(service, models.PublishServiceVersionRequest())
    client.create_alias(service, models.CreateAliasRequest(alias_name="prod", version_id="1"))


def remove(service, *functions):
    """Deletes functions and their service."""
    for name in functions:
        holds(client.delete_function(service, name), status_code=204)
    holds(client.delete_service(service), status_code=204)


def remove_version(service, *functions):
    """Deletes what `provide_version` created."""
    holds(client.delete_alias(service, "prod"), status_code=204)
    holds(client.delete_service_version(service, "1"), status_code=204)
    remove(service, *functions)
