"""
Runs the unmodified PyPI package huaweicloudsdkfunctiongraph, which changes settings and code of existing functions.

With an endpoint and a project, the package does not call IAM. It sends neither X-Auth-Token nor unset fields, and stores
an id in a file under HOME. It returns `last_modified` as a string.
"""

import logging

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkfunctiongraph import v2
from scenario import ACCOUNT, KEY_ID, MOCK_URL, SECRET, WRONG_SECRET, equal, fails, holds

logging.disable(logging.CRITICAL)


def connect(key_id, secret):
    credentials = BasicCredentials(key_id, secret, ACCOUNT)
    return v2.FunctionGraphClient.new_builder().with_credentials(credentials).with_endpoint(MOCK_URL).build()


client = connect(KEY_ID, SECRET)


def urn(name, project=ACCOUNT):
    return f"urn:fss:cn-north-4:{project}:function:default:{name}"


def configure(function_urn, by=client, **fields):
    least = {"func_name": "fgsTest", "runtime": "Node.js18.15", "timeout": 40, "handler": "index.handler"}
    body = v2.UpdateFunctionConfigRequestBody(**{**least, "memory_size": 1280, **fields})
    return by.update_function_config(v2.UpdateFunctionConfigRequest(function_urn=function_urn, body=body))


def upload(function_urn, file="", **fields):
    body = v2.UpdateFunctionCodeRequestBody(func_code=v2.FuncCode(file=file), **fields)
    return client.update_function_code(v2.UpdateFunctionCodeRequest(function_urn=function_urn, body=body))


def rejected(code, status, call):
    error = fails(call, ClientRequestException, error_code=code, status_code=status)
    assert error.error_msg and error.request_id, vars(error)


def settings():
    first = configure(urn("fgsTest"), description="first")
    holds(first, func_urn=urn("fgsTest"), description="first", timeout=40, memory_size=1280, cpu=1200, version="latest")
    assert first.last_modified, first
    mount = v2.FuncMount(
        mount_type="ecs", mount_resource="resource", mount_share_path="/a", local_mount_path="/b"
    )
    second = configure(
        urn("fgsTest:latest"),
        user_data='{"key":"value"}',
        func_vpc=v2.FuncVpc(vpc_id="vpc", subnet_id="subnet"),
        mount_config=v2.MountConfig(mount_user=v2.MountUser(user_id=1003, user_group_id=-1), func_mounts=[mount]),
        strategy_config=v2.StrategyConfig(concurrent_num=7),
    )
    holds(second, func_id=first.func_id, description="first", user_data='{"key":"value"}')
    holds(second.mount_config.mount_user, user_id=1003, user_group_id=-1)
    equal(second.mount_config.func_mounts[0].local_mount_path, "/b")
    equal(second.func_vpc.subnet_id, "subnet")
    equal(second.strategy_config.concurrent_num, 7)


def code():
    archive = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="  # an empty archive
    zipped = upload(urn("fgsTest"), archive, code_type="zip", code_filename="index.zip", depend_version_list=["d"])
    holds(zipped, code_type="zip", code_filename="index.zip", code_size=22, depend_version_list=["d"])
    assert zipped.digest.startswith("5e2f959f36b66df0"), zipped.digest
    equal(zipped.func_code.file, archive)
    link = "https://bucket.obs.cn-north-4.myhuaweicloud.com/code.zip"
    holds(upload(urn("fgsTest"), code_type="obs", code_url=link), code_type="obs", code_url=link)
    holds(configure(urn("fgsTest")), code_type="obs", code_url=link)


def errors():
    name = urn("fgsTest")
    rejected("FSS.1051", 404, lambda: configure(urn("none")))
    rejected("FSS.1052", 404, lambda: configure(urn("fgsTest:v9")))
    rejected("FSS.1005", 400, lambda: configure(name, runtime="Cobol"))
    rejected("FSS.1007", 400, lambda: configure(name, memory_size=1))
    rejected("FSS.1008", 400, lambda: configure(name, timeout=0))
    rejected("FSS.1009", 400, lambda: configure(name, user_data="text"))
    rejected("FSS.1006", 400, lambda: upload(name, code_type="tape"))
    rejected("FSS.1011", 400, lambda: upload(name, "%", code_type="zip", code_filename="index.zip"))
    rejected("FSS.1051", 404, lambda: upload(urn("none"), code_type="inline"))
    rejected("FSS.0403", 403, lambda: configure(urn("fgsTest", "another")))
    rejected("FSS.0401", 401, lambda: configure(name, by=connect(KEY_ID, WRONG_SECRET)))
    rejected("FSS.0401", 401, lambda: configure(name, by=connect("nobody", SECRET)))


for scenario in [settings, code, errors]:
    scenario()
