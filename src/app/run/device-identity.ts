import type { DeviceIdentity } from '../../core/contracts.ts';

export function deviceIdentity(): DeviceIdentity {
  const { userAgent, hardwareConcurrency } = navigator;
  // Chromium only, and coarse: 0.25 to 8.
  const memory = 'deviceMemory' in navigator ? navigator.deviceMemory : null;
  const platform =
    'userAgentData' in navigator &&
    typeof navigator.userAgentData === 'object' &&
    navigator.userAgentData !== null &&
    'platform' in navigator.userAgentData &&
    typeof navigator.userAgentData.platform === 'string'
      ? navigator.userAgentData.platform
      : navigator.platform;
  return {
    userAgent,
    cores: hardwareConcurrency || null,
    memoryGiB: typeof memory === 'number' ? memory : null,
    platform,
  };
}
