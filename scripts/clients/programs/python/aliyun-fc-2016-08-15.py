import base64
from io import BytesIO

from aliyun_fc_2016_08_15 import Client
from aliyun_fc_2016_08_15.api.alias import create_alias, delete_alias
from aliyun_fc_2016_08_15.api.function import (
    create_function,
    delete_function,
    get_function,
    get_function_by_qualifier,
    invoke_function_by_qualifier,
    list_functions,
    update_function,
)
from aliyun_fc_2016_08_15.api.service import create_service, delete_service, get_service, update_service
from aliyun_fc_2016_08_15.api.trigger import create_trigger, delete_trigger, get_trigger
from aliyun_fc_2016_08_15.api.version import delete_version, publish_version
from aliyun_fc_2016_08_15.models import (
    Alias,
    AliasAdditionalVersionWeight,
    Code,
    Error,
    Function,
    FunctionCustomContainerConfig,
    FunctionEnvironmentVariables,
    FunctionPage,
    FunctionUpdateFields,
    FunctionUpdateFieldsEnvironmentVariables,
    LogConfig,
    MountPoint,
    NASConfig,
    PublishVersionFields,
    Runtime,
    Service,
    ServiceTracingConfig,
    ServiceUpdateFields,
    Trigger,
    TriggerTriggerConfig,
    VPCConfig,
)
from aliyun_fc_2016_08_15.types import UNSET, File, Unset
from fc_signature import FcSignature
from lines import FORCED_ERRORS, KEY, URL, show, show_response

# With an access key, every request is signed.
AUTH = {"auth": FcSignature(*KEY)} if KEY else {}
client = Client(base_url=f"{URL}/2016-08-15", httpx_args=AUTH)
SERVICE = "clients"
CODE = Code(zip_file=base64.b64encode(b"a zip archive").decode())

service = Service(
    service_name=SERVICE,
    description="made by a generated client",
    internet_access=True,
    log_config=LogConfig(
        project="project-1",
        logstore="logstore-1",
        enable_request_metrics=True,
        enable_instance_metrics=False,
        log_begin_rule="DefaultRegex",
    ),
    role="acs:ram::123456789012:role/fc",
    vpc_config=VPCConfig(security_group_id="sg-1", v_switch_ids=["vsw-1", "vsw-2"], vpc_id="vpc-1"),
    tracing_config=ServiceTracingConfig.from_dict(
        {"type": "Jaeger", "params": {"endpoint": "http://tracing.example.com"}}
    ),
    nas_config=NASConfig(
        user_id=10003,
        group_id="10003",
        mount_points=[MountPoint(server_addr="nas.example.com:/", mount_dir="/mnt/a")],
    ),
)
show_response("create service", create_service.sync_detailed(client=client, body=service), Error)
show_response("get service", get_service.sync_detailed(SERVICE, client=client), Error)
show_response("create service again", create_service.sync_detailed(client=client, body=service), Error)

function = Function(
    function_name="full",
    code=CODE,
    handler="index.handler",
    runtime=Runtime.NODEJS4_4,
    description="has every field",
    memory_size=512,
    timeout=60,
    initializer="index.initializer",
    initialization_timeout=30,
    environment_variables=FunctionEnvironmentVariables.from_dict({"MODE": "test", "EMPTY": ""}),
    instance_concurrency=5,
    ca_port=9000,
    custom_container_config=FunctionCustomContainerConfig.from_dict(
        {"image": "registry.example.com/image:1", "command": '["node"]'}
    ),
    layers=["acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"],
    instance_type="c1",
)
show_response("create function", create_function.sync_detailed(SERVICE, client=client, body=function), Error)
got = get_function.sync_detailed(SERVICE, "full", client=client)
show_response("get function", got, Error)

for number in range(1, 6):
    least = Function(
        function_name=f"list-{number}", code=CODE, handler="index.handler", runtime=Runtime.PYTHON3
    )
    create_function.sync(SERVICE, client=client, body=least)
pages = []
next_token: str | Unset = UNSET
while True:
    page = list_functions.sync(SERVICE, client=client, prefix="list-", limit=2, next_token=next_token)
    if not isinstance(page, FunctionPage):
        raise AssertionError(f"{page!r} is not a page")
    pages.append([listed.function_name for listed in page.functions or []])
    if isinstance(page.next_token, Unset):
        break
    next_token = page.next_token
show("list functions", pages=pages)

tag = got.headers["ETag"]
change = FunctionUpdateFields(
    description="changed", memory_size=1024, environment_variables=FunctionUpdateFieldsEnvironmentVariables()
)


def update(with_client: Client = client, if_match: str | Unset = UNSET):
    return update_function.sync_detailed(SERVICE, "full", client=with_client, body=change, if_match=if_match)


show_response("update function", update(if_match=tag), Error)
show_response("update function with a stale tag", update(if_match=tag), Error)
for code, headers in FORCED_ERRORS:
    show_response(f"error {code}", update(Client(base_url=f"{URL}/2016-08-15", headers=headers, httpx_args=AUTH)), Error)

trigger = Trigger(
    trigger_name="uploads",
    trigger_type="oss",
    trigger_config=TriggerTriggerConfig.from_dict(
        {"events": ["oss:ObjectCreated:*"], "filter": {"key": {"prefix": "in/"}}}
    ),
    invocation_role="acs:ram::123456789012:role/oss",
    source_arn="acs:oss:cn-hangzhou:123456789012:bucket",
    qualifier="LATEST",
    description="runs for each upload",
)
show_response("create trigger", create_trigger.sync_detailed(SERVICE, "full", client=client, body=trigger), Error)
show_response("get trigger", get_trigger.sync_detailed(SERVICE, "full", "uploads", client=client), Error)

first = PublishVersionFields(description="first")
show_response("publish version", publish_version.sync_detailed(SERVICE, client=client, body=first), Error)
update_service.sync(SERVICE, client=client, body=ServiceUpdateFields(description="changed"))
publish_version.sync(SERVICE, client=client)
alias = Alias(
    alias_name="stable",
    versionId="1",  # versionID also exists, so both names are unchanged
    description="both",
    additional_version_weight=AliasAdditionalVersionWeight.from_dict({"2": 0.25}),
)
show_response("create alias", create_alias.sync_detailed(SERVICE, client=client, body=alias), Error)

qualified = get_function_by_qualifier.sync_detailed(SERVICE, "1", "full", client=client)
show_response("get function by qualifier", qualified, Error)
event = File(payload=BytesIO(bytes([0, 255, 10])))
invoked = invoke_function_by_qualifier.sync_detailed(SERVICE, "1", "full", client=client, body=event)
if not isinstance(invoked.parsed, File):
    raise AssertionError(f"{invoked.parsed!r} is no file")
payload = base64.b64encode(invoked.parsed.payload.read()).decode()
show("invoke function by qualifier", status=int(invoked.status_code), bytes=payload)

everything = list_functions.sync(SERVICE, client=client)
show_response("delete service with functions", delete_service.sync_detailed(SERVICE, client=client), Error)
show_response("delete trigger", delete_trigger.sync_detailed(SERVICE, "full", "uploads", client=client), Error)
show_response("delete alias", delete_alias.sync_detailed(SERVICE, "stable", client=client), Error)
for version in ("1", "2"):
    show_response(f"delete version {version}", delete_version.sync_detailed(SERVICE, version, client=client), Error)
if not isinstance(everything, FunctionPage):
    raise AssertionError(f"{everything!r} is not a page")
for listed in everything.functions or []:
    name = str(listed.function_name)
    show_response(f"delete function {name}", delete_function.sync_detailed(SERVICE, name, client=client), Error)
show_response("delete service", delete_service.sync_detailed(SERVICE, client=client), Error)
show_response("get deleted service", get_service.sync_detailed(SERVICE, client=client), Error)
