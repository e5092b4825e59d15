<?php
// Uses the models of the PHP clients of openapi-generator. The arguments are the check and the folder of the clients.
[, $check, $folder] = $argv;

spl_autoload_register(function (string $name) use ($folder) {
    [$package, $path] = explode('\\', $name, 2);
    $file = "$folder/" . strtr($package, '_', '-') . '/lib/' . strtr($path, '\\', '/') . '.php';
    if (is_file($file)) require $file;
});

function expect(bool $holds, string $text): void
{
    if ($holds) return;
    fwrite(STDERR, "$text\n");
    exit(1);
}

if ($check === 'fields') {
    $names = array_values(aliyun_fc_2016_08_15\Model\Error::attributeMap());
    expect($names === ['ErrorCode', 'ErrorMessage'], 'fields: ' . json_encode($names));
}
if ($check === 'types') {
    $least = ['function_name' => 'f', 'handler' => 'h', 'runtime' => 'python3.9'];
    $model = new aliyun_fc_2021_04_06\Model\CreateFunctionInput(['timeout' => 'soon', 'runtime' => 'cobol'] + $least);
    expect(!$model->valid(), 'an invalid CreateFunctionInput is valid');
}
if ($check === 'updates') {
    $settings = ['runtime' => 'Python3.9', 'timeout' => 3, 'handler' => 'index.handler', 'memory_size' => 128];
    $config = new huawei_functiongraph_v2\Model\UpdateFunctionConfigRequest($settings);
    $sent = json_decode(json_encode($config), true);
    ksort($sent);
    ksort($settings);
    expect($sent === $settings, 'an update sends ' . json_encode($sent));
    $empty = json_encode(new aliyun_fc_2021_04_06\Model\UpdateFunctionInput());
    expect(in_array($empty, ['{}', '[]']), "an empty update sends $empty");
}
