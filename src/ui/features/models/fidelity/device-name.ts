export const deviceName = (device: string): string => (device === 'webgpu' ? 'WebGPU' : 'WebAssembly');
