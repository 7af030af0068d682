import { networkInterfaces } from 'node:os';

/** An address of this computer that a phone in the same network may reach. */
export interface LocalAddress {
  address: string;
  /** What the system calls the connection: `Wi-Fi`, `en0`, `wlan0`. */
  name: string;
}

/** Networks that never leave a house or an office (RFC 1918); link-local and carrier addresses no phone reaches. */
const PRIVATE = [/^10\./, /^192\.168\./, /^172\.(?:1[6-9]|2\d|3[01])\./];
/** Connections that lead to virtual machines, tunnels and containers, not to a phone. */
const VIRTUAL = /^(?:docker|veth|br-|virbr|vmnet|vEthernet|VirtualBox|VMware|tun|tap|utun|wg|zt|tailscale|ppp|lo)/i;
const WIRELESS = /^(?:wl|wi-?fi|无线|en0$)/i;

export function isPrivateAddress(address: string): boolean {
  return PRIVATE.some((pattern) => pattern.test(address));
}

/**
 * The private IPv4 addresses of this computer, the likeliest for a phone first: wireless, then home networks (192.168)
 * before others. Virtual connections come last: they are sometimes all there is.
 */
export function localAddresses(interfaces = networkInterfaces()): LocalAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter((one) => one.family === 'IPv4' && !one.internal && isPrivateAddress(one.address))
      .map(({ address }) => ({ address, name })),
  );
  const rank = ({ address, name }: LocalAddress): number =>
    (VIRTUAL.test(name) ? 4 : 0) + (WIRELESS.test(name) ? 0 : 2) + (address.startsWith('192.168.') ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
