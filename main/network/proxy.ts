import type { ProxyConfig } from "electron";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for https that the environment names, in Chromium's words; `undefined` when it names none, and the system's
 * settings hold. Chromium itself reads these variables on Linux only, and not on GNOME.
 */
export function proxyFromEnvironment(environment: Environment): ProxyConfig | undefined {
  const named = (name: string) => environment[name] || environment[name.toUpperCase()];
  const proxy = named("https_proxy") || named("all_proxy");
  if (!proxy) return undefined;
  return { proxyRules: asRule(proxy), proxyBypassRules: bypassRules(named("no_proxy") || "") };
}

/** Chromium takes no credentials here, and no slash at the end: it would know no proxy at all. */
function asRule(proxy: string): string {
  return proxy.replace(/^([\w+.-]+:\/\/)?[^/]*@/, "$1").replace(/\/+$/, "");
}

/** Loopback is always past the proxy. A name stands for all that ends in it, as in other programs; Chromium wants that said. */
function bypassRules(noProxy: string): string {
  const hosts = noProxy.split(/[\s,;]+/).filter(Boolean);
  return hosts.flatMap((host) => (isName(host) ? [host, `*.${host}`] : [host])).join(";");
}

/** And no pattern, range or address: `.example.com` and `*` mean the same to Chromium. */
function isName(host: string): boolean {
  return /^[a-z][\w.-]*(:\d+)?$/i.test(host);
}
