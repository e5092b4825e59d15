"""The operations of triggers."""

from api import GONE, Response
from store import Trigger


def create_trigger(api, call):
    function = api.function(call)
    fields = api.read_create(api.triggers, call)
    api.check(api.triggers, fields)
    return api.add(api.triggers, function.triggers, Trigger(fields))


def list_triggers(api, call):
    return api.page(call, "triggers", api.triggers, api.function(call).triggers)


def get_trigger(api, call):
    return api.to_response(api.triggers, api.trigger(call))


def update_trigger(api, call):
    trigger = api.trigger(call)
    fields = api.read_update(api.triggers, call)
    api.check(api.triggers, {**trigger.fields, **fields})
    api.check_match(call, trigger)
    trigger.change(fields)
    return api.to_response(api.triggers, trigger)


def delete_trigger(api, call):
    api.check_match(call, api.trigger(call))
    del api.function(call).triggers[call.names[2]]
    return Response(GONE)
