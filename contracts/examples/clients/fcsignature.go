// Package fcsignature signs requests to Function Compute 2016-08-15, for clients of oapi-codegen:
//
//	client, err := fc2016.NewClientWithResponses(url, fc2016.WithRequestEditorFn(fcsignature.Sign(id, secret)))
package fcsignature

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"sort"
	"strings"
	"time"
)

// Sign covers the method, Content-MD5, Content-Type, Date, every x-fc- header and the decoded path.
func Sign(id, secret string) func(context.Context, *http.Request) error {
	return func(_ context.Context, request *http.Request) error {
		header := request.Header
		header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
		var fcHeaders []string
		for name := range header {
			if lower := strings.ToLower(name); strings.HasPrefix(lower, "x-fc-") {
				fcHeaders = append(fcHeaders, lower+":"+header.Get(name)+"\n")
			}
		}
		sort.Strings(fcHeaders)
		text := strings.Join([]string{
			request.Method,
			header.Get("Content-MD5"),
			header.Get("Content-Type"),
			header.Get("Date"),
			strings.Join(fcHeaders, "") + request.URL.Path,
		}, "\n")
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(text))
		header.Set("Authorization", "FC "+id+":"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
		return nil
	}
}
