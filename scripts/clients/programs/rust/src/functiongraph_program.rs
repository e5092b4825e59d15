use functiongraph::apis::configuration::Configuration;
use functiongraph::apis::function_api::{update_function_code, update_function_config};
use functiongraph::apis::Error;
use functiongraph::models::{
    CodeType, EphemeralStorage, MemorySize, MountType, Runtime,
    CustomImage, FuncCode, FuncLogConfig, FuncMount, FuncVpc, MountConfig, MountUser, MountUserUserGroupId,
    MountUserUserId, NetworkControlConfig, StrategyConfig, UpdateFunctionCodeRequest, UpdateFunctionConfigRequest,
    VpcConfig,
};

use crate::lines::{self, Record};
use crate::show_response;

const PROJECT: &str = "7aad83af3e8d42e99ac194e8419e2c9b";

fn to_urn(name: &str) -> String {
    format!("urn:fss:cn-north-4:{PROJECT}:function:default:{name}")
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub async fn run() {
    let record = Record::default();
    let configure = |error: Option<&str>| {
        let base_path = lines::url("/v2");
        Configuration { base_path, client: record.client(error), ..Configuration::default() }
    };
    let at = &configure(None);

    let user = MountUser::new(MountUserUserId::IdNumber(-1), MountUserUserGroupId::IdText("1000".to_owned()));
    let turbo = FuncMount::new(MountType::SfsTurbo, "sfs-1".to_owned(), "/mnt/a".to_owned());
    let server = FuncMount {
        mount_share_path: some("/share"),
        ..FuncMount::new(MountType::Ecs, "ecs-1".to_owned(), "/mnt/b".to_owned())
    };
    let least = |timeout, memory| {
        UpdateFunctionConfigRequest::new(Runtime::Python39, timeout, "index.handler".to_owned(), memory)
    };
    let settings = UpdateFunctionConfigRequest {
        func_name: some("test"),
        user_data: some(r#"{"MODE":"test"}"#),
        encrypted_user_data: some(r#"{"KEY":"secret"}"#),
        xrole: some("agency"),
        app_xrole: some("runner"),
        description: some("has every field"),
        custom_image: Some(Box::new(CustomImage {
            enabled: Some(true),
            image: some("swr.example.com/group/image:1"),
            command: some("/bin/sh"),
            args: some("-c,start"),
            working_dir: some("/"),
            uid: some("1003"),
            gid: some("1003"),
            ..CustomImage::default()
        })),
        initializer_timeout: Some(30),
        pre_stop_timeout: Some(20),
        ephemeral_storage: Some(EphemeralStorage::MB10240),
        enterprise_project_id: some("project-1"),
        is_stateful_function: Some(true),
        enable_dynamic_memory: Some(true),
        enable_auth_in_header: Some(true),
        domain_names: some("[]"),
        gpu_memory: Some(2048),
        gpu_type: some("nvidia-t4"),
        initializer_handler: some("index.initializer"),
        pre_stop_handler: some("index.preStop"),
        func_vpc: Some(Box::new(FuncVpc {
            domain_id: some("domain-1"),
            namespace: some(PROJECT),
            vpc_name: some("vpc"),
            subnet_name: some("subnet"),
            cidr: some("192.168.0.0/24"),
            gateway: some("192.168.0.1"),
            security_groups: Some(vec!["sg-1".to_owned()]),
            ..FuncVpc::new("vpc-1".to_owned(), "subnet-1".to_owned())
        })),
        mount_config: Some(Box::new(MountConfig::new(user, vec![turbo, server]))),
        strategy_config: Some(Box::new(StrategyConfig { concurrency: Some(10), concurrent_num: Some(2) })),
        extend_config: some("{}"),
        log_config: Some(Box::new(FuncLogConfig {
            group_name: some("group"),
            group_id: some("group-1"),
            stream_name: some("stream"),
            stream_id: some("stream-1"),
        })),
        network_controller: Some(Box::new(NetworkControlConfig {
            disable_public_network: Some(true),
            trigger_access_vpcs: Some(vec![VpcConfig { vpc_name: some("vpc"), vpc_id: some("vpc-1") }]),
        })),
        restore_hook_handler: some("index.restore"),
        restore_hook_timeout: Some(10),
        heartbeat_handler: some("index.heartbeat"),
        enable_class_isolation: Some(true),
        ..least(60, MemorySize::MB768)
    };
    show_response!("update config", &record, update_function_config(at, PROJECT, &to_urn("test"), settings));
    let (none, other) = (to_urn("none"), to_urn("fgsTest"));
    show_response!(
        "update config of missing function",
        &record,
        update_function_config(at, PROJECT, &none, least(3, MemorySize::MB128))
    );
    show_response!(
        "update config to minimum",
        &record,
        update_function_config(at, PROJECT, &other, least(3, MemorySize::MB128))
    );

    let source = b"def handler(event, context):\n    return event\n".to_vec();
    let inline = UpdateFunctionCodeRequest {
        code_filename: some("index.py"),
        func_code: Some(Box::new(FuncCode { file: Some(source), ..FuncCode::default() })),
        depend_version_list: Some(vec!["e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55".to_owned()]),
        ..UpdateFunctionCodeRequest::new(CodeType::Inline)
    };
    show_response!("update code", &record, update_function_code(at, PROJECT, &other, inline));
    let stored = || UpdateFunctionCodeRequest {
        code_url: some("https://bucket.obs.example.com/code.zip"),
        ..UpdateFunctionCodeRequest::new(CodeType::Obs)
    };
    show_response!("update code to OBS object", &record, update_function_code(at, PROJECT, &other, stored()));
    for code in lines::forced_errors() {
        let forced = configure(Some(&code));
        show_response!(&format!("error {code}"), &record, update_function_code(&forced, PROJECT, &other, stored()));
    }
}
