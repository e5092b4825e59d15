"""
Runs all 66 operations of FC 2021 with the unmodified PyPI package alibabacloud-fc-open20210406.

This file creates and updates functions, and aliyun-fc2 reads them. The files fc_open_*.py use the other operations. The
package signs every header that it sends.
"""

import logging

import fc2
from alibabacloud_fc_open20210406 import models
from fc_open_account import live_through_account
from fc_open_client import CHECKSUM, CODE, client, connect, once, provide, rejected, remove
from fc_open_configs import live_through_configs
from fc_open_functions import live_through_functions
from fc_open_services import live_through_services
from fc_open_triggers import live_through_triggers
from fc_open_versions import live_through_versions
from scenario import ACCOUNT, KEY_ID, MOCK_URL, SECRET, WRONG_SECRET, column, equal, holds

logging.disable(logging.CRITICAL)
earlier = fc2.Client(endpoint=MOCK_URL, accessKeyID=KEY_ID, accessKeySecret=SECRET)


def create(service="open", by=client, checksum=None, **fields):
    request = models.CreateFunctionRequest(**fields)
    headers = models.CreateFunctionHeaders(x_fc_account_id=ACCOUNT, x_fc_code_checksum=checksum, x_fc_trace_id="trace")
    return by.create_function_with_options(service, request, headers, once)


def update(name, if_match=None, by=client, **fields):
    request = models.UpdateFunctionRequest(**fields)
    headers = models.UpdateFunctionHeaders(x_fc_account_id=ACCOUNT, if_match=if_match)
    return by.update_function_with_options("open", name, request, headers, once)


def zipped(name, **fields):
    return {
        "function_name": name,
        "handler": "index.handler",
        "runtime": "python3.9",
        "code": CODE,
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
    updated = update("custom", cpu=2, code=CODE).body
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


def live_through_code():
    provide("open")
    equal(earlier.get_service("open").data["serviceName"], "open")
    for scenario in [archive, custom_runtime, container, errors]:
        scenario()
    names = ["container", "custom", "zip"]
    equal(column(earlier.list_functions("open").data, "functions", "functionName"), names)
    remove("open", *names)


for live_through in [
    live_through_code,
    live_through_services,
    live_through_functions,
    live_through_versions,
    live_through_triggers,
    live_through_configs,
    live_through_account,
]:
    live_through()
equal(earlier.list_services().data["services"], [], "remaining services")
