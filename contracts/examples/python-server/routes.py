"""The paths of the operations. They are the same in all versions of the API, after the base path."""

from aliases import create_alias, delete_alias, get_alias, list_aliases, update_alias
from errors import ApiError
from functions import (
    create_function,
    delete_function,
    get_function,
    get_function_code,
    invoke_function,
    list_functions,
    update_function,
)
from services import create_service, delete_service, get_service, list_services, update_service
from triggers import create_trigger, delete_trigger, get_trigger, list_triggers, update_trigger
from versions import delete_version, list_versions, publish_version

# By method, literal parts of the path, and number of parts. Names follow each literal.
ROUTES = {
    ("POST", ("services",), 1): create_service,
    ("GET", ("services",), 1): list_services,
    ("GET", ("services",), 2): get_service,
    ("PUT", ("services",), 2): update_service,
    ("DELETE", ("services",), 2): delete_service,
    ("POST", ("services", "functions"), 3): create_function,
    ("GET", ("services", "functions"), 3): list_functions,
    ("GET", ("services", "functions"), 4): get_function,
    ("PUT", ("services", "functions"), 4): update_function,
    ("DELETE", ("services", "functions"), 4): delete_function,
    ("GET", ("services", "functions", "code"), 5): get_function_code,
    ("POST", ("services", "functions", "invocations"), 5): invoke_function,
    ("POST", ("services", "functions", "triggers"), 5): create_trigger,
    ("GET", ("services", "functions", "triggers"), 5): list_triggers,
    ("GET", ("services", "functions", "triggers"), 6): get_trigger,
    ("PUT", ("services", "functions", "triggers"), 6): update_trigger,
    ("DELETE", ("services", "functions", "triggers"), 6): delete_trigger,
    ("POST", ("services", "versions"), 3): publish_version,
    ("GET", ("services", "versions"), 3): list_versions,
    ("DELETE", ("services", "versions"), 4): delete_version,
    ("POST", ("services", "aliases"), 3): create_alias,
    ("GET", ("services", "aliases"), 3): list_aliases,
    ("GET", ("services", "aliases"), 4): get_alias,
    ("PUT", ("services", "aliases"), 4): update_alias,
    ("DELETE", ("services", "aliases"), 4): delete_alias,
}


def find_operation(method, parts):
    """Finds the operation of a path and the names in it. `parts` are the decoded parts after the base path."""
    literals, names = tuple(parts[0::2]), parts[1::2]
    if all(parts):
        operation = ROUTES.get((method, literals, len(parts)))
        if operation:
            return operation, names
        allowed = [other for other, *shape in ROUTES if shape == [literals, len(parts)]]
        if allowed:
            headers = {"Allow": ", ".join(allowed)}
            raise ApiError("MethodNotAllowed", "the path does not support this method", headers)
    raise ApiError("PathNotSupported", "unknown path")
