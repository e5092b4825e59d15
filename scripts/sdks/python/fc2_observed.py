"""Calls of aliyun-fc2 that source 004 does not contain, and requests through HTTP triggers."""

from scenario import ACCOUNT, column, equal, holds

ARN = f"acs:fc:cn-hangzhou:{ACCOUNT}:services/observed"


def observed(client, rejected):
    client.create_service("observed")
    client.create_function("observed", "f", "python3", "a.b", codeOSSBucket="b", codeOSSObject="o")
    client.publish_version("observed")
    client.create_alias("observed", "prod", "1")
    tags(client, rejected)
    configurations(client, rejected)
    domains(client, rejected)
    equal("availableAZs" in client.get_account_settings().data, True, "settings of the account")
    equal(client.list_reserved_capacities(limit=5).data["reservedCapacities"], [])
    http_triggers(client)
    client.delete_alias("observed", "prod")
    client.delete_version("observed", "1")
    client.delete_function("observed", "f")
    client.delete_service("observed")


def tags(client, rejected):
    equal(len(client.tag_resource(ARN, {"k1": "v1", "k2": "v2"}).data["requestId"]), 36)
    holds(client.get_resource_tags(ARN).data, resourceArn=ARN, tags={"k1": "v1", "k2": "v2"})
    client.untag_resource(ARN, ["k1"])
    holds(client.get_resource_tags(ARN).data, tags={"k2": "v2"})
    client.untag_resource(ARN, [], deleteAll=True)
    holds(client.get_resource_tags(ARN).data, tags={})
    rejected("ServiceNotFound", 404, lambda: client.get_resource_tags("services/none"))


def configurations(client, rejected):
    resource = f"{ACCOUNT}#observed#prod#f"
    holds(client.put_provision_config("observed", "prod", "f", 1).data, resource=resource, target=1)
    holds(client.get_provision_config("observed", "prod", "f").data, resource=resource, target=1)
    equal(column(client.list_provision_configs("observed", "prod").data, "provisionConfigs", "target"), [1])
    client.put_provision_config("observed", "prod", "f", 0)
    rejected("InvalidArgument", 400, lambda: client.put_provision_config("observed", "prod", "f", -1))

    holds(client.put_on_demand_config("observed", "prod", "f", 10).data, maximumInstanceCount=10)
    holds(client.get_on_demand_config("observed", "prod", "f").data, resource="services/observed.prod/functions/f")
    listed = client.list_on_demand_config(prefix="services/observed.").data
    equal(column(listed, "configs", "maximumInstanceCount"), [10])
    client.delete_on_demand_config("observed", "prod", "f")
    rejected("OnDemandConfigNotFound", 404, lambda: client.get_on_demand_config("observed", "prod", "f"))

    retries = {"maxAsyncRetryAttempts": 1}
    stored = client.put_function_async_invoke_config("observed", "prod", "f", retries).data
    holds(stored, service="observed", function="f", qualifier="prod", maxAsyncRetryAttempts=1)
    equal(client.get_function_async_invoke_config("observed", "prod", "f").data, stored)
    equal(client.list_function_async_invoke_configs("observed", "f").data["configs"], [stored])
    client.delete_function_async_invoke_config("observed", "prod", "f")
    missing = lambda: client.get_function_async_invoke_config("observed", "prod", "f")
    rejected("AsyncConfigNotExists", 404, missing)


def domains(client, rejected):
    routes = {"routes": [{"path": "/", "serviceName": "observed", "functionName": "f"}]}
    created = client.create_custom_domain("py.example.com", protocol="HTTP", routeConfig=routes).data
    holds(created, domainName="py.example.com", protocol="HTTP", routeConfig=routes)
    equal(client.get_custom_domain("py.example.com").data, created)
    updated = client.update_custom_domain("py.example.com", protocol="HTTP,HTTPS").data
    holds(updated, protocol="HTTP,HTTPS", routeConfig=routes)
    equal(client.list_custom_domains(prefix="py.").data["customDomains"], [updated])
    client.delete_custom_domain("py.example.com")
    rejected("DomainNameNotFound", 404, lambda: client.get_custom_domain("py.example.com"))


def http_triggers(client):
    config = {"authType": "function", "methods": ["GET", "POST", "PATCH"]}
    client.create_trigger("observed", "f", "web", "http", config, "dummy_arn", "")
    params = {"key with space": "value with space", "key": "ü/&="}
    sent = client.do_http_request("POST", "observed", "f", "/a%20path", params=params, body="hello world")
    equal([sent.status_code, sent.content], [200, b"hello world"])
    equal(client.do_http_request("GET", "observed", "f", "/").status_code, 200)
    equal(client.do_http_request("PATCH", "observed", "f", "").status_code, 200)
    refused = client.do_http_request("DELETE", "observed", "f", "/")
    equal([refused.status_code, refused.json()["ErrorCode"]], [403, "AccessDenied"])
    client.delete_trigger("observed", "f", "web")
