"""
Runs the operations of FC 2016 with the unmodified PyPI package aliyun-fc2.

The package needs only an endpoint with scheme. It sends every body as application/json, including events of invocations,
and null for unset fields of triggers. It raises an error for a failed function although the status is 200. It retries
500, 502 and 504 five times.
"""

import base64
import io
import logging
import os
import tempfile
import urllib.request
import zipfile

import fc2
from fc2_observed import observed
from scenario import KEY_ID, MOCK_URL, SECRET, WRONG_SECRET, column, equal, fails, holds, pages

logging.disable(logging.CRITICAL)  # the package logs every error with all headers
client = fc2.Client(endpoint=MOCK_URL, accessKeyID=KEY_ID, accessKeySecret=SECRET)


def archive(name, text):
    """Creates a ZIP archive with one file and returns its path and its bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(name, text)
    path = os.path.join(tempfile.mkdtemp(), "code.zip")
    with open(path, "wb") as file:
        file.write(buffer.getvalue())
    return path, buffer.getvalue()


def rejected(code, status, call):
    error = fails(call, fc2.FcError, err_code=code, status_code=status)
    assert len(error.request_id) == 36, error.request_id
    assert '"ErrorMessage"' in error.message, error.message


def services():
    created = client.create_service("services", description="first")
    holds(created.data, serviceName="services", description="first", internetAccess=True)
    equal(client.get_service("services").data, created.data)
    rejected("ServiceAlreadyExists", 409, lambda: client.create_service("services"))
    fresh = {"if-match": created.headers["etag"]}
    updated = client.update_service("services", description="second", headers=fresh)
    holds(updated.data, description="second", serviceId=created.data["serviceId"])
    rejected("PreconditionFailed", 412, lambda: client.update_service("services", description="third", headers=fresh))
    rejected("PreconditionFailed", 412, lambda: client.delete_service("services", headers=fresh))
    client.create_service("services-b")
    listed = lambda token: client.list_services(limit=1, prefix="services", nextToken=token).data
    equal(pages(listed, "services", "serviceName"), [["services"], ["services-b"]])
    equal(column(client.list_services(startKey="services-b").data, "services", "serviceName"), ["services-b"])
    client.delete_service("services-b")
    client.delete_service("services", headers={"if-match": updated.headers["etag"]})
    rejected("ServiceNotFound", 404, lambda: client.get_service("services"))


def functions():
    path, content = archive("index.py", "def handler(event, context): return event")
    client.create_service("functions")
    for name in ["b", "a", "c"]:
        created = client.create_function(
            "functions", name, "python3", "index.handler", codeZipFile=path, environmentVariables={"NAME": name}
        )
        # The package sets its own defaults.
        holds(created.data, codeSize=len(content), memorySize=256, timeout=60, environmentVariables={"NAME": name})
    again = lambda: client.create_function("functions", "a", "python3", "index.handler", codeZipFile=path)
    rejected("FunctionAlreadyExists", 409, again)
    listed = lambda token: client.list_functions("functions", limit=2, nextToken=token).data
    equal(pages(listed, "functions", "functionName"), [["a", "b"], ["c"]])

    fresh = {"if-match": client.get_function("functions", "a").headers["etag"]}
    holds(client.update_function("functions", "a", memorySize=512, headers=fresh).data, memorySize=512, timeout=60)
    rejected("PreconditionFailed", 412, lambda: client.update_function("functions", "a", timeout=9, headers=fresh))
    rejected("InvalidArgument", 400, lambda: client.update_function("functions", "a", memorySize=100))
    from_bucket = client.update_function("functions", "b", codeOSSBucket="bucket", codeOSSObject="code.zip")
    assert from_bucket.data["codeChecksum"] != created.data["codeChecksum"]

    code = client.get_function_code("functions", "a").data
    equal(code["checksum"], created.data["codeChecksum"], "checksum")
    with urllib.request.urlopen(code["url"]) as response:
        equal(response.read(), content, "downloaded code")

    rejected("ServiceNotEmpty", 409, lambda: client.delete_service("functions"))
    for name in ["a", "b", "c"]:
        client.delete_function("functions", name)
    rejected("FunctionNotFound", 404, lambda: client.get_function("functions", "a"))
    client.delete_service("functions")


def triggers():
    client.create_service("triggers")
    client.create_function("triggers", "f", "python3", "index.handler", codeOSSBucket="b", codeOSSObject="o")
    timer = {"cronExpression": "@every 1m", "enable": True, "payload": "wake up"}
    # The package sends null for fields that a timer does not have.
    created = client.create_trigger("triggers", "f", "b", "timer", timer, None, None)
    holds(created.data, triggerName="b", triggerType="timer", triggerConfig=timer)
    holds(client.get_trigger("triggers", "f", "b").data, **created.data)
    again = lambda: client.create_trigger("triggers", "f", "b", "timer", timer, None, None)
    rejected("TriggerAlreadyExists", 409, again)
    oss = {"events": ["oss:ObjectCreated:PutObject"], "filter": {"key": {"prefix": "a/", "suffix": ".jpg"}}}
    arn, role = "acs:oss:cn-shanghai:12345:bucket", "acs:ram::1234567890:role/fc-test"
    holds(client.create_trigger("triggers", "f", "a", "oss", oss, arn, role, qualifier="LATEST").data, sourceArn=arn)
    listed = lambda token: client.list_triggers("triggers", "f", limit=1, nextToken=token).data
    equal(pages(listed, "triggers", "triggerName"), [["a"], ["b"]])
    fresh = {"if-match": created.headers["etag"]}
    later = {**timer, "cronExpression": "@every 5m"}
    holds(client.update_trigger("triggers", "f", "b", triggerConfig=later, headers=fresh).data, triggerConfig=later)
    stale = lambda: client.update_trigger("triggers", "f", "b", triggerConfig=later, headers=fresh)
    rejected("PreconditionFailed", 412, stale)
    rejected("FunctionNotEmpty", 409, lambda: client.delete_function("triggers", "f"))
    for name in ["a", "b"]:
        client.delete_trigger("triggers", "f", name)
    rejected("TriggerNotFound", 404, lambda: client.get_trigger("triggers", "f", "a"))
    client.delete_function("triggers", "f")
    client.delete_service("triggers")


def versions():
    client.create_service("versions", description="the service")
    client.create_function("versions", "f", "python3", "a.b", codeOSSBucket="b", codeOSSObject="o", memorySize=128)
    holds(client.publish_version("versions", description="the first").data, versionId="1", description="the first")
    rejected("VersionPublishError", 409, lambda: client.publish_version("versions"))
    client.update_function("versions", "f", memorySize=256)
    holds(client.publish_version("versions").data, versionId="2")
    client.update_function("versions", "f", memorySize=512)
    listed = lambda token: client.list_versions("versions", limit=1, nextToken=token).data
    equal(pages(listed, "versions", "versionId"), [["2"], ["1"]])
    equal(column(client.list_versions("versions", direction="FORWARD").data, "versions", "versionId"), ["1", "2"])

    weights = {"2": 0.05}
    created = client.create_alias("versions", "prod", "1", description="runs", additionalVersionWeight=weights)
    holds(created.data, aliasName="prod", versionId="1", additionalVersionWeight=weights)
    equal(client.get_alias("versions", "prod").data, created.data)
    client.create_alias("versions", "test", "2")
    rejected("AliasAlreadyExists", 409, lambda: client.create_alias("versions", "prod", "1"))
    rejected("VersionNotFound", 404, lambda: client.create_alias("versions", "none", "9"))
    listed = lambda token: client.list_aliases("versions", limit=1, nextToken=token).data
    equal(pages(listed, "aliases", "aliasName"), [["prod"], ["test"]])

    memory = lambda qualifier: client.get_function("versions", "f", qualifier=qualifier).data["memorySize"]
    equal([memory(of) for of in [None, "LATEST", "1", "2", "prod", "test"]], [512, 512, 128, 256, 128, 256])
    equal(client.get_service("versions", qualifier="1").data["description"], "the first")
    equal(client.list_functions("versions", qualifier="2").data["functions"][0]["memorySize"], 256)
    fresh = {"if-match": created.headers["etag"]}
    holds(client.update_alias("versions", "prod", "2", headers=fresh).data, versionId="2")
    rejected("PreconditionFailed", 412, lambda: client.update_alias("versions", "prod", "1", headers=fresh))
    equal(memory("prod"), 256)
    rejected("VersionNotFound", 404, lambda: memory("9"))
    rejected("AliasNotFound", 404, lambda: memory("none"))

    client.delete_function("versions", "f")
    rejected("ServiceNotEmpty", 409, lambda: client.delete_service("versions"))
    for version in ["1", "2"]:
        client.delete_version("versions", version)
    holds(client.publish_version("versions").data, versionId="3")
    client.delete_version("versions", "3")
    for name in ["prod", "test"]:
        client.delete_alias("versions", name)
    rejected("AliasNotFound", 404, lambda: client.get_alias("versions", "prod"))
    client.delete_service("versions")


def invocations():
    client.create_service("invocations")
    names = ["count", "crash", "echo", "greet", "refuse"]
    for name in names:
        client.create_function("invocations", name, "python3", "a.b", codeOSSBucket="b", codeOSSObject="o")
    client.publish_version("invocations")
    client.create_alias("invocations", "prod", "1")

    # These events are not JSON, although their content type is.
    for event in [b"\x00\xff\x80", b"{", b""]:
        equal(client.invoke_function("invocations", "echo", payload=event).data, event)
    equal(client.invoke_function("invocations", "echo", payload="text", qualifier="prod").data, b"text")
    logged = client.invoke_function("invocations", "greet", headers={"x-fc-log-type": "Tail"})
    equal(logged.data, b"hello world")
    log = base64.b64decode(logged.headers["x-fc-log-result"]).decode()
    for part in ["FC Invoke Start", "Duration", "Billed Duration", "Memory Size: 256 MB"]:
        assert part in log, log
    later = {"x-fc-invocation-type": "Async"}
    equal(client.invoke_function("invocations", "count", headers=later).data, b"")
    equal(client.invoke_function("invocations", "count").data, b"2")
    with_log = {**later, "x-fc-log-type": "Tail"}
    rejected("InvalidArgument", 400, lambda: client.invoke_function("invocations", "count", headers=with_log))

    for name, message in [("refuse", "not today"), ("crash", "Process exited unexpectedly")]:
        error = fails(lambda: client.invoke_function("invocations", name), fc2.FcError, status_code=200)
        assert message in error.message, error.message
    rejected("FunctionNotFound", 404, lambda: client.invoke_function("invocations", "none"))

    client.delete_alias("invocations", "prod")
    client.delete_version("invocations", "1")
    for name in names:
        client.delete_function("invocations", name)
    client.delete_service("invocations")


def wrong_keys():
    wrong_secret = fc2.Client(endpoint=MOCK_URL, accessKeyID=KEY_ID, accessKeySecret=WRONG_SECRET)
    rejected("SignatureNotMatch", 403, lambda: wrong_secret.list_services())
    unknown_key = fc2.Client(endpoint=MOCK_URL, accessKeyID="nobody", accessKeySecret=SECRET)
    rejected("InvalidAccessKeyID", 403, lambda: unknown_key.create_service("theirs"))


for scenario in [services, functions, triggers, versions, invocations, wrong_keys]:
    scenario()
observed(client, rejected)
equal(client.list_services().data["services"], [], "remaining services")
