/* Loaded into the real reader before it begins: with the first frame it writes into MODULES_FILE which modules are evaluated, one a line. */
const { writeFileSync } = require('node:fs');
const { WriteStream } = require('node:tty');

const write = WriteStream.prototype.write;
WriteStream.prototype.write = function (bytes, ...rest) {
  if (String(bytes).includes('\x1b[5n')) {
    WriteStream.prototype.write = write;
    const ours = Object.keys(require.cache).map((path) => path.replace(/^.*\//, ''));
    writeFileSync(process.env.MODULES_FILE, [...process.moduleLoadList, ...ours].join('\n'));
  }
  return write.call(this, bytes, ...rest);
};
