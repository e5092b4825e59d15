module tools

go 1.26
