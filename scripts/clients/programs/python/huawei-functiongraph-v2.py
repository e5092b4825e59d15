import base64

from huawei_functiongraph_v2 import Client
from huawei_functiongraph_v2.api.function import update_function_code, update_function_config
from huawei_functiongraph_v2.models import (
    CodeType,
    CustomImage,
    EphemeralStorage,
    Error,
    FuncCode,
    FuncLogConfig,
    FuncMount,
    FuncVpc,
    MemorySize,
    MountConfig,
    MountType,
    MountUser,
    NetworkControlConfig,
    Runtime,
    StrategyConfig,
    UpdateFunctionCodeRequest,
    UpdateFunctionConfigRequest,
    VpcConfig,
)
from lines import FORCED_ERRORS, URL, show_response

client = Client(base_url=f"{URL}/v2")
PROJECT = "7aad83af3e8d42e99ac194e8419e2c9b"


def to_urn(name: str) -> str:
    return f"urn:fss:cn-north-4:{PROJECT}:function:default:{name}"


settings = UpdateFunctionConfigRequest(
    func_name="test",
    runtime=Runtime.PYTHON3_9,
    timeout=60,
    handler="index.handler",
    memory_size=MemorySize.MB768,
    user_data='{"MODE":"test"}',
    encrypted_user_data='{"KEY":"secret"}',
    xrole="agency",
    app_xrole="runner",
    description="has every field",
    custom_image=CustomImage(
        enabled=True,
        image="swr.example.com/group/image:1",
        command="/bin/sh",
        args="-c,start",
        working_dir="/",
        uid="1003",
        gid="1003",
    ),
    initializer_timeout=30,
    pre_stop_timeout=20,
    ephemeral_storage=EphemeralStorage.MB10240,
    enterprise_project_id="project-1",
    is_stateful_function=True,
    enable_dynamic_memory=True,
    enable_auth_in_header=True,
    domain_names="[]",
    gpu_memory=2048,
    gpu_type="nvidia-t4",
    initializer_handler="index.initializer",
    pre_stop_handler="index.preStop",
    func_vpc=FuncVpc(
        domain_id="domain-1",
        namespace=PROJECT,
        vpc_name="vpc",
        subnet_name="subnet",
        cidr="192.168.0.0/24",
        gateway="192.168.0.1",
        security_groups=["sg-1"],
        vpc_id="vpc-1",
        subnet_id="subnet-1",
    ),
    mount_config=MountConfig(
        mount_user=MountUser(user_id=-1, user_group_id="1000"),
        func_mounts=[
            FuncMount(
                mount_type=MountType.SFSTURBO, mount_resource="sfs-1", local_mount_path="/mnt/a"
            ),
            FuncMount(
                mount_type=MountType.ECS,
                mount_resource="ecs-1",
                mount_share_path="/share",
                local_mount_path="/mnt/b",
            ),
        ],
    ),
    strategy_config=StrategyConfig(concurrency=10, concurrent_num=2),
    extend_config="{}",
    log_config=FuncLogConfig(group_name="group", group_id="group-1", stream_name="stream", stream_id="stream-1"),
    network_controller=NetworkControlConfig(
        disable_public_network=True, trigger_access_vpcs=[VpcConfig(vpc_name="vpc", vpc_id="vpc-1")]
    ),
    restore_hook_handler="index.restore",
    restore_hook_timeout=10,
    heartbeat_handler="index.heartbeat",
    enable_class_isolation=True,
)


def update_config(name: str, body: UpdateFunctionConfigRequest):
    return update_function_config.sync_detailed(PROJECT, to_urn(name), client=client, body=body)


show_response("update config", update_config("test", settings), Error)
least = UpdateFunctionConfigRequest(
    runtime=Runtime.PYTHON3_9,
    timeout=3,
    handler="index.handler",
    memory_size=MemorySize.MB128,
)
show_response("update config of missing function", update_config("none", least), Error)
show_response("update config to minimum", update_config("fgsTest", least), Error)


def update_code(body: UpdateFunctionCodeRequest, with_client: Client = client):
    return update_function_code.sync_detailed(PROJECT, to_urn("fgsTest"), client=with_client, body=body)


source = b"def handler(event, context):\n    return event\n"
inline = UpdateFunctionCodeRequest(
    code_type=CodeType.INLINE,
    code_filename="index.py",
    func_code=FuncCode(file=base64.b64encode(source).decode()),
    depend_version_list=["e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55"],
)
show_response("update code", update_code(inline), Error)
stored = UpdateFunctionCodeRequest(
    code_type=CodeType.OBS, code_url="https://bucket.obs.example.com/code.zip"
)
show_response("update code to OBS object", update_code(stored), Error)
for code, headers in FORCED_ERRORS:
    show_response(f"error {code}", update_code(stored, Client(base_url=f"{URL}/v2", headers=headers)), Error)
