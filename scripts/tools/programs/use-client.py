"""Uses the Python clients of openapi-generator, which are in the working directory. The argument names the check."""

import importlib
import os
import pkgutil
import sys

check, *apis = sys.argv[1:]


def load(api):
    sys.path.insert(0, os.path.join(os.getcwd(), api))
    return importlib.import_module(api.replace("-", "_"))


def rejects(model, value):
    try:
        model.from_dict(value) if isinstance(value, dict) else model.model_validate(value)
    except ValueError:
        return True
    return False


if check == "compiles":
    for api in apis:
        package = load(api)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
elif check == "fields":
    fields = load(apis[0]).Error.model_fields
    assert {field.alias for field in fields.values()} == {"ErrorCode", "ErrorMessage"}, fields
elif check == "types":
    model = load(apis[0]).CreateFunctionInput
    least = {"functionName": "f", "handler": "h", "runtime": "python3.9", "code": {"zipFile": "UEs="}}
    assert not rejects(model, least)
    for value in (42, {"functionName": "f"}, {**least, "runtime": "cobol"}, {**least, "timeout": "soon"}):
        assert rejects(model, value), value
elif check == "updates":
    _, fc2021, functiongraph = [load(api) for api in apis]
    settings = {"runtime": "Python3.9", "timeout": 3, "handler": "index.handler", "memory_size": 128}
    sent = functiongraph.UpdateFunctionConfigRequest.from_dict(settings).to_dict()
    assert sent == settings, sent
    assert fc2021.UpdateFunctionInput().to_dict() == {}
