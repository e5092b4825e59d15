"""Uses tags, configurations of functions, VPC bindings and event sources through alibabacloud-fc-open20210406."""

from alibabacloud_fc_open20210406 import models
from fc_open_client import client, once, provide_version, rejected, remove_version
from scenario import ACCOUNT, column, equal, eventually, holds, pages

SERVICE_ARN = f"acs:fc:cn-hangzhou:{ACCOUNT}:services/configured"
SOURCE_ARN = "acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc"
QUEUE = f"acs:mns:cn-hangzhou:{ACCOUNT}:/queues/q/messages"


def live_through_configs():
    provide_version("configured", "f")
    tags()
    async_configs()
    on_demand_configs()
    provision_configs()
    bindings()
    event_sources()
    remove_version("configured", "f")


def tags():
    read = lambda: client.get_resource_tags(models.GetResourceTagsRequest(resource_arn=SERVICE_ARN)).body
    add = lambda given: client.tag_resource(models.TagResourceRequest(resource_arn=SERVICE_ARN, tags=given))
    untag = lambda **fields: client.untag_resource(models.UntagResourceRequest(resource_arn=SERVICE_ARN, **fields))
    holds(add({"k1": "v1", "k2": "v2"}), status_code=200)
    add({"k2": "new"})
    holds(read(), resource_arn=SERVICE_ARN, tags={"k1": "v1", "k2": "new"})
    rejected("InvalidArgument", 400, lambda: add({"acs:k": "v"}))

    other = SERVICE_ARN.replace("configured", "other")
    client.create_service(models.CreateServiceRequest(service_name="other"))
    client.tag_resource(models.TagResourceRequest(resource_arn=other, tags={"k": "v"}))
    page = lambda token: models.ListTaggedResourcesRequest(limit=1, next_token=token)
    fetch = lambda token: client.list_tagged_resources(page(token)).body
    equal(pages(fetch, "resources", "resource_arn"), [[SERVICE_ARN], [other]])
    equal(fetch(None).resources[0].tags, {"k1": "v1", "k2": "new"})
    client.delete_service("other")

    holds(untag(tag_keys=["k1"], all=False), status_code=200)
    equal(read().tags, {"k2": "new"})
    untag(tag_keys=[], all=True)
    equal(read().tags, {})
    rejected("InvalidArgument", 400, lambda: untag(tag_keys=[]))


def async_configs():
    def put(qualifier, **fields):
        request = models.PutFunctionAsyncInvokeConfigRequest(qualifier=qualifier, **fields)
        return client.put_function_async_invoke_config("configured", "f", request).body

    def read(qualifier):
        request = models.GetFunctionAsyncInvokeConfigRequest(qualifier=qualifier)
        return client.get_function_async_invoke_config("configured", "f", request).body

    def delete(qualifier):
        request = models.DeleteFunctionAsyncInvokeConfigRequest(qualifier=qualifier)
        return client.delete_function_async_invoke_config("configured", "f", request)

    def fetch(token=None, limit=None):
        request = models.ListFunctionAsyncInvokeConfigsRequest(limit=limit, next_token=token)
        return client.list_function_async_invoke_configs("configured", "f", request).body

    failure = models.DestinationConfig(on_failure=models.Destination(destination=QUEUE))
    stored = put("prod", destination_config=failure, max_async_retry_attempts=1)
    holds(stored, service="configured", function="f", qualifier="prod", max_async_retry_attempts=1)
    holds(stored, max_async_event_age_in_seconds=None)
    equal(stored.destination_config.to_map(), failure.to_map())
    equal(read("prod").to_map(), stored.to_map())
    holds(put(None, max_async_event_age_in_seconds=300), qualifier="LATEST", max_async_event_age_in_seconds=300)
    rejected("InvalidArgument", 400, lambda: put("prod", max_async_retry_attempts=9))
    equal(pages(lambda token: fetch(token, limit=1), "configs", "qualifier"), [["LATEST"], ["prod"]])
    holds(delete("prod"), status_code=204)
    rejected("AsyncConfigNotExists", 404, lambda: read("prod"))
    equal(column(fetch(), "configs", "qualifier"), ["LATEST"])
    holds(delete(None), status_code=204)


def on_demand_configs():
    def put(count, if_match=None):
        request = models.PutFunctionOnDemandConfigRequest(qualifier="prod", maximum_instance_count=count)
        headers = models.PutFunctionOnDemandConfigHeaders(if_match=if_match)
        return client.put_function_on_demand_config_with_options("configured", "f", request, headers, once)

    def read():
        request = models.GetFunctionOnDemandConfigRequest(qualifier="prod")
        return client.get_function_on_demand_config("configured", "f", request).body

    resource = "services/configured.prod/functions/f"
    created = put(10)
    holds(created.body, resource=resource, maximum_instance_count=10)
    holds(put(20, if_match=created.headers["etag"]).body, maximum_instance_count=20)
    rejected("PreconditionFailed", 412, lambda: put(30, if_match=created.headers["etag"]))
    holds(read(), resource=resource, maximum_instance_count=20)
    rejected("InvalidArgument", 400, lambda: put(-1))

    def resources(prefix):
        listed = client.list_on_demand_configs(models.ListOnDemandConfigsRequest(prefix=prefix, limit=5)).body
        return [] if listed.configs is None else column(listed, "configs", "resource")

    equal([resources("services/configured"), resources("services/none")], [[resource], []])
    removal = models.DeleteFunctionOnDemandConfigRequest(qualifier="prod")
    stale = models.DeleteFunctionOnDemandConfigHeaders(if_match=created.headers["etag"])
    delete = client.delete_function_on_demand_config_with_options
    rejected("PreconditionFailed", 412, lambda: delete("configured", "f", removal, stale, once))
    holds(client.delete_function_on_demand_config("configured", "f", removal), status_code=200)
    rejected("OnDemandConfigNotFound", 404, read)
    equal(resources("services/configured"), [])


def provision_configs():
    def put(target, **fields):
        request = models.PutProvisionConfigRequest(qualifier="prod", target=target, **fields)
        return client.put_provision_config("configured", "f", request).body

    def get():
        return client.get_provision_config("configured", "f", models.GetProvisionConfigRequest(qualifier="prod"))

    read = lambda: get().body
    resource = f"{ACCOUNT}#configured#prod#f"
    unset = get()
    holds(unset, status_code=200)
    holds(unset.body, resource=resource, target=0, current=0)
    period = {"start_time": "2020-10-10T10:10:10Z", "end_time": "2020-10-11T10:10:10Z"}
    action = models.ScheduledActions(name="a", target=2, schedule_expression="cron(0 0 20 * * *)", **period)
    policy = models.TargetTrackingPolicies(
        name="p", metric_type="CPUUtilization", metric_target=0.6, min_capacity=1, max_capacity=10, **period
    )
    stored = put(1, scheduled_actions=[action], target_tracking_policies=[policy])
    holds(stored, resource=resource, target=1, always_allocate_cpu=True)
    equal([one.to_map() for one in stored.scheduled_actions], [action.to_map()])
    equal([one.to_map() for one in stored.target_tracking_policies], [policy.to_map()])
    eventually(read, resource=resource, target=1, current=1)

    def resources(**fields):
        listed = client.list_provision_configs(models.ListProvisionConfigsRequest(limit=5, **fields)).body
        return column(listed, "provision_configs", "resource")

    equal(resources(service_name="configured", qualifier="prod"), [resource])
    equal(resources(service_name="configured", qualifier="LATEST"), [])
    rejected("InvalidArgument", 400, lambda: resources(qualifier="prod"))
    rejected("InvalidArgument", 400, lambda: put(-1))
    rejected("ProvisionConfigExist", 409, lambda: client.delete_alias("configured", "prod"))
    # Absent rules stay. An empty list removes them.
    equal([len(put(0).scheduled_actions), len(put(0).target_tracking_policies)], [1, 1])
    cleared = put(0, scheduled_actions=[], target_tracking_policies=[])
    equal([cleared.scheduled_actions, cleared.target_tracking_policies], [[], []])
    eventually(read, target=0, current=0)


def bindings():
    read = lambda: client.list_vpc_bindings("configured").body.vpc_ids
    for vpc_id in ["vpc-2", "vpc-1", "vpc-2"]:
        bound = client.create_vpc_binding("configured", models.CreateVpcBindingRequest(vpc_id=vpc_id))
        holds(bound, status_code=200)
    equal(read(), ["vpc-1", "vpc-2"])
    holds(client.delete_vpc_binding("configured", "vpc-2"), status_code=200)
    equal(read(), ["vpc-1"])
    client.delete_vpc_binding("configured", "vpc-1")
    equal(read(), [])
    rejected("InvalidArgument", 400, lambda: client.create_vpc_binding("configured", models.CreateVpcBindingRequest()))
    rejected("ServiceNotFound", 404, lambda: client.list_vpc_bindings("none"))


def event_sources():
    def register(source_arn, qualifier=None):
        request = models.RegisterEventSourceRequest(source_arn=source_arn, qualifier=qualifier)
        return client.register_event_source("configured", "f", request).body

    def sources(qualifier=None):
        request = models.ListEventSourcesRequest(qualifier=qualifier)
        return column(client.list_event_sources("configured", "f", request).body, "event_sources", "source_arn")

    def deregister(qualifier=None):
        request = models.DeregisterEventSourceRequest(qualifier=qualifier)
        return client.deregister_event_source("configured", "f", SOURCE_ARN, request)

    registered = register(SOURCE_ARN)
    holds(registered, source_arn=SOURCE_ARN)
    equal(register(SOURCE_ARN).created_time, registered.created_time)
    equal([sources(), sources("prod")], [[SOURCE_ARN], []])
    rejected("EventSourceNotFound", 404, lambda: deregister("prod"))
    holds(deregister(), status_code=204)
    equal(sources(), [])
    rejected("InvalidArgument", 400, lambda: register(None))
