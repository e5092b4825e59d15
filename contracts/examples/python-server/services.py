"""The operations of services."""

from api import GONE, Response
from errors import ApiError
from store import Service


def create_service(api, call):
    return api.add(api.services, api.state.services, Service(api.read_create(api.services, call)))


def list_services(api, call):
    return api.page(call, "services", api.services, api.state.services)


def get_service(api, call):
    return api.to_response(api.services, api.qualified_service(call))


def update_service(api, call):
    service = api.service(call)
    fields = api.read_update(api.services, call)
    api.check_match(call, service)
    service.change(fields)
    return api.to_response(api.services, service)


def delete_service(api, call):
    service = api.service(call)
    api.check_match(call, service)
    if service.functions:
        raise ApiError("ServiceNotEmpty", "the service still has functions")
    # The sources require only that no functions are left. Versions and aliases are deleted with the service.
    del api.state.services[call.names[0]]
    return Response(GONE)
