"""Publishes versions of services of FC 2021 and gives them aliases through alibabacloud-fc-open20210406."""

from alibabacloud_fc_open20210406 import models
from fc_open_client import client, once, provide, rejected, remove
from scenario import column, equal, holds, pages


def live_through_versions():
    provide("versions", "f")
    versions()
    aliases()
    qualifiers()
    deletions()


def publish(**fields):
    return client.publish_service_version("versions", models.PublishServiceVersionRequest(**fields)).body


def set_timeout(seconds):
    client.update_function("versions", "f", models.UpdateFunctionRequest(timeout=seconds))


def create_alias(name, version, **fields):
    request = models.CreateAliasRequest(alias_name=name, version_id=version, **fields)
    return client.create_alias("versions", request)


def versions():
    set_timeout(1)
    holds(publish(description="the first"), version_id="1", description="the first")
    rejected("VersionPublishError", 409, publish)
    set_timeout(2)
    before = client.get_service("versions", models.GetServiceRequest()).headers["etag"]
    client.update_service("versions", models.UpdateServiceRequest(role="changed"))
    stale = models.PublishServiceVersionHeaders(if_match=before)
    request = models.PublishServiceVersionRequest()
    late = lambda: client.publish_service_version_with_options("versions", request, stale, once)
    rejected("PreconditionFailed", 412, late)
    holds(publish(), version_id="2")
    set_timeout(3)

    def fetch(token=None, **fields):
        request = models.ListServiceVersionsRequest(next_token=token, **fields)
        return client.list_service_versions("versions", request).body

    equal(pages(lambda token: fetch(token, limit=1), "versions", "version_id"), [["2"], ["1"]])
    forward = fetch(direction="FORWARD")
    equal(column(forward, "versions", "version_id"), ["1", "2"])
    equal(column(forward, "versions", "description"), ["the first", ""])
    equal([fetch().direction, forward.direction], ["BACKWARD", "FORWARD"])


def aliases():
    item = models.PolicyItem(type="Header", key="x-user", value="7", operator="=")
    policy = models.RoutePolicy(condition="OR", policy_items=[item])
    weights = {"2": 0.05}
    created = create_alias("prod", "1", description="runs", additional_version_weight=weights, route_policy=policy)
    holds(created.body, alias_name="prod", version_id="1", description="runs", additional_version_weight=weights)
    holds(created.body, resolve_policy="Random")
    equal(created.body.route_policy.to_map(), policy.to_map())
    equal(client.get_alias("versions", "prod").body.to_map(), created.body.to_map())
    create_alias("test", "2")
    rejected("AliasAlreadyExists", 409, lambda: create_alias("prod", "1"))
    rejected("VersionNotFound", 404, lambda: create_alias("none", "9"))
    rejected("AliasNotFound", 404, lambda: client.get_alias("versions", "none"))

    def fetch(token=None, **fields):
        return client.list_aliases("versions", models.ListAliasesRequest(next_token=token, **fields)).body

    equal(pages(lambda token: fetch(token, limit=1), "aliases", "alias_name"), [["prod"], ["test"]])
    equal(column(fetch(prefix="t"), "aliases", "alias_name"), ["test"])

    headers = models.UpdateAliasHeaders(if_match=created.headers["etag"])
    change = models.UpdateAliasRequest(version_id="2", description="moved", additional_version_weight={})
    update = lambda: client.update_alias_with_options("versions", "prod", change, headers, once)
    holds(update().body, version_id="2", description="moved", alias_name="prod")
    rejected("PreconditionFailed", 412, update)
    short = client.update_alias("versions", "prod", models.UpdateAliasRequest(version_id="1")).body
    holds(short, version_id="1", description="moved")


def qualifiers():
    def timeout(qualifier):
        return client.get_function("versions", "f", models.GetFunctionRequest(qualifier=qualifier)).body.timeout

    equal([timeout(of) for of in [None, "LATEST", "1", "2", "prod", "test"]], [3, 3, 1, 2, 1, 2])
    equal(client.get_service("versions", models.GetServiceRequest(qualifier="prod")).body.description, "the first")
    listed = client.list_functions("versions", models.ListFunctionsRequest(qualifier="test")).body
    equal(column(listed, "functions", "timeout"), [2])
    rejected("VersionNotFound", 404, lambda: timeout("9"))
    rejected("AliasNotFound", 404, lambda: timeout("none"))


def deletions():
    fetched = client.get_alias("versions", "prod").headers["etag"]
    client.update_alias("versions", "prod", models.UpdateAliasRequest(description="changed"))
    stale = models.DeleteAliasHeaders(if_match=fetched)
    rejected("PreconditionFailed", 412, lambda: client.delete_alias_with_options("versions", "prod", stale, once))
    for name in ["prod", "test"]:
        holds(client.delete_alias("versions", name), status_code=204)
    rejected("AliasNotFound", 404, lambda: client.get_alias("versions", "prod"))
    holds(client.delete_service_version("versions", "2"), status_code=204)
    left = client.list_service_versions("versions", models.ListServiceVersionsRequest()).body
    equal(column(left, "versions", "version_id"), ["1"])
    holds(publish(), version_id="3")
    for version in ["1", "3"]:
        holds(client.delete_service_version("versions", version), status_code=204)
    remove("versions", "f")
