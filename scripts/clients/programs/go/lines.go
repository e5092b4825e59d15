package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"
)

var (
	url = os.Getenv("MOCK_URL")
	// The error codes that the program forces.
	forcedErrors = strings.Split(os.Getenv("FORCED_ERRORS"), ",")
)

// ptr returns a pointer for an optional field.
func ptr[T any](value T) *T { return &value }

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// show prints the result of one step as the JSON line that the runner reads.
func show(step string, parts map[string]any) {
	text := must(json.Marshal(parts))
	name := must(json.Marshal(step))
	fmt.Printf("{\"step\":%s,%s\n", name, text[1:])
}

// showResponse prints what the client decoded for the status: for example JSON200, or JSON404 for a documented error.
func showResponse(step string, result any, err error) {
	if err != nil {
		panic(fmt.Errorf("%s: %w", step, err))
	}
	fields := reflect.ValueOf(result).Elem()
	response := fields.FieldByName("HTTPResponse").Interface().(*http.Response)
	status := response.StatusCode
	if status == http.StatusNoContent {
		show(step, map[string]any{"status": status})
		return
	}
	decoded := fields.FieldByName(fmt.Sprintf("JSON%d", status))
	if !decoded.IsValid() || decoded.IsNil() {
		panic(fmt.Errorf("%s: no decoded body for status %d", step, status))
	}
	if status >= 400 {
		show(step, map[string]any{"status": status, "error": decoded.Interface()})
		return
	}
	parts := map[string]any{"status": status, "body": decoded.Interface()}
	if tag := response.Header.Get("ETag"); tag != "" {
		parts["etag"] = tag
	}
	show(step, parts)
}
