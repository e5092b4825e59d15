import base64

from aliyun_fc_2021_04_06 import Client
from aliyun_fc_2021_04_06.api.function import create_function, update_function
from aliyun_fc_2021_04_06.models import (
    AccelerationType,
    Code,
    CreateFunctionInput,
    CreateFunctionInputEnvironmentVariables,
    CustomContainerConfig,
    CustomDNS,
    CustomHealthCheckConfig,
    CustomRuntimeConfig,
    DiskSize,
    DNSOption,
    Error,
    InstanceLifecycleConfig,
    InstanceType,
    LifecycleHook,
    Runtime,
    UpdateFunctionInput,
)
from aliyun_fc_2021_04_06.types import UNSET, Unset
from lines import FORCED_ERRORS, URL, show_response

client = Client(base_url=f"{URL}/2021-04-06")
SERVICE = "clients"

full = CreateFunctionInput(
    function_name="full",
    code=Code(zip_file=base64.b64encode(b"a zip archive").decode()),
    layers=["acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"],
    description="has every field",
    handler="index.handler",
    initialization_timeout=30,
    initializer="index.initializer",
    memory_size=512,
    runtime=Runtime.CUSTOM_DEBIAN10,
    timeout=60,
    ca_port=9000,
    environment_variables=CreateFunctionInputEnvironmentVariables.from_dict({"MODE": "test"}),
    instance_concurrency=10,
    instance_soft_concurrency=5,
    instance_type=InstanceType.FC_GPU_TESLA_1,
    custom_runtime_config=CustomRuntimeConfig(command=["node"], args=["server.js"]),
    instance_lifecycle_config=InstanceLifecycleConfig(
        pre_freeze=LifecycleHook(handler="index.preFreeze", timeout=10),
        pre_stop=LifecycleHook(handler="index.preStop", timeout=20),
    ),
    custom_dns=CustomDNS(
        name_servers=["223.5.5.5"], searches=["example.com"], dns_options=[DNSOption(name="ndots", value="1")]
    ),
    custom_health_check_config=CustomHealthCheckConfig(
        http_get_url="/ready",
        initial_delay_seconds=1,
        period_seconds=5,
        timeout_seconds=2,
        failure_threshold=4,
        success_threshold=2,
    ),
    cpu=0.35,
    disk_size=DiskSize.MB10240,
    gpu_memory_size=2048,
)


def create(body: CreateFunctionInput):
    return create_function.sync_detailed(
        SERVICE, client=client, body=body, x_fc_account_id="123456789012", x_fc_trace_id="trace-1"
    )


created = create(full)
show_response("create function", created, Error)
show_response("create function again", create(full), Error)

container = CreateFunctionInput(
    function_name="container",
    handler="index.handler",
    runtime=Runtime.CUSTOM_CONTAINER,
    custom_container_config=CustomContainerConfig(
        image="registry.example.com/image:1",
        command='["node"]',
        args='["server.js"]',
        acceleration_type=AccelerationType.DEFAULT,
        instance_id="cri-1",
        web_server_mode=True,
    ),
)
show_response("create function in a container", create(container), Error)

# InstanceConcurrency also exists, so the name is unchanged.
change = UpdateFunctionInput(
    description="changed", instanceConcurrency=20, disk_size=DiskSize.MB512
)


def update(with_client: Client = client, if_match: str | Unset = UNSET):
    return update_function.sync_detailed(SERVICE, "full", client=with_client, body=change, if_match=if_match)


tag = created.headers["ETag"]
show_response("update function", update(if_match=tag), Error)
show_response("update function with a stale tag", update(if_match=tag), Error)
for code, headers in FORCED_ERRORS:
    show_response(f"error {code}", update(Client(base_url=f"{URL}/2021-04-06", headers=headers)), Error)
