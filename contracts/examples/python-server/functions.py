"""The operations of functions."""

from api import GONE, Response
from errors import ApiError
from store import Function


def create_function(api, call):
    service = api.service(call)
    fields = api.read_create(api.functions, call)
    api.check(api.functions, fields)
    code = fields.pop("code", None)
    function = Function(fields)
    if code is not None:
        function.put_code(code)
    return api.add(api.functions, service.functions, function)


def list_functions(api, call):
    return api.page(call, "functions", api.functions, api.qualified_service(call).functions)


def get_function(api, call):
    return api.to_response(api.functions, api.qualified_function(call))


def update_function(api, call):
    function = api.function(call)
    fields = api.read_update(api.functions, call)
    api.check(api.functions, {**function.fields, **fields})
    api.check_match(call, function)
    code = fields.pop("code", None)
    if code is not None:
        function.put_code(code)
    function.change(fields)
    return api.to_response(api.functions, function)


def delete_function(api, call):
    function = api.function(call)
    api.check_match(call, function)
    if function.triggers:
        raise ApiError("FunctionNotEmpty", "the function still has triggers")
    del api.service(call).functions[call.names[1]]
    return Response(GONE)


def get_function_code(api, call):
    function = api.qualified_function(call)
    return Response(body={"url": api.state.to_code_url(function.code), "checksum": function.checksum})


def invoke_function(api, call):
    """Every function of this server returns its event."""
    function = api.qualified_function(call)
    headers = api.to_invocation_headers(call, function)
    if call.headers.get("X-Fc-Invocation-Type", "").lower() == "async":
        return Response(202)
    return Response(content=call.content, headers={"Content-Type": "application/octet-stream", **headers})
