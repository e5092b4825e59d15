"""Creates, reads, lists, updates and deletes services of FC 2021 through alibabacloud-fc-open20210406."""

from alibabacloud_fc_open20210406 import models
from fc_open_client import client, once, rejected
from scenario import ACCOUNT, equal, holds, pages


def live_through_services():
    settings()
    changes()
    lists()
    holds(client.delete_service("services-b"), status_code=204)


def create(name, **fields):
    return client.create_service(models.CreateServiceRequest(service_name=name, **fields))


def read(name):
    return client.get_service(name, models.GetServiceRequest())


def settings():
    mount = models.NASConfigMountPoints(mount_dir="/mnt/files", server_addr="files.cn-hangzhou.nas.aliyuncs.com:/a")
    bucket = models.OSSMountConfigMountPoints(bucket_name="b", mount_dir="/mnt/b", read_only=True)
    given = {
        "vpc_config": models.VPCConfig(vpc_id="vpc-1", v_switch_ids=["vsw-1"], security_group_id="sg-1"),
        "nas_config": models.NASConfig(user_id=100, group_id=-1, mount_points=[mount]),
        "oss_mount_config": models.OSSMountConfig(mount_points=[bucket]),
        "tracing_config": models.TracingConfig(type="Jaeger", params={"endpoint": "http://trace"}),
        "log_config": models.LogConfig(project="p", logstore="l", enable_request_metrics=False),
    }
    role = f"acs:ram::{ACCOUNT}:role/fc"
    created = create("services", description="first", internet_access=False, role=role, **given)
    holds(created, status_code=200)
    holds(created.body, service_name="services", description="first", internet_access=False, role=role)
    for name, config in given.items():
        holds(getattr(created.body, name).to_map(), **config.to_map())
    holds(created.body.log_config, enable_instance_metrics=False, log_begin_rule="None")
    equal(read("services").body.to_map(), created.body.to_map())
    rejected("ServiceAlreadyExists", 409, lambda: create("services"))
    rejected("InvalidArgument", 400, lambda: create("1a"))


def changes():
    before = read("services")
    headers = models.UpdateServiceHeaders(x_fc_account_id=ACCOUNT, if_match=before.headers["etag"])

    def update(**fields):
        return client.update_service_with_options("services", models.UpdateServiceRequest(**fields), headers, once)

    updated = update(description="second", internet_access=True)
    holds(updated.body, description="second", internet_access=True, service_id=before.body.service_id)
    equal(updated.body.vpc_config.to_map(), before.body.vpc_config.to_map())
    rejected("PreconditionFailed", 412, lambda: update(description="third"))
    stale = models.DeleteServiceHeaders(if_match=before.headers["etag"])
    rejected("PreconditionFailed", 412, lambda: client.delete_service_with_options("services", stale, once))
    short = client.update_service("services", models.UpdateServiceRequest(description=""))
    holds(short.body, description="", internet_access=True)


def lists():
    create("services-b")

    def fetch(token=None, **fields):
        return client.list_services(models.ListServicesRequest(prefix="services", next_token=token, **fields)).body

    equal(pages(lambda token: fetch(token, limit=1), "services", "service_name"), [["services"], ["services-b"]])
    equal([service.service_name for service in fetch(start_key="services-b").services], ["services-b"])
    fresh = models.DeleteServiceHeaders(if_match=read("services").headers["etag"])
    holds(client.delete_service_with_options("services", fresh, once), status_code=204)
    rejected("ServiceNotFound", 404, lambda: read("services"))
    rejected("ServiceNotFound", 404, lambda: client.delete_service("services"))
