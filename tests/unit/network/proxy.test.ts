import { expect, test } from "vitest";
import { proxyFromEnvironment } from "../../../main/network/proxy.ts";

test.each([
  [{ HTTPS_PROXY: "http://proxy.example:3128" }, "http://proxy.example:3128"],
  [{ https_proxy: "proxy.example:3128" }, "proxy.example:3128"],
  [{ https_proxy: "small.example", HTTPS_PROXY: "capital.example" }, "small.example"],
  [{ https_proxy: "", HTTPS_PROXY: "", ALL_PROXY: "socks5://proxy.example:1080" }, "socks5://proxy.example:1080"],
  [{ HTTPS_PROXY: "proxy.example", ALL_PROXY: "other.example" }, "proxy.example"],
  [{ HTTPS_PROXY: "http://ana:p%40ss@proxy.example:3128/" }, "http://proxy.example:3128"],
  [{ HTTPS_PROXY: "ana:p@ss@proxy.example:3128" }, "proxy.example:3128"],
])("%o names the proxy %s", (environment, proxyRules) => {
  expect(proxyFromEnvironment(environment)).toEqual({ proxyRules, proxyBypassRules: "" });
});

test.each([[{}], [{ HTTPS_PROXY: "" }], [{ HTTP_PROXY: "http://proxy.example" }], [{ NO_PROXY: "*" }]])(
  "%o names no proxy for https",
  (environment) => {
    expect(proxyFromEnvironment(environment)).toBeUndefined();
  },
);

test.each([
  ["verifik.co", "verifik.co;*.verifik.co"],
  ["api.verifik.co:443, .example.com", "api.verifik.co:443;*.api.verifik.co:443;.example.com"],
  ["*", "*"],
  ["10.0.0.0/8 192.0.2.1,[2001:db8::1]", "10.0.0.0/8;192.0.2.1;[2001:db8::1]"],
  [",, ", ""],
])("NO_PROXY=%s bypasses the proxy for %s", (NO_PROXY, proxyBypassRules) => {
  expect(proxyFromEnvironment({ HTTPS_PROXY: "proxy.example", NO_PROXY })?.proxyBypassRules).toBe(proxyBypassRules);
});
