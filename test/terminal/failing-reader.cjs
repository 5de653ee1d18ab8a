/* Loaded into the real reader before it begins: on SIGUSR2 it fails as FAILS says, from outside of all that the reader does. */
process.on('SIGUSR2', () => {
  if (process.env.FAILS === 'exit') process.exit(3);
  const error = new Error('thrown on purpose');
  if (process.env.FAILS === 'rejection') void Promise.reject(error);
  else throw error;
});
