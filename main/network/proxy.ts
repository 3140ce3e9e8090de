import type { ProxyConfig } from "electron";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for https from `https_proxy`, `all_proxy` and `no_proxy`, as Chromium's rules. `undefined` if they name none; then the
 * system's settings apply. Chromium reads these variables itself on Linux only, and not on GNOME.
 */
export function proxyFromEnvironment(environment: Environment): ProxyConfig | undefined {
  const named = (name: string) => environment[name] || environment[name.toUpperCase()];
  const proxy = named("https_proxy") || named("all_proxy");
  if (!proxy) return undefined;
  return { proxyRules: asRule(proxy), proxyBypassRules: bypassRules(named("no_proxy") || "") };
}

/** Without credentials and the slash at the end: Chromium ignores a rule that has them. */
function asRule(proxy: string): string {
  return proxy.replace(/^([\w+.-]+:\/\/)?[^/]*@/, "$1").replace(/\/+$/, "");
}

/** A name also covers its subdomains, as in other programs; Chromium needs a rule for them. It never uses a proxy for loopback. */
function bypassRules(noProxy: string): string {
  const hosts = noProxy.split(/[\s,;]+/).filter(Boolean);
  return hosts.flatMap((host) => (isName(host) ? [host, `*.${host}`] : [host])).join(";");
}

/** False for patterns, ranges and addresses: `.example.com` and `*` already mean the same to Chromium. */
function isName(host: string): boolean {
  return /^[a-z][\w.-]*(:\d+)?$/i.test(host);
}
