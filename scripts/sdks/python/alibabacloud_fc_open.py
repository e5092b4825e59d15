"""
Runs the unmodified PyPI package alibabacloud-fc-open20210406, which creates and updates functions of FC 2021.

The package needs the endpoint without scheme and the protocol `http`. It signs every header that it sends. aliyun-fc2
creates the service, because the mock of FC 2021 has no operation for that.
"""

import logging
import re

import fc2
from alibabacloud_fc_open20210406 import models
from alibabacloud_fc_open20210406.client import Client
from alibabacloud_tea_openapi.models import Config
from alibabacloud_tea_util.models import RuntimeOptions
from fc_open_account import live_through_account
from scenario import ACCOUNT, KEY_ID, MOCK_URL, SECRET, WRONG_SECRET, column, equal, fails, holds
from Tea.exceptions import TeaException

logging.disable(logging.CRITICAL)
ZIP = "MTIzNDU2Nzg5"  # "123456789", the usual test vector of checksums
CHECKSUM = "11051210869376104954"
once = RuntimeOptions(autoretry=False)


def connect(key_id, secret):
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
earlier = fc2.Client(endpoint=MOCK_URL, accessKeyID=KEY_ID, accessKeySecret=SECRET)


def create(service="open", by=client, checksum=None, **fields):
    request = models.CreateFunctionRequest(**fields)
    headers = models.CreateFunctionHeaders(x_fc_account_id=ACCOUNT, x_fc_code_checksum=checksum, x_fc_trace_id="trace")
    return by.create_function_with_options(service, request, headers, once)


def update(name, if_match=None, by=client, **fields):
    request = models.UpdateFunctionRequest(**fields)
    headers = models.UpdateFunctionHeaders(x_fc_account_id=ACCOUNT, if_match=if_match)
    return by.update_function_with_options("open", name, request, headers, once)


def rejected(code, status, call):
    error = fails(call, TeaException, code=code, statusCode=status)
    holds(error.data, Code=code)
    assert re.search(r"request id: [0-9a-f-]{36}$", error.message), error.message


def zipped(name, **fields):
    return {
        "function_name": name,
        "handler": "index.handler",
        "runtime": "python3.9",
        "code": models.Code(zip_file=ZIP),
        **fields,
    }


def archive():
    hook = models.LifecycleHook(handler="index.stop", timeout=5)
    settings = {
        "environment_variables": {"NAME": "value"},
        "instance_lifecycle_config": models.InstanceLifecycleConfig(pre_stop=hook),
    }
    created = create(checksum=CHECKSUM, **zipped("zip", **settings))
    equal(created.status_code, 200)
    holds(created.body, function_name="zip", code_checksum=CHECKSUM, code_size=9, environment_variables={"NAME": "value"})
    equal(created.body.instance_lifecycle_config.pre_stop.to_map(), hook.to_map())
    etag = created.headers["etag"]
    updated = update("zip", if_match=etag, memory_size=512, timeout=60, instance_concurrency=7)
    holds(updated.body, memory_size=512, timeout=60, instance_concurrency=7, handler="index.handler")
    rejected("PreconditionFailed", 412, lambda: update("zip", if_match=etag, memory_size=128))
    read = earlier.get_function("open", "zip")
    equal(read.headers["etag"], updated.headers["etag"])
    holds(read.data, functionId=created.body.function_id, memorySize=512)


def custom_runtime():
    health = models.CustomHealthCheckConfig(http_get_url="/ready", period_seconds=5)
    option = models.DNSOption(name="ndots", value="1")
    settings = {
        "runtime": "custom",
        "code": models.Code(oss_bucket_name="bucket", oss_object_name="code.zip"),
        "ca_port": 9000,
        "cpu": 1,
        "disk_size": 512,
        "memory_size": 1024,
        "custom_runtime_config": models.CustomRuntimeConfig(command=["npm"], args=["run", "start"]),
        "custom_health_check_config": health,
        "custom_dns": models.CustomDNS(name_servers=["10.0.0.1"], searches=["example.com"], dns_options=[option]),
    }
    created = create(**zipped("custom", **settings)).body
    holds(created, ca_port=9000, cpu=1, disk_size=512, memory_size=1024)
    equal(created.custom_runtime_config.to_map(), {"command": ["npm"], "args": ["run", "start"]})
    equal(created.custom_health_check_config.period_seconds, 5)
    equal(created.custom_dns.dns_options[0].to_map(), option.to_map())
    updated = update("custom", cpu=2, code=models.Code(zip_file=ZIP)).body
    holds(updated, cpu=2, code_checksum=CHECKSUM)
    equal(updated.custom_dns.to_map(), created.custom_dns.to_map())


def container():
    image = models.CustomContainerConfig(image="registry.example.com/web:1", args='["-a"]', web_server_mode=True)
    created = client.create_function(
        "open",
        models.CreateFunctionRequest(
            function_name="container", handler="-", runtime="custom-container", custom_container_config=image
        ),
    ).body
    holds(created.custom_container_config, image=image.image, args=image.args)
    updated = client.update_function("open", "container", models.UpdateFunctionRequest(description="a container")).body
    holds(updated, description="a container", runtime="custom-container")


def errors():
    rejected("FunctionAlreadyExists", 409, lambda: create(**zipped("zip")))
    rejected("ServiceNotFound", 404, lambda: create(service="none", **zipped("new")))
    rejected("FunctionNotFound", 404, lambda: update("none", memory_size=128))
    rejected("InvalidArgument", 400, lambda: create(**zipped("new", memory_size=100)))
    rejected("InvalidArgument", 400, lambda: create(checksum="1", **zipped("new")))
    wrong_secret, unknown_key = connect(KEY_ID, WRONG_SECRET), connect("nobody", SECRET)
    rejected("SignatureNotMatch", 403, lambda: create(by=wrong_secret, **zipped("new")))
    rejected("InvalidAccessKeyId", 403, lambda: update("zip", by=unknown_key, memory_size=128))


earlier.create_service("open")
for scenario in [archive, custom_runtime, container, errors]:
    scenario()
equal(column(earlier.list_functions("open").data, "functions", "functionName"), ["container", "custom", "zip"])
live_through_account(client, rejected)
