#!/usr/bin/env node
/* Written in old syntax on purpose: any Node can read it, so that one too old gets a sentence instead of a syntax error.
 * Own Node if it is 24 or later; else the Node 24 that came with the package, where the platform has one; else say what to type. */
'use strict';
var path = require('path');

function bundledNode() {
  var name = 'node-' + process.platform + '-' + process.arch;
  try {
    return path.join(path.dirname(require.resolve(name + '/package.json')), 'bin', 'node');
  } catch (_absent) {
    return null;
  }
}

function runWith(node) {
  var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit' });
  // Keys reach both processes as signals of the terminal; the child decides what they mean. Others are passed on.
  process.on('SIGINT', () => {});
  process.on('SIGQUIT', () => {});
  ['SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      child.kill(signal);
    });
  });
  child.on('error', (error) => {
    process.stderr.write(
      'cables: could not start ' + node + ': ' + error.message + '. Nothing was changed. Install Node 24 or later: https://nodejs.org\n',
    );
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (parseInt(process.versions.node, 10) >= 24) {
  process.env.NODE_ENV = 'production';
  var cache = require('module');
  if (process.env.NODE_DISABLE_COMPILE_CACHE === undefined) cache.enableCompileCache(path.join(__dirname, '.compile-cache'));
  // What is written to the log names our functions and lines, not those of the bundle.
  if (process.env.CABLES_LOG) process.setSourceMapsEnabled(true);
  require('./main.cjs');
} else if (bundledNode() !== null) {
  runWith(bundledNode());
} else {
  process.stderr.write(
    'cables needs Node 24 or later; this is ' +
      process.version +
      '. Nothing was changed. Install it from https://nodejs.org and type the same again.\n',
  );
  process.exit(2);
}
