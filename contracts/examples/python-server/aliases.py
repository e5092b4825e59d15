"""The operations of aliases."""

from api import GONE, Response
from errors import invalid
from store import Resource, find


def create_alias(api, call):
    service = api.service(call)
    fields = api.read_create(api.aliases, call)
    check_versions(service, fields)
    return api.add(api.aliases, service.aliases, Resource(fields))


def list_aliases(api, call):
    return api.page(call, "aliases", api.aliases, api.service(call).aliases)


def get_alias(api, call):
    return api.to_response(api.aliases, api.alias(call))


def update_alias(api, call):
    alias = api.alias(call)
    fields = api.read_update(api.aliases, call)
    api.check_match(call, alias)
    check_versions(api.service(call), fields)
    alias.change(fields)
    return api.to_response(api.aliases, alias)


def delete_alias(api, call):
    api.check_match(call, api.alias(call))
    del api.service(call).aliases[call.names[1]]
    return Response(GONE)


def check_versions(service, fields):
    """Raises an ApiError if an alias names a missing version, or if its weights exceed 1."""
    weights = fields.get("additionalVersionWeight", {})
    for version_id in (*([fields["versionId"]] if "versionId" in fields else []), *weights):
        find(service.versions, version_id, "VersionNotFound")
    if sum(weights.values()) > 1:
        raise invalid("the sum of additionalVersionWeight must not exceed 1")
