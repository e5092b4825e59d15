"""Uses the models of datamodel-code-generator, which are in the working directory. The argument names the check."""

import importlib
import json
import os
import pathlib
import sys

from pydantic import BaseModel, ValidationError

sys.path.insert(0, os.getcwd())
check, *apis = sys.argv[1:]
generated = pathlib.Path(__file__).parents[3] / "generated"


def load(api):
    return importlib.import_module(api.replace("-", "_"))


def rejects(model, value):
    try:
        model.model_validate(value)
    except ValidationError:
        return True
    return False


def find_bodies(document):
    for item in document["paths"].values():
        for operation in item.values():
            for media in operation.get("requestBody", {}).get("content", {}).values():
                if "$ref" in media["schema"]:
                    yield media["schema"]["$ref"].split("/")[-1], media.get("examples", {})


fc2021 = "aliyun-fc-2021-04-06"
least = {"functionName": "f", "handler": "h", "runtime": "python3.9", "code": {"zipFile": "UEs="}}

if check == "compiles":
    # Every example of a request must be a valid value of its model, including ZIP archives.
    for api in apis:
        document = json.loads((generated / api / "openapi.json").read_text())
        for name, examples in find_bodies(document):
            for example in examples.values():
                model = getattr(load(api), name)
                read = model.model_validate(example["value"])
                json.loads(read.model_dump_json(by_alias=True, exclude_unset=True))
elif check == "fields":
    error = load("aliyun-fc-2016-08-15").Error
    names = {field.alias or name for name, field in error.model_fields.items()}
    assert names == {"errorCode", "errorMessage", "ErrorCode", "ErrorMessage"}, names
    assert len(error.model_fields) == 4, error.model_fields
elif check == "types":
    model = load(fc2021).CreateFunctionInput
    assert not rejects(model, least)
    for value in (42, {"functionName": "f"}, {**least, "runtime": "cobol"}, {**least, "timeout": "soon"}):
        assert rejects(model, value), value
elif check == "updates":
    config = load("huawei-functiongraph-v2").UpdateFunctionConfigRequest
    settings = {"runtime": "Python3.9", "timeout": 3, "handler": "index.handler", "memory_size": 128}
    for model, value in ((config, settings), (load(fc2021).UpdateFunctionInput, {})):
        assert issubclass(model, BaseModel)
        sent = json.loads(model.model_validate(value).model_dump_json(by_alias=True, exclude_none=True))
        assert sent == value, sent
