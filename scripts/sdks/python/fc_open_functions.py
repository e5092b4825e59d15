"""Reads, lists, invokes and deletes functions of FC 2021 through alibabacloud-fc-open20210406."""

import base64
import json
import urllib.request

from alibabacloud_fc_open20210406 import models
from fc_open_client import (
    CHECKSUM,
    CONTENT,
    client,
    once,
    provide,
    provide_version,
    rejected,
    remove,
    remove_version,
)
from scenario import ACCOUNT, column, equal, holds, pages


def live_through_functions():
    functions()
    code()
    invocations()


def read(service, name, qualifier=None):
    return client.get_function(service, name, models.GetFunctionRequest(qualifier=qualifier))


def functions():
    provide("functions", "b", "a", "a-c")

    def fetch(token=None, **fields):
        return client.list_functions("functions", models.ListFunctionsRequest(next_token=token, **fields)).body

    equal(pages(lambda token: fetch(token, limit=2), "functions", "function_name"), [["a", "a-c"], ["b"]])
    equal(column(fetch(prefix="a"), "functions", "function_name"), ["a", "a-c"])
    equal(column(fetch(start_key="a-b"), "functions", "function_name"), ["a-c", "b"])
    found = read("functions", "b")
    holds(found.body, function_name="b", handler="index.handler", runtime="python3.9", code_checksum=CHECKSUM)
    equal(found.body.function_id, fetch(prefix="b").functions[0].function_id)

    client.update_function("functions", "b", models.UpdateFunctionRequest(timeout=9))
    stale = models.DeleteFunctionHeaders(if_match=found.headers["etag"])
    delete = lambda headers: client.delete_function_with_options("functions", "b", headers, once)
    rejected("PreconditionFailed", 412, lambda: delete(stale))
    holds(read("functions", "b").body, timeout=9)
    rejected("ServiceNotEmpty", 409, lambda: client.delete_service("functions"))
    holds(delete(models.DeleteFunctionHeaders(if_match=read("functions", "b").headers["etag"])), status_code=204)
    rejected("FunctionNotFound", 404, lambda: read("functions", "b"))
    rejected("FunctionNotFound", 404, lambda: client.delete_function("functions", "b"))
    remove("functions", "a", "a-c")


def code():
    provide_version("code", "f")
    changed = models.Code(zip_file=base64.b64encode(b"changed").decode())
    client.update_function("code", "f", models.UpdateFunctionRequest(code=changed))

    def download(qualifier=None):
        found = client.get_function_code("code", "f", models.GetFunctionCodeRequest(qualifier=qualifier)).body
        with urllib.request.urlopen(found.url) as response:
            return response.read(), found.checksum

    equal(download("prod"), (CONTENT, CHECKSUM))
    equal(download(), (b"changed", read("code", "f").body.code_checksum))
    equal(read("code", "f", qualifier="1").body.code_checksum, CHECKSUM)
    missing = models.GetFunctionCodeRequest()
    rejected("FunctionNotFound", 404, lambda: client.get_function_code("code", "none", missing))
    remove_version("code", "f")


def invoke(name, event=b"", qualifier=None, **headers):
    request = models.InvokeFunctionRequest(body=event, qualifier=qualifier)
    sent = models.InvokeFunctionHeaders(x_fc_account_id=ACCOUNT, **headers)
    return client.invoke_function_with_options("invocations", name, request, sent, once)


def invocations():
    names = ["count", "crash", "echo", "greet", "refuse"]
    provide_version("invocations", *names)
    for event in [b"\x00\xff\x80", b"{", b"text"]:
        equal(invoke("echo", event).body, event)
    short = client.invoke_function("invocations", "echo", models.InvokeFunctionRequest(body=b"short", qualifier="prod"))
    equal(short.body, b"short")
    equal(short.headers["x-fc-code-checksum"], CHECKSUM)
    logged = invoke("greet", qualifier="prod", x_fc_log_type="Tail")
    equal(logged.body, b"hello world")
    log = base64.b64decode(logged.headers["x-fc-log-result"]).decode()
    assert "FC Invoke Start" in log, log

    later = invoke("count", x_fc_invocation_type="Async")
    equal([later.status_code, later.body], [202, b""])
    equal(invoke("count").body, b"2")
    both = {"x_fc_invocation_type": "Async", "x_fc_log_type": "Tail"}
    rejected("InvalidArgument", 400, lambda: invoke("count", **both))

    # The package raises no error for a failed function, because the status is 200.
    for name, kind, message in [
        ("refuse", "HandledInvocationError", "not today"),
        ("crash", "UnhandledInvocationError", "Process exited unexpectedly"),
    ]:
        failed = invoke(name)
        equal([failed.status_code, failed.headers["x-fc-error-type"]], [200, kind])
        holds(json.loads(failed.body), errorMessage=message)
    rejected("FunctionNotFound", 404, lambda: invoke("none"))
    rejected("AliasNotFound", 404, lambda: invoke("echo", qualifier="none"))
    remove_version("invocations", *names)
