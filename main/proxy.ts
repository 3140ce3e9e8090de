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
  return { proxyRules: withoutCredentials(proxy), proxyBypassRules: bypassRules(named("no_proxy") || "") };
}

/** Chromium takes none here: it would know no proxy at all, where one that asks for them at least says so. */
function withoutCredentials(proxy: string): string {
  return proxy.replace(/^([\w+.-]+:\/\/)?[^/]*@/, "$1");
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
