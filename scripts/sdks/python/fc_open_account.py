"""Uses layers, custom domains, tasks, instances and the account of FC 2021 through alibabacloud-fc-open20210406."""

from alibabacloud_fc_open20210406 import models
from fc_open_client import CHECKSUM, CODE, client, once, provide, rejected, remove
from scenario import equal, eventually, holds


def live_through_account():
    layers()
    domains()
    tasks()
    instances()
    remove("tasks", "f", "wait")


def layers():
    request = models.CreateLayerVersionRequest(code=CODE, compatible_runtime=["python3"], description="first")
    created = client.create_layer_version("my-layer", request).body
    holds(created, version=1, codesize=9, code_checksum=CHECKSUM, acl=0)
    client.create_layer_version("my-layer", request)
    read = client.get_layer_version("my-layer", "1").body
    holds(read, description="first", code_size=9, compatible_runtime=["python3"])
    page = client.list_layer_versions("my-layer", models.ListLayerVersionsRequest(limit=1)).body
    equal([len(page.layers), page.next_version], [1, 2])
    # The package sends truth values in a query as True and False.
    for public, expected in [(False, []), (True, [(2, 1)])]:
        acl = models.PutLayerACLRequest(public=public)
        holds(client.put_layer_acl("my-layer", acl), status_code=200)
        listed = client.list_layers(models.ListLayersRequest(public=True, official=False)).body.layers
        equal([(layer.version, layer.acl) for layer in listed], expected)
    holds(client.delete_layer_version("my-layer", "1"), status_code=200)
    rejected("LayerVersionNotFound", 404, lambda: client.get_layer_version("my-layer", "1"))


def domains():
    route = models.PathConfig(path="/a", methods=["GET"], service_name="tasks", function_name="f")
    request = models.CreateCustomDomainRequest(
        domain_name="example.com",
        protocol="HTTP,HTTPS",
        cert_config=models.CertConfig(cert_name="cert", certificate="c", private_key="k"),
        route_config=models.RouteConfig(routes=[route]),
    )
    created = client.create_custom_domain(request).body
    equal(created.cert_config.private_key, None)
    rejected("DomainNameAlreadyExists", 409, lambda: client.create_custom_domain(request))
    client.update_custom_domain("example.com", models.UpdateCustomDomainRequest(protocol="HTTPS"))
    read = client.get_custom_domain("example.com").body
    holds(read, protocol="HTTPS")
    equal(read.route_config.routes[0].to_map(), route.to_map())
    listed = client.list_custom_domains(models.ListCustomDomainsRequest(prefix="ex")).body.custom_domains
    equal(len(listed), 1)
    holds(client.delete_custom_domain("example.com"), status_code=204)
    rejected("DomainNameNotFound", 404, lambda: client.get_custom_domain("example.com"))


def enable_tasks(function):
    stateful = models.PutFunctionAsyncInvokeConfigRequest(stateful_invocation=True)
    client.put_function_async_invoke_config("tasks", function, stateful)


def start(function, task):
    headers = models.InvokeFunctionHeaders(x_fc_invocation_type="Async", x_fc_stateful_async_invocation_id=task)
    event = models.InvokeFunctionRequest(body=b"the event")
    return client.invoke_function_with_options("tasks", function, event, headers, once)


def read_task(function, task):
    request = models.GetStatefulAsyncInvocationRequest()
    return client.get_stateful_async_invocation("tasks", function, task, request).body


def stop(function, task):
    return client.stop_stateful_async_invocation("tasks", function, task, models.StopStatefulAsyncInvocationRequest())


def tasks():
    provide("tasks", "f", "wait")
    enable_tasks("f")
    request = models.ListStatefulAsyncInvocationFunctionsRequest(limit=1)
    functions = client.list_stateful_async_invocation_functions(request).body.data
    equal([item.to_map() for item in functions], [{"serviceName": "tasks", "functionName": "f", "qualifier": "LATEST"}])

    holds(start("f", "my-task"), status_code=202)
    rejected("StatefulAsyncInvocationAlreadyExists", 409, lambda: start("f", "my-task"))
    done = {"status": "Succeeded", "invocation_payload": "the event", "already_retried_times": 0}
    eventually(lambda: read_task("f", "my-task"), **done)
    succeeded = models.ListStatefulAsyncInvocationsRequest(status="Succeeded", include_payload=False, limit=1)
    found = client.list_stateful_async_invocations("tasks", "f", succeeded).body.invocations
    equal([(task.invocation_id, task.invocation_payload) for task in found], [("my-task", None)])
    rejected("StatefulAsyncInvocationAlreadyCompleted", 412, lambda: stop("f", "my-task"))

    enable_tasks("wait")
    start("wait", "long-task")
    holds(stop("wait", "long-task"), status_code=200)
    eventually(lambda: read_task("wait", "long-task"), status="Stopped")


def instances():
    request = models.ListInstancesRequest(instance_ids=["a", "b"], limit=10)
    equal(client.list_instances("tasks", "f", request).body.instances, [])
    holds(client.get_account_settings().body, available_azs=["cn-hangzhou-f", "cn-hangzhou-g"])
    capacities = models.ListReservedCapacitiesRequest(limit="1")
    equal(client.list_reserved_capacities(capacities).body.reserved_capacities, [])
    claim = models.ClaimGPUInstanceRequest(instance_type="t", image_id="m", source_cidr_ip="10.0.0.0/8")
    instance_id = client.claim_gpuinstance(claim).body.instance_id
    holds(client.release_gpuinstance(instance_id), status_code=204)
    rejected("InstanceNotFound", 404, lambda: client.release_gpuinstance(instance_id))
