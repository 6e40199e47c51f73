/** The few globals that plain JavaScript files of this repository use. */
export default {
  node: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' },
};
