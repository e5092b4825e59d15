"""The operations of the versions of services."""

from dataclasses import replace

from api import GONE, Response
from errors import ApiError, invalid
from store import find


def publish_version(api, call):
    service = api.service(call)
    fields = api.read_version(call)
    api.check_match(call, service)
    return api.to_response(api.versions, service.publish(fields))


def list_versions(api, call):
    service = api.service(call)
    start = call.query.get("startKey")
    if start and not (start.isascii() and start.isdecimal()):
        raise invalid("startKey must be the id of a version")
    direction = api.to_direction(call)
    # This list has no prefix.
    unfiltered = replace(call, query={key: value for key, value in call.query.items() if key != "prefix"})
    order = {"reverse": direction == "BACKWARD", "to_order": int}
    response = api.page(unfiltered, "versions", api.versions, service.versions, **order)
    response.body["direction"] = direction
    return response


def delete_version(api, call):
    service = api.service(call)
    version_id = call.names[1]
    find(service.versions, version_id, "VersionNotFound")
    for alias in service.aliases.values():
        if version_id in (alias.fields["versionId"], *alias.fields.get("additionalVersionWeight", {})):
            raise ApiError("ConcurrentUpdateError", "an alias uses the version")
    del service.versions[version_id]
    return Response(GONE)
