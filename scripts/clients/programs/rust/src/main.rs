//! Runs the scenario of one API with its generated client.

mod fc2016_program;
mod fc2021_program;
mod functiongraph_program;
mod lines;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("aliyun-fc-2016-08-15") => fc2016_program::run().await,
        Some("aliyun-fc-2021-04-06") => fc2021_program::run().await,
        Some("huawei-functiongraph-v2") => functiongraph_program::run().await,
        other => panic!("no program for {other:?}"),
    }
}
